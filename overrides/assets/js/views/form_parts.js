/** What the question views share: finding controls, marking a part right or wrong, locking. */
(function () {
  "use strict";

  /** @template {Element} T @param {Element} root @param {string} selector @returns {T[]} */
  function all(root, selector) {
    return Array.from(root.querySelectorAll(selector));
  }

  /** @template {Element} T @param {Element} root @param {string} selector @returns {T} our own templates promise it is there */
  function one(root, selector) {
    const found = root.querySelector(selector);
    if (!found) {
      throw new Error("template without " + selector);
    }
    return /** @type {any} */ (found);
  }

  /**
   * Say beside a part whether it is right: a sign and words, never colour alone.
   * @param {Element} part holds a [data-mark] @param {"right" | "wrong" | "missed"} state @param {string} words
   */
  function mark(part, state, words) {
    part.setAttribute("data-part", state);
    one(part, "[data-mark]").textContent = (state === "wrong" ? "✕ " : "✓ ") + words;
  }

  /** @param {Element} form */
  function unmark(form) {
    all(form, "[data-part]").forEach((part) => part.removeAttribute("data-part"));
    all(form, "[data-mark]").forEach((element) => {
      element.textContent = "";
    });
  }

  /** The text of an option as it is shown, after its letter. @param {Element} form @param {string} id @returns {string} */
  function optionText(form, id) {
    const option = all(form, "[data-option]").find((element) => element.getAttribute("data-option") === id);
    const text = option ? (one(option, "[data-text]").textContent || "").trim() : "";
    return text === id || text === "" ? id : id + "　" + text;
  }

  /** @param {Element} form @param {string} selector @param {boolean} isLocked */
  function lock(form, selector, isLocked) {
    all(form, selector).forEach((control) => {
      /** @type {HTMLInputElement} */ (control).disabled = isLocked;
    });
  }

  /** A response as a list, whatever the record has. @param {any} response @returns {string[]} what is no text becomes "" */
  function texts(response) {
    return Array.isArray(response) ? response.map((item) => (typeof item === "string" ? item : "")) : [];
  }

  /** A response by names, whatever the record has. @param {any} response @param {string} name @returns {string} "" where there is no text */
  function textOf(response, name) {
    const value = response !== null && typeof response === "object" && !Array.isArray(response) ? response[name] : "";
    return typeof value === "string" ? value : "";
  }

  Lianxue.formParts = { all, one, mark, unmark, optionText, lock, texts, textOf };
  /** One view a family of question kinds, by kind. */
  Lianxue.questionViews = {};
})();
