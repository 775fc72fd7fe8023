/** HTML of the bank as plain text, a line for every paragraph. */
(function () {
  "use strict";

  // a document that is shown nowhere: its images are not loaded
  const aside = document.implementation.createHTMLDocument("");
  const STARTS_A_LINE = /^(?:P|LI|DIV|BR|TR|H[1-6]|UL|OL|TABLE|BLOCKQUOTE|PRE)$/;

  /** @param {Node} node @param {string[]} pieces filled in reading order */
  function collect(node, pieces) {
    Array.from(node.childNodes).forEach((child) => {
      if (child.nodeType === Node.TEXT_NODE) {
        pieces.push((child.nodeValue || "").replace(/\s+/g, " "));
        return;
      }
      if (STARTS_A_LINE.test(child.nodeName)) {
        pieces.push("\n");
      }
      collect(child, pieces);
    });
  }

  /** @param {string} html of the bank @returns {string} */
  function plainText(html) {
    if (html.indexOf("<") < 0 && html.indexOf("&") < 0) {
      return html;
    }
    const root = aside.createElement("div");
    Lianxue.setBankHtml(root, html);
    /** @type {string[]} */
    const pieces = [];
    collect(root, pieces);
    return pieces.join("").replace(/ *\n+ */g, "\n").trim();
  }

  Lianxue.plainText = plainText;
})();
