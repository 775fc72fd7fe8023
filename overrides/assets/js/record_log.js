/**
 * The events in a database: new ones loose, older ones in packs (one JSON text for up to a thousand). Sequence
 * numbers are given inside the writing transaction, so that two tabs never share one.
 */
(function () {
  "use strict";

  const { done, newId } = Lianxue.recordDatabase;

  /** @param {any} place @returns {{device: string, sequence: number}} a damaged one is not gone on with: no number is given twice */
  function checkPlace(place) {
    const isWhole = place && typeof place.device === "string" && place.device && Number.isInteger(place.sequence) && place.sequence > 0;
    return isWhole ? place : { device: newId(), sequence: 0 };
  }

  /**
   * Write events once, all or none: a second try with the same id gives back what stands.
   * @param {RecordConnection} database @param {RecordEvent[]} drafts @param {boolean} isNewDevice
   * @returns {Promise<RecordEvent[]>} resolves when the transaction is complete
   */
  function write(database, drafts, isNewDevice) {
    return database.transact("readwrite", ["events", "facts"], async (store) => {
      const events = store("events");
      const standing = await Promise.all(drafts.map((draft) => done(events.get(draft.id))));
      let place = checkPlace(isNewDevice ? null : await done(store("facts").get("place")));
      const written = drafts.map((draft, number) => {
        if (standing[number]) {
          return standing[number];
        }
        place = { device: place.device, sequence: place.sequence + 1 };
        return Lianxue.record.placeEvent(draft, place.device, place.sequence);
      });
      const fresh = written.filter((event, number) => !standing[number]);
      if (fresh.length > 0) {
        await Promise.all(fresh.map((event) => done(events.add(event))).concat(/** @type {any} */ (done(store("facts").put(place, "place")))));
      }
      return written;
    });
  }

  /** @param {RecordConnection} database @param {RecordEvent[]} drafts @returns {Promise<RecordEvent[]>} */
  async function appendAll(database, drafts) {
    try {
      return await write(database, drafts, false);
    } catch (error) {
      if (/** @type {Error} */ (error).name !== "clash") {
        throw error;
      }
      return write(database, drafts, true); // the counter has fallen behind: go on as another device
    }
  }

  /** @param {(store: string) => IDBObjectStore} store @returns {Promise<StoredRecord>} within a transaction over events and packs */
  async function readWithin(store) {
    const [packs, loose] = await Promise.all([done(store("packs").getAll()), done(store("events").getAll())]);
    const texts = packs.filter((pack) => typeof pack === "string");
    const whole = loose.filter(Lianxue.record.isEvent);
    return {
      texts: whole.length > 0 ? texts.concat(JSON.stringify(whole)) : texts,
      loose: whole.length,
      unreadable: packs.length - texts.length + loose.length - whole.length,
      isNewer: false,
    };
  }

  /** As texts: the page parses them, on file:// after they crossed the frame. @param {RecordConnection} database @returns {Promise<StoredRecord>} */
  async function read(database) {
    if (!database.has("packs") || !database.has("events")) {
      return { texts: [], loose: 0, unreadable: 0, isNewer: database.isNewer() }; // a version that keeps them elsewhere
    }
    const stored = await database.transact("readonly", ["packs", "events"], readWithin);
    return Object.assign(stored, { isNewer: database.isNewer() });
  }

  /** @param {RecordConnection} database @param {string} name @returns {Promise<any>} null when there is none */
  async function fact(database, name) {
    const value = await database.transact("readonly", ["facts"], (store) => done(store("facts").get(name)));
    return value === undefined ? null : value;
  }

  /** @param {RecordConnection} database @param {string} name @param {any} value @returns {Promise<boolean>} */
  async function setFact(database, name, value) {
    await database.transact("readwrite", ["facts"], (store) => done(store("facts").put(value, name)));
    return true;
  }

  /**
   * Write a fact where it still is what was read, in one transaction: two pages that change it lose nothing of each other's.
   * @param {RecordConnection} database @param {string} name @param {any} before null: there was none @param {any} value
   * @returns {Promise<{isKept: boolean, standing: any}>} what stands now
   */
  function swapFact(database, name, before, value) {
    return database.transact("readwrite", ["facts"], async (store) => {
      const found = await done(store("facts").get(name));
      const standing = found === undefined ? null : found;
      const text = JSON.stringify(standing);
      if (text === JSON.stringify(value)) {
        return { isKept: true, standing }; // a second try whose first one got through
      }
      if (text !== JSON.stringify(before)) {
        return { isKept: false, standing };
      }
      await done(store("facts").put(value, name));
      return { isKept: true, standing: value };
    });
  }

  Lianxue.recordLog = { appendAll, read, readWithin, fact, setFact, swapFact };
})();
