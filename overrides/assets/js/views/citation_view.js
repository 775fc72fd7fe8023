/** Arriving at an article by a citation: show which one it is. */
(function () {
  "use strict";

  /** @returns {HTMLElement | null} what the address points at */
  function target() {
    try {
      return document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    } catch (malformed) {
      return null;
    }
  }

  function highlight() {
    Array.from(document.querySelectorAll(".lx-target, .lx-target-note")).forEach((element) => {
      element.classList.remove("lx-target", "lx-target-note");
    });
    const article = target();
    if (!article || !/^(H[2-6]|LI)$/.test(article.tagName)) {
      return;
    }
    article.classList.add("lx-target");
    let sibling = article.tagName === "LI" ? null : article.nextElementSibling; // a bare article is one item of a list
    while (sibling && !/^H[1-6]$/.test(sibling.tagName)) {
      sibling.classList.add("lx-target-note");
      sibling = sibling.nextElementSibling;
    }
  }

  function start() {
    highlight();
    window.addEventListener("hashchange", highlight);
  }

  Lianxue.citationView = { start };
})();
