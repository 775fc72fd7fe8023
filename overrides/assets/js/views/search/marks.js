/** Where the words of a query stand in a text: folded as they are, punctuation may stand between their characters. Pure. */
(function () {
  "use strict";

  // what the index passes over inside a word, and what ends none: 礼品、礼金 for 礼品礼金
  const BETWEEN = "[\\s、，“”‘’《》（）()·—-]{0,2}";

  /** @param {string} word @returns {string} as a pattern */
  function escape(word) {
    return word.split("").map((character) => character.replace(/[.*+?^${}()|[\]\\]/, "\\$&")).join("").replace(/([\u3400-\u9fff])(?=[\u3400-\u9fff])/g, "$1" + BETWEEN);
  }

  /** @param {string[]} words @returns {RegExp | null} any of them, the longest first; null where there is none */
  function pattern(words) {
    const known = Array.from(new Set(words.map((word) => word.trim()).filter(Boolean)));
    const escaped = known.sort((one, other) => other.length - one.length).map(escape);
    return escaped.length > 0 ? new RegExp("(" + escaped.join("|") + ")", "gi") : null;
  }

  /** @param {string} text @param {string[]} words @returns {[string, boolean][]} the text in pieces, and whether a piece is one of the words */
  function pieces(text, words) {
    const found = pattern(words);
    // split by a group keeps what it splits at: every second piece is a word
    return (found ? text.split(found) : [text]).map((piece, place) => /** @type {[string, boolean]} */ ([piece, place % 2 === 1])).filter(([piece]) => piece !== "");
  }

  Lianxue.searchMarks = { pattern, pieces };
})();
