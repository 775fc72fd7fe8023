/** The record where the page may open it itself: on http, and inside record.html. It stays with the person it began with. */
(function () {
  "use strict";

  /** @param {any} value what stands in the first database @returns {People} */
  function checkPeople(value) {
    const named = (value && Array.isArray(value.people) ? value.people : []).filter(
      (/** @type {any} */ person) => person && typeof person.id === "string" && typeof person.name === "string"
    );
    const people = named.some((/** @type {any} */ person) => person.id === "") ? named : [{ id: "", name: "" }].concat(named);
    const isKnown = value && people.some((/** @type {any} */ person) => person.id === value.current);
    return { current: isKnown ? value.current : "", people };
  }

  /** @param {string} siteId @returns {RecordKeeper} */
  function open(siteId) {
    const { recordDatabase: database, recordLog: log, recordSnapshots: snapshots } = Lianxue;
    const base = "lianxue-" + siteId;
    /** @type {string | null} */
    let here = null;
    /** @type {Promise<{first: RecordConnection, own: RecordConnection}> | null} */
    let opening = null;

    /** @param {string} person @returns {string} */
    function nameOf(person) {
      return person === "" ? base : base + "." + person;
    }

    /** The first database has the directory of the others. */
    async function openBoth() {
      const first = await database.open(base);
      if (here === null) {
        here = checkPeople(await log.fact(first, "people")).current;
      }
      return { first, own: here === "" ? first : await database.open(nameOf(here)) };
    }

    /** Opened once; a failed opening is tried again at the next call. */
    function opened() {
      if (!opening) {
        opening = openBoth();
        opening.catch(() => { opening = null; });
      }
      return opening;
    }

    const own = async () => (await opened()).own;

    /** @returns {Promise<People>} */
    async function people() {
      const { first } = await opened();
      return Object.assign(checkPeople(await log.fact(first, "people")), { here: here || "" });
    }

    return {
      ready: async () => { await opened(); return true; },
      appendAll: async (drafts) => log.appendAll(await own(), drafts),
      read: async () => log.read(await own()),
      pack: async () => log.pack(await own()),
      memo: async (name) => log.fact(await own(), "memo:" + name),
      setMemo: async (name, value) => log.setFact(await own(), "memo:" + name, value),
      takeSnapshot: async (date) => snapshots.take(await own(), date),
      people,
      // the rest is done on one page only, and in record.html
      snapshots: async () => Lianxue.recordUpkeep.snapshots(await own()),
      restore: async (date, keepAs) => Lianxue.recordUpkeep.restore(await own(), date, keepAs),
      merge: async (events) => Lianxue.recordUpkeep.merge(await own(), events),
      setPeople: async (wanted) => {
        const before = await people();
        await Lianxue.recordUpkeep.setPeople((await opened()).first, before, checkPeople(wanted), nameOf);
        return people();
      },
      preference: async (name) => Lianxue.preferenceShelf.read(siteId, name),
      setPreference: async (name, value) => Lianxue.preferenceShelf.write(siteId, name, value),
    };
  }

  Lianxue.recordKeeper = { open };
})();
