/** The only place where text becomes HTML. */
(function () {
  "use strict";

  /**
   * Only for strings of the bank (explanations, points): the build made them from Markdown and cleaned them with
   * an allow list. What a learner types never comes here; everything else is set as textContent.
   * @param {Element} element @param {string} html
   */
  function setBankHtml(element, html) {
    element.innerHTML = html;
  }

  Lianxue.setBankHtml = setBankHtml;
})();
