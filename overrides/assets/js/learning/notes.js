/** What the learner starred or noted down, by what it is about. Pure. */
(function () {
  "use strict";

  /** @param {any} event @returns {boolean} whether this version can read it as a star or a note */
  function isRemark(event) {
    const payload = event.payload;
    if (event.schema !== Lianxue.record.SCHEMA || !payload || typeof payload.target !== "string") {
      return false;
    }
    return event.kind === "star" ? typeof payload.on === "boolean" : event.kind === "note" && typeof payload.text === "string";
  }

  /**
   * The latest star and the latest note of each target. What was unstarred and emptied again is left out.
   * @param {RecordEvent[]} events @returns {Noted[]} latest change first
   */
  function fold(events) {
    /** @type {Map<string, Noted>} */
    const byTarget = new Map();
    Lianxue.record.inOrder(events.filter(isRemark)).forEach((event) => {
      const { target, title, on, text } = event.payload;
      const before = byTarget.get(target) || { target, title: "", is_starred: false, note: "", date: "" };
      byTarget.delete(target); // put in again at the end: a Map keeps the order of its entries
      byTarget.set(target, {
        target,
        title: typeof title === "string" && title ? title : before.title,
        is_starred: event.kind === "star" ? on : before.is_starred,
        note: event.kind === "note" ? text : before.note,
        date: event.date,
      });
    });
    return Array.from(byTarget.values())
      .filter((noted) => noted.is_starred || noted.note !== "")
      .reverse();
  }

  Lianxue.notes = { fold };
})();
