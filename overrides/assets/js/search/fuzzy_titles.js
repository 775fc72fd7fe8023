/** Names behind a slip or behind letters: one wrong character, homophones, pinyin, initials. Pure. */
(function () {
  "use strict";

  const SAME_SOUND = 0.35;
  const NEAR_SOUND = 0.6;

  /**
   * The least cost of turning what was typed into a part of the name.
   * @param {string} asked @param {string} name @param {SearchSounds} sounds @param {number} most
   * @returns {{cost: number, isEnd: boolean, isStart: boolean} | null} null: more than that
   */
  function distance(asked, name, sounds, most) {
    let above = new Array(name.length + 1).fill(0); // a part may begin anywhere
    for (let row = 1; row <= asked.length; row += 1) {
      const line = [row];
      let least = row;
      for (let column = 1; column <= name.length; column += 1) {
        const like = asked[row - 1] === name[column - 1] ? 3 : above[column - 1] < most ? sounds.likeness(asked[row - 1], name[column - 1]) : 0;
        const change = like === 3 ? 0 : like === 2 ? SAME_SOUND : like === 1 ? NEAR_SOUND : 1;
        line[column] = Math.min(above[column - 1] + change, above[column] + 1, line[column - 1] + 1);
        least = Math.min(least, line[column]);
      }
      if (least > most) {
        return null;
      }
      above = line;
    }
    const cost = Math.min.apply(null, above);
    return cost > most ? null : { cost, isEnd: above[name.length] === cost, isStart: above.indexOf(cost) <= asked.length + 1 };
  }

  /** @param {string} asked @param {string} name @returns {number} how many of its characters the name has */
  function shared(asked, name) {
    let count = 0;
    for (const character of asked) {
      count += name.indexOf(character) >= 0 ? 1 : 0;
    }
    return count;
  }

  /** Names one slip away. @param {string} asked compact, folded @param {SearchTitles} titles @param {SearchSounds} sounds @returns {Map<number, number>} */
  function slips(asked, titles, sounds) {
    const length = asked.length;
    if (length < 3 || !Lianxue.searchFold.isCjk(asked)) {
      return new Map();
    }
    const most = length >= 6 ? 1.4 : 1.05;
    const atLeast = length - (length > 5 ? 2 : 1);
    return titles.each((name) => {
      const common = name.length + 1 < length ? 0 : shared(asked, name);
      if (common === 0 || (common < atLeast && name.length > length + 1)) {
        return 0;
      }
      const found = distance(asked, name, sounds, most);
      if (!found || (length === 3 && found.cost > 0.7 && Math.abs(name.length - length) > 0)) {
        return 0;
      }
      return 0.6 - 0.16 * found.cost + 0.1 * Math.min(1, length / name.length) + (found.isEnd ? 0.06 : 0) + (found.isStart ? 0.03 : 0);
    }, 0.3);
  }

  /** Names spelt by letters. @param {string} letters lower case, v for ü @param {SearchTitles} titles @param {SearchSounds} sounds @returns {Map<number, number>} */
  function spelt(letters, titles, sounds) {
    if (letters.length < 2) {
      return new Map();
    }
    const first = sounds.startingWith(letters[0]);
    return titles.each((name) => {
      let best = 0;
      for (let place = 0; place < name.length; place += 1) {
        const found = first.has(name[place]) ? sounds.spell(letters, name, place) : null;
        if (found) {
          const isWhole = place === 0 && found.count === name.length;
          const share = found.count / name.length;
          const isShort = found.full === 0 && found.count < 3 && place > 0; // two initials inside a name say little
          const value = isWhole ? 0.97 : isShort ? 0 : 0.6 + 0.2 * share + (place === 0 ? 0.08 : 0) + (place + found.count === name.length ? 0.05 : 0);
          best = Math.max(best, value);
        }
      }
      return best;
    }, 0.3);
  }

  /** Names of which some is typed in letters and some in characters: laodong法. @param {string} asked compact, folded @param {SearchTitles} titles @param {SearchSounds} sounds @returns {Map<number, number>} */
  function mixed(asked, titles, sounds) {
    const pieces = asked.match(/[a-z]+|[^a-z]+/g) || [];
    return titles.each((name) => {
      let best = 0;
      for (let place = 0; place < name.length; place += 1) {
        let end = place;
        for (const piece of pieces) {
          const spelt = /[a-z]/.test(piece) ? sounds.spell(piece, name, end) : null;
          end = spelt ? end + spelt.count : name.startsWith(piece, end) ? end + piece.length : Infinity;
        }
        const share = (end - place) / name.length;
        best = end <= name.length ? Math.max(best, share === 1 ? 0.97 : 0.6 + 0.2 * share + (place === 0 ? 0.08 : 0) + (end === name.length ? 0.05 : 0)) : best;
      }
      return best;
    }, 0.3);
  }

  /** @param {string} asked @param {string} name @returns {boolean} two neighbouring characters that both have */
  const sharesPair = (asked, name) => Array.from(asked.slice(1), (_, at) => asked.slice(at, at + 2)).some((pair) => name.indexOf(pair) >= 0);

  /** The names nearest to what was typed; a likeness of loose characters is none. @param {string} asked compact @param {SearchTitles} titles @returns {Map<number, number>} */
  function nearest(asked, titles) {
    const isLike = (/** @type {string} */ name, /** @type {number} */ common) => sharesPair(asked, name) || (common > 2 && 2 * common >= asked.length);
    const near = titles.each((name) => {
      const common = shared(asked, name);
      return common > 1 && isLike(name, common) ? (2 * common) / (asked.length + name.length) + (shared(asked.slice(-1), name.slice(-1)) ? 0.05 : 0) : 0;
    }, 0.12);
    return near;
  }

  Lianxue.searchFuzzyTitles = { slips, spelt, mixed, nearest, distance };
})();
