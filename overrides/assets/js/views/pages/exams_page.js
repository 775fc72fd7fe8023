/** 模拟考试: chooses what the page shows, begins an exam. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;
  const VIEWS = ["list", "sitting", "stuck", "result", "certificate"];
  const KEPT = "接着上次没有交卷的考试，答过的都还在。";
  const RUNNING = "已经有一场没有交卷的考试，没有开始新的。接着做这一场，答过的都还在。";
  const UNREAD = "上次的考试没有读到，请刷新本页。";
  const NO_STORE = ["denied", "silent"]; // reasons why nothing is kept at all: nothing can be written over either

  /** @param {HTMLElement} root @param {BankIndex} index @returns {ExamGround} */
  function makeGround(root, index) {
    /** @param {string} view @returns {HTMLElement} the one section now shown */
    function open(view) {
      VIEWS.forEach((name) => {
        /** @type {HTMLElement} */ (parts.one(root, "[data-view-" + name + "]")).hidden = name !== view;
      });
      document.documentElement.setAttribute("data-lx-exam", view); // on paper the certificate stands alone
      return parts.one(root, "[data-view-" + view + "]");
    }
    /** @param {string} text "" takes it away */
    function note(text) {
      const element = /** @type {HTMLElement} */ (parts.one(root, "[data-note]"));
      element.textContent = text;
    }
    /** @type {ExamGround} */
    const ground = {
      index, root, open, note, setAddress,
      typeLabel: (type) => index.type_labels[index.types.indexOf(type)] || type,
      async toList(text) {
        await showList(ground, "", true);
        note(text);
      },
    };
    return ground;
  }

  /** @param {string} query "" for the list */
  function setAddress(query) {
    window.history.replaceState(null, "", Lianxue.site.resolve("practice/exams.html" + query));
  }

  /** @param {ExamGround} ground @param {string} wanted preset, "" for none @param {boolean} isOffered whether an exam can be begun */
  async function showList(ground, wanted, isOffered) {
    const events = await Lianxue.recordStore.events();
    /** @param {Preset} preset @param {string[]} ids @param {number[]} points @param {Settings} settings */
    const onStart = (preset, ids, points, settings) => begin(ground, preset, ids, points, settings);
    Lianxue.examList.show(ground, events, isOffered ? onStart : null, wanted);
  }

  /** @param {ExamGround} ground @param {Preset} preset @param {string[]} ids @param {number[]} points @param {Settings} settings */
  async function begin(ground, preset, ids, points, settings) {
    const loaded = Lianxue.examRun.byId(await Lianxue.bank.loadQuestions(ids));
    if (ids.some((id) => !loaded[id])) {
      throw new Error("not all questions of the exam are in the bank's files");
    }
    const { index } = ground;
    const items = ids.map((id, place) => {
      const row = Lianxue.bank.rowOf(id);
      return {
        question: id, revision: index.revision[row], type: index.types[index.type[row]],
        discipline: index.disciplines[index.discipline[row]] || "", points: points[place],
      };
    });
    const sitting = Lianxue.exam.begin({
      exam: Lianxue.recordDatabase.newId(), preset, items, started: Date.now(),
      minutes: Lianxue.examClock.lengthened(preset.minutes, settings.exam_time),
    });
    ground.setAddress("");
    const { isKept, standing } = await claim(sitting);
    if (standing !== null && !isKept) {
      await Lianxue.examRun.goOn(ground, standing, RUNNING);
      return;
    }
    ground.note("");
    Lianxue.examRun.sit(ground, sitting, isKept, (value) => value, loaded);
    parts.one(ground.root, "[data-view-sitting]").scrollIntoView({ block: "start" });
    /** @type {HTMLElement} */ (parts.one(ground.root, "[data-stage] [data-body]")).focus({ preventScroll: true });
  }

  /** Make a new exam the one being sat. @param {Sitting} sitting @returns {Promise<Swapped>} the one that stands, where another is being sat already */
  async function claim(sitting) {
    try {
      const first = await Lianxue.sittingKeeper.put(sitting);
      if (first.isKept || !Lianxue.examHandIn.find(await Lianxue.recordStore.events(), first.standing.exam)) {
        return first;
      }
      if (Lianxue.recordStore.state().kind === "stored") { // it is in the record, and only its memo was left behind
        await Lianxue.sittingKeeper.clear(first.standing.exam);
        return await Lianxue.sittingKeeper.put(sitting);
      }
    } catch (unwritten) {
      // it can be sat all the same: its keeper says that it is not kept, and tries again
    }
    return { isKept: false, standing: null };
  }

  /** @returns {Promise<{stored: any, isUnread: boolean}>} what was left; isUnread: an exam may be there, and must not be written over */
  async function lookBack() {
    try {
      return { stored: await Lianxue.sittingKeeper.load(), isUnread: false };
    } catch (error) {
      return { stored: null, isUnread: NO_STORE.indexOf(/** @type {Error} */ (error).name) < 0 };
    }
  }

  /** @param {ExamGround} ground @returns {Promise<void>} */
  async function choose(ground) {
    const query = new URLSearchParams(window.location.search);
    const asked = query.get("exam") || "";
    const events = await Lianxue.recordStore.events();
    const { stored, isUnread } = await lookBack();
    const left = stored === null ? undefined : Lianxue.examHandIn.find(events, stored.exam);
    if (left) {
      await Lianxue.sittingKeeper.clear(stored.exam).catch(() => undefined); // the page was closed between the record and the memo
    }
    const past = asked ? Lianxue.examHandIn.find(events, asked) : left;
    if (past) {
      await Lianxue.examResult.show(ground, past.payload, past.date);
    } else if (stored !== null && !left) {
      await Lianxue.examRun.goOn(ground, stored, KEPT);
    } else {
      await showList(ground, query.get("preset") || "", !isUnread);
      if (isUnread) {
        ground.note(UNREAD);
      } else if (asked) {
        ground.note("学习记录里没有这场考试的成绩。");
      }
    }
  }

  /** @param {HTMLElement} root @returns {Promise<void>} */
  async function start(root) {
    Lianxue.storageNotice.watch(parts.one(root, "[data-storage]"));
    try {
      await choose(makeGround(root, await Lianxue.bank.open()));
    } catch (error) {
      parts.one(root, "[data-note]").textContent = "题目没有读到，请刷新本页。答过的内容不会丢失。";
    }
  }

  Lianxue.pageViews.exams = { start };
})();
