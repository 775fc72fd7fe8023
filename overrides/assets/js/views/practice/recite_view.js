/** 背题: a question with its answer, explanation and citations laid open; nothing is asked and nothing is written. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;

  /** The controls filled in rightly. @param {Question} question @returns {any} null where there is nothing to fill in */
  function rightResponse(question) {
    if (question.type === "short_answer") {
      return null;
    }
    return question.type === "fill_in" ? question.answer.map((/** @type {Gap} */ gap) => gap.accept[0]) : question.answer;
  }

  /** @param {HTMLFormElement} form */
  function markRight(form) {
    parts.all(form, 'label[data-option] > input[name="choice"]:checked').forEach((input) => {
      parts.mark(/** @type {Element} */ (input.parentNode), "right", "正确答案");
    });
    const field = form.querySelector("textarea");
    if (field) {
      field.hidden = true; // the points below are the answer
    }
  }

  /** @param {HTMLFormElement} form fresh @param {Question} question */
  function reveal(form, question) {
    const view = Lianxue.questionViews[question.type];
    const response = rightResponse(question);
    if (response) {
      view.show(form, response);
    }
    view.lock(form, true);
    const lines = question.type === "short_answer"
      ? question.answer.map((/** @type {string} */ point, /** @type {number} */ place) => place + 1 + ". " + Lianxue.plainText(point))
      : view.answerLines(form, question);
    markRight(form);
    Lianxue.feedbackView.fill(form, question, lines);
    form.setAttribute("data-verdict", "shown");
    ["[data-actions]", "[data-retry]"].forEach((selector) => {
      /** @type {HTMLElement} */ (parts.one(form, selector)).hidden = true;
    });
    /** @type {HTMLElement} */ (parts.one(form, "[data-detail]")).hidden = false;
  }

  Lianxue.reciteView = { reveal };
})();
