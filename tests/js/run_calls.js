/**
 * Call pure functions of the scripts.
 * Input: {"scripts": ["record"], "calls": [["record.scoreOf", [1, 3]], …]}. Output: the results, in order.
 */
"use strict";
const { load } = require("./sandbox.js");

module.exports = (input) => {
  const { scripts, calls } = input;
  const namespace = load(scripts);
  const results = calls.map(([name, given]) => {
    const [room, work] = name.split(".");
    return namespace[room][work](...given);
  });
  return results;
};
