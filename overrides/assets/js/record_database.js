/**
 * The record on disk: IndexedDB, append-only. Sequence numbers are given inside the writing transaction,
 * so that two tabs never share one.
 */
(function () {
  "use strict";

  const VERSION = 1;

  /** @returns {string} */
  function newId() {
    return Lianxue.record.formatUuid(window.crypto.getRandomValues(new Uint8Array(16)));
  }

  /** A failure that names its reason in one word (storage_notice.js has the sentences). @param {string} reason @param {any} cause @returns {Error} */
  function failure(reason, cause) {
    const error = new Error(reason + (cause && cause.name ? ": " + cause.name : ""));
    error.name = reason;
    return error;
  }

  /** @param {any} cause @param {string} otherwise the reason where the cause names none @returns {Error} */
  function explain(cause, otherwise) {
    const name = (cause && cause.name) || "";
    const reasons = /** @type {Object<string, string>} */ ({
      VersionError: "newer", QuotaExceededError: "full", SecurityError: "denied",
    });
    return failure(reasons[name] || otherwise, cause);
  }

  /** @param {IDBDatabase} database */
  function createStores(database) {
    database.createObjectStore("events", { keyPath: "id" }).createIndex("place", ["device", "sequence"], { unique: true });
    database.createObjectStore("facts");
  }

  /** @param {string} name @returns {Promise<IDBDatabase>} */
  function openDatabase(name) {
    return new Promise((resolve, reject) => {
      /** @type {IDBOpenDBRequest} */
      let request;
      try {
        request = window.indexedDB.open(name, VERSION);
      } catch (denied) {
        reject(explain(denied, "denied"));
        return;
      }
      request.onupgradeneeded = () => createStores(request.result);
      request.onerror = (event) => {
        event.preventDefault(); // Firefox would print it as an uncaught error
        reject(explain(request.error, "denied"));
      };
      request.onblocked = () => reject(failure("failed", { name: "blocked" }));
      request.onsuccess = () => resolve(request.result);
    });
  }

  /**
   * Strict: the acknowledgement comes after the bytes are on disk (old kernels ignore the third argument).
   * @param {IDBDatabase} database @returns {IDBTransaction}
   */
  function writing(database) {
    const begin = /** @type {any} */ (database.transaction);
    return begin.call(database, ["events", "facts"], "readwrite", { durability: "strict" });
  }

  /**
   * Write an event once: a second try with the same id gives back what stands.
   * @param {IDBDatabase} database @param {RecordEvent} draft @returns {Promise<RecordEvent>} resolves when the transaction is complete
   */
  function append(database, draft) {
    return new Promise((resolve, reject) => {
      /** @type {RecordEvent} */
      let written = draft;
      const transaction = writing(database);
      const events = transaction.objectStore("events");
      const facts = transaction.objectStore("facts");
      transaction.oncomplete = () => resolve(written);
      transaction.onabort = (event) => {
        event.preventDefault();
        reject(explain(transaction.error, "failed"));
      };
      const standing = events.get(draft.id);
      standing.onsuccess = () => {
        if (standing.result) {
          written = standing.result;
          return;
        }
        const place = facts.get("place");
        place.onsuccess = () => {
          const last = place.result || { device: newId(), sequence: 0 };
          written = Lianxue.record.placeEvent(draft, last.device, last.sequence + 1);
          facts.put({ device: written.device, sequence: written.sequence }, "place");
          events.add(written);
        };
      };
    });
  }

  /** @param {IDBDatabase} database @returns {Promise<RecordEvent[]>} in no order */
  function readEvents(database) {
    return new Promise((resolve, reject) => {
      const request = database.transaction("events").objectStore("events").getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(explain(request.error, "failed"));
    });
  }

  /** @param {string} siteId @returns {Promise<EventKeeper>} rejects with an error named denied, newer, full or failed */
  async function open(siteId) {
    const name = "lianxue-" + siteId;
    let database = await openDatabase(name);
    let isClosed = false;
    /** A later version of the site may upgrade in another tab: give way, open again when needed. @param {IDBDatabase} opened */
    function watch(opened) {
      isClosed = false;
      opened.onversionchange = () => opened.close();
      opened.onclose = () => { isClosed = true; };
    }
    watch(database);

    /** @template T @param {(database: IDBDatabase) => Promise<T>} work @returns {Promise<T>} */
    async function withDatabase(work) {
      try {
        if (isClosed) {
          throw failure("failed", { name: "closed" });
        }
        return await work(database);
      } catch (first) {
        database.close();
        database = await openDatabase(name);
        watch(database);
        return work(database);
      }
    }

    return {
      append: (draft) => withDatabase((opened) => append(opened, draft)),
      events: () => withDatabase(readEvents),
    };
  }

  Lianxue.recordDatabase = { open, newId };
})();
