/** The mistake book on paper: the questions with room for answers, and, where wanted, the answers on a page of their own. */
(function () {
  "use strict";

  const make = Lianxue.make;
  const GAP = "________";

  /** @param {string} tag @param {string} className @param {string} html of the bank @returns {HTMLElement} */
  function bankText(tag, className, html) {
    const element = make(tag, { class: className });
    Lianxue.setBankHtml(element, html);
    return element;
  }

  /** @param {[string, string]} option @returns {HTMLElement} */
  function optionLine([id, html]) {
    const text = bankText("span", "", html);
    return make("li", {}, [id, text.textContent === id ? "" : ". ", text.textContent === id ? "" : text]);
  }

  /** @param {Question} question @returns {(Node | string)[]} where one writes the answer */
  function room(question) {
    if (question.type === "short_answer") {
      return [make("div", { class: "lx-sheet__lines" })];
    }
    return question.type === "fill_in" ? [] : [make("p", { class: "lx-sheet__room" }, ["答：" + GAP])];
  }

  /** @param {Question} question @param {number} number @param {string} label of its type @returns {HTMLElement} */
  function questionBlock(question, number, label) {
    const options = (question.options || []).concat(question.left || [], question.right || []);
    return make("li", { class: "lx-sheet__question" }, [
      make("div", { class: "lx-sheet__stem" }, [number + ".（" + label + "）", bankText("span", "", question.stem.join(GAP))]),
      make("ul", {}, question.type === "true_false" ? [] : options.map(optionLine)),
      ...room(question),
    ]);
  }

  /** @param {Question} question @param {number} number @returns {HTMLElement} */
  function answerBlock(question, number) {
    const words = Lianxue.questionWords.plainQuestion(question, Lianxue.plainText);
    const lines = [number + ". " + words.answer];
    if (words.explanation) {
      lines.push("解析：" + words.explanation);
    }
    if (words.citations.length > 0) {
      lines.push("依据：" + words.citations.join("；"));
    }
    return make("li", { class: "lx-sheet__answer" }, [lines.join("\n")]);
  }

  /**
   * @param {Question[]} questions @param {(question: Question) => string} labelOf @param {{facts: string, withAnswers: boolean}} asked
   * @returns {HTMLElement}
   */
  function makePaper(questions, labelOf, { facts, withAnswers }) {
    /** @type {HTMLElement[]} */
    const blocks = [];
    let shared = "";
    questions.forEach((question, place) => {
      const material = Lianxue.bank.materialOf(question);
      if (material && material.id !== shared) {
        blocks.push(make("li", { class: "lx-sheet__material" }, [make("b", {}, ["材料"]), bankText("div", "", material.text)]));
      }
      shared = material ? material.id : "";
      blocks.push(questionBlock(question, place + 1, labelOf(question)));
    });
    const answers = questions.map((question, place) => answerBlock(question, place + 1));
    return make("section", {}, [
      make("h1", {}, ["错题本"]),
      make("p", { class: "lx-sheet__facts" }, [facts]),
      make("ol", {}, blocks),
      ...(withAnswers ? [make("div", { class: "lx-sheet__answers" }, [make("h2", {}, ["参考答案"]), make("ol", {}, answers)])] : []),
    ]);
  }

  Lianxue.mistakePaper = { make: makePaper };
})();
