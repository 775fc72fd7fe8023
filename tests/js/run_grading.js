/** Standard input: JSON [{question, response}, …]. Standard output: the grades, in the same order. */
"use strict";
const { load, readInput } = require("./sandbox.js");

const { grading } = load(["folding", "grading"]);
process.stdout.write(JSON.stringify(readInput().map((entry) => grading.grade(entry.question, entry.response))));
