/** The listbox: hits grouped by page, best first, each a real link. Text is always text. */
(function () {
  "use strict";

  const FIRST = 5; // hits of one page that are shown at once
  /** Those in the list, by page. @type {Map<number, SearchGroup>} */
  let groups = new Map();
  /** The sections that have a hit in the list. @type {Set<string>} */
  let known = new Set();
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

  /**
   * What the page that a hit leads to looks for. It knows width and case alone, so that traditional characters go along as they stand.
   * @param {SearchRow} row @returns {string[]}
   */
  function wordsOf(row) {
    const hits = Lianxue.searchMarks.pieces(row.heading, row.marks).concat(row.snippet).filter(([, isHit]) => isHit).map(([text]) => text);
    return row.marks.concat(hits.filter((text, place) => hits.indexOf(text) === place && Lianxue.searchFold.fold(text) !== text.normalize("NFKC").toLowerCase()));
  }

  /** As many whole words as an address should carry. @param {string[]} words @returns {string} */
  function wordsForAddress(words) {
    return words.reduce((kept, word) => (kept.length + word.length < Lianxue.search.LONGEST.h ? (kept + " " + word).trim() : kept), "");
  }

  /** @param {SearchRow} row @returns {string} */
  function addressOf(row) {
    const [path, anchor] = row.url.split("#");
    const words = wordsForAddress(wordsOf(row));
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

  /** Show the hits that are folded. @param {SearchGroup} group */
  function unfold(group) {
    const [first] = group.rest;
    group.more.replaceWith(...group.rest);
    group.rest = [];
    group.most = Infinity;
    group.root.dispatchEvent(new CustomEvent("lianxue:more", { bubbles: true, detail: first }));
  }

  /** @param {SearchRow} row the first of its page @returns {SearchGroup} without options */
  function group(row) {
    const id = "lx-find-page-" + row.page;
    const isPage = row.heading === "";
    const head = isPage ? [] : [Lianxue.make("div", { class: "lx-find__page", id }, [span("title", marked(row.title, row.marks)), span("facts", facts(row))])];
    const root = Lianxue.make("div", { role: "group", class: "lx-find__group" }, head);
    root.setAttribute(isPage ? "aria-label" : "aria-labelledby", isPage ? row.title : id);
    const more = Lianxue.make("button", { type: "button", role: "option", "aria-selected": "false", class: "lx-find__hit lx-find__more" });
    /** @type {SearchGroup} */
    const made = { root, more, rest: [], count: 0, most: FIRST };
    more.addEventListener("click", () => unfold(made));
    return made;
  }

  /** @param {SearchGroup} group @param {SearchRow} row */
  function put(group, row) {
    const made = option(row, row.heading === "" && group.count === 0);
    group.count += 1;
    if (group.count <= group.most) {
      group.root.append(made);
    } else {
      group.rest.push(made);
      group.more.textContent = "这个页面里还有 " + group.rest.length + " 条";
      if (group.rest.length === 1) {
        group.root.append(group.more); // once: what is moved loses the focus
      }
    }
  }

  /**
   * Hits beside those that are there, which stay as they are: the pages in the order of each one's best.
   * @param {HTMLElement} list @param {SearchRow[]} rows those that are there among them
   * @returns {{hits: number, pages: number, isLonger: boolean}} how many stand in the list now, and whether pages came below the others
   */
  function addRows(list, rows) {
    const before = groups.size;
    rows.forEach((row) => {
      const key = row.page + " " + row.section;
      if (!known.has(key)) {
        const there = groups.get(row.page) || group(row);
        groups.set(row.page, there);
        known.add(key);
        put(there, row);
      }
    });
    list.append(...Array.from(groups.values()).map(({ root }) => root).filter((root) => root.parentNode !== list));
    return { hits: known.size, pages: groups.size, isLonger: groups.size > before };
  }

  /** @param {HTMLElement} list */
  function clear(list) {
    list.textContent = "";
    groups = new Map();
    known = new Set();
  }

  /** Titles like what was typed, where nothing was found. @param {HTMLElement} list @param {{url: string, title: string}[]} pages */
  function showNearest(list, pages) {
    clear(list);
    if (pages.length > 0) {
      const options = pages.map((page) =>
        Lianxue.make("a", { role: "option", "aria-selected": "false", class: "lx-find__hit lx-find__hit--page", href: Lianxue.site.resolve(page.url) }, [span("title", [page.title])])
      );
      const head = Lianxue.make("div", { class: "lx-find__page lx-find__page--near", id: "lx-find-near" }, ["要找的是不是"]);
      list.append(Lianxue.make("div", { role: "group", class: "lx-find__group", "aria-labelledby": "lx-find-near" }, [head, ...options]));
    }
  }

  Lianxue.searchResults = { clear, addRows, showNearest };
})();
