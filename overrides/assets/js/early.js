/**
 * Before the first paint: 大字版 and 护眼 as last chosen, and a localStorage that cannot break Material.
 * The only script in <head>; small and blocking on purpose. ES5 syntax: it also runs where the rest cannot.
 */
(function () {
  "use strict";
  var root = document.documentElement;
  root.className = root.className.replace("no-js", "js");

  /** A storage that lasts as long as the page. @returns {Storage} */
  function pageStorage() {
    /** @type {Object<string, string>} */
    var kept = {};
    return /** @type {any} */ ({
      length: 0,
      /** @param {string} key */
      getItem: function (key) { return Object.prototype.hasOwnProperty.call(kept, key) ? kept[key] : null; },
      /** @param {string} key @param {string} value */
      setItem: function (key, value) { kept[key] = String(value); },
      /** @param {string} key */
      removeItem: function (key) { delete kept[key]; },
      clear: function () { kept = {}; },
      key: function () { return null; },
    });
  }

  /**
   * Material reads storage unguarded: where the browser denies it, every script after that line is dead.
   * @param {"localStorage" | "sessionStorage"} name
   */
  function repairStorage(name) {
    try {
      window[name].getItem("lianxue");
      return;
    } catch (denied) {
      try {
        Object.defineProperty(window, name, { value: pageStorage(), configurable: true });
      } catch (sealed) {
        // nothing more can be done; our own scripts guard every use
      }
    }
  }

  /** Material's own values (`/path/.__palette` and the like) are trusted by its bundle: drop those it would choke on. */
  function dropBrokenValues() {
    try {
      Object.keys(window.localStorage).forEach(function (key) {
        if (!/\.__[a-z]+$/.test(key)) {
          return;
        }
        var value = null;
        try {
          value = JSON.parse(window.localStorage.getItem(key) || "null");
        } catch (unreadable) {
          value = undefined;
        }
        // a palette is never ours (the site has one palette and its own switch); other values must at least be JSON
        if (value === undefined || /\.__palette$/.test(key) || (/\.__tabs$/.test(key) && !Array.isArray(value))) {
          window.localStorage.removeItem(key);
        }
      });
    } catch (denied) {
      // repaired above where that was possible
    }
  }

  /** What the switches were last set to on this page's storage. @returns {{text?: string, dark?: string}} */
  function lastChosen() {
    try {
      var site = document.querySelector('meta[name="lianxue-site"]');
      var prefix = "lianxue-" + (site ? site.getAttribute("content") : "");
      return {
        text: JSON.parse(window.localStorage.getItem(prefix + ".text") || '""'),
        dark: JSON.parse(window.localStorage.getItem(prefix + ".dark") || '""'),
      };
    } catch (unreadable) {
      return {};
    }
  }

  /** Material paints by the attribute on <body>, which is not there yet. */
  function darkenBody() {
    if (document.body) {
      document.body.setAttribute("data-md-color-scheme", "slate");
      return true;
    }
    return false;
  }

  repairStorage("localStorage");
  repairStorage("sessionStorage");
  dropBrokenValues();
  var chosen = lastChosen();
  if (chosen.text === "on") {
    root.setAttribute("data-lx-text", "large");
  }
  if (chosen.dark === "on") {
    root.setAttribute("data-md-color-scheme", "slate");
    if (window.MutationObserver && !darkenBody()) {
      var observer = new MutationObserver(function () {
        if (darkenBody()) {
          observer.disconnect();
        }
      });
      observer.observe(root, { childList: true });
    }
  }
})();
