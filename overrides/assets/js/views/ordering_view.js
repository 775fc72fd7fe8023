/** Ordering: one select a position. Response: the option ids from first to last, "" where none is chosen. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;

  /** @param {Element} form @returns {HTMLSelectElement[]} */
  function selects(form) {
    return parts.all(form, 'select[name="place"]');
  }

  Lianxue.questionViews.ordering = {
    read: (form) => selects(form).map((select) => select.value),
    isAnswered: (response) => response.some((/** @type {string} */ id) => id !== ""),
    show(form, response) {
      const chosen = parts.texts(response);
      selects(form).forEach((select, place) => {
        select.value = chosen[place] || "";
      });
    },
    mark(form, question, grade) {
      parts.all(form, "[data-place]").forEach((place, number) => {
        const isRight = grade.parts[number];
        parts.mark(place, isRight ? "right" : "wrong", isRight ? "对" : "应为：" + question.answer[number]);
      });
    },
    answerLines: (form, question) =>
      question.answer.map((/** @type {string} */ id, /** @type {number} */ place) => "第 " + (place + 1) + " 位：" + parts.optionText(form, id)),
    clear(form) {
      selects(form).forEach((select) => {
        select.value = "";
      });
    },
    lock: (form, isLocked) => parts.lock(form, "select", isLocked),
  };
})();
