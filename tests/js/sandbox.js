/** Load scripts of the site that need no document, as a page would: one after another into one global scope. */
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");

const SCRIPTS = path.join(__dirname, "..", "..", "overrides", "assets", "js");

/** @type {Map<string, vm.Script>} */
const compiled = new Map();

/** @param {string} name without .js @returns {vm.Script} */
function compile(name) {
  const file = path.join(SCRIPTS, name + ".js");
  const script = compiled.get(name) || new vm.Script(fs.readFileSync(file, "utf8"), { filename: file });
  compiled.set(name, script);
  return script;
}

/** @param {string[]} names without .js, in the order of the page @returns {any} the namespace they filled */
function load(names) {
  const context = vm.createContext({ Lianxue: {} });
  names.forEach((name) => {
    compile(name).runInContext(context);
  });
  return context.Lianxue;
}

module.exports = { load };
