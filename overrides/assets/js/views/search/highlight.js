/** On the page that a hit led to: mark the words, bring the heading into sight, and offer to take the marks away. */
(function () {
  "use strict";

  const MOST = 400; // marks on one page; a common word in a long regulation needs no more
  const PASSED_OVER = "script, style, svg, template, noscript, textarea, input, select, button, .lx-note, [data-lx-page]";

  /** @param {Element} root @returns {Text[]} what may be marked */
  function texts(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, {
      acceptNode: (node) => (/** @type {Element} */ (node.parentNode).closest(PASSED_OVER) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
    });
    const found = [];
    while (walker.nextNode()) {
      found.push(/** @type {Text} */ (walker.currentNode));
    }
    return found;
  }

  /** @param {Element} root @param {string[]} words @returns {number} how many were marked */
  function mark(root, words) {
    let count = 0;
    texts(root).forEach((text) => {
      const pieces = count < MOST ? Lianxue.searchMarks.pieces(text.data, words) : [];
      const hits = pieces.filter(([, isHit]) => isHit).length;
      if (hits > 0) {
        count += hits;
        text.replaceWith(...pieces.map(([piece, isHit]) => (isHit ? Lianxue.make("mark", { class: "lx-hit" }, [piece]) : piece)));
      }
    });
    return count;
  }

  /** @param {Element} root */
  function unmark(root) {
    root.querySelectorAll("mark.lx-hit").forEach((hit) => {
      const parent = /** @type {Node} */ (hit.parentNode);
      hit.replaceWith(document.createTextNode(hit.textContent || ""));
      parent.normalize();
    });
  }

  /** The address without the words, its anchor kept. */
  function cleanAddress() {
    const url = new URL(window.location.href);
    url.searchParams.delete("h");
    window.history.replaceState(window.history.state, "", url.href);
  }

  /** The heading that the address names, out of whatever is folded around it. */
  function showTarget() {
    let target = null;
    try {
      target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    } catch (malformed) {
      return;
    }
    if (!target) {
      return;
    }
    for (let around = target.closest("details"); around; around = around.parentElement && around.parentElement.closest("details")) {
      around.open = true;
    }
    target.scrollIntoView();
  }

  /** @param {Element} root @param {string} words */
  function showBar(root, words) {
    const off = Lianxue.make("button", { type: "button", class: "lx-hits__off" }, ["取消标记"]);
    const bar = Lianxue.make("div", { class: "lx-hits" }, [Lianxue.make("span", { class: "lx-hits__words", role: "status" }, ["已标出“" + words + "”"]), off]);
    off.addEventListener("click", () => {
      unmark(root);
      cleanAddress();
      bar.remove();
      /** @type {HTMLElement} */ (root).focus({ preventScroll: true });
    });
    root.append(bar);
  }

  Lianxue.searchHighlight = {
    /** @param {string} words joined by blanks, as the link of a hit carries them */
    show(words) {
      const root = document.getElementById("lx-main");
      const article = root && root.querySelector("article");
      if (!root || !article) {
        return;
      }
      if (mark(article, words.split(/\s+/)) > 0) {
        showBar(root, words.trim());
      }
      showTarget();
      if (document.readyState !== "complete") {
        window.addEventListener("load", showTarget, { once: true }); // what came late moved it
      }
    },
  };
})();
