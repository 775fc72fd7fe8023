/** Where the words of a query stand in a text: folded as they are, punctuation may stand between their characters. Pure. */
(function () {
  "use strict";

  // what the index passes over inside a word, and what ends none: 礼品、礼金 for 礼品礼金; as it stands and folded
  const BETWEEN = "[\\s、，,“”‘’《》（）()·—-]{0,2}";
  const HAN = /[\u3400-\u9fff]/; // has neither width nor case

  /** @param {string} text @returns {string} as the engine folds it; on the page that a hit led to there is none, and traditional characters stay */
  function fold(text) {
    return Lianxue.searchFold ? Lianxue.searchFold.fold(text) : HAN.test(text) ? text : text.normalize("NFKC").toLowerCase();
  }

  /** Folded character by character. @param {string} text @returns {{folded: string, from: number[]}} and where in the text each piece of it begins */
  function foldInPlace(text) {
    let folded = "";
    let at = 0;
    /** @type {number[]} */
    const from = [];
    for (const character of text) {
      const piece = fold(character);
      for (let i = 0; i < piece.length; i += 1) {
        from.push(at);
      }
      folded += piece;
      at += character.length;
    }
    from.push(at);
    return { folded, from };
  }

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
    /** @type {[string, boolean][]} */
    const found = [];
    let at = 0;
    for (let hit = wanted && wanted.exec(folded); hit; hit = /** @type {RegExp} */ (wanted).exec(folded)) {
      // a character that folds into several is marked as a whole
      const start = Math.max(at, from[hit.index]);
      let last = hit.index + hit[0].length;
      while (from[last] === from[last - 1]) {
        last += 1;
      }
      found.push([text.slice(at, start), false], [text.slice(start, from[last]), true]);
      at = Math.max(at, from[last]);
    }
    return found.concat([[text.slice(at), false]]).filter(([piece]) => piece !== "");
  }

  Lianxue.searchMarks = { pieces };
})();
