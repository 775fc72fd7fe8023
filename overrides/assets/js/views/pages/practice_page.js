/** 练习: what this person's record says of each way to practise. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;

  /** @param {BankIndex} index @returns {number[]} */
  function allRows(index) {
    return index.ids.map((id, row) => row);
  }

  /** @param {Ground} ground @returns {string} */
  function monthFact(ground) {
    const lesson = Lianxue.session.lessonOfMonth(ground.index, Lianxue.calendar.monthOf(new Date()));
    if (!lesson) {
      return "还没有带自测题的课文";
    }
    const rows = Lianxue.selection.rows(ground.index, { lessons: [lesson.id] });
    const answered = rows.filter((row) => ground.current(ground.index.ids[row])).length;
    const words = answered === rows.length ? "都答过了，可以再练一遍" : answered > 0 ? "已答 " + answered + " 题" : "还没有开始";
    const which = lesson.month === Lianxue.calendar.monthOf(new Date()) ? "" : "最近一课：";
    return which + lesson.title + "，共 " + rows.length + " 题，" + words;
  }

  /** @param {Ground} ground @returns {string} */
  function mistakesFact(ground) {
    const count = ground.choose("mistakes", allRows(ground.index)).length;
    return count > 0 ? count + " 道错题还没掌握" : "现在没有错题";
  }

  /** @param {Ground} ground @returns {string} */
  function reviewFact(ground) {
    const count = ground.choose("review", allRows(ground.index)).length;
    return count > 0 ? "今天可复习 " + count + " 题" : "现在没有要复习的题";
  }

  /** @param {Ground} ground @returns {string} */
  function examsFact(ground) {
    const count = ground.index.presets.length;
    return count > 0 ? count + " 种组卷方案" : "还没有组卷方案";
  }

  /** @param {Ground} ground @returns {Promise<string>} */
  async function orderFact(ground) {
    const position = await Lianxue.recordStore.memo("order ");
    const row = typeof position === "string" ? Lianxue.bank.rowOf(position) : -1;
    return row > 0 ? "接着第 " + (row + 1) + " 题" : "从第 1 题开始";
  }

  /** @param {HTMLElement} root @param {string} selector @param {string} fact */
  function say(root, selector, fact) {
    parts.one(root, selector + " [data-fact]").textContent = fact;
  }

  /** Lets the page answer the learner between two long folds. @returns {Promise<void>} */
  function breathe() {
    return new Promise((resolve) => {
      window.setTimeout(resolve, 0);
    });
  }

  /** @param {HTMLElement} root @returns {Promise<void>} */
  async function showFacts(root) {
    const ground = await Lianxue.ground.open();
    say(root, '[data-door="month"]', monthFact(ground));
    say(root, '[data-door="exams"]', examsFact(ground));
    say(root, '[data-way="order"]', await orderFact(ground));
    await breathe();
    say(root, '[data-door="mistakes"]', mistakesFact(ground));
    await breathe();
    say(root, '[data-door="review"]', reviewFact(ground));
    root.setAttribute("data-facts", "");
  }

  /** @type {PageView} */
  const page = {
    async start(root) {
      Lianxue.storageNotice.watch(parts.one(root, "[data-storage]"));
      try {
        Lianxue.drillForm.start(parts.one(root, "[data-drill]"), await Lianxue.bank.open());
      } catch (error) {
        const notice = /** @type {HTMLElement} */ (parts.one(root, "[data-notice]"));
        notice.textContent = "题库没有读到。请刷新本页；仍然不行，请确认网站或文件夹完整。";
        notice.hidden = false;
        return;
      }
      // the doors and the form can be used: what the record says of them may follow, however long the record is
      showFacts(root);
      // back from a session by the browser's own cache: the facts have moved on
      window.addEventListener("pageshow", (event) => {
        if (event.persisted) {
          showFacts(root);
        }
      });
    },
  };

  Lianxue.pageViews.practice = page;
})();
