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
      /**
       * Let the list grow: what is seen stays where it is, and so does the active option. What gave its focus away hands it
       * to the first option below those that were there, else to the last of them.
       * @param {() => void} change adds options
       */
      grow(change) {
        const area = /** @type {HTMLElement} */ (list.parentElement);
        const all = options();
        const last = all[all.length - 1];
        const focused = document.activeElement;
        const isAway = focused !== field && !list.contains(focused) && (!focused || area.contains(focused) || focused.contains(area)); // a press leaves it at the button, in Safari nowhere
        const before = last.getBoundingClientRect().top;
        change();
        area.scrollTop += last.getBoundingClientRect().top - before; // pages above it have grown as well
        const longer = options();
        if (isAway) {
          (longer[longer.indexOf(last) + 1] || last).focus({ preventScroll: true });
        }
      },
      /** @param {HTMLElement} option @param {boolean} isNewTab */
      follow(option, isNewTab) {
        if (isNewTab && option instanceof HTMLAnchorElement) {
          window.open(option.href, "_blank", "noopener");
        } else {
          option.click();
        }
      },
      first: () => options()[0] || null,
    };
  }

  Lianxue.searchChoice = { create };
})();
