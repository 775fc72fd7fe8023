/** Matching: one select a left item. Response: left id → right id. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;

  /** @param {Element} pair @returns {HTMLSelectElement} */
  function selectOf(pair) {
    return parts.one(pair, "select");
  }

  /** @param {Element} pair @returns {string} */
  function leftOf(pair) {
    return pair.getAttribute("data-pair") || "";
  }

  Lianxue.questionViews.matching = {
    read(form) {
      /** @type {Object<string, string>} */
      const response = {};
      parts.all(form, "[data-pair]").forEach((pair) => {
        response[leftOf(pair)] = selectOf(pair).value;
      });
      return response;
    },
    isAnswered: (response) => Object.keys(response).some((left) => response[left] !== ""),
    show(form, response) {
      parts.all(form, "[data-pair]").forEach((pair) => {
        selectOf(pair).value = parts.textOf(response, leftOf(pair));
      });
    },
    mark(form, question) {
      parts.all(form, "[data-pair]").forEach((pair) => {
        const right = question.answer[leftOf(pair)];
        const isRight = selectOf(pair).value === right;
        parts.mark(pair, isRight ? "right" : "wrong", isRight ? "对" : "应选：" + right);
      });
    },
    answerLines: (form, question) =>
      parts.all(form, "[data-pair]").map((pair) => {
        const left = (parts.one(pair, "[data-text]").textContent || "").trim();
        return left + " → " + parts.optionText(form, question.answer[leftOf(pair)]);
      }),
    clear(form) {
      parts.all(form, "[data-pair]").forEach((pair) => {
        selectOf(pair).value = "";
      });
    },
    lock: (form, isLocked) => parts.lock(form, "select", isLocked),
  };
})();
