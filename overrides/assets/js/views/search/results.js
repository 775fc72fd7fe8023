/** The listbox: hits grouped by page, best first, each a real link. Text is always text. */
(function () {
  "use strict";

  const FIRST = 5; // hits of one page that are shown at once
  const LONGEST = 100; // characters of ?h=
  /** @type {Object<string, string>} */
  const LOOKS = { "现行有效": "current", "已修订": "stale", "已废止": "stale" };

  /** @param {string} text @param {string[]} words @returns {(Node | string)[]} */
  function marked(text, words) {
    return shown(Lianxue.searchMarks.pieces(text, words));
  }

  /** @param {[string, boolean][]} pieces @returns {(Node | string)[]} */
  function shown(pieces) {
    return pieces.map(([text, isHit]) => (isHit ? Lianxue.make("mark", {}, [text]) : text));
  }

  /** As many whole words as an address should carry. @param {string[]} words @returns {string} */
  function wordsForAddress(words) {
    return words.reduce((kept, word) => (kept.length + word.length < LONGEST ? (kept + " " + word).trim() : kept), "");
  }

  /** @param {SearchRow} row @returns {string} */
  function addressOf(row) {
    const [path, anchor] = row.url.split("#");
    const words = wordsForAddress(row.marks);
    return Lianxue.site.resolve(path + (words ? "?h=" + encodeURIComponent(words) : "") + (anchor ? "#" + anchor : ""));
  }

  /** @param {SearchRow} row @returns {Node[]} what sort of page it is, and whether it is in force */
  function facts(row) {
    const status = row.status ? [Lianxue.make("span", { class: "lx-status lx-status--" + (LOOKS[row.status] || "open") }, [row.status])] : [];
    return [...status, Lianxue.make("span", { class: "lx-find__kind" }, [row.label])];
  }

  /** @param {string} name @param {(Node | string)[]} children @param {Object<string, string>} [attributes] @returns {HTMLElement} */
  function span(name, children, attributes) {
    return Lianxue.make("span", Object.assign({ class: "lx-find__" + name }, attributes), children);
  }

  /** @param {SearchRow} row @param {boolean} isPage whether it stands for its whole page, above the other hits in it @returns {HTMLElement} */
  function option(row, isPage) {
    const chapters = row.crumbs.slice(2).join(" › ");
    const name = isPage ? row.title : row.heading || "开头部分";
    const head = [span(isPage ? "title" : "heading", marked(name, row.marks))];
    if (isPage) {
      head.push(span("facts", facts(row)));
    } else if (chapters) {
      head.push(span("crumbs", [chapters]));
    }
    const snippet = row.snippet.length > 0 ? [span("snippet", shown(row.snippet))] : [];
    return Lianxue.make("a", { role: "option", "aria-selected": "false", href: addressOf(row), class: "lx-find__hit" + (isPage ? " lx-find__hit--page" : "") }, [span("head", head), ...snippet]);
  }

  /** @param {SearchRow[]} rows of one page @param {string} id @returns {HTMLElement} */
  function group(rows, id) {
    const [first] = rows;
    const isPage = first.heading === "";
    const options = rows.map((row, place) => option(row, isPage && place === 0));
    const head = isPage ? [] : [Lianxue.make("div", { class: "lx-find__page", id }, [span("title", marked(first.title, first.marks)), span("facts", facts(first))])];
    const root = Lianxue.make("div", { role: "group", class: "lx-find__group" }, [...head, ...options.slice(0, FIRST)]);
    root.setAttribute(isPage ? "aria-label" : "aria-labelledby", isPage ? first.title : id);
    const rest = options.slice(FIRST);
    if (rest.length > 0) {
      const more = Lianxue.make("button", { type: "button", role: "option", "aria-selected": "false", class: "lx-find__hit lx-find__more" }, ["这个页面里还有 " + rest.length + " 条"]);
      more.addEventListener("click", () => {
        more.replaceWith(...rest);
        root.dispatchEvent(new CustomEvent("lianxue:more", { bubbles: true, detail: rest[0] }));
      });
      root.append(more);
    }
    return root;
  }

  /** @param {SearchRow[]} rows @returns {SearchRow[][]} by page, in the order of each page's best */
  function byPage(rows) {
    /** @type {Map<number, SearchRow[]>} */
    const pages = new Map();
    rows.forEach((row) => {
      const known = pages.get(row.page);
      if (known) {
        known.push(row);
      } else {
        pages.set(row.page, [row]);
      }
    });
    return Array.from(pages.values());
  }

  /** @param {HTMLElement} list @param {SearchRow[]} rows @returns {number} on how many pages they stand */
  function showRows(list, rows) {
    const pages = byPage(rows);
    list.textContent = "";
    list.append(...pages.map((page, place) => group(page, "lx-find-page-" + place)));
    return pages.length;
  }

  /** Titles like what was typed, where nothing was found. @param {HTMLElement} list @param {{url: string, title: string}[]} pages */
  function showNearest(list, pages) {
    list.textContent = "";
    if (pages.length > 0) {
      const options = pages.map((page) =>
        Lianxue.make("a", { role: "option", "aria-selected": "false", class: "lx-find__hit lx-find__hit--page", href: Lianxue.site.resolve(page.url) }, [span("title", [page.title])])
      );
      const head = Lianxue.make("div", { class: "lx-find__page lx-find__page--near", id: "lx-find-near" }, ["要找的是不是"]);
      list.append(Lianxue.make("div", { role: "group", class: "lx-find__group", "aria-labelledby": "lx-find-near" }, [head, ...options]));
    }
  }

  Lianxue.searchResults = { showRows, showNearest };
})();
