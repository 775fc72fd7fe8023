/** A quiz on a page: its shards, progress, score and the ways to do it again. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;

  /** @param {HTMLElement} section [data-quiz] @returns {QuizController} */
  function create(section) {
    const shards = (section.getAttribute("data-shards") || "").split(" ").filter(Boolean);
    const passMark = Number(section.getAttribute("data-pass-mark"));
    const progress = /** @type {HTMLElement} */ (parts.one(section, "[data-quiz-progress]"));
    const summary = /** @type {HTMLElement} */ (parts.one(section, "[data-quiz-summary]"));
    const score = parts.one(section, "[data-quiz-score]");
    /** @type {HTMLButtonElement} */
    const redoWrong = parts.one(section, "[data-redo-wrong]");
    /** @type {HTMLButtonElement} */
    const redoAll = parts.one(section, "[data-redo-all]");

    /** @param {string} id @returns {Promise<Question>} */
    async function loadQuestion(id) {
      await Promise.all(shards.map(Lianxue.bank.load));
      const question = Lianxue.bank.question(id);
      if (!question) {
        throw new Error("not in the bank: " + id);
      }
      return question;
    }

    /** @type {QuestionController[]} */
    const questions = parts.all(section, "form[data-question]").map((form) =>
      Lianxue.questionView.create(/** @type {HTMLFormElement} */ (form), {
        loadQuestion,
        onChange(event) {
          refresh(true);
          if (event) {
            document.dispatchEvent(new CustomEvent("lianxue:answered", { detail: event }));
          }
        },
      })
    );

    /** @returns {Result[]} of the questions whose verdict stands on the page */
    function results() {
      return /** @type {Result[]} */ (questions.map((question) => question.result()).filter(Boolean));
    }

    /** @param {Result[]} done @returns {string} "" until every question is answered */
    function scoreWords(done) {
      if (done.length < questions.length || done.length === 0) {
        return "";
      }
      const points = done.reduce((sum, result) => sum + result.points, 0);
      const gained = done.reduce((sum, result) => sum + result.points * result.share, 0);
      const reached = Lianxue.record.scoreOf(gained, points);
      return "得分 " + reached + " 分，" + (reached >= passMark ? "已达合格线。" : "未达合格线，可再练。");
    }

    /** @param {boolean} isAnnounced */
    function refresh(isAnnounced) {
      const done = results();
      progress.hidden = false;
      progress.textContent = "已答 " + done.length + " / " + questions.length;
      summary.hidden = done.length === 0;
      redoWrong.hidden = !done.some((result) => result.verdict !== "correct");
      score.setAttribute("aria-live", isAnnounced ? "polite" : "off");
      score.textContent = scoreWords(done);
    }

    /** @param {(result: Result) => boolean} isChosen */
    function redo(isChosen) {
      const chosen = questions.filter((question) => {
        const result = question.result();
        return result !== null && isChosen(result);
      });
      chosen.forEach((question) => question.reset());
      refresh(true);
      if (chosen[0]) {
        chosen[0].focus();
      }
    }

    /** @param {StoreState} state */
    function showStorage(state) {
      const notice = parts.one(section, "[data-quiz-notice]");
      notice.textContent = Lianxue.storageNotice.sentence(state);
    }

    /** @param {Object<string, RecordEvent>} latest @returns {Promise<void>} */
    async function restore(latest) {
      // one that cannot be shown does not keep the others back; a shard that does not load is said at the first answer
      await Promise.all(
        questions.map((question) => {
          const event = Lianxue.record.answerTo(latest, question.id, question.revision) || latest[question.id];
          return event ? question.restore(event).catch(() => undefined) : undefined;
        })
      );
      refresh(false);
    }

    redoWrong.addEventListener("click", () => redo((result) => result.verdict !== "correct"));
    redoAll.addEventListener("click", () => redo(() => true));
    Lianxue.recordStore.onChange(showStorage);
    showStorage(Lianxue.recordStore.state());
    refresh(false);

    return {
      restore,
      /** Ahead of the first answer, so that the verdict does not wait. */
      preload() {
        shards.forEach((url) => {
          Lianxue.bank.load(url).catch(() => undefined); // said when it is needed
        });
      },
    };
  }

  Lianxue.quizView = { create };
})();
