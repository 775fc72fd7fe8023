/**
 * Search, on every page: a key, a button or the address opens it. The engine, the index and the dialog are loaded
 * when they are first needed.
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

  /** A file beside this script, of the same version. @param {string} path @returns {string} */
  const beside = (path) => own.src.replace(/js\/search\.js(?=\?|$)/, path);

  /** @type {Object<string, () => string[]>} */
  const files = {
    engine: () => {
      const meta = document.querySelector('meta[name="lianxue-search"]');
      // the index's first file comes along with the engine, which would ask for it next
      return [beside("js/search_engine.js")].concat(meta ? Lianxue.site.resolve(meta.getAttribute("content") || "") : []);
    },
    dialog: () => [beside("js/search_dialog.js"), beside("css/search.css")],
    highlight: () => [beside("js/search_highlight.js"), beside("css/search.css")],
  };

  /** A part of search, loaded once; one that failed is loaded anew. @param {string} part @returns {Promise<any>} */
  function load(part) {
    parts[part] = parts[part] || Promise.all(files[part]().map(add)).catch((error) => {
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
    const needed = load("dialog");
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
      load("highlight").then(() => Lianxue.searchHighlight.show(asked.get("h") || ""), () => undefined);
    }
    if (asked.get("q")) {
      open(asked.get("q") || "");
    }
  }

  // where the engine does not load, the index that came along has nobody to talk to; both are asked for again
  Lianxue.searchData = /** @type {any} */ ({ meta: () => undefined });
  Lianxue.search = {
    /**
     * The sections that answer a query, best first.
     * @param {string} text @param {number} [limit] 20 where nothing is said @param {string} [kind] only pages of this kind
     * @param {() => boolean} [isCurrent] asked before texts are loaded: where it is false, the rows may be fewer
     * @returns {Promise<SearchRow[]>} rejects where a file of the engine or the index does not load
     */
    query: (text, limit, kind, isCurrent) => load("engine").then(() => Lianxue.searchEngine.query(text, limit, kind, isCurrent)),
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
