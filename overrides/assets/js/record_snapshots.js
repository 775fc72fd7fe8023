/**
 * Copies of the whole record, one for a day on which the site was opened, as it was then.
 * The ring goes by the order of taking, not by date: a clock that jumps pushes out one copy, never all.
 */
(function () {
  "use strict";

  const DAYS = 10;
  const KEPT = 5; // copies made before a restoration, whose names carry the time too
  const DAY = "2026-11-20".length;

  const { done } = Lianxue.recordDatabase;

  /** Oldest first, without loading the texts. @param {IDBObjectStore} snapshots @returns {Promise<TakenSnapshot[]>} */
  function list(snapshots) {
    return new Promise((resolve, reject) => {
      /** @type {TakenSnapshot[]} */
      const found = [];
      const request = snapshots.index("list").openKeyCursor();
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const cursor = request.result;
        if (!cursor) {
          resolve(found);
          return;
        }
        const [taken, count] = /** @type {number[]} */ (cursor.key);
        found.push({ date: String(cursor.primaryKey), count, taken });
        cursor.continue();
      };
    });
  }

  /**
   * Add one and let the oldest of its kind go. @param {IDBObjectStore} snapshots
   * @param {TakenSnapshot[]} standing @param {{date: string, count: number, texts: string[], unreadable?: any[]}} copy
   * @returns {Promise<any>}
   */
  function add(snapshots, standing, copy) {
    const isDay = copy.date.length === DAY;
    const alike = standing.filter((other) => (other.date.length === DAY) === isDay);
    alike.slice(0, Math.max(0, alike.length + 1 - (isDay ? DAYS : KEPT))).forEach((old) => snapshots.delete(old.date));
    const taken = standing.reduce((latest, other) => Math.max(latest, other.taken), 0) + 1;
    return done(snapshots.add(Object.assign({ taken }, copy)));
  }

  /**
   * None on a day that has one, none of a record with damage (it would push out the whole ones), none where
   * nothing was added. @param {RecordConnection} database @param {string} date @returns {Promise<boolean>} whether the day has what it needs
   */
  async function take(database, date) {
    const standing = await database.transact("readonly", ["snapshots"], (store) => list(store("snapshots")));
    if (standing.some((other) => other.date === date)) {
      return true;
    }
    const stored = await Lianxue.recordLog.read(database);
    const { events, unreadable } = Lianxue.record.unpack(stored);
    if (unreadable > 0 || events.length === 0) {
      return false;
    }
    const last = standing[standing.length - 1];
    if (!last || last.date.length !== DAY || last.count !== events.length) {
      await database.transact("readwrite", ["snapshots"], async (store) => {
        const now = await list(store("snapshots"));
        if (!now.some((other) => other.date === date)) { // another tab may have been quicker
          await add(store("snapshots"), now, { date, count: events.length, texts: stored.texts });
        }
      });
    }
    return true;
  }

  Lianxue.recordSnapshots = { list, add, take };
})();
