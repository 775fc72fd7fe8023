/** Small settings in localStorage, guarded: a denied or damaged storage reads as nothing and keeps nothing. */
(function () {
  "use strict";

  /** @param {string} siteId @param {string} name @returns {string} */
  function keyOf(siteId, name) {
    return "lianxue-" + siteId + "." + name;
  }

  /** @param {string} siteId @param {string} name @returns {any} the value, null when there is none that can be read */
  function read(siteId, name) {
    try {
      return JSON.parse(window.localStorage.getItem(keyOf(siteId, name)) || "null");
    } catch (unreadable) {
      return null;
    }
  }

  /** @param {string} siteId @param {string} name @param {any} value @returns {boolean} whether it was kept */
  function write(siteId, name, value) {
    try {
      window.localStorage.setItem(keyOf(siteId, name), JSON.stringify(value));
      return true;
    } catch (denied) {
      return false;
    }
  }

  Lianxue.preferenceShelf = { read, write };
})();
