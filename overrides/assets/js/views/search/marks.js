/** Where the words of a query stand in a text: folded as they are, punctuation may stand between their characters. Pure. */
(function () {
  "use strict";

  // what the index passes over inside a word, and what ends none: 礼品、礼金 for 礼品礼金; as it stands and folded
  const BETWEEN = "[\\s、，,“”‘’《》（）()·—-]{0,2}";

  /** As the engine folds, which comes with the first hits; on the page that a hit led to traditional characters stay. @param {string} text */
  const foldInPlace = (text) => Lianxue.searchFold.foldInPlace(text);

  /** @param {string} word folded @returns {string} as a pattern */
  function escape(word) {
    return word.split("").map((character) => character.replace(/[.*+?^${}()|[\]\\]/, "\\$&")).join("").replace(/([\u3400-\u9fff])(?=[\u3400-\u9fff])/g, "$1" + BETWEEN);
  }

  /** @param {string[]} words @returns {RegExp | null} any of them, the longest first; null where there is none */
  function pattern(words) {
    const known = Array.from(new Set(words.map((word) => foldInPlace(word.trim()).folded).filter(Boolean)));
    const escaped = known.sort((one, other) => other.length - one.length).map(escape);
    return escaped.length > 0 ? new RegExp(escaped.join("|"), "g") : null;
  }

  /** @param {string} text @param {string[]} words @returns {[string, boolean][]} the text in pieces, and whether a piece is one of the words */
  function pieces(text, words) {
    const wanted = pattern(words);
    const { folded, from } = foldInPlace(text);
    const place = (/** @type {number} */ index) => (from ? from[index] : index);
    /** @type {[string, boolean][]} */
    const found = [];
    let at = 0;
    for (let hit = wanted && wanted.exec(folded); hit; hit = /** @type {RegExp} */ (wanted).exec(folded)) {
      // a character that folds into several is marked as a whole
      const start = Math.max(at, place(hit.index));
      let last = hit.index + hit[0].length;
      while (place(last) === place(last - 1)) {
        last += 1;
      }
      found.push([text.slice(at, start), false], [text.slice(start, place(last)), true]);
      at = Math.max(at, place(last));
    }
    return found.concat([[text.slice(at), false]]).filter(([piece]) => piece !== "");
  }

  Lianxue.searchMarks = { pieces };
})();
