/** What practice stands on: the bank's index, the record's folds and the day, opened together. */
(function () {
  "use strict";

  /** @returns {Promise<Ground>} rejects where the bank does not load */
  async function open() {
    const [index, events] = await Promise.all([Lianxue.bank.open(), Lianxue.recordStore.events()]);
    const history = Lianxue.history.byQuestion(events);
    const settings = Lianxue.settings.fold(events);

    /** @param {SessionMode} mode @param {number[]} rows @param {number} [count] 0: all @param {string} [position] @returns {string[]} full ids */
    function choose(mode, rows, count, position) {
      return Lianxue.session.choose(mode, {
        index, rows, history, settings, today: Lianxue.today(), random: Math.random,
        count: count || 0, siteId: Lianxue.site.id, position: position || "",
      });
    }

    /** @param {string} id full id @returns {RecordEvent | null} the latest response, to whatever revision */
    function latest(id) {
      const responses = history[id];
      return responses ? responses[responses.length - 1] : null;
    }

    /** @param {string} id full id @returns {RecordEvent | null} the latest response to the question as it now is */
    function current(id) {
      const revision = index.revision[Lianxue.bank.rowOf(id)];
      const responses = (history[id] || []).filter((event) => event.payload.revision === revision);
      return responses.length > 0 ? responses[responses.length - 1] : null;
    }

    /** @param {RecordEvent} event a response just written */
    function note(event) {
      const id = event.payload.question;
      history[id] = (history[id] || []).concat(event);
    }

    return { index, events, choose, latest, current, note };
  }

  Lianxue.ground = { open };
})();
