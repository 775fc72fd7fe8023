/** A dialog above everything: the browser's own <dialog>, or the same by hand where a kernel has none. */
(function () {
  "use strict";

  const FOCUSABLE = "a[href], button, input, select, textarea";

  /** @param {Element} root @returns {HTMLElement[]} what Tab reaches, in order; of radio buttons the chosen one alone */
  function stops(root) {
    return /** @type {HTMLElement[]} */ (Array.from(root.querySelectorAll(FOCUSABLE))).filter(
      (element) => element.tabIndex >= 0 && element.getClientRects().length > 0 && !element.matches("input[type=radio]:not(:checked)")
    );
  }

  /**
   * @param {any} element the <dialog>, on the page
   * @param {() => void} onClosed after it closed, however that came
   * @param {() => boolean} mayClose asked where the browser would close it
   * @returns {SearchModal}
   */
  function create(element, onClosed, mayClose) {
    const isNative = typeof element.showModal === "function";
    /** @type {HTMLElement | null} */
    let opener = null;
    /** @type {Element[]} */
    let hidden = [];
    let isOpen = false;

    /** @param {KeyboardEvent} event */
    function trap(event) {
      const around = stops(element);
      const edge = event.shiftKey ? around[0] : around[around.length - 1];
      if (event.key === "Tab" && document.activeElement === edge) {
        event.preventDefault();
        around[event.shiftKey ? around.length - 1 : 0].focus();
      }
    }

    /** @param {FocusEvent} event */
    function bringBack(event) {
      if (!element.contains(/** @type {Node} */ (event.target))) {
        stops(element)[0].focus();
      }
    }

    function showByHand() {
      element.setAttribute("open", "");
      element.setAttribute("role", "dialog");
      element.setAttribute("aria-modal", "true");
      hidden = Array.from(document.body.children).filter((other) => other !== element && !other.hasAttribute("aria-hidden"));
      hidden.forEach((other) => other.setAttribute("aria-hidden", "true"));
      element.addEventListener("keydown", trap);
      document.addEventListener("focusin", bringBack);
    }

    function hideByHand() {
      element.removeAttribute("open");
      hidden.forEach((other) => other.removeAttribute("aria-hidden"));
      element.removeEventListener("keydown", trap);
      document.removeEventListener("focusin", bringBack);
    }

    function closed() {
      if (isOpen) {
        isOpen = false;
        if (element.contains(document.activeElement)) {
          /** @type {HTMLElement} */ (document.activeElement).blur(); // what is hidden keeps the keys for a moment
        }
        if (opener && opener !== document.body) {
          opener.focus({ preventScroll: true });
        }
        onClosed();
      }
    }

    function open() {
      if (!isOpen) {
        isOpen = true;
        opener = /** @type {HTMLElement | null} */ (document.activeElement);
        (isNative ? () => element.showModal() : showByHand)();
      }
    }

    function close() {
      (isNative ? () => element.close() : hideByHand)();
      closed();
    }

    // the way back of a phone; Esc comes as a key before
    element.addEventListener("cancel", (/** @type {Event} */ event) => {
      event.preventDefault();
      if (mayClose()) {
        close();
      }
    });
    // by the browser itself, which asks only once. The event comes late, perhaps after it was opened anew
    element.addEventListener("close", () => element.open || closed());
    // the element covers the page: a press on it is a press beside what it holds
    element.addEventListener("mousedown", (/** @type {MouseEvent} */ event) => {
      if (event.target === element) {
        event.preventDefault();
        close();
      }
    });
    return { open, close, isOpen: () => isOpen };
  }

  Lianxue.searchModal = { create };
})();
