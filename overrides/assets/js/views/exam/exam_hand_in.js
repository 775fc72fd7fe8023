/** Handing in: the exam is graded, goes to the record together with its responses, and its result is shown. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;

  /** @param {Sitting} sitting @param {"hand" | "time"} by @returns {HandedIn} now, or when its time was over */
  function handedBy(sitting, by) {
    const now = Date.now();
    const ended = by === "time" && sitting.clock ? Math.min(now, Lianxue.examClock.deadline(sitting.clock)) : now;
    return { by, ended: Math.max(ended, sitting.started) };
  }

  /** @param {ExamGround} ground @param {RecordEvent} event */
  async function showResult(ground, event) {
    ground.setAddress("?exam=" + encodeURIComponent(event.payload.exam));
    await Lianxue.examResult.show(ground, event.payload, event.date);
    const section = parts.one(ground.root, "[data-view-result]");
    section.scrollIntoView({ block: "start" });
    /** @type {HTMLElement} */ (parts.one(section, "[data-title]")).focus({ preventScroll: true });
  }

  /**
   * Done again, or in another window too, it gives back what stands in the record.
   * @param {ExamGround} ground @param {Sitting} sitting @param {Record<string, Question>} questions @param {HandedIn} handed
   */
  async function record(ground, sitting, questions, handed) {
    const written = await Lianxue.recordStore.appendAll(Lianxue.exam.drafts(Lianxue.exam.grade(sitting, questions, handed)));
    written.filter((event) => event.kind === "response").forEach((event) => {
      document.dispatchEvent(new CustomEvent("lianxue:answered", { detail: event }));
    });
    if (Lianxue.recordStore.state().kind === "stored") {
      await Lianxue.sittingKeeper.clear(sitting.exam).catch(() => undefined); // the next opening finds it in the record and clears it
      ground.note("");
    } // else the memo stays: the exam is handed in again when the page is opened anew
    await showResult(ground, written[written.length - 1]);
  }

  /** @param {RecordEvent[]} events @param {string} exam uuid @returns {RecordEvent | undefined} */
  function find(events, exam) {
    return Lianxue.history.exams(events).find((event) => event.payload.exam === exam);
  }

  Lianxue.examHandIn = { handedBy, record, find };
})();
