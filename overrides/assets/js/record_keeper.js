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

  /** @param {string} name of a script beside this one @returns {Promise<void>} */
  function load(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const own = /** @type {HTMLScriptElement} */ (document.querySelector('script[src*="/record_keeper.js"]'));
      script.src = own.src.replace("/record_keeper.js", "/" + name + ".js");
      script.onload = () => resolve();
      script.onerror = () => reject(Lianxue.recordDatabase.failure("failed", null));
      document.head.appendChild(script);
    });
  }

  /** @type {Promise<void> | null} */
  let loading = null;

  /** Few pages need it, and record.html, which has it. Loaded once; what failed is tried again. @returns {Promise<LianxueNamespace["recordUpkeep"]>} */
  async function upkeep() {
    if (!Lianxue.recordUpkeep) {
      loading = loading || load("record_snapshots").then(() => load("record_upkeep"));
      await loading.catch((error) => {
        loading = null;
        throw error;
      });
    }
    return Lianxue.recordUpkeep;
  }

  /** @param {string} siteId @returns {RecordKeeper} */
  function open(siteId) {
    const { recordDatabase: database, recordLog: log } = Lianxue;
    const base = "lianxue-" + siteId;
    /** @type {string | null} */
    let here = null;
    /** @type {Promise<{first: RecordConnection, own: RecordConnection}> | null} */
    let opening = null;

    /** @param {string} person @returns {string} */
    function nameOf(person) {
      return person === "" ? base : base + "." + person;
    }

    /** @param {RecordConnection} first @returns {Promise<People>} */
    async function directory(first) {
      return checkPeople(await log.fact(first, "people"));
    }

    /** @param {People} people @param {string} id */
    function mustHave(people, id) {
      if (!people.people.some((person) => person.id === id)) {
        throw database.failure("removed", null);
      }
    }

    /** The first database has the directory of the others. */
    async function openBoth() {
      const first = await database.open(base);
      const people = await directory(first);
      here = here === null ? people.current : here;
      if (here === "") {
        return { first, own: first };
      }
      mustHave(people, here);
      const own = await database.open(nameOf(here), { isKept: true });
      try {
        mustHave(await directory(first), here);
      } catch (error) {
        await database.remove(nameOf(here)); // taken out just now: opening may have made it again
        throw error;
      }
      return { first, own };
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
      return Object.assign(await directory(first), { here: here || "" });
    }

    return {
      ready: async () => { await opened(); return true; },
      appendAll: async (drafts) => log.appendAll(await own(), drafts),
      read: async () => log.read(await own()),
      memo: async (name) => log.fact(await own(), "memo:" + name),
      setMemo: async (name, value) => log.setFact(await own(), "memo:" + name, value),
      swapMemo: async (name, before, value) => log.swapFact(await own(), "memo:" + name, before, value),
      people,
      upkeep: async (date) => (await upkeep()).run(await own(), date),
      snapshots: async () => (await upkeep()).snapshots(await own()),
      restore: async (date, keepAs) => (await upkeep()).restore(await own(), date, keepAs),
      merge: async (events) => (await upkeep()).merge(await own(), events),
      changePeople: async (change) => {
        await (await upkeep()).changePeople((await opened()).first, change, checkPeople, nameOf);
        return people();
      },
      preference: async (name) => Lianxue.preferenceShelf.read(siteId, name),
      setPreference: async (name, value) => Lianxue.preferenceShelf.write(siteId, name, value),
    };
  }

  Lianxue.recordKeeper = { open };
})();
