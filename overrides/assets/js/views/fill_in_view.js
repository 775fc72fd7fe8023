/** Fill-in. Response: the text of every gap. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;

  /** @param {Element} form @returns {HTMLInputElement[]} */
  function inputs(form) {
    return parts.all(form, 'input[name="gap"]');
  }

  Lianxue.questionViews.fill_in = {
    read: (form) => inputs(form).map((input) => input.value),
    isAnswered: (response) => response.some((/** @type {string} */ text) => text.trim() !== ""),
    show(form, response) {
      const typed = parts.texts(response);
      inputs(form).forEach((input, place) => {
        input.value = typed[place] || "";
      });
    },
    mark(form, question, grade) {
      parts.all(form, "[data-gap]").forEach((gap, place) => {
        if (grade.parts[place]) {
          parts.mark(gap, "right", "对");
        } else {
          // where the gaps may change places, no single filling is missing here: the answer row has them all
          parts.mark(gap, "wrong", question.any_order ? "不对" : "应填：" + question.answer[place].accept[0]);
        }
      });
    },
    answerLines(form, question) {
      const lines = question.answer.map((/** @type {Gap} */ gap, /** @type {number} */ place) => {
        const label = question.answer.length > 1 ? "第 " + (place + 1) + " 空：" : "";
        return label + gap.accept.join(" 或 ");
      });
      return question.any_order && lines.length > 1 ? lines.concat("各空不分先后") : lines;
    },
    clear(form) {
      inputs(form).forEach((input) => {
        input.value = "";
      });
    },
    lock: (form, isLocked) => parts.lock(form, 'input[name="gap"]', isLocked),
  };
})();
