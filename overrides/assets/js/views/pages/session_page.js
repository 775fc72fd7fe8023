/** 做题: a session from its address to its end. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;
  /** @type {Way} */
  const BACK = { text: "回到练习", url: "practice/index.html" };

  /** @param {HTMLElement} root @param {string} selector @param {string} text hidden without one */
  function say(root, selector, text) {
    const element = /** @type {HTMLElement} */ (parts.one(root, selector));
    element.textContent = text;
    element.hidden = text === "";
  }

  /** Nothing to ask: why, and the ways on. @param {HTMLElement} root @param {string} title @param {string} words @param {Way[]} ways */
  function showEmpty(root, title, words, ways) {
    say(root, "[data-empty-title]", title);
    say(root, "[data-empty-words]", words);
    Lianxue.ways.fill(parts.one(root, "[data-empty-ways]"), ways);
    /** @type {HTMLElement} */ (parts.one(root, "[data-empty]")).hidden = false;
  }

  /** @param {HTMLElement} root @param {SessionPlan} plan @param {Ground} ground @returns {Promise<void>} once the question stands */
  function begin(root, plan, ground) {
    /** @type {HTMLElement} */ (parts.one(root, "[data-end]")).hidden = true;
    say(root, "[data-note]", plan.note);
    return Lianxue.runView.start(root, plan, ground, (isThrough) => {
      plan.isThrough = isThrough;
      say(root, "[data-note]", "");
      Lianxue.sessionEnd.show(root, plan, ground, {
        goOn: () => begin(root, Object.assign(plan, { isAgain: true, note: "" }), ground),
        again: (ids) => begin(root, Lianxue.sessionPlan.again(plan, ids), ground),
        anew: () => Lianxue.sessionPlan.anew(plan).then(() => begin(root, Object.assign(plan, { isAgain: true }), ground)),
      });
    });
  }

  /** @param {HTMLElement} root @param {SessionPlan} plan @param {BankIndex} index */
  function showHead(root, plan, index) {
    const words = plan.lesson ? plan.lesson.title
      : plan.mode === "daily" ? Lianxue.record.readableDate(Lianxue.today())
      : Lianxue.selection.words(index, plan.filter);
    say(root, "[data-words]", plan.mode === "review" || plan.mode === "mistakes" ? words.replace("全部题目", "") : words);
  }

  /** @type {PageView} */
  const page = {
    async start(root) {
      const query = new URLSearchParams(window.location.search);
      const title = Object.prototype.hasOwnProperty.call(Lianxue.sessionWords.TITLES, query.get("mode") || "")
        ? Lianxue.sessionWords.TITLES[/** @type {SessionMode} */ (query.get("mode"))] : "";
      if (!title) {
        showEmpty(root, "没有找到这种练习", "网址里没有写明做哪些题，或者写的练习方式本站没有。请从练习页重新选择。", [BACK]);
        return;
      }
      say(root, "[data-title]", title);
      document.title = title + " - " + document.title.replace(/^.* - /, "");
      Lianxue.storageNotice.watch(parts.one(root, "[data-storage]"));
      /** @type {Ground} */
      let ground;
      try {
        ground = await Lianxue.ground.open();
      } catch (error) {
        showEmpty(root, "题库没有读到", "请刷新本页；仍然不行，请确认网站或文件夹完整。", [BACK]);
        return;
      }
      const strange = Lianxue.selection.unknown(ground.index, Lianxue.selection.readFilter(query));
      if (strange.length > 0) {
        showEmpty(root, "没有找到这个范围", "题库里没有“" + strange.join("”“") + "”。请从练习页重新选择。", [BACK]);
        return;
      }
      const plan = await Lianxue.sessionPlan.make(query, ground);
      if (plan.ids.length === 0) {
        showHead(root, plan, ground.index);
        showEmpty(root, "现在没有题要做", Lianxue.sessionWords.empty(plan), [BACK, { text: "每日五题", url: "practice/session.html?mode=daily" }]);
        return;
      }
      showHead(root, plan, ground.index);
      if (Lianxue.notebook) {
        Lianxue.notebook.refresh(ground.events);
      }
      Lianxue.answerKeys.listen(parts.one(root, "[data-stage]"));
      await begin(root, plan, ground);
    },
  };

  Lianxue.pageViews.session = page;
})();
