/** Draw from a seed. Standard input: JSON {"seed", "count": numbers to draw, "items": to shuffle, "rounds"?: how often to see who comes first}. */
"use strict";
const { load, readInput } = require("./sandbox.js");

const { seed, count, items, rounds } = readInput();
const { random } = load(["practice/random"]);
const next = random.seeded(seed);
const numbers = Array.from({ length: count }, () => next());
const shuffled = random.shuffle(items, next);
const firsts = items.map(() => 0);
for (let round = 0; round < (rounds || 0); round += 1) {
  firsts[items.indexOf(random.shuffle(items, next)[0])] += 1;
}
process.stdout.write(JSON.stringify({ numbers, shuffled, given: items, firsts }));
