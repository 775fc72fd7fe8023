/** A database of the record: IndexedDB, its stores, and transactions that are on disk when they are over. */
(function () {
  "use strict";

  // 1: events, facts. 2: packs (JSON texts of many events, read five times as fast), snapshots.
  const VERSION = 2;
  const OURS = ["newer", "damaged", "removed", "taken", "unknown"]; // reasons of our own: another try changes nothing

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
      VersionError: "newer", QuotaExceededError: "full", SecurityError: "denied", ConstraintError: "clash",
    });
    if (OURS.indexOf(name) >= 0) {
      return cause;
    }
    return failure(reasons[name] || otherwise, cause);
  }

  /** @param {IDBDatabase} database @param {number} from the version it has */
  function createStores(database, from) {
    if (from < 1) {
      database.createObjectStore("events", { keyPath: "id" }).createIndex("place", ["device", "sequence"], { unique: true });
      database.createObjectStore("facts");
    }
    if (from < 2) {
      database.createObjectStore("packs", { autoIncrement: true });
      // the index lists them in the order they were taken, without their texts
      database.createObjectStore("snapshots", { keyPath: "date" }).createIndex("list", ["taken", "count"]);
    }
  }

  /** @param {string} name @param {number | undefined} version @param {boolean} mayCreate @returns {Promise<IDBDatabase>} */
  function openVersion(name, version, mayCreate) {
    return new Promise((resolve, reject) => {
      /** @type {IDBOpenDBRequest} */
      let request;
      let isGivenUp = false;
      let isGone = false;
      try {
        request = window.indexedDB.open(name, version);
      } catch (denied) {
        reject(explain(denied, "denied"));
        return;
      }
      request.onupgradeneeded = (event) => {
        isGone = event.oldVersion === 0 && !mayCreate;
        if (isGone) {
          /** @type {IDBTransaction} */ (request.transaction).abort(); // then nothing is created
        } else {
          createStores(request.result, event.oldVersion);
        }
      };
      request.onerror = (event) => {
        event.preventDefault(); // Firefox would print it as an uncaught error
        reject(isGone ? failure("removed", null) : explain(request.error, "denied"));
      };
      request.onblocked = () => {
        isGivenUp = true;
        reject(failure("failed", { name: "blocked" }));
      };
      request.onsuccess = () => {
        if (isGivenUp) {
          request.result.close();
        }
        resolve(request.result);
      };
    });
  }

  /** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
  function done(request) {
    /** @type {Promise<any>} */
    const result = new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = (event) => {
        event.preventDefault(); // the transaction is ended below
        reject(request.error);
      };
    });
    result.catch(() => undefined); // where one of several fails, nobody waits for the others
    return result;
  }

  /**
   * @template T @param {IDBDatabase} database @param {"readonly" | "readwrite"} mode @param {string[]} names
   * @param {(store: (name: string) => IDBObjectStore) => Promise<T>} work waits for nothing but its own requests
   * @returns {Promise<T>} when the transaction is complete
   */
  async function transactOnce(database, mode, names, work) {
    // strict: the acknowledgement comes after the bytes are on disk (old kernels ignore the third argument)
    const begin = /** @type {any} */ (database.transaction);
    /** @type {IDBTransaction} */
    const transaction = begin.call(database, names, mode, { durability: "strict" });
    const isOver = new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => reject(explain(transaction.error, "failed"));
    });
    isOver.catch(() => undefined);
    try {
      const value = await work((name) => transaction.objectStore(name));
      await isOver;
      return value;
    } catch (cause) {
      try {
        transaction.abort();
      } catch (over) {
        // it ended by itself
      }
      throw explain(transaction.error || cause, "failed");
    }
  }

  /**
   * @param {string} name @param {{isKept: boolean}} [how] isKept: whoever deletes it while it is open means it; it is not made again
   * @returns {Promise<RecordConnection>} of a newer version one that only reads; rejects with an error named denied, newer, full, removed or failed
   */
  async function open(name, how) {
    let isClosed = false;
    let isNewer = false;

    /** @param {boolean} mayCreate @returns {Promise<IDBDatabase>} */
    async function connect(mayCreate) {
      /** @type {IDBDatabase} */
      let opened;
      try {
        opened = await openVersion(name, VERSION, mayCreate);
        isNewer = false;
      } catch (error) {
        if (/** @type {Error} */ (error).name !== "newer") {
          throw error;
        }
        opened = await openVersion(name, undefined, mayCreate);
        isNewer = true;
      }
      isClosed = false;
      // a later version of the site may upgrade in another tab: give way, open again when needed
      opened.onversionchange = () => opened.close();
      opened.onclose = () => { isClosed = true; };
      return opened;
    }
    let database = await connect(true);

    /** @type {RecordConnection["transact"]} */
    async function transact(mode, names, work) {
      try {
        if (isClosed) {
          throw failure("failed", { name: "closed" });
        }
        return await attempt();
      } catch (first) {
        if (OURS.concat("clash").indexOf(/** @type {Error} */ (first).name) >= 0) {
          throw first;
        }
        database.close();
        database = await connect(!how || !how.isKept);
        return attempt();
      }

      function attempt() {
        if (isNewer && mode === "readwrite") {
          throw failure("newer", null);
        }
        return transactOnce(database, mode, names, work);
      }
    }

    return {
      transact,
      has: (store) => database.objectStoreNames.contains(store),
      isNewer: () => isNewer,
    };
  }

  /** @param {string} name @returns {Promise<void>} */
  function remove(name) {
    return new Promise((resolve, reject) => {
      const request = window.indexedDB.deleteDatabase(name);
      request.onsuccess = () => resolve();
      request.onerror = () => reject(explain(request.error, "failed"));
    });
  }

  Lianxue.recordDatabase = { open, remove, done, failure, newId };
})();
