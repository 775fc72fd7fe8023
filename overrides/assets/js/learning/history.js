/** The record sorted into what was answered and what was sat. Pure. */
(function () {
  "use strict";

  const ANSWERED = ["correct", "partial", "wrong"];
  const LAST_DAY = 8e15; // milliseconds: a Date reaches no further

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

  /** @param {any} value @param {string[]} texts @param {string[]} numbers @returns {boolean} whether it is an object with these */
  function has(value, texts, numbers) {
    return (
      value !== null && typeof value === "object" && texts.every((name) => typeof value[name] === "string") &&
      numbers.every((name) => Number.isFinite(value[name]))
    );
  }

  /** @param {any} item @returns {boolean} */
  function isExamItem(item) {
    return (
      has(item, ["question", "revision", "type", "discipline", "verdict"], ["points", "share"]) &&
      (item.verdict === "none" || (ANSWERED.indexOf(item.verdict) >= 0 && item.response !== null && item.response !== undefined))
    );
  }

  /** @param {any} event @returns {boolean} whether this version can read it as a sitting that was handed in */
  function isExam(event) {
    const payload = event.payload;
    return (
      event.kind === "exam" && event.schema === Lianxue.record.SCHEMA &&
      has(payload, ["exam", "preset", "title", "by"], ["started", "ended", "minutes", "pass_mark", "points", "gained", "score"]) &&
      Math.abs(payload.ended) < LAST_DAY && Array.isArray(payload.items) && payload.items.every(isExamItem)
    );
  }

  /** Each once, as it was first handed in. @param {RecordEvent[]} events @returns {RecordEvent[]} the exams handed in, newest first */
  function exams(events) {
    /** @type {Set<string>} */
    const seen = new Set();
    return Lianxue.record.inOrder(events.filter(isExam)).filter((event) => {
      const isNew = !seen.has(event.payload.exam);
      seen.add(event.payload.exam);
      return isNew;
    }).reverse();
  }

  Lianxue.history = { byQuestion, exams };
})();
