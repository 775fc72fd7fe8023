/**
 * Look at an exam's clock, moment after moment, on one page after another.
 * Input: {"saved": {"left": 600000, "seen": 0}, "pages": [[{"now": 0, "steady": 0}]]}. Output: what is left at each, by page.
 */
"use strict";
const { load } = require("./sandbox.js");

module.exports = (input) => {
  const { examClock } = load(["practice/exam_clock"]);
  const { saved, pages } = input;
  const left = pages.map((moments) => {
    let clock = examClock.resume(saved, moments[0]);
    return moments.map((moment) => {
      clock = examClock.look(clock, moment);
      return clock.left;
    });
  });
  return left;
};
