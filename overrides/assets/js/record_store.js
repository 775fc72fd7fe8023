/**
 * The one border between the scripts and the record. Nothing else touches storage.
 *
 * `append` resolves when the event is written. Where writing fails it is tried again; what still cannot be
 * written stays in memory, `state()` says why, and it is tried again with the next append and now and then.
 */
(function () {
  "use strict";

  const PAUSES = [0, 150, 600]; // milliseconds before each try
  const NOW_AND_THEN = 15000; // milliseconds
  const LOOSE = 500; // more than so many loose events are packed

  /** @type {RecordKeeper | null} */
  let keeper = null;
  /** @type {RecordEvent[]} */
  let unwritten = [];
  /** @type {StoreState} */
  let current = { kind: "stored", reason: "", unreadable: 0, isNews: false };
  /** @type {((state: StoreState) => void)[]} */
  const listeners = [];
  /** What could not be kept otherwise. @type {Map<string, any>} */
  const memos = new Map();
  let isUpkeepDone = false;
  let later = 0;

  /** @returns {RecordKeeper} */
  function theKeeper() {
    if (!keeper) {
      keeper = Lianxue.site.isFile
        ? Lianxue.recordFrame.connect(Lianxue.site.resolve("record.html"))
        : Lianxue.recordKeeper.open(Lianxue.site.id);
    }
    return keeper;
  }

  /** @param {Partial<StoreState>} change */
  function become(change) {
    const next = Object.assign({}, current, change);
    if (JSON.stringify(next) !== JSON.stringify(current)) {
      current = next;
      listeners.forEach((listener) => listener(current));
    }
  }

  /** @param {any} error */
  function becomeMemory(error) {
    become({ kind: "memory", reason: (error && error.name) || "failed" });
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

  /** Writes run one after another, so that a device's sequence is the order of answering. @type {Promise<any>} */
  let queue = Promise.resolve();

  /** @template T @param {() => Promise<T>} work never rejects @returns {Promise<T>} */
  function inTurn(work) {
    const done = queue.then(work);
    queue = done;
    return done;
  }

  /** Everything that waits, in one transaction. @param {RecordEvent[]} drafts @returns {Promise<RecordEvent[]>} the drafts as they stand */
  async function write(drafts) {
    const all = unwritten.concat(drafts);
    if (all.length === 0) {
      return [];
    }
    unwritten = all;
    try {
      // a store already known to be gone gets one try each time, not three
      const placed = await withRetries(() => theKeeper().appendAll(all), current.kind === "stored" ? PAUSES : [0]);
      unwritten = [];
      become({ kind: "stored", reason: "" });
      return placed.slice(all.length - drafts.length);
    } catch (error) {
      becomeMemory(error);
      tryLater();
      return drafts;
    }
  }

  function tryLater() {
    window.clearTimeout(later);
    later = window.setTimeout(() => inTurn(() => write([])), NOW_AND_THEN);
  }

  /**
   * @param {{kind: string, payload: any, id?: string, time?: number}[]} drafts kept together or not at all; `time` in epoch milliseconds, now where absent; with an id of its own an event is written once, however often it is tried
   * @returns {Promise<RecordEvent[]>} the events as they stand; never rejects: look at state() for whether they are only in memory
   */
  function appendAll(drafts) {
    const now = new Date();
    const events = drafts.map(({ kind, payload, id, time }) => {
      const moment = { id: id || Lianxue.recordDatabase.newId(), time: time || now.getTime(), offset: -now.getTimezoneOffset() };
      return Lianxue.record.makeEvent(moment, kind, JSON.parse(JSON.stringify(payload)));
    });
    return inTurn(() => write(events));
  }

  /** @param {string} kind @param {any} payload @returns {Promise<RecordEvent>} as of appendAll */
  async function append(kind, payload) {
    return (await appendAll([{ kind, payload }]))[0];
  }

  /** @returns {Promise<{events: RecordEvent[], isWhole: boolean}>} all events, those only in memory too; isWhole: what is stored was read; never rejects */
  async function read() {
    try {
      const stored = await withRetries(() => theKeeper().read(), PAUSES);
      const { events: found, unreadable } = Lianxue.record.unpack(stored);
      if (stored.isNewer) {
        become({ kind: "memory", reason: "newer" });
      } else {
        await tellOfDamage(unreadable);
        keepInOrder(stored.loose);
      }
      return { events: unwritten.length === 0 ? found : Lianxue.record.union([found, unwritten]), isWhole: !stored.isNewer };
    } catch (error) {
      becomeMemory(error);
      return { events: unwritten.slice(), isWhole: false };
    }
  }

  /** News on the first page that meets it, afterwards only where the record is looked after. @param {number} unreadable pieces */
  async function tellOfDamage(unreadable) {
    if (unreadable === current.unreadable) {
      return;
    }
    const isNews = unreadable > 0 && await memo("unreadable") !== unreadable;
    become({ unreadable, isNews });
    setMemo("unreadable", unreadable);
  }

  /** Packing, and the copy of the day: once a page, when the browser has nothing better to do. @param {number} loose */
  function keepInOrder(loose) {
    if (isUpkeepDone) {
      return;
    }
    isUpkeepDone = true;
    const now = new Date();
    const date = Lianxue.record.localDate(now.getTime(), -now.getTimezoneOffset());
    const work = () => inTurn(async () => {
      try {
        if ((loose > LOOSE || await memo("copied") !== date) && await theKeeper().upkeep(date)) {
          await setMemo("copied", date);
        }
      } catch (error) {
        // nothing is lost by it: the next page tries again
      }
    });
    if (window.requestIdleCallback) {
      window.requestIdleCallback(work);
    } else {
      window.setTimeout(work, 1000);
    }
  }

  /** @returns {Promise<StoreState>} once the store has opened or failed to */
  async function ready() {
    try {
      await withRetries(() => theKeeper().ready(), PAUSES);
    } catch (error) {
      becomeMemory(error);
    }
    return current;
  }

  /** @template T @param {() => Promise<T>} work @param {T} otherwise @returns {Promise<T>} */
  async function orElse(work, otherwise) {
    try {
      return await work();
    } catch (error) {
      return otherwise;
    }
  }

  /** @param {string} name @returns {Promise<any>} null when it was never set or cannot be read */
  async function memo(name) {
    return memos.has(name) ? memos.get(name) : orElse(() => theKeeper().memo(name), null);
  }

  /** @param {string} name @param {any} value plain JSON @returns {Promise<boolean>} whether it will be there next time */
  async function setMemo(name, value) {
    const isKept = await orElse(() => theKeeper().setMemo(name, value), false);
    if (isKept) {
      memos.delete(name);
    } else {
      memos.set(name, value);
    }
    return isKept;
  }

  /** What is known to be gone gets one try. @template T @param {() => Promise<T>} work @returns {Promise<T>} rejects with the keeper's reason */
  function persist(work) {
    return withRetries(work, current.kind === "stored" ? PAUSES : [0]);
  }

  /** As memo(), but "none" and "cannot be read" are two things. @param {string} name @returns {Promise<any>} null: none; rejects where it cannot be read */
  async function readMemo(name) {
    return memos.has(name) ? memos.get(name) : persist(() => theKeeper().memo(name));
  }

  /**
   * Write a memo where it still is what this page read: two windows share it.
   * @param {string} name @param {any} before null: there was none @param {any} value plain JSON
   * @returns {Promise<{isKept: boolean, standing: any}>} what stands now; rejects where it cannot be written
   */
  async function swapMemo(name, before, value) {
    const answer = await persist(() => theKeeper().swapMemo(name, before, value));
    if (answer.isKept) {
      memos.delete(name);
    }
    return answer;
  }

  /** @param {string} date of a snapshot @returns {Promise<{count: number}>} rejects where nothing was changed */
  function restore(date) {
    const now = new Date();
    const offset = -now.getTimezoneOffset();
    const clock = new Date(now.getTime() + offset * 60000).toISOString().slice(11, 19);
    return theKeeper().restore(date, Lianxue.record.localDate(now.getTime(), offset) + " " + clock);
  }

  Lianxue.recordStore = {
    ready,
    append,
    appendAll,
    read,
    events: async () => (await read()).events,
    memo,
    setMemo,
    readMemo,
    swapMemo,
    merge: async (given) => theKeeper().merge(given),
    snapshots: () => persist(() => theKeeper().snapshots()),
    restore: async (date) => restore(date),
    people: async () => theKeeper().people(),
    changePeople: async (change) => theKeeper().changePeople(change),
    /** null when it was never set or cannot be read @param {string} name */
    preference: (name) => orElse(() => theKeeper().preference(name), null),
    /** whether it will be there next time @param {string} name @param {any} value */
    setPreference: (name, value) => orElse(() => theKeeper().setPreference(name, value), false),
    state: () => current,
    /** @param {(state: StoreState) => void} listener */
    onChange: (listener) => { listeners.push(listener); },
  };
})();
