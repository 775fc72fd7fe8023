/** Short answer: free text, then the learner ticks the points it has. Response: {text, ticked}. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;

  /** @param {Element} form @returns {HTMLTextAreaElement} */
  function textarea(form) {
    return parts.one(form, "textarea");
  }

  /** @param {Element} form @returns {HTMLInputElement[]} */
  function ticks(form) {
    return parts.all(form, 'input[name="point"]');
  }

  /** @param {Element} form @returns {HTMLElement} */
  function pointsOf(form) {
    return parts.one(form, "[data-points]");
  }

  /** @param {string} point from the bank @param {number} number @returns {HTMLElement} */
  function makePoint(point, number) {
    const item = document.createElement("li");
    const label = document.createElement("label");
    label.className = "lx-option";
    const tick = document.createElement("input");
    tick.type = "checkbox";
    tick.name = "point";
    tick.value = String(number);
    const text = document.createElement("span");
    text.className = "lx-option__text";
    Lianxue.setBankHtml(text, point);
    const mark = document.createElement("span");
    mark.className = "lx-mark";
    mark.setAttribute("data-mark", "");
    [tick, text, mark].forEach((element) => label.appendChild(element));
    item.appendChild(label);
    return item;
  }

  /** @param {Element} form @param {Question} question @param {number[]} ticked */
  function showPoints(form, question, ticked) {
    const list = parts.one(form, "[data-points-list]");
    list.textContent = "";
    question.answer.forEach((/** @type {string} */ point, /** @type {number} */ number) => {
      list.appendChild(makePoint(point, number));
    });
    ticks(form).forEach((tick) => {
      tick.checked = ticked.indexOf(Number(tick.value)) >= 0;
    });
    pointsOf(form).hidden = false;
  }

  Lianxue.questionViews.short_answer = {
    read: (form) => ({
      text: textarea(form).value,
      ticked: ticks(form).filter((tick) => tick.checked).map((tick) => Number(tick.value)),
    }),
    isAnswered: (response) => response.text.trim() !== "",
    /** The first submit lays the points beside the text; the second records. */
    isReadyToGrade(form, question) {
      if (!pointsOf(form).hidden) {
        return true;
      }
      showPoints(form, question, []);
      textarea(form).readOnly = true;
      ticks(form)[0].focus();
      return false;
    },
    show(form, response) {
      textarea(form).value = parts.textOf(response, "text");
    },
    mark(form, question, grade) {
      const ticked = grade.parts.map((isTicked, number) => (isTicked ? number : -1));
      showPoints(form, question, ticked);
      parts.lock(form, 'input[name="point"]', true);
      parts.all(form, "[data-points-list] label").forEach((label, number) => {
        parts.mark(label, grade.parts[number] ? "right" : "wrong", grade.parts[number] ? "答到了" : "没有答到");
      });
    },
    answerLines: () => [], // the points stand above, marked
    clear(form) {
      textarea(form).value = "";
      pointsOf(form).hidden = true;
      parts.one(form, "[data-points-list]").textContent = "";
    },
    lock(form, isLocked) {
      textarea(form).readOnly = isLocked;
      parts.lock(form, 'input[name="point"]', isLocked);
    },
  };
})();
