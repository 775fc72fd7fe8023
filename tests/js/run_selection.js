/** Read an address as a filter and write it again. Input: list of queries. Output: [filter, query] for each. */
"use strict";
const { load } = require("./sandbox.js");

module.exports = (input) => {
  const { selection } = load(["practice/selection"]);
  const results = input.map((query) => {
    const filter = selection.readFilter(new URLSearchParams(query));
    return [filter, selection.writeFilter(filter)];
  });
  return results;
};
