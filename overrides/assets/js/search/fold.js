/** Fold text so that full width, capitals and traditional characters compare equal. Pure; the index is folded the same way. */
(function () {
  "use strict";

  // the characters that make terms of two; the others make words or part them
  const CJK = "\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff";
  const IS_CJK = new RegExp("^[" + CJK + "]+$");
  const RUN = new RegExp("[" + CJK + "]+|[a-z0-9]+", "g");
  const NO_TERM = new RegExp("[^" + CJK + "a-z0-9]+", "g");

  /** @type {Map<string, string>} traditional → simplified */
  let variants = new Map();
  /** @type {RegExp | null} */
  let traditional = null;

  /** @param {string} pairs of characters: traditional, simplified, traditional, … */
  function useVariants(pairs) {
    const characters = Array.from(pairs);
    variants = new Map();
    for (let at = 0; at + 1 < characters.length; at += 2) {
      variants.set(characters[at], characters[at + 1]);
    }
    traditional = variants.size ? new RegExp("[" + Array.from(variants.keys()).join("") + "]", "gu") : null;
  }

  /** @param {string} text @returns {string} */
  function fold(text) {
    const folded = text.normalize("NFKC").toLowerCase();
    return traditional ? folded.replace(traditional, (character) => variants.get(character) || character) : folded;
  }

  /**
   * Folded text that knows where each of its characters came from.
   * @param {string} text @returns {{folded: string, from: number[] | null}} null: each from its own place
   */
  function foldInPlace(text) {
    const folded = fold(text);
    if (folded.length === text.length) {
      return { folded, from: null };
    }
    let pieces = "";
    /** @type {number[]} */
    const from = [];
    let at = 0;
    for (const character of text) {
      const piece = fold(character);
      for (let i = 0; i < piece.length; i += 1) {
        from.push(at);
      }
      pieces += piece;
      at += character.length;
    }
    from.push(at);
    return { folded: pieces, from };
  }

  Lianxue.searchFold = {
    useVariants,
    fold,
    foldInPlace,
    /** @param {string} text @returns {boolean} */
    isCjk: (text) => IS_CJK.test(text),
    /** Runs of characters and words. @param {string} folded @returns {string[]} */
    runs: (folded) => folded.match(RUN) || [],
    /** Without brackets, book title marks and blanks. @param {string} folded @returns {string} */
    compact: (folded) => folded.replace(NO_TERM, ""),
  };
})();
