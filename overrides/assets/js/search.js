/**
 * Search, on every page: a key, a button or the address opens it. The engine, the index and the dialog are loaded
 * when they are first needed; their names stand on this script's own tag (partials/scripts.html).
 */
(function () {
  "use strict";

  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  /** @type {Object<string, Promise<any> | null>} */
  const parts = {};

  /** @param {string} url @returns {Promise<void>} once it has run, in the order of the calls */
  function add(url) {
    return new Promise((resolve, reject) => {
      const isStyle = /\.css\b/.test(url);
      const element = isStyle ? document.createElement("link") : document.createElement("script");
      Object.assign(element, isStyle ? { rel: "stylesheet", href: url } : { async: false, src: url });
      element.onload = () => resolve();
      element.onerror = () => {
        element.remove();
        reject(new Error("cannot load " + url));
      };
      document.head.appendChild(element);
    });
  }

  /** @param {string} name of a script, or the site-relative url of another file @returns {string} */
  function address(name) {
    return /\./.test(name) ? Lianxue.site.resolve(name) : own.src.replace(/search\.js(?=\?|$)/, name + ".js");
  }

  /** The index's first file comes along with the engine, which would ask for it next. @returns {string} */
  function index() {
    const meta = document.querySelector('meta[name="lianxue-search"]');
    return meta ? " " + meta.getAttribute("content") : "";
  }

  /** What a list on this script's tag names; a part that failed is loaded anew. @param {string} part @returns {Promise<any>} */
  function load(part) {
    const names = ((own.dataset[part] || "") + (part === "engine" ? index() : "")).split(" ");
    parts[part] = parts[part] || Promise.all(names.map((name) => add(address(name)))).catch((error) => {
      parts[part] = null;
      throw error;
    });
    return /** @type {Promise<any>} */ (parts[part]);
  }

  /** @param {boolean} isShown the one sentence in the header for what cannot be said in the dialog */
  function sayFailed(isShown) {
    document.querySelectorAll("[data-lx-search-failed]").forEach((element) => {
      /** @type {HTMLElement} */ (element).hidden = !isShown;
    });
  }

  /**
   * Open the dialog.
   * @param {string} [text] what to search; without it the last query of this tab stands there
   * @returns {Promise<void>}
   */
  async function open(text) {
    const needed = Promise.all([load("style"), load("dialog")]);
    load("engine").catch(() => undefined); // already on its way; what fails is said at the first search
    try {
      await needed;
    } catch (missing) {
      sayFailed(true);
      return;
    }
    sayFailed(false);
    Lianxue.searchDialog.open(text);
  }

  /** @param {EventTarget | null} target @returns {boolean} whether a slash belongs to what has the focus */
  function isTypedIn(target) {
    return target instanceof HTMLElement && (target.isContentEditable || target.matches("textarea, select, input:not([type=radio]):not([type=checkbox])"));
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTypedIn(event.target);
    const isShown = !document.body.classList.contains("lx-is-presenting"); // the big screen hides all that it covers
    if ((isShortcut || isSlash) && isShown && !event.defaultPrevented && !event.isComposing) {
      event.preventDefault();
      open();
    }
  }

  /** @param {MouseEvent} event */
  function onClick(event) {
    if (/** @type {Element} */ (event.target).closest('[data-lx-search-open], label[for="__search"]')) {
      event.preventDefault();
      open();
    }
  }

  function start() {
    const asked = new URLSearchParams(window.location.search);
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    document.querySelectorAll("[data-lx-search-open]").forEach((element) => {
      /** @type {HTMLElement} */ (element).hidden = false;
    });
    if (asked.get("h")) {
      Promise.all([load("style"), load("highlight")]).then(() => Lianxue.searchHighlight.show(asked.get("h") || ""), () => undefined);
    }
    if (asked.get("q")) {
      open(asked.get("q") || "");
    }
  }

  Lianxue.search = {
    /**
     * The sections that answer a query, best first.
     * @param {string} text @param {number} [limit] 20 where nothing is said @param {string} [kind] only pages of this kind
     * @returns {Promise<SearchRow[]>} rejects where a file of the engine or the index does not load
     */
    query: (text, limit, kind) => load("engine").then(() => Lianxue.searchEngine.query(text, limit, kind)),
    /**
     * The pages whose titles are most like a text that found nothing.
     * @param {string} text @param {number} [limit] @returns {Promise<{url: string, title: string}[]>}
     */
    nearest: (text, limit) => load("engine").then(() => Lianxue.searchEngine.nearest(text, limit)),
    /** What the index says of the site: for the dialog. @returns {Promise<SearchMeta>} */
    about: () => load("engine").then(() => Lianxue.searchEngine.open()),
    open,
    start,
  };
})();
