/**
 * Look at an exam's clock, moment after moment, on one page after another.
 * Standard input: JSON {"saved": {"left": 600000, "seen": 0}, "pages": [[{"now": 0, "steady": 0}]]}. Standard output: what is left at each, by page.
 */
"use strict";
const { load, readInput } = require("./sandbox.js");

const { examClock } = load(["practice/exam_clock"]);
const { saved, pages } = readInput();
const left = pages.map((moments) => {
  let clock = examClock.resume(saved, moments[0]);
  return moments.map((moment) => {
    clock = examClock.look(clock, moment);
    return clock.left;
  });
});
process.stdout.write(JSON.stringify(left));
