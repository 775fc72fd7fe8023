/**
 * Search, on every page: a key, a button or the address opens it. The engine, the index and the dialog are loaded
 * when they are first needed.
 */
(function () {
  "use strict";

  const LONGEST = { q: 200, h: 100 }; // characters of an address: a longer text is none that somebody typed
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  /** By url; one that failed is not there, and is loaded anew. @type {Object<string, Promise<void>>} */
  const files = {};
  /** The opening that waits for its files; the latest alone is carried out. @type {{typed: string} | null} */
  let opening = null;

  /** @param {string} url @returns {Promise<void>} once it has run, in the order of the calls */
  function add(url) {
    files[url] = files[url] || new Promise((resolve, reject) => {
      const isStyle = /\.css\b/.test(url);
      const element = isStyle ? document.createElement("link") : document.createElement("script");
      Object.assign(element, isStyle ? { rel: "stylesheet", href: url } : { async: false, src: url });
      element.onload = () => resolve();
      element.onerror = () => {
        element.remove();
        delete files[url];
        reject(new Error("cannot load " + url));
      };
      document.head.appendChild(element);
    });
    return files[url];
  }

  /** A file beside this script, of the same version. @param {string} path @returns {string} */
  const beside = (path) => own.src.replace(/js\/search\.js(?=\?|$)/, path);

  /** A part of search. @param {"engine" | "dialog" | "highlight"} part @returns {Promise<any>} */
  function load(part) {
    const meta = document.querySelector('meta[name="lianxue-search"]');
    // the index's first file comes along with the engine, which would ask for it next
    const other = part !== "engine" ? [beside("css/search.css")] : meta ? [Lianxue.site.resolve(meta.getAttribute("content") || "")] : [];
    return Promise.all([beside("js/search_" + part + ".js")].concat(other).map(add));
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
    const mine = { typed: "" };
    opening = mine;
    const needed = load("dialog");
    load("engine").catch(() => undefined); // already on its way; what fails is said at the first search
    const isThere = await needed.then(() => true, () => false);
    if (opening === mine) {
      opening = null;
      sayFailed(!isThere);
      if (isThere) {
        Lianxue.searchDialog.open(text && text.slice(0, LONGEST.q), mine.typed);
      }
    }
  }

  /** @param {EventTarget | null} target @returns {boolean} whether a slash belongs to what has the focus */
  function isTypedIn(target) {
    return target instanceof HTMLElement && (target.isContentEditable || target.matches("textarea, select, input:not([type=radio]):not([type=checkbox])"));
  }

  /** While the dialog loads: Esc takes it back, and what is typed is meant for its field. @param {KeyboardEvent} event */
  function onEarlyKey(event) {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !isTypedIn(event.target);
    if (event.key === "Escape") {
      opening = null;
    } else if (opening && event.key.length === 1 && isPlain) {
      event.preventDefault();
      event.stopPropagation(); // from keys of the page
      opening.typed += event.key === "/" ? "" : event.key; // once more in impatience
    }
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
    const address = new URLSearchParams(window.location.search);
    const words = (address.get("h") || "").slice(0, LONGEST.h);
    document.addEventListener("keydown", (event) => opening && onEarlyKey(event), true);
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    document.querySelectorAll("[data-lx-search-open]").forEach((element) => {
      /** @type {HTMLElement} */ (element).hidden = false;
    });
    if (words.trim()) {
      load("highlight").then(() => Lianxue.searchHighlight.show(words), () => undefined);
    }
    if (address.get("q")) {
      open(address.get("q") || "");
    }
  }

  // where the engine does not load, the index that came along has nobody to talk to; the engine asks for it again
  Lianxue.searchData = /** @type {any} */ ({ meta: () => undefined });
  Lianxue.search = {
    /**
     * The sections that answer a query, best first.
     * @param {string} text @param {number} [limit] 20 where nothing is said @param {string} [kind] only pages of this kind
     * @param {() => boolean} [isCurrent] asked before texts are loaded: where it is false, the rows may be fewer
     * @returns {Promise<SearchRows>} isPartial where a file of the index was not read; rejects where nothing can be said without it
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
    LONGEST,
  };
})();
