/** Draw from a seed. Input: {"seed", "count": numbers to draw, "items": to shuffle, "rounds"?: how often to see who comes first}. */
"use strict";
const { load } = require("./sandbox.js");

module.exports = (input) => {
  const { seed, count, items, rounds } = input;
  const { random } = load(["practice/random"]);
  const next = random.seeded(seed);
  const numbers = Array.from({ length: count }, () => next());
  const shuffled = random.shuffle(items, next);
  const firsts = items.map(() => 0);
  for (let round = 0; round < (rounds || 0); round += 1) {
    firsts[items.indexOf(random.shuffle(items, next)[0])] += 1;
  }
  return { numbers, shuffled, given: items, firsts };
};
