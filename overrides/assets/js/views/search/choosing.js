/** Which option of the listbox is the active one, while the focus stays in the field. */
(function () {
  "use strict";

  /** @param {HTMLInputElement} field @param {HTMLElement} list @returns {SearchChoice} */
  function create(field, list) {
    /** @type {HTMLElement | null} */
    let active = null;
    let count = 0; // an id is never used again: what reads aloud notices a change by it

    /** @returns {HTMLElement[]} */
    function options() {
      return Array.from(list.querySelectorAll("[role=option]"));
    }

    /** @param {HTMLElement | null} option */
    function choose(option) {
      if (active) {
        active.setAttribute("aria-selected", "false");
      }
      active = option;
      if (option) {
        count += option.id ? 0 : 1;
        option.id = option.id || "lx-find-hit-" + count;
        option.setAttribute("aria-selected", "true");
        option.scrollIntoView({ block: "nearest" });
        field.setAttribute("aria-activedescendant", option.id);
      } else {
        field.removeAttribute("aria-activedescendant");
      }
    }

    /** Round and round; from nowhere to the first or the last. @param {1 | -1} step */
    function move(step) {
      const all = options();
      const place = active ? all.indexOf(active) + step : step > 0 ? 0 : -1;
      choose(all.length > 0 ? all[(place + all.length) % all.length] : null);
    }

    // Tab reaches the links too: the one with the focus is the active one
    list.addEventListener("focusin", (event) => choose(/** @type {HTMLElement} */ (event.target).closest("[role=option]")));
    list.addEventListener("lianxue:more", (event) => {
      const first = /** @type {CustomEvent<HTMLElement>} */ (event).detail;
      const isFocused = !list.contains(document.activeElement) && document.activeElement !== field;
      choose(first);
      if (isFocused) {
        first.focus(); // the button that had it is gone
      }
    });

    return {
      move,
      /** After the list was filled anew. */
      reset() {
        choose(null);
        field.setAttribute("aria-expanded", String(options().length > 0));
        /** @type {HTMLElement} */ (list.parentElement).scrollTop = 0;
      },
      active: () => active,
      /** A press in the list goes from link to link. @param {1 | -1} step */
      walk(step) {
        move(step);
        (active || field).focus();
      },
      first: () => options()[0] || null,
    };
  }

  Lianxue.searchChoice = { create };
})();
