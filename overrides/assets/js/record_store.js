/**
 * The one border between the scripts and the record. Nothing else touches storage.
 *
 * `append` resolves when the event is written. Where writing fails it is tried again; what still cannot be
 * written stays in memory, `state()` says why, and the next append tries it again first.
 */
(function () {
  "use strict";

  const PAUSES = [0, 150, 600]; // milliseconds before each try

  /** @type {RecordKeeper | null} */
  let keeper = null;
  /** @type {RecordEvent[]} */
  let unwritten = [];
  /** @type {StoreState} */
  let current = { kind: "stored", reason: "" };
  /** @type {((state: StoreState) => void)[]} */
  const listeners = [];

  /** @returns {RecordKeeper} */
  function theKeeper() {
    if (!keeper) {
      keeper = Lianxue.site.isFile
        ? Lianxue.recordFrame.connect(Lianxue.site.resolve("record.html"))
        : Lianxue.recordKeeper.open(Lianxue.site.id);
    }
    return keeper;
  }

  /** @param {"stored" | "memory"} kind @param {string} reason */
  function become(kind, reason) {
    if (current.kind !== kind || current.reason !== reason) {
      current = { kind, reason };
      listeners.forEach((listener) => listener(current));
    }
  }

  /** @param {number} pause milliseconds @returns {Promise<void>} */
  function wait(pause) {
    return new Promise((resolve) => {
      window.setTimeout(resolve, pause);
    });
  }

  /** @template T @param {() => Promise<T>} work @param {number[]} pauses @returns {Promise<T>} */
  async function withRetries(work, pauses) {
    let last = null;
    for (const pause of pauses) {
      if (pause > 0) {
        await wait(pause);
      }
      try {
        return await work();
      } catch (error) {
        last = error;
      }
    }
    throw last;
  }

  /** @param {any} error @returns {string} */
  function reasonOf(error) {
    return (error && error.name) || "failed";
  }

  /** Appends run one after another, so that a device's sequence is the order of answering. @type {Promise<any>} */
  let queue = Promise.resolve();

  /** @param {RecordEvent} draft @returns {Promise<RecordEvent>} */
  async function write(draft) {
    unwritten.push(draft);
    // a store already known to be gone gets one try each time, not three
    const pauses = current.kind === "stored" ? PAUSES : [0];
    let written = draft;
    try {
      for (const event of unwritten.slice()) {
        const placed = await withRetries(() => theKeeper().append(event), pauses);
        unwritten = unwritten.filter((other) => other.id !== event.id);
        written = event === draft ? placed : written;
      }
      become("stored", "");
    } catch (error) {
      become("memory", reasonOf(error));
    }
    return written;
  }

  /**
   * @param {string} kind @param {any} payload
   * @returns {Promise<RecordEvent>} the event as it stands; never rejects: look at state() for whether it is only in memory
   */
  function append(kind, payload) {
    const now = new Date();
    const moment = { id: Lianxue.recordDatabase.newId(), time: now.getTime(), offset: -now.getTimezoneOffset() };
    const draft = Lianxue.record.makeEvent(moment, kind, payload);
    const written = queue.then(() => write(draft));
    queue = written;
    return written;
  }

  /** @returns {Promise<RecordEvent[]>} all events, those only in memory too; never rejects */
  async function events() {
    try {
      const stored = await withRetries(() => theKeeper().events(), PAUSES);
      return stored.concat(unwritten);
    } catch (error) {
      become("memory", reasonOf(error));
      return unwritten.slice();
    }
  }

  /** @returns {Promise<StoreState>} once the store has opened or failed to */
  async function ready() {
    try {
      await withRetries(() => theKeeper().ready(), PAUSES);
    } catch (error) {
      become("memory", reasonOf(error));
    }
    return current;
  }

  /** @param {string} name @returns {Promise<any>} null when it was never set or cannot be read */
  async function preference(name) {
    try {
      return await theKeeper().preference(name);
    } catch (error) {
      return null;
    }
  }

  /** @param {string} name @param {any} value @returns {Promise<boolean>} whether it will be there next time */
  async function setPreference(name, value) {
    try {
      return await theKeeper().setPreference(name, value);
    } catch (error) {
      return false;
    }
  }

  Lianxue.recordStore = {
    ready,
    append,
    events,
    preference,
    setPreference,
    state: () => current,
    /** @param {(state: StoreState) => void} listener */
    onChange: (listener) => { listeners.push(listener); },
  };
})();
