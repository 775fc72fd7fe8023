/** Random numbers that a seed decides, the same in every browser. Pure. */
(function () {
  "use strict";

  /**
   * Four words of 32 bits from a text: every bit of it moves all of them.
   * @param {string} text @returns {number[]}
   */
  function hash(text) {
    let state = 1779033703 ^ text.length;
    for (let place = 0; place < text.length; place += 1) {
      state = Math.imul(state ^ text.charCodeAt(place), 3432918353);
      state = (state << 13) | (state >>> 19);
    }
    return [1, 2, 3, 4].map(() => {
      state = Math.imul(state ^ (state >>> 16), 2246822507);
      state = Math.imul(state ^ (state >>> 13), 3266489909);
      state ^= state >>> 16;
      return state >>> 0;
    });
  }

  /**
   * Chris Doty-Humphrey's small fast counter (sfc32).
   * @param {string} seed @returns {() => number} 0 ≤ number < 1
   */
  function seeded(seed) {
    let [a, b, c, counter] = hash(seed);
    function next() {
      const sum = (a + b + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + sum) | 0;
      return (sum >>> 0) / 4294967296;
    }
    for (let round = 0; round < 12; round += 1) {
      next(); // like seeds part only after some rounds
    }
    return next;
  }

  /** Fisher–Yates; the given list stays as it is. @template T @param {T[]} items @param {() => number} random @returns {T[]} */
  function shuffle(items, random) {
    const shuffled = items.slice();
    for (let last = shuffled.length - 1; last > 0; last -= 1) {
      const chosen = Math.floor(random() * (last + 1));
      [shuffled[last], shuffled[chosen]] = [shuffled[chosen], shuffled[last]];
    }
    return shuffled;
  }

  Lianxue.random = { seeded, shuffle };
})();
