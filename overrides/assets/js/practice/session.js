/** Which questions a session asks, in which order. Pure: the day, the record and the dice are handed in. */
(function () {
  "use strict";

  const DAILY = 5; // questions

  /** @typedef {{index: BankIndex, rows: number[], history: Record<string, RecordEvent[]>, settings: Settings, today: string, random: () => number, count: number, siteId: string, position: string}} Given */

  /** The first row of the material that a row belongs to; rows without one are not in it. @param {BankIndex} index @returns {Map<number, number>} */
  function materialRows(index) {
    const firsts = new Map();
    index.materials.forEach(([first, count]) => {
      for (let row = first; row < first + count; row += 1) {
        firsts.set(row, first);
      }
    });
    return firsts;
  }

  /**
   * What must stay together: single questions, and the chosen ones of a material in the bank's order.
   * @param {BankIndex} index @param {number[]} rows in any order @returns {number[][]} in the order of their first rows
   */
  function units(index, rows) {
    const firsts = materialRows(index);
    /** @type {Map<number, number[]>} */
    const shared = new Map();
    /** @type {number[][]} */
    const found = [];
    rows.forEach((row) => {
      const first = firsts.get(row);
      const unit = first === undefined ? undefined : shared.get(first);
      if (unit) {
        unit.push(row);
        return;
      }
      const fresh = [row];
      found.push(fresh);
      if (first !== undefined) {
        shared.set(first, fresh);
      }
    });
    shared.forEach((unit) => unit.sort((one, other) => one - other));
    return found;
  }

  /** As many as fit without tearing a material apart. @param {number[][]} offered @param {number} count 0: all @returns {number[]} rows */
  function take(offered, count) {
    /** @type {number[]} */
    const taken = [];
    offered.forEach((unit) => {
      if (count === 0 || taken.length === 0 || taken.length + unit.length <= count) {
        taken.push(...unit);
      }
    });
    return taken;
  }

  /** When a question was last answered as it is now. @param {Given} given @param {number} row @returns {number} epoch milliseconds, 0: never */
  function seenAt(given, row) {
    const responses = given.history[given.index.ids[row]];
    const latest = responses && responses[responses.length - 1];
    return latest && latest.payload.revision === given.index.revision[row] ? latest.time : 0;
  }

  /** @param {Given} given @returns {Map<string, number>} the row of every id that may be asked */
  function rowsById(given) {
    return new Map(given.rows.map((row) => /** @type {[string, number]} */ ([given.index.ids[row], row])));
  }

  /** @param {Given} given @returns {number[]} the newest first */
  function mistakeRows(given) {
    const rows = rowsById(given);
    const timeOf = (/** @type {Mistake} */ mistake) => given.history[mistake.question][given.history[mistake.question].length - 1].time;
    const revisionOf = (/** @type {string} */ id) => given.index.revision[/** @type {number} */ (rows.get(id))] || "";
    return Lianxue.mistakes
      .fold(given.history, given.settings, revisionOf)
      .filter((mistake) => !mistake.is_mastered && mistake.revision === revisionOf(mistake.question))
      .sort((one, other) => (one.date === other.date ? timeOf(other) - timeOf(one) : one.date < other.date ? 1 : -1))
      .map((mistake) => /** @type {number} */ (rows.get(mistake.question)));
  }

  /** @param {Given} given @returns {number[]} what the scheduler offers today */
  function reviewRows(given) {
    const rows = rowsById(given);
    const revisions = (/** @type {string} */ id) => {
      const row = rows.get(id);
      return row === undefined ? "" : given.index.revision[row];
    };
    const items = Lianxue.review.fold(given.history, revisions, given.settings, given.today);
    return Lianxue.review
      .today(items, given.history, given.settings, given.today)
      .filter((id) => rows.has(id))
      .map((id) => /** @type {number} */ (rows.get(id)));
  }

  /** Never answered ones first, then those answered longest ago. @param {Given} given @returns {number[][]} */
  function unseenFirst(given) {
    return Lianxue.random
      .shuffle(units(given.index, given.rows), given.random)
      .map((unit) => ({ unit, seen: Math.min(...unit.map((row) => seenAt(given, row))) }))
      .sort((one, other) => one.seen - other.seen)
      .map((entry) => entry.unit);
  }

  /** The same for everybody on a date, whatever order the bank has and whatever a person has answered. @param {Given} given @returns {number[][]} */
  function dailyUnits(given) {
    const ids = given.index.ids;
    const sorted = given.rows.slice().sort((one, other) => (ids[one] < ids[other] ? -1 : 1));
    return Lianxue.random.shuffle(units(given.index, sorted), Lianxue.random.seeded(given.siteId + " " + given.today));
  }

  /** Never more than five: a text with more questions is left out, and torn apart only where there is nothing else. @param {Given} given @returns {number[]} */
  function dailyRows(given) {
    const offered = dailyUnits(given);
    const fitting = offered.filter((unit) => unit.length <= DAILY);
    return fitting.length > 0 ? take(fitting, DAILY) : take(offered, 1).slice(0, DAILY);
  }

  /** @param {Given} given @returns {number[]} from the remembered question to the end; all where it is gone */
  function fromPosition(given) {
    const start = given.rows.findIndex((row) => given.index.ids[row] === given.position);
    return start > 0 ? given.rows.slice(start) : given.rows;
  }

  /** @type {Record<SessionMode, (given: Given) => number[]>} */
  const CHOOSERS = {
    month: (given) => given.rows,
    mistakes: (given) => take(units(given.index, mistakeRows(given)), given.count),
    review: (given) => take(units(given.index, reviewRows(given)), 0),
    drill: (given) => take(Lianxue.random.shuffle(units(given.index, given.rows), given.random), given.count),
    order: fromPosition,
    random: (given) => take(Lianxue.random.shuffle(units(given.index, given.rows), given.random), given.count),
    unseen: (given) => take(unseenFirst(given), given.count),
    recite: (given) => given.rows,
    daily: dailyRows,
  };

  /** @param {SessionMode} mode @param {Given} given @returns {string[]} full ids */
  function choose(mode, given) {
    return CHOOSERS[mode](given).map((row) => given.index.ids[row]);
  }

  /** The lesson of a month that has questions. @param {BankIndex} index @param {string} month 2026-11 @returns {LessonFact | null} */
  function lessonOfMonth(index, month) {
    const lessons = index.lessons.filter((lesson, place) => index.quiz_lessons.indexOf(place) >= 0);
    const chosen = Lianxue.calendar.chooseMonth(lessons.map((lesson) => lesson.month), month);
    return lessons.find((lesson) => lesson.month === chosen) || null;
  }

  Lianxue.session = { choose, lessonOfMonth };
})();
