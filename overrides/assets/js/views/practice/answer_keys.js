/** The keys A–H and 1–8 choose an option of the question that is shown; they never reach into a field that is typed in. */
(function () {
  "use strict";

  /** @param {Element | null} element @returns {boolean} */
  function isTypedIn(element) {
    return element !== null && element.matches('input:not([type="radio"]):not([type="checkbox"]), textarea, select, [contenteditable]');
  }

  /** @param {KeyboardEvent} event @returns {number} place of the option, -1: another key */
  function placeOf(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || isTypedIn(document.activeElement)) {
      return -1;
    }
    const key = event.key.toUpperCase();
    return key.length === 1 ? Math.max("ABCDEFGH".indexOf(key), "12345678".indexOf(key)) : -1;
  }

  /** @param {HTMLElement} stage holds the form */
  function listen(stage) {
    document.addEventListener("keydown", (event) => {
      const place = placeOf(event);
      // an open dialog or a menu has its own keys
      const isHere = document.activeElement === document.body || stage.contains(document.activeElement);
      const inputs = stage.querySelectorAll('input[name="choice"]');
      const input = /** @type {HTMLInputElement | undefined} */ (place >= 0 && isHere ? inputs[place] : undefined);
      if (input && !input.disabled) {
        event.preventDefault();
        input.focus();
        input.click();
      }
    });
  }

  Lianxue.answerKeys = { listen };
})();
