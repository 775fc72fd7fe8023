/** The end of a session: how it went, question by question, what to read again and what to do next. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;
  const READING = 6; // articles shown at once
  /** @type {Object<string, string>} */
  const VERDICTS = { correct: "✓ 答对了", partial: "◐ 部分答对", wrong: "✕ 答错了" };

  /** @param {SessionPlan} plan @returns {string[]} answered wrong or half right, in the order asked */
  function wrongIds(plan) {
    return plan.ids.filter((id) => plan.results.has(id) && /** @type {SessionResult} */ (plan.results.get(id)).verdict !== "correct");
  }

  /** @param {string} id @param {BankIndex} index @returns {string} the question on its quiz's page */
  function urlOf(id, index) {
    return index.quiz_urls[index.quiz[Lianxue.bank.rowOf(id)]] + "#" + Lianxue.questionForm.anchorOf(id);
  }

  /** @param {Question} question @param {SessionPlan} plan @param {BankIndex} index @returns {HTMLElement} */
  function makeRow(question, plan, index) {
    const { verdict } = /** @type {SessionResult} */ (plan.results.get(question.id));
    const stem = question.stem.map(Lianxue.plainText).join("____");
    return Lianxue.make("li", { class: "lx-end__row", "data-verdict": verdict }, [
      Lianxue.make("a", { href: Lianxue.site.resolve(urlOf(question.id, index)) }, [
        "第 " + (plan.before + plan.ids.indexOf(question.id) + 1) + " 题　" + stem,
      ]),
      " ",
      Lianxue.make("span", { class: "lx-end__verdict" }, [VERDICTS[verdict]]),
    ]);
  }

  /** @param {HTMLElement} root @param {Question[]} questions answered wrong */
  function showReading(root, questions) {
    /** @type {Map<string, string>} text by url */
    const found = new Map();
    questions.forEach((question) => question.cite.filter((citation) => citation.url).forEach((citation) => found.set(citation.url, citation.text)));
    const items = Array.from(found).map(([url, text]) => Lianxue.make("li", {}, [Lianxue.make("a", { href: Lianxue.site.resolve(url) }, [text])]));
    const list = parts.one(root, "[data-end-read-list]");
    const rest = parts.one(root, "[data-end-read-rest]");
    list.textContent = "";
    rest.textContent = "";
    items.forEach((item, place) => (place < READING ? list : rest).appendChild(item));
    /** @type {HTMLElement} */ (parts.one(root, "[data-end-read-more]")).hidden = items.length <= READING;
    /** @type {HTMLElement} */ (parts.one(root, "[data-end-read]")).hidden = found.size === 0;
  }

  /** @param {string[]} ids @param {BankIndex} index @returns {LessonFact[]} the lessons whose quizzes they come from */
  function lessonsOf(ids, index) {
    const places = new Set(ids.map((id) => index.quiz_lessons[index.quiz[Lianxue.bank.rowOf(id)]]).filter((place) => place >= 0));
    return Array.from(places).map((place) => index.lessons[place]);
  }

  /** @param {SessionPlan} plan @returns {string} the same session with other questions, "" where that makes no sense */
  function anotherUrl(plan) {
    const filter = Lianxue.selection.writeFilter(plan.filter);
    const rest = (filter ? "&" + filter : "") + "&count=" + (plan.count || "all");
    if (plan.mode === "recite") {
      return "practice/session.html?mode=drill" + (filter ? "&" + filter : "") + "&count=10";
    }
    return ["drill", "random", "unseen"].indexOf(plan.mode) >= 0 ? "practice/session.html?mode=" + plan.mode + rest : "";
  }

  /** @param {SessionPlan} plan @param {Ground} ground @param {SessionActs} acts @returns {Way[]} */
  function waysOn(plan, ground, acts) {
    const { index } = ground;
    const wrong = wrongIds(plan);
    const another = anotherUrl(plan);
    const due = plan.mode === "review" ? 0 : ground.choose("review", index.ids.map((id, row) => row)).length;
    const lessons = plan.lesson ? [plan.lesson] : lessonsOf(wrong, index).slice(0, 2);
    /** @type {(Way | false)[]} */
    const ways = [
      !plan.isThrough && { text: plan.mode === "recite" ? "接着看" : "接着做", act: acts.goOn },
      wrong.length > 0 && { text: "错题再练一遍", act: () => acts.again(wrong) },
      another !== "" && { text: plan.mode === "recite" ? "做几道试试" : "再来一组", url: another },
      plan.mode === "month" && plan.isThrough && { text: "全部再做一遍", act: acts.anew },
      due > 0 && { text: "今天可复习 " + due + " 题", url: "practice/session.html?mode=review" },
      index.presets.length > 0 && { text: "模拟考试", url: "practice/exams.html" },
    ];
    return /** @type {Way[]} */ (ways.filter(Boolean))
      .concat(lessons.map((lesson) => ({ text: plan.lesson ? "回到课文" : "读课文：" + lesson.title, url: lesson.url })))
      .concat({ text: "回到练习", url: "practice/index.html" });
  }

  /** @param {HTMLElement} root @param {SessionPlan} plan @param {Ground} ground @param {SessionActs} acts @returns {Promise<void>} */
  async function show(root, plan, ground, acts) {
    const end = /** @type {HTMLElement} */ (parts.one(root, "[data-end]"));
    const title = /** @type {HTMLElement} */ (parts.one(end, "[data-end-title]"));
    title.textContent = plan.isThrough ? (plan.mode === "recite" ? "看完了" : "做完了") : "先练到这里";
    const answered = plan.ids.filter((id) => plan.results.has(id));
    const questions = await Lianxue.bank.loadQuestions(answered).catch(() => /** @type {Question[]} */ ([]));
    const list = parts.one(end, "[data-end-list]");
    list.textContent = "";
    questions.forEach((question) => list.appendChild(makeRow(question, plan, ground.index)));
    const wrong = new Set(wrongIds(plan));
    showReading(end, questions.filter((question) => wrong.has(question.id)));
    Lianxue.ways.fill(parts.one(end, "[data-end-ways]"), waysOn(plan, ground, acts));
    end.hidden = false;
    parts.one(end, "[data-end-score]").textContent = Lianxue.sessionWords.score(plan, ground.index);
    title.focus();
  }

  Lianxue.sessionEnd = { show };
})();
