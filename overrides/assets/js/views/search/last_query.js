/**
 * What this tab searched last. A denied storage keeps it as long as the page lasts; in Firefox every file has a storage of
 * its own, and the words in the address of a hit stand in.
 */
(function () {
  "use strict";

  const KEY = "lianxue-" + Lianxue.site.id + ".search";
  let here = (new URLSearchParams(window.location.search).get("h") || "").slice(0, Lianxue.search.LONGEST.h);

  /** @returns {string} "" where there was none */
  function read() {
    try {
      return window.sessionStorage.getItem(KEY) || here;
    } catch (denied) {
      return here;
    }
  }

  /** @param {string} text */
  function write(text) {
    here = text;
    try {
      window.sessionStorage.setItem(KEY, text);
    } catch (denied) {
      // `here` has it
    }
  }

  Lianxue.lastQuery = { read, write };
})();
