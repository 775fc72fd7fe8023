/** Keeps an exam being sat: every change goes to the memo at once, so that neither a reload nor a crash loses one. */
(function () {
  "use strict";

  const MEMO = "exam";

  /** @returns {Promise<Sitting | null>} */
  async function load() {
    const stored = await Lianxue.recordStore.memo(MEMO);
    return Lianxue.exam.isSitting(stored) ? stored : null;
  }

  /** @returns {Promise<boolean>} */
  function clear() {
    return Lianxue.recordStore.setMemo(MEMO, null);
  }

  /**
   * @param {Sitting} sitting already in the memo, or to be put there by the first change
   * @param {(isKept: boolean) => void} onWritten after each writing; state() may have got answers of another window by it
   * @returns {SittingKeeper}
   */
  function create(sitting, onWritten) {
    let current = sitting;
    let isElsewhere = false;
    let isFirst = true;
    /** @type {((sitting: Sitting) => Sitting)[]} */
    let pending = [];
    /** @type {Promise<void> | null} */
    let writing = null;

    /** Changes are made to what is stored, not to what this window remembers: another may show the same exam. */
    async function write() {
      while (pending.length > 0 && !isElsewhere) {
        const stored = isFirst ? sitting : await load();
        if (!stored || stored.exam !== sitting.exam || stored.handed !== null) {
          isElsewhere = true;
          return;
        }
        isFirst = false;
        const changes = pending;
        pending = [];
        const next = changes.reduce((value, work) => work(value), stored);
        const isKept = await Lianxue.recordStore.setMemo(MEMO, Object.assign({}, next, { at: current.at }));
        current = pending.reduce((value, work) => work(value), Object.assign({}, next, { at: current.at }));
        onWritten(isKept);
      }
    }

    /** @param {(sitting: Sitting) => Sitting} work */
    function change(work) {
      current = work(current);
      pending.push(work);
      writing = writing || write().then(() => {
        writing = null;
      });
    }

    /** @returns {Promise<boolean>} */
    async function settled() {
      while (writing) {
        await writing;
      }
      if (!isElsewhere && !isFirst) {
        const stored = await load();
        isElsewhere = !stored || stored.exam !== sitting.exam || stored.handed !== null;
      }
      return !isElsewhere;
    }

    return { state: () => current, change, settled };
  }

  Lianxue.sittingKeeper = { create, load, clear };
})();
