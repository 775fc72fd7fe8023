/** One question in big type: stem, options as blocks, and what is revealed of it. Nothing can be filled in. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;
  const GAP = "________";

  /** @param {string} tag @param {string} className @param {string} html of the bank @returns {HTMLElement} */
  function makeText(tag, className, html) {
    const element = Lianxue.make(tag, { class: className });
    Lianxue.setBankHtml(element, html);
    return element;
  }

  /**
   * Carries the marks by which the question views word their answers.
   * @param {[string, string]} option id and HTML @param {string} attribute data-option or data-pair @returns {HTMLElement}
   */
  function makeOption([id, html], attribute) {
    const text = makeText("span", "lx-slide__text", html);
    text.setAttribute("data-text", "");
    // 对 and 错 are their own names
    const letter = (text.textContent || "").trim() === id ? "" : Lianxue.make("b", { class: "lx-slide__id" }, [id]);
    return Lianxue.make("li", { class: "lx-slide__option", [attribute]: id }, [letter, text, Lianxue.make("span", { class: "lx-mark", "data-mark": "" })]);
  }

  /** @param {[string, string][]} options @param {string} attribute @param {string} className @returns {HTMLElement} */
  function makeList(options, attribute, className) {
    return Lianxue.make("ul", { class: "lx-slide__options " + className }, options.map((option) => makeOption(option, attribute)));
  }

  /** @param {Question} question @returns {HTMLElement[]} left and right items, or the options */
  function makeLists(question) {
    if (question.left && question.right) {
      return [Lianxue.make("div", { class: "lx-slide__sides" }, [
        makeList(question.left, "data-pair", ""),
        makeList(question.right, "data-option", ""),
      ])];
    }
    return question.options ? [makeList(question.options, "data-option", question.type === "true_false" ? "lx-slide__options--short" : "")] : [];
  }

  /** @param {Element} element @param {Question} question */
  function draw(element, question) {
    const stale = question.stale.length > 0
      ? [makeText("p", "lx-badge lx-badge--stale", "依据的法规已修订，请以现行版本为准（" + question.stale.join("、") + "）")] : [];
    const material = Lianxue.bank.materialOf(question);
    element.textContent = "";
    element.append(
      ...stale,
      ...(material ? [makeText("div", "lx-slide__material", material.text)] : []),
      makeText("div", "lx-slide__stem", question.stem.join(GAP)), // one text: what is set bold may reach over a gap
      ...makeLists(question),
    );
  }

  /** @param {Question} question @returns {boolean} whether its options themselves say what is right */
  function isChoice(question) {
    return question.options !== undefined && question.type !== "ordering";
  }

  /** @param {Element} slide @param {Question} question @param {boolean} isRevealed */
  function markOptions(slide, question, isRevealed) {
    parts.unmark(slide);
    if (isRevealed && isChoice(question)) {
      parts.all(slide, "[data-option]")
        .filter((option) => question.answer.indexOf(option.getAttribute("data-option")) >= 0)
        .forEach((option) => parts.mark(option, "missed", "正确答案"));
    }
  }

  /** @param {Element} answer @param {Question} question the points of a short answer are HTML of the bank */
  function fillPoints(answer, question) {
    question.answer.forEach((/** @type {string} */ point) => answer.appendChild(makeText("div", "lx-slide__point", point)));
  }

  /**
   * @param {Element} slide @param {HTMLElement} feedback with the rows of a verdict @param {Question} question
   * @param {number} step of the show
   */
  function reveal(slide, feedback, question, step) {
    const isRevealed = step >= Lianxue.screenShow.ANSWER;
    markOptions(slide, question, isRevealed);
    const lines = isChoice(question) ? [] : Lianxue.questionViews[question.type].answerLines(slide, question);
    Lianxue.feedbackView.fill(feedback, question, lines);
    /** @param {string} row @param {boolean} isShown */
    function show(row, isShown) {
      const element = /** @type {HTMLElement} */ (parts.one(feedback, row));
      element.hidden = element.hidden || !isShown;
    }
    if (question.type === "short_answer") {
      fillPoints(parts.one(feedback, "[data-answer]"), question);
      /** @type {HTMLElement} */ (parts.one(feedback, "[data-answer-row]")).hidden = false;
    }
    show("[data-answer-row]", isRevealed);
    show("[data-explanation-row]", step >= Lianxue.screenShow.EXPLANATION);
    show("[data-citation-row]", step >= Lianxue.screenShow.EXPLANATION);
    feedback.hidden = parts.all(feedback, "[data-row]").every((row) => /** @type {HTMLElement} */ (row).hidden);
  }

  Lianxue.screenSlide = { draw, reveal };
})();
