/** The record sorted into what was answered and what was sat. Pure. */
(function () {
  "use strict";

  /** @param {RecordEvent[]} events @returns {Record<string, RecordEvent[]>} responses by full id, oldest first */
  function byQuestion(events) {
    // without a prototype: a backup may name a question "constructor"
    /** @type {Record<string, RecordEvent[]>} */
    const history = Object.create(null);
    Lianxue.record.responses(events).forEach((event) => {
      const id = event.payload.question;
      if (history[id]) {
        history[id].push(event);
      } else {
        history[id] = [event];
      }
    });
    return history;
  }

  /** @param {any} event @returns {boolean} whether this version can read it as a sitting that was handed in */
  function isExam(event) {
    const payload = event.payload;
    return (
      event.kind === "exam" && event.schema === Lianxue.record.SCHEMA && payload !== null && typeof payload === "object" &&
      typeof payload.exam === "string" && typeof payload.score === "number" && Array.isArray(payload.items)
    );
  }

  /** @param {RecordEvent[]} events @returns {RecordEvent[]} the exams handed in, newest first */
  function exams(events) {
    return Lianxue.record.inOrder(events.filter(isExam)).reverse();
  }

  Lianxue.history = { byQuestion, exams };
})();
