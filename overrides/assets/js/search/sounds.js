/** How characters read: which are homophones, and whether letters spell a name in pinyin or by its initials. Pure. */
(function () {
  "use strict";

  /** What many do not tell apart: zh and z, ing and in, l and n stay apart. @param {string} reading @returns {string} */
  const blur = (reading) => reading.replace(/^([zcs])h/, "$1").replace(/([aei]n)g$/, "$1");

  /** @param {string} table "a:啊阿|ai:爱…" @returns {SearchSounds} */
  function create(table) {
    /** @type {Map<string, string[]>} */
    const readings = new Map();
    table.split("|").forEach((entry) => {
      const [reading, characters] = entry.split(":");
      Array.from(characters || "").forEach((character) => {
        readings.set(character, (readings.get(character) || []).concat(reading));
      });
    });

    /** @param {string} character @returns {string[]} a letter or digit reads as itself */
    const of = (character) => readings.get(character) || [character];

    /** @type {Map<string, string[]>} */
    const blurred = new Map();

    /** @param {string} character @returns {string[]} */
    function blurredOf(character) {
      let known = blurred.get(character);
      if (!known) {
        known = of(character).map(blur);
        blurred.set(character, known);
      }
      return known;
    }

    /** @param {string} one @param {string} other characters @returns {number} 2: the same sound, 1: nearly, 0: another */
    function likeness(one, other) {
      const mine = of(one);
      const theirs = of(other);
      if (mine.some((reading) => theirs.indexOf(reading) >= 0)) {
        return 2;
      }
      const nearly = blurredOf(other);
      return blurredOf(one).some((reading) => nearly.indexOf(reading) >= 0) ? 1 : 0;
    }

    /**
     * Spell letters by the characters from a place on: full readings, initials, the last one perhaps unfinished.
     * @param {string} letters @param {string} name @param {number} place @returns {{count: number, full: number} | null}
     *   count of characters used; full: those that were spelt out
     */
    function spell(letters, name, place) {
      if (letters === "") {
        return { count: 0, full: 0 };
      }
      if (place >= name.length) {
        return null;
      }
      /** @type {{count: number, full: number} | null} */
      let best = null;
      for (const reading of of(name[place])) {
        if (reading[0] === letters[0]) {
          for (const piece of piecesOf(reading, letters)) {
            const rest = spell(letters.slice(piece.length), name, place + 1);
            const full = rest ? rest.full + (piece.length > 1 ? 1 : 0) : 0;
            if (rest && (!best || full > best.full)) {
              best = { count: rest.count + 1, full };
            }
          }
        }
      }
      return best;
    }

    /** @type {Map<string, Set<string>>} */
    const byLetter = new Map();

    /** @param {string} letter @returns {Set<string>} the characters that may begin with it */
    function startingWith(letter) {
      let known = byLetter.get(letter);
      if (!known) {
        known = new Set([letter]);
        for (const [character, sounds] of readings) {
          if (sounds.some((reading) => reading[0] === letter)) {
            known.add(character);
          }
        }
        byLetter.set(letter, known);
      }
      return known;
    }

    return { likeness, spell, startingWith };
  }

  /** What may stand for a character at the front of some letters. @param {string} reading @param {string} letters @returns {string[]} */
  function piecesOf(reading, letters) {
    const loose = reading.replace("v", "u"); // lu for lü, as some type it
    const whole = [reading, loose].filter((spelling) => letters.startsWith(spelling));
    const unfinished = reading.startsWith(letters) || loose.startsWith(letters) ? [letters] : [];
    const initials = /^[zcs]h/.test(reading) && letters[1] === "h" ? [letters.slice(0, 2), letters[0]] : [letters[0]];
    return whole.slice(0, 1).concat(unfinished, initials);
  }

  Lianxue.searchSounds = { create };
})();
