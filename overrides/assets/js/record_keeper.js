/** The record where the page may open it itself: on http, and inside record.html. */
(function () {
  "use strict";

  /** @param {string} siteId @returns {RecordKeeper} */
  function open(siteId) {
    /** @type {Promise<EventKeeper> | null} */
    let opening = null;

    /** Opened once; a failed opening is tried again at the next call. @returns {Promise<EventKeeper>} */
    function database() {
      if (!opening) {
        opening = Lianxue.recordDatabase.open(siteId);
        opening.catch(() => { opening = null; });
      }
      return opening;
    }

    return {
      ready: async () => { await database(); return true; },
      append: async (draft) => (await database()).append(draft),
      events: async () => (await database()).events(),
      preference: async (name) => Lianxue.preferenceShelf.read(siteId, name),
      setPreference: async (name, value) => Lianxue.preferenceShelf.write(siteId, name, value),
    };
  }

  Lianxue.recordKeeper = { open };
})();
