/** Which lesson and which year a date asks for. Pure; the date comes from the browser, never from the build. */
(function () {
  "use strict";

  /** @param {Date} now @returns {string} the local month, 2026-11 */
  function monthOf(now) {
    const month = now.getMonth() + 1;
    return now.getFullYear() + (month < 10 ? "-0" : "-") + month;
  }

  /**
   * This month's lesson; else the newest that is not later; else the first to come.
   * @param {string[]} months of the lessons, in any order @param {string} thisMonth @returns {string | null}
   */
  function chooseMonth(months, thisMonth) {
    const sorted = months.slice().sort();
    const past = sorted.filter((month) => month <= thisMonth);
    return past[past.length - 1] || sorted[0] || null;
  }

  /** This year where it has lessons, else the newest. @param {string[]} years @param {string} thisYear @returns {string | null} */
  function chooseYear(years, thisYear) {
    return years.indexOf(thisYear) >= 0 ? thisYear : years.slice().sort().pop() || null;
  }

  Lianxue.calendar = { monthOf, chooseMonth, chooseYear };
})();
