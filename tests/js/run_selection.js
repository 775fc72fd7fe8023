/** Read an address as a filter and write it again. Standard input: JSON list of queries. Standard output: [filter, query] for each. */
"use strict";
const { load, readInput } = require("./sandbox.js");

const { selection } = load(["practice/selection"]);
const results = readInput().map((query) => {
  const filter = selection.readFilter(new URLSearchParams(query));
  return [filter, selection.writeFilter(filter)];
});
process.stdout.write(JSON.stringify(results));
