/** Rows of text as a file that Excel and WPS open by double click. Pure. */
(function () {
  "use strict";

  const BYTE_ORDER_MARK = "\ufeff"; // without it Excel reads Chinese as GBK
  const LINE_END = "\r\n";
  // a spreadsheet would run these; Excel takes the full-width signs too
  const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;
  const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

  /** @param {string} text @returns {string} */
  function cell(text) {
    const harmless = FORMULA.test(text) ? "'" + text : text;
    return NEEDS_QUOTES.test(harmless) ? '"' + harmless.replace(/"/g, '""') + '"' : harmless;
  }

  /** @param {string[][]} rows the first one is the heading @returns {string} */
  function make(rows) {
    return BYTE_ORDER_MARK + rows.map((row) => row.map(cell).join(",") + LINE_END).join("");
  }

  Lianxue.csv = { make };
})();
