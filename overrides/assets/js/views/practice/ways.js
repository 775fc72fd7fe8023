/** Ways on: buttons and links in a row, the first one the likeliest. */
(function () {
  "use strict";

  /** @param {Way} way @param {number} place @returns {HTMLElement} */
  function make(way, place) {
    const look = place === 0 ? "lx-button" : "lx-button lx-button--quiet";
    if (way.url !== undefined) {
      return Lianxue.make("a", { class: look, href: Lianxue.site.resolve(way.url) }, [way.text]);
    }
    const button = Lianxue.make("button", { type: "button", class: look }, [way.text]);
    button.addEventListener("click", /** @type {() => void} */ (way.act));
    return button;
  }

  /** @param {Element} element @param {Way[]} ways */
  function fill(element, ways) {
    element.textContent = "";
    ways.forEach((way, place) => element.appendChild(make(way, place)));
  }

  Lianxue.ways = { fill };
})();
