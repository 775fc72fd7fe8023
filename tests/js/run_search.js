/**
 * Ask the search of an index on disk. Input: {"rooms": scripts of the engine, "index": file of the meta, "queries": [[text, limit, kind], …], "nearest": [text, …], "failing": files that do not load at first, "missing": beginnings of file names that never load, "at_once": all queries together, "abandoned": nobody waits for them}.
 * Output: {"rows": rows a query, "partial": whether a file was missing, a query, "loads": names of the files each query loaded, "near": pages a text}.
 */
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");
const { load } = require("./sandbox.js");

/** @param {string[]} rooms @param {string} index file of the meta @param {number} [failing] files that do not load at first @param {string[]} [missing] beginnings of file names @returns {{Lianxue: any, loads: string[]}} */
function openSearch(rooms, index, failing = 0, missing = []) {
  let left = failing;
  const Lianxue = load(rooms);
  const loads = [];
  const context = vm.createContext({ Lianxue });
  Lianxue.searchData.border.indexUrl = () => index;
  Lianxue.searchData.border.runScript = async (url) => {
    if (left > 0 || missing.some((name) => path.basename(url).startsWith(name))) {
      left = Math.max(0, left - 1);
      throw new Error("cannot load " + url);
    }
    loads.push(path.basename(url));
    vm.runInContext(fs.readFileSync(url, "utf8"), context);
  };
  return { Lianxue, loads };
}

module.exports = async (input) => {
  const { rooms, index, queries = [], nearest = [], failing = 0, missing = [], at_once: isAtOnce = false, abandoned: isAbandoned = false } = input;
  const { Lianxue, loads } = openSearch(rooms, index, failing, missing);
  const ask = ([text, limit, kind]) => Lianxue.searchEngine.query(text, limit, kind, () => !isAbandoned).catch(() => "cannot load");
  const results = { rows: [], partial: [], loads: [], near: [] };
  if (isAtOnce) {
    await Lianxue.searchEngine.open();
    results.rows = await Promise.all(queries.map(ask));
  }
  for (const given of isAtOnce ? [] : queries) {
    const before = loads.length;
    results.rows.push(await ask(given));
    results.partial.push(Boolean(results.rows[results.rows.length - 1].isPartial));
    results.loads.push(loads.slice(before));
  }
  for (const text of nearest) {
    results.near.push(await Lianxue.searchEngine.nearest(text));
  }
  return results;
};
