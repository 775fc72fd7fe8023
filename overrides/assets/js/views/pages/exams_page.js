/** 模拟考试: chooses what the page shows, begins an exam, hands it in. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;
  const VIEWS = ["list", "sitting", "result", "certificate"];
  const UNKEPT = "浏览器没有让本站保存这场考试：可以照常作答，但在交卷以前请不要关闭或刷新本页。";
  const ELSEWHERE = "这场考试已在另一个窗口里交卷或放弃，这里不再继续。";
  const DROPPED = "考试期间题库更新过，有些题目已经改动或删除，不再计入这场考试。";

  const GONE = "题库已经更新，上次没有交卷的考试不能继续，没有留下记录。";

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
    return { index, root, open, note, typeLabel: (type) => index.type_labels[index.types.indexOf(type)] || type };
  }

  /** @param {string} query "" for the list */
  function setAddress(query) {
    window.history.replaceState(null, "", Lianxue.site.resolve("practice/exams.html" + query));
  }

  /** @param {Question[]} loaded @returns {Record<string, Question>} by full id */
  function byId(loaded) {
    /** @type {Record<string, Question>} */
    const questions = {};
    loaded.forEach((question) => {
      questions[question.id] = question;
    });
    return questions;
  }

  /** @param {ExamGround} ground @param {string} wanted preset, "" for none @returns {Promise<void>} */
  async function showList(ground, wanted) {
    const events = await Lianxue.recordStore.events();
    Lianxue.examList.show(ground, events, (preset, ids, points, settings) => begin(ground, preset, ids, points, settings), wanted);
  }

  /** @param {ExamGround} ground @param {Preset} preset @param {string[]} ids @param {number[]} points @param {Settings} settings */
  async function begin(ground, preset, ids, points, settings) {
    const loaded = byId(await Lianxue.bank.loadQuestions(ids));
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
    ground.note("");
    setAddress("");
    sit(ground, sitting, loaded);
    parts.one(ground.root, "[data-view-sitting]").scrollIntoView({ block: "start" });
    /** @type {HTMLElement} */ (parts.one(ground.root, "[data-stage] [data-body]")).focus({ preventScroll: true });
  }

  /** @param {ExamGround} ground @param {Sitting} sitting @param {Record<string, Question>} questions */
  function sit(ground, sitting, questions) {
    let isOver = false;
    const keeper = Lianxue.sittingKeeper.create(sitting, (isKept) => {
      if (!isOver) {
        view.refresh();
      }
      if (!isKept) {
        ground.note(UNKEPT);
      }
    });

    /** @param {(isHere: boolean) => Promise<void>} work */
    async function finish(work) {
      if (!isOver) {
        isOver = true;
        view.stop();
        document.removeEventListener("visibilitychange", lookAround);
        await work(await keeper.settled());
      }
    }

    function lookAround() {
      if (!document.hidden && !isOver) {
        keeper.settled().then((isHere) => (isHere ? undefined : finish(() => leave(ground))));
      }
    }

    const view = Lianxue.examSitting.show(ground, keeper, questions, {
      handIn: (by) => finish((isHere) => (isHere ? handIn(ground, keeper.state(), questions, handedBy(keeper.state(), by)) : leave(ground))),
      giveUp: () => finish(async () => {
        await Lianxue.sittingKeeper.clear();
        await showList(ground, "");
        ground.note("这场考试已放弃，没有留下记录。");
      }),
    });
    document.addEventListener("visibilitychange", lookAround);
    keeper.change((value) => value); // from now on it is kept
  }

  /** Another window was faster. @param {ExamGround} ground */
  async function leave(ground) {
    await showList(ground, "");
    ground.note(ELSEWHERE);
  }

  /** @param {Sitting} sitting @param {"hand" | "time"} by @returns {HandedIn} now, or when its time was over */
  function handedBy(sitting, by) {
    const now = Date.now();
    const ended = by === "time" && sitting.clock ? Math.min(now, Lianxue.examClock.deadline(sitting.clock)) : now;
    return { by, ended: Math.max(ended, sitting.started) };
  }

  /** @param {ExamGround} ground @param {Sitting} sitting @param {Record<string, Question>} questions @param {HandedIn} handed */
  async function handIn(ground, sitting, questions, handed) {
    const payload = Lianxue.exam.grade(sitting, questions, handed);
    await Lianxue.recordStore.setMemo("exam", Lianxue.exam.handOver(sitting, handed));
    const written = await Lianxue.recordStore.appendAll(Lianxue.exam.drafts(payload));
    written.filter((event) => event.kind === "response").forEach((event) => {
      document.dispatchEvent(new CustomEvent("lianxue:answered", { detail: event }));
    });
    if (Lianxue.recordStore.state().kind === "stored") {
      await Lianxue.sittingKeeper.clear();
      ground.note("");
    } // else the memo stays: the exam is handed in again when the page is opened anew
    await showResult(ground, payload, written[written.length - 1].date);
    setAddress("?exam=" + encodeURIComponent(payload.exam));
  }

  /** @param {ExamGround} ground @param {ExamPayload} payload @param {string} date */
  async function showResult(ground, payload, date) {
    await Lianxue.examResult.show(ground, payload, date);
    const section = parts.one(ground.root, "[data-view-result]");
    section.scrollIntoView({ block: "start" });
    /** @type {HTMLElement} */ (parts.one(section, "[data-title]")).focus({ preventScroll: true });
  }

  /** Go on with what was left, or hand it in where its time is over. @param {ExamGround} ground @param {Sitting} stored */
  async function goOn(ground, stored) {
    /** @type {Record<string, string>} */
    const revisions = {};
    stored.items.forEach(({ question }) => {
      revisions[question] = ground.index.revision[Lianxue.bank.rowOf(question)]; // undefined for a removed one
    });
    const sitting = Lianxue.exam.drop(stored, revisions);
    if (sitting.items.length === 0) {
      await Lianxue.sittingKeeper.clear();
      await showList(ground, "");
      ground.note(GONE);
      return;
    }
    const questions = byId(await Lianxue.bank.loadQuestions(sitting.items.map((item) => item.question)));
    if (sitting.items.some((item) => !questions[item.question])) {
      throw new Error("questions of the exam are missing");
    }
    const isDropped = sitting.items.length < stored.items.length;
    const isTimeOver = sitting.clock !== null && Lianxue.examClock.deadline(sitting.clock) <= Date.now();
    if (isTimeOver || stored.handed) {
      await handIn(ground, sitting, questions, stored.handed || handedBy(sitting, "time"));
    } else {
      sit(ground, sitting, questions);
    }
    if (isDropped) {
      ground.note(DROPPED);
    } else if (!isTimeOver && !stored.handed) {
      ground.note("接着上次没有交卷的考试，答过的都还在。");
    }
  }

  /** @param {RecordEvent[]} events @param {string} exam @returns {RecordEvent | undefined} */
  function find(events, exam) {
    return Lianxue.history.exams(events).find((event) => event.payload.exam === exam);
  }

  /** @param {ExamGround} ground @returns {Promise<void>} */
  async function choose(ground) {
    const query = new URLSearchParams(window.location.search);
    const events = await Lianxue.recordStore.events();
    const stored = await Lianxue.sittingKeeper.load();
    const isWritten = stored !== null && find(events, stored.exam) !== undefined;
    if (stored && isWritten) {
      await Lianxue.sittingKeeper.clear(); // the page was closed between the record and the memo
    }
    const asked = query.get("exam") || "";
    const past = find(events, asked || (stored && isWritten ? stored.exam : ""));
    if (past) {
      await Lianxue.examResult.show(ground, past.payload, past.date);
    } else if (stored && !isWritten) {
      await goOn(ground, stored);
    } else {
      await showList(ground, query.get("preset") || "");
      if (asked) {
        ground.note("学习记录里没有这场考试的成绩。");
      }
    }
  }

  /** @param {HTMLElement} root */
  function showStorage(root) {
    const notice = parts.one(root, "[data-storage]");
    const show = (/** @type {StoreState} */ state) => {
      notice.textContent = Lianxue.storageNotice.sentence(state);
    };
    Lianxue.recordStore.onChange(show);
    show(Lianxue.recordStore.state());
  }

  /** @param {HTMLElement} root @returns {Promise<void>} */
  async function start(root) {
    showStorage(root);
    try {
      await choose(makeGround(root, await Lianxue.bank.open()));
    } catch (error) {
      parts.one(root, "[data-note]").textContent = "题目没有读到，请刷新本页。答过的内容不会丢失。";
    }
  }

  Lianxue.pageViews.exams = { start };
})();
