/** Input: [{question, response}, …]. Output: the grades, in the same order. */
"use strict";
const { load } = require("./sandbox.js");

module.exports = (input) => {
  const { grading } = load(["folding", "grading"]);
  return input.map((entry) => grading.grade(entry.question, entry.response));
};
