/** An exam being sat, from its first question or where it was left to its end: handed in, given up, or ended in another window. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;
  const UNKEPT = "最近的作答还没有保存下来：可以照常作答，本页会自动再试，在此之前请不要关闭或刷新本页。";
  const ELSEWHERE = "这场考试已在另一个窗口里交卷或放弃，这里不再继续。";
  const DROPPED = "考试期间题库更新过，有些题目已经改动或删除，不再计入这场考试。";
  const GONE = "题库已经更新，上次没有交卷的考试不能继续，没有留下记录。";
  const NOT_HANDED_IN = "没有交成，请刷新本页，答过的都还在。";
  const NOT_GIVEN_UP = "没有放弃成，请刷新本页再试。";
  const GIVEN_UP = "这场考试已放弃，没有留下记录。";

  /** @param {Question[]} loaded @returns {Record<string, Question>} by full id */
  function byId(loaded) {
    /** @type {Record<string, Question>} */
    const questions = {};
    loaded.forEach((question) => {
      questions[question.id] = question;
    });
    return questions;
  }

  /** An exam that cannot be gone on with must not lock the page. @param {ExamGround} ground */
  function showStuck(ground) {
    const section = ground.open("stuck");
    const ask = /** @type {HTMLElement} */ (parts.one(section, "[data-stuck-confirm]"));
    const button = /** @type {HTMLElement} */ (parts.one(section, "[data-stuck-give-up]"));
    const sure = /** @type {HTMLElement} */ (parts.one(section, "[data-stuck-give-up-now]"));
    ground.note("");
    ask.hidden = true;
    button.onclick = () => {
      ask.hidden = false;
      sure.focus();
    };
    sure.onclick = async () => {
      if (await Lianxue.sittingKeeper.discard()) {
        await ground.toList(GIVEN_UP);
      } else {
        ground.note(NOT_GIVEN_UP);
      }
    };
  }

  /** Another window was faster. @param {ExamGround} ground @param {string} exam uuid */
  async function leave(ground, exam) {
    const past = Lianxue.examHandIn.find(await Lianxue.recordStore.events(), exam);
    if (past) {
      ground.setAddress("?exam=" + encodeURIComponent(exam));
      await Lianxue.examResult.show(ground, past.payload, past.date);
      ground.note(ELSEWHERE);
    } else {
      await ground.toList(ELSEWHERE);
    }
  }

  /** @param {ExamGround} ground @param {SittingKeeper} keeper @param {Record<string, Question>} questions @param {"hand" | "time"} by */
  async function handIn(ground, keeper, questions, by) {
    const handed = Lianxue.examHandIn.handedBy(keeper.state(), by);
    if (await keeper.handOver(handed)) {
      await Lianxue.examHandIn.record(ground, keeper.state(), questions, handed);
    } else {
      await leave(ground, keeper.state().exam);
    }
  }

  /**
   * @param {ExamGround} ground @param {Sitting} sitting @param {boolean} isThere whether it stands in the memo
   * @param {(sitting: Sitting) => Sitting} first change of it @param {Record<string, Question>} questions by full id, all of them
   */
  function sit(ground, sitting, isThere, first, questions) {
    let isOver = false;
    let isUnkept = false;
    const keeper = Lianxue.sittingKeeper.create(sitting, isThere, first, {
      onWritten: (isKept) => {
        if (isOver) {
          return;
        }
        view.refresh();
        if (isKept === isUnkept) {
          isUnkept = !isKept;
          ground.note(isUnkept ? UNKEPT : "");
        }
      },
      onElsewhere: () => finish(() => leave(ground, sitting.exam), ELSEWHERE),
    });

    /** @param {() => Promise<void>} work @param {string} otherwise what to say where it fails */
    async function finish(work, otherwise) {
      if (isOver) {
        return;
      }
      isOver = true;
      view.stop();
      document.removeEventListener("visibilitychange", lookAround);
      try {
        await work();
        keeper.stop();
      } catch (error) {
        ground.note(otherwise);
      }
    }

    function lookAround() {
      if (!document.hidden && !isOver) {
        keeper.settled().then((isHere) => (isHere ? undefined : finish(() => leave(ground, sitting.exam), ELSEWHERE)));
      }
    }

    const view = Lianxue.examSitting.show(ground, keeper, questions, {
      handIn: (by) => finish(() => handIn(ground, keeper, questions, by), NOT_HANDED_IN),
      giveUp: () => finish(async () => {
        await keeper.giveUp();
        await ground.toList(GIVEN_UP);
      }, NOT_GIVEN_UP),
    });
    document.addEventListener("visibilitychange", lookAround);
    keeper.change((value) => value); // from now on it is kept
  }

  /** Go on with what was left, or hand it in where its time is over. @param {ExamGround} ground @param {any} stored of the memo @param {string} words to say of it */
  async function goOn(ground, stored, words) {
    try {
      if (!Lianxue.exam.isSitting(stored)) {
        throw new Error("a damaged memo");
      }
      await resume(ground, stored, words);
    } catch (error) {
      showStuck(ground);
    }
  }

  /** @param {ExamGround} ground @param {Sitting} stored @param {string} words */
  async function resume(ground, stored, words) {
    /** @type {Record<string, string>} */
    const revisions = {};
    stored.items.forEach(({ question }) => {
      revisions[question] = ground.index.revision[Lianxue.bank.rowOf(question)]; // undefined for a removed one
    });
    /** @param {Sitting} value @returns {Sitting} */
    const first = (value) => Lianxue.exam.drop(value, revisions);
    const sitting = first(stored);
    if (sitting.items.length === 0) {
      await Lianxue.sittingKeeper.clear(stored.exam);
      await ground.toList(GONE);
      return;
    }
    const questions = byId(await Lianxue.bank.loadQuestions(sitting.items.map((item) => item.question)));
    if (sitting.items.some((item) => !questions[item.question])) {
      throw new Error("questions of the exam are missing");
    }
    const isDropped = sitting.items.length < stored.items.length;
    const isTimeOver = sitting.clock !== null && Lianxue.examClock.deadline(sitting.clock) <= Date.now();
    if (stored.handed) {
      await Lianxue.examHandIn.record(ground, sitting, questions, stored.handed);
    } else if (isTimeOver) {
      const keeper = Lianxue.sittingKeeper.create(stored, true, first, { onWritten: () => undefined, onElsewhere: () => undefined });
      await handIn(ground, keeper, questions, "time");
      keeper.stop();
    } else {
      sit(ground, stored, true, first, questions);
      ground.note(words);
    }
    if (isDropped) {
      ground.note(DROPPED);
    }
  }

  Lianxue.examRun = { sit, goOn, byId };
})();
