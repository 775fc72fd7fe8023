/**
 * Choose the questions of sessions. Input: {"index", "calls": [{mode, filter, events, today, seed, count, siteId, position}]}.
 * Output: the ids of each.
 */
"use strict";
const { load } = require("./sandbox.js");

module.exports = (input) => {
  const namespace = load([
    "calendar", "record", "learning/settings", "learning/history", "learning/mistakes", "learning/scheduler", "learning/review",
    "practice/random", "practice/selection", "practice/session",
  ]);
  const { index, calls } = input;
  const chosen = calls.map((given) => {
    const events = given.events || [];
    return namespace.session.choose(given.mode, {
      index: given.index || index,
      rows: namespace.selection.rows(given.index || index, given.filter || {}),
      history: namespace.history.byQuestion(events),
      settings: namespace.settings.fold(events),
      today: given.today || "2026-02-10",
      random: namespace.random.seeded(given.seed || "seed"),
      count: given.count || 0,
      siteId: given.siteId || "lianxue",
      position: given.position || "",
    });
  });
  return chosen;
};
