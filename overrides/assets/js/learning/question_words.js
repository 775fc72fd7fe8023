/** A question of the bank as plain words: for tables, files, paper and letters. Pure; `plain` takes the HTML away. */
(function () {
  "use strict";

  const GAP = "____";
  /** @type {Object<string, string>} */
  const VERDICTS = { correct: "答对", partial: "部分答对", wrong: "答错" };
  /** @type {Object<string, string>} */
  const MODES = {
    month: "本月自测", mistakes: "错题练习", review: "复习", drill: "专项练习", order: "顺序练习", random: "随机练习",
    unseen: "未做优先", daily: "每日五题", exam: "模拟考试",
  };

  /** @param {any} value @returns {any[]} */
  function asList(value) {
    return Array.isArray(value) ? value : [];
  }

  /** @param {[string, string][] | undefined} items @param {(html: string) => string} plain @returns {string[]} */
  function lines(items, plain) {
    return (items || []).map(([id, html]) => {
      const text = plain(html);
      return text === id ? id : id + "　" + text;
    });
  }

  /** @param {Object<string, string>} pairs left → right @param {Question} question @returns {string} */
  function pairWords(pairs, question) {
    return (question.left || []).map(([left]) => left + "—" + (pairs[left] || "未选")).join("；");
  }

  /** @param {Question} question @param {(html: string) => string} plain @returns {string} */
  function answerWords(question, plain) {
    switch (question.type) {
      case "fill_in":
        return question.answer.map((/** @type {Gap} */ gap) => gap.accept.join(" 或 ")).join("；");
      case "matching":
        return pairWords(question.answer, question);
      case "ordering":
        return question.answer.join(" → ");
      case "short_answer":
        return question.answer.map((/** @type {string} */ point, /** @type {number} */ place) => place + 1 + ". " + plain(point)).join("\n");
      default:
        return question.answer.join("、");
    }
  }

  /**
   * What the learner answered. A response of another version may have any shape.
   * @param {Question} question @param {any} response @returns {string} "" where there is nothing to say
   */
  function responseWords(question, response) {
    switch (question.type) {
      case "fill_in":
        return asList(response).join("；");
      case "matching":
        return response && typeof response === "object" ? pairWords(response, question) : "";
      case "ordering":
        return asList(response).join(" → ");
      case "short_answer":
        return (response && String(response.text || "")) || "";
      default:
        return asList(response).join("、");
    }
  }

  /** @param {Question} question @param {(html: string) => string} plain @returns {PlainQuestion} */
  function plainQuestion(question, plain) {
    return {
      id: question.id,
      stem: plain(question.stem.join(GAP)), // what is set bold may reach over a gap
      options: lines(question.options, plain).concat(lines(question.left, plain), lines(question.right, plain)),
      answer: answerWords(question, plain),
      explanation: plain(question.explanation),
      citations: question.cite.map((citation) => citation.text),
    };
  }

  /** One line of a question's history. @param {RecordEvent} event a response @returns {string} */
  function historyLine(event) {
    const { verdict, mode } = event.payload;
    const where = MODES[mode] || "课文或自测题";
    return Lianxue.record.readableDate(event.date) + "，" + (VERDICTS[verdict] || "已作答") + "（" + where + "）";
  }

  Lianxue.questionWords = { plainQuestion, responseWords, historyLine };
})();
