/** Keeps an exam being sat: every change goes to the memo at once, so that neither a reload nor a crash loses one. */
(function () {
  "use strict";

  const MEMO = "exam";
  const AGAIN = 3000; // milliseconds until what could not be written is tried again

  /** @returns {Promise<any>} what stands in the memo, null for none; rejects where it cannot be read */
  function load() {
    return Lianxue.recordStore.readMemo(MEMO);
  }

  /** @param {Sitting} sitting just begun @returns {Promise<Swapped>} not kept where another one stands; rejects where it cannot be written */
  function put(sitting) {
    return Lianxue.recordStore.swapMemo(MEMO, null, sitting);
  }

  /** Take one exam out, and no other that was begun meanwhile. @param {string} exam uuid @returns {Promise<void>} rejects where it cannot be done */
  async function clear(exam) {
    let standing = await load();
    while (standing !== null && standing.exam === exam) {
      ({ standing } = await Lianxue.recordStore.swapMemo(MEMO, standing, null));
    }
  }

  /** Take out whatever stands there. @returns {Promise<boolean>} */
  function discard() {
    return Lianxue.recordStore.setMemo(MEMO, null);
  }

  /** @param {Sitting} sitting @param {((sitting: Sitting) => Sitting)[]} changes @returns {Sitting} */
  function apply(sitting, changes) {
    return changes.reduce((value, work) => work(value), sitting);
  }

  /**
   * @param {Sitting} sitting as it stands in the memo, or as it was begun
   * @param {boolean} isThere whether it stands in the memo
   * @param {(sitting: Sitting) => Sitting} first a change to be made before anything is shown; written with the next one
   * @param {{onWritten(isKept: boolean): void, onElsewhere(): void}} tell onWritten: after each try; state() may have got answers of
   *   another window by it. onElsewhere: the exam was handed in or given up in another window
   * @returns {SittingKeeper}
   */
  function create(sitting, isThere, first, tell) {
    /** What this window knows to stand in the memo. @type {Sitting | null} */
    let standing = isThere ? sitting : null;
    let current = first(sitting);
    let isElsewhere = false;
    let isStopped = false;
    let later = 0;
    /** Not in the memo yet. @type {((sitting: Sitting) => Sitting)[]} */
    let pending = [first];
    /** @type {Promise<void> | null} */
    let writing = null;

    /** @param {any} value @returns {boolean} whether it is this exam, and one may go on with it */
    function isOurs(value) {
      return Lianxue.exam.isSitting(value) && value.exam === sitting.exam && value.handed === null;
    }

    /**
     * Changes are made to what stands, not to what this window remembers: another may show the same exam.
     * @returns {Promise<boolean>} whether all is written, or need not be any more; rejects where it cannot be
     */
    async function write() {
      while (pending.length > 0 && !isElsewhere && !isStopped) {
        const count = pending.length;
        const next = Object.assign({}, apply(standing || sitting, pending), { at: current.at });
        const answer = await Lianxue.recordStore.swapMemo(MEMO, standing, next);
        if (answer.isKept) {
          standing = next;
          pending = pending.slice(count);
          current = apply(Object.assign({}, next, { at: current.at }), pending);
        } else if (isOurs(answer.standing)) {
          standing = answer.standing;
        } else if (standing) {
          isElsewhere = true;
        } else {
          return false; // an exam of before, which could not be read when this one was begun: it is not written over
        }
      }
      return true;
    }

    function start() {
      window.clearTimeout(later);
      writing = writing || write().catch(() => false).then((isKept) => {
        writing = null;
        if (isElsewhere) {
          tell.onElsewhere();
        } else if (!isStopped) {
          if (pending.length > 0) {
            later = window.setTimeout(start, isKept ? 0 : AGAIN);
          }
          tell.onWritten(isKept);
        }
      });
    }

    /** @param {(sitting: Sitting) => Sitting} work may be made twice, to a later state */
    function change(work) {
      current = work(current);
      pending.push(work);
      start();
    }

    async function written() {
      if (pending.length > 0) {
        start();
      }
      while (writing) {
        await writing;
      }
    }

    /** @returns {Promise<boolean>} */
    async function settled() {
      await written();
      if (!isElsewhere && standing) {
        try {
          isElsewhere = !isOurs(await load());
        } catch (unread) {
          // nothing is known of another window: go on here
        }
      }
      return !isElsewhere;
    }

    /** @param {HandedIn} handed @returns {Promise<boolean>} */
    async function handOver(handed) {
      change((value) => Lianxue.exam.handOver(value, handed));
      await written();
      return !isElsewhere;
    }

    function stop() {
      isStopped = true;
      window.clearTimeout(later);
    }

    async function giveUp() {
      stop();
      await written();
      try {
        await clear(sitting.exam);
      } catch (error) {
        if (standing) {
          throw error;
        } // else it was never kept
      }
    }

    return { state: () => current, change, settled, handOver, giveUp, stop };
  }

  Lianxue.sittingKeeper = { create, load, put, clear, discard };
})();
