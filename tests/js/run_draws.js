/**
 * Draw exams from indexes of banks.
 * Input: [{"index": …, "draws": [{"preset": …, "month": "2026-02", "seed": "a", "today": "2026-02-10", "events": []}]}].
 * Output: for each bank a list of what was drawn, or what lacks, and the milliseconds it took.
 */
"use strict";
const { load } = require("./sandbox.js");

module.exports = (input) => {
  const Lianxue = load([
    "record", "learning/settings", "learning/history", "learning/mistakes", "practice/random", "practice/selection", "practice/placement",
    "practice/preset_draw",
  ]);
  const results = input.map(({ index, draws }) =>
    draws.map(({ preset, month, seed, today, events }) => {
      const start = process.hrtime.bigint();
      const drawn = Lianxue.presetDraw.draw(index, preset, {
        month, today, history: Lianxue.history.byQuestion(events), settings: Lianxue.settings.DEFAULTS, random: Lianxue.random.seeded(seed), siteId: "test",
      });
      return Object.assign(drawn, { took: Number(process.hrtime.bigint() - start) / 1e6 });
    })
  );
  return results;
};
