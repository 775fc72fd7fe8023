/** Words that are written as one, told apart by how often two characters stand together. Pure. */
(function () {
  "use strict";

  const STRANGERS = 0.1; // two characters that stand together so seldom beside their neighbours begin another word
  const TOGETHER = 2; // sections that have all the pieces of a cut
  const FAR_MORE = 2; // how many times more than those of the cut between strangers
  const { intersect } = Lianxue.searchPostings;

  /** @param {string} text @returns {string[]} its neighbouring characters, two by two */
  const pairs = (text) => Array.from(text.slice(1), (_, at) => text.slice(at, at + 2));

  /**
   * How well the two characters at each place hold together, beside their neighbours.
   * @param {(Int32Array | null)[]} lists of the pairs; null: not known @returns {number[]} below 0.1: strangers
   */
  function bonds(lists) {
    return lists.map((list, at) => {
      const beside = [lists[at - 1], lists[at + 1]].filter(Boolean).map((other) => (other ? other.length : 0));
      return list && beside.length ? list.length / (Math.min.apply(null, beside) + 1) : Infinity;
    });
  }

  /** @param {string} text @param {(Int32Array | null)[]} lists @returns {string[]} the stretches without a pair that stands nowhere; a character that belongs to nothing is left out */
  function known(text, lists) {
    let marked = text[0];
    lists.forEach((list, at) => {
      marked += (list && list.length === 0 ? " " : "") + text[at + 1];
    });
    return marked.split(" ").filter((part) => part.length > 1);
  }

  /**
   * Cut until each piece stands somewhere: there where the pieces are found together most, else where strangers meet.
   * @param {string} text @param {(pair: string) => Int32Array | null} listOf null: not known @param {boolean} isTried the whole is known to stand nowhere
   * @returns {string[]}
   */
  function cut(text, listOf, isTried) {
    const lists = pairs(text).map(listOf);
    const parts = known(text, lists);
    if (parts.length !== 1 || parts[0] !== text) {
      return parts.reduce((all, part) => all.concat(cut(part, listOf, false)), /** @type {string[]} */ ([]));
    }
    const sure = /** @type {Int32Array[]} */ (lists.filter(Boolean));
    const strength = bonds(lists);
    const places = pairs(text).map((_, at) => at).slice(1, -1).filter((at) => lists[at]);
    const least = Math.min.apply(null, [Infinity].concat(places.map((at) => strength[at])));
    const isWord = !isTried && least > STRANGERS && intersect(sure).length > 0;
    if (text.length === 3 && sure.length && (isTried || !intersect(sure).length)) {
      const [front, back] = lists.map((list) => (list ? list.length : -1));
      return [front > back ? text.slice(0, 2) : text.slice(1)];
    }
    if (text.length < 4 || isWord || !places.length) {
      return [text];
    }
    const together = places.map((at) => intersect(sure.filter((list) => list !== lists[at])).length);
    const weakest = places.reduce((best, at) => (strength[at] < strength[best] ? at : best), places[0]);
    const most = Math.max.apply(null, together);
    const place = most >= TOGETHER && most > FAR_MORE * together[places.indexOf(weakest)] ? places[together.indexOf(most)] : weakest;
    return cut(text.slice(0, place + 1), listOf, false).concat(cut(text.slice(place + 1), listOf, false));
  }

  /** @param {string} text @param {string[]} words longer ones in front @returns {string[]} the words that stand in it apart from the rest */
  function apart(text, words) {
    const within = words.find((word) => word.length > 1 && word.length < text.length && text.indexOf(word) >= 0);
    if (!within) {
      return [text];
    }
    const at = text.indexOf(within);
    return apart(text.slice(0, at), words).concat(within, apart(text.slice(at + within.length), words)).filter(Boolean);
  }

  Lianxue.searchCutting = { cut, apart, pairs, bonds, STRANGERS };
})();
