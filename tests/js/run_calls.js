/**
 * Call pure functions of the scripts.
 * Standard input: JSON {"scripts": ["record"], "calls": [["record.scoreOf", [1, 3]], …]}. Standard output: the results, in order.
 */
"use strict";
const { load, readInput } = require("./sandbox.js");

const { scripts, calls } = readInput();
const namespace = load(scripts);
const results = calls.map(([name, given]) => {
  const [room, work] = name.split(".");
  return namespace[room][work](...given);
});
process.stdout.write(JSON.stringify(results));
