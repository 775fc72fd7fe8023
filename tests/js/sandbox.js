/** Load scripts of the site that need no document, as a page would: one after another into one global scope. */
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");

const SCRIPTS = path.join(__dirname, "..", "..", "overrides", "assets", "js");

/** @param {string[]} names without .js, in the order of the page @returns {any} the namespace they filled */
function load(names) {
  const context = vm.createContext({ Lianxue: {} });
  names.forEach((name) => {
    const file = path.join(SCRIPTS, name + ".js");
    vm.runInContext(fs.readFileSync(file, "utf8"), context, { filename: file });
  });
  return context.Lianxue;
}

/** @returns {any} the JSON that came on standard input */
function readInput() {
  return JSON.parse(fs.readFileSync(0, "utf8"));
}

module.exports = { load, readInput };
