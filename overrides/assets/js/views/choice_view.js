/** Single choice, multiple choice and true or false. Response: the ids chosen. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;

  /** @param {Element} form @returns {HTMLInputElement[]} */
  function inputs(form) {
    return parts.all(form, 'input[name="choice"]');
  }

  /** @type {QuestionTypeView} */
  const view = {
    read: (form) => inputs(form).filter((input) => input.checked).map((input) => input.value),
    isAnswered: (response) => response.length > 0,
    show(form, response) {
      const chosen = parts.texts(response);
      inputs(form).forEach((input) => {
        input.checked = chosen.indexOf(input.value) >= 0;
      });
    },
    mark(form, question) {
      inputs(form).forEach((input) => {
        const option = parts.one(form, '[data-option="' + input.value + '"]');
        const isRight = question.answer.indexOf(input.value) >= 0;
        if (input.checked) {
          parts.mark(option, isRight ? "right" : "wrong", isRight ? "选对了" : "你的选择");
        } else if (isRight) {
          parts.mark(option, "missed", "正确答案");
        }
      });
    },
    answerLines: (form, question) => question.answer.map((/** @type {string} */ id) => parts.optionText(form, id)),
    clear(form) {
      inputs(form).forEach((input) => {
        input.checked = false;
      });
    },
    lock: (form, isLocked) => parts.lock(form, 'input[name="choice"]', isLocked),
  };

  Lianxue.questionViews.single_choice = view;
  Lianxue.questionViews.multiple_choice = view;
  Lianxue.questionViews.true_false = view;
})();
