/* Functions that the search bench runs inside a page: one way to ask three engines. Nothing of the site. */
window.lxSearchBench = (function () {
  "use strict";

  const FIRST_ROW = '[role="listbox"] [role="option"]';
  const SUB_RESULTS = 3; // what Pagefind's own interface shows of a page
  const PATIENCE = 30000;

  /** Addresses of scripts and styles that were put into the page, also of those that are gone again. */
  const added = [];
  new MutationObserver((records) => {
    records.forEach((record) => record.addedNodes.forEach((node) => {
      const address = node.nodeName === "SCRIPT" ? node.src : node.nodeName === "LINK" ? node.href : "";
      if (address) {
        added.push(address);
      }
    }));
  }).observe(document, { subtree: true, childList: true });

  /** Until the browser has painted and answered a timer. */
  function settled() {
    return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  }

  /** Until the page has nothing left to do. */
  function idle() {
    return new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 300), { timeout: 5000 }));
  }

  /** Every address that the page has loaded so far. */
  function loaded() {
    const there = Array.from(document.querySelectorAll("script[src], link[rel=stylesheet]"), (node) => node.src || node.href);
    const asked = performance.getEntriesByType("resource").map((entry) => entry.name);
    return Array.from(new Set(there.concat(added, asked)));
  }

  const engines = {
    lianxue: () => ({
      query: async (text, limit) => (await Lianxue.search.query(text, limit)).map((row) => row.url),
    }),

    /** Material's own worker, fed as its bundle does; rows by score. @param {{base: string, worker: string}} given */
    material: async (given) => {
      const index = await (await fetch(given.base + "search/search_index.json")).json();
      const worker = new Worker(given.base + given.worker);
      const answer = (message) => new Promise((resolve) => {
        worker.onmessage = (event) => resolve(event.data);
        worker.postMessage(message);
      });
      await answer({ type: 0, data: { config: index.config, docs: index.docs, options: { suggest: false } } });
      return {
        query: async (text, limit) => {
          const { data } = await answer({ type: 2, data: text });
          const rows = [].concat(...data.items).filter((item) => item.score > 0);
          return rows.sort((one, other) => other.score - one.score).slice(0, limit).map((item) => item.location);
        },
      };
    },

    pagefind: async (given) => {
      const pagefind = await import(given.base + "pagefind/pagefind.js");
      await pagefind.init();
      const weight = (part) => (part.weighted_locations || []).reduce((sum, place) => sum + place.balanced_score, 0);
      return {
        query: async (text, limit) => {
          const found = (await pagefind.search(text)).results.slice(0, limit);
          const pages = await Promise.all(found.map((result) => result.data()));
          const rows = [].concat(...pages.map((page) =>
            page.sub_results.slice().sort((one, other) => weight(other) - weight(one)).slice(0, SUB_RESULTS)));
          return rows.slice(0, limit).map((row) => new URL(row.url, given.base).href.replace(given.base, ""));
        },
      };
    },
  };

  let engine = null;

  /** The engine of this page, started once. @param {{engine: string, base: string}} given */
  async function start(given) {
    engine = engine || await engines[given.engine](given);
    return engine;
  }

  /** The first answer on a page that has not searched, engine and all. */
  async function first(given, text) {
    const before = new Set(loaded());
    const from = performance.now();
    const rows = await (await start(given)).query(text, given.limit);
    const ms = performance.now() - from;
    await idle();
    return { ms, rows, loaded: loaded().filter((address) => !before.has(address)) };
  }

  /** Until the first row of the dialog's list stands painted, on a page that has not searched; `ms` is null where none comes. */
  async function opened(text) {
    const before = new Set(loaded());
    const shown = new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), PATIENCE);
      const watcher = new MutationObserver(() => {
        if (document.querySelector(FIRST_ROW)) {
          watcher.disconnect();
          clearTimeout(timer);
          resolve(true);
        }
      });
      watcher.observe(document, { subtree: true, childList: true });
    });
    const from = performance.now();
    Lianxue.search.open(text);
    const isShown = await shown;
    await settled();
    const ms = isShown ? performance.now() - from : null;
    await idle();
    return { ms, loaded: loaded().filter((address) => !before.has(address)) };
  }

  /** Ask one query after the other. @param {string[]} texts @returns {Promise<{rows: string[], ms: number}[]>} */
  async function ask(given, texts) {
    const running = await start(given);
    const answers = [];
    for (const text of texts) {
      const from = performance.now();
      const rows = await running.query(text, given.limit);
      answers.push({ rows, ms: performance.now() - from });
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return answers;
  }

  /** The longest time without an answer of the main thread while queries are asked. */
  async function longest(given, texts) {
    const channel = new MessageChannel();
    let last = performance.now();
    let worst = 0;
    let isOver = false;
    channel.port1.onmessage = () => {
      const now = performance.now();
      worst = Math.max(worst, now - last);
      last = now;
      if (!isOver) {
        channel.port2.postMessage(0);
      }
    };
    channel.port2.postMessage(0);
    await ask(given, texts);
    await new Promise((resolve) => setTimeout(resolve, 50));
    isOver = true;
    return worst;
  }

  return { ask, first, idle, loaded, longest, opened, start };
})();
