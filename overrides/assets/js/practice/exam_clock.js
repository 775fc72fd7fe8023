/**
 * The time left in an exam. Pure.
 *
 * It never grows. Two witnesses are heard, and the one that saw more time pass is believed: the wall clock, which goes on
 * while the page is closed or the computer sleeps but may be set back; and the browser's steady clock, which is never set
 * but begins anew with each page and may stand still in sleep. What is left is written down every few seconds together
 * with the wall clock's time: a page opened again takes off what the wall clock says has passed since, and nothing where
 * it was set back in between. A wall clock set forward cannot be told from sleep: it costs time.
 */
(function () {
  "use strict";

  const MINUTE = 60000; // milliseconds
  const WARNINGS = [5, 1]; // minutes left at which a screen reader is told

  /** @param {number} minutes @returns {number} milliseconds */
  function limit(minutes) {
    return minutes * MINUTE;
  }

  /** @param {number} minutes as set, 0 for no limit @param {number} factor of the learner's setting, 0 for off @returns {number} minutes */
  function lengthened(minutes, factor) {
    return Math.ceil(minutes * factor);
  }

  /** @param {number} minutes @param {number} now epoch milliseconds @returns {SavedClock | null} null without a limit */
  function begin(minutes, now) {
    return minutes > 0 ? { left: limit(minutes), seen: now } : null;
  }

  /** @param {SavedClock} saved @param {Moment} moment @returns {RunningClock} on a page just opened */
  function resume(saved, moment) {
    const left = Math.max(0, saved.left - Math.max(0, moment.now - saved.seen));
    return { left, start: { left, now: moment.now, steady: moment.steady } };
  }

  /** @param {RunningClock} clock @param {Moment} moment @returns {RunningClock} */
  function look(clock, moment) {
    const passed = Math.max(0, moment.now - clock.start.now, moment.steady - clock.start.steady);
    return { left: Math.max(0, Math.min(clock.left, clock.start.left - passed)), start: clock.start };
  }

  /** @param {RunningClock} clock @param {Moment} moment of the last look @returns {SavedClock} */
  function save(clock, moment) {
    return { left: clock.left, seen: moment.now };
  }

  /** @param {SavedClock} saved @returns {number} when it ends by the wall clock, epoch milliseconds */
  function deadline(saved) {
    return saved.seen + saved.left;
  }

  /** @param {number} left milliseconds @returns {string} 14:59, 1:30:00 */
  function words(left) {
    const seconds = Math.ceil(left / 1000);
    const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((number) => (number < 10 ? "0" : "") + number);
    const hours = Math.floor(seconds / 3600);
    return (hours > 0 ? hours + ":" : "") + parts.join(":");
  }

  /** @param {number} before milliseconds left @param {number} after a moment later @returns {string} "" mostly */
  function announcement(before, after) {
    const crossed = WARNINGS.filter((minutes) => before > minutes * MINUTE && after <= minutes * MINUTE && after > 0);
    return crossed.length > 0 ? "还剩 " + crossed[crossed.length - 1] + " 分钟。" : "";
  }

  Lianxue.examClock = { limit, lengthened, begin, resume, look, save, deadline, words, announcement };
})();
