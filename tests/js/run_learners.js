/**
 * Let a learner live through some days, answering whatever the review offers.
 * Input: {events, settings, revisions: {id: revision}, days: [{date, answers}, …], verdicts: [verdict, …]};
 * answers: how many of those offered are answered in a first and in a second sitting of the day ([] stays away).
 * Output: for each day {before: items, sittings: [ids, …], after: ids} (after: what is offered when all that is done).
 */
"use strict";
const { load } = require("./sandbox.js");

module.exports = (input) => {
  const { history, review } = load(["record", "learning/history", "learning/scheduler", "learning/review"]);
  const { events, settings, revisions, days, verdicts } = input;
  const revisionOf = (id) => revisions[id] || "";
  let count = events.length;

  /** @param {string} question @param {string} date @returns {any} a response given in the afternoon in Beijing */
  function answer(question, date) {
    count += 1;
    const payload = { question, revision: revisionOf(question), response: ["A"], verdict: verdicts[count % verdicts.length], share: 0, mode: "review" };
    const time = Date.parse(date + "T07:00:00Z") + count;
    return { id: String(count), device: "a", sequence: count, time, date, offset: 480, kind: "response", schema: 1, payload };
  }

  /** @param {string} date @returns {{items: any[], ids: string[]}} */
  function offer(date) {
    const past = history.byQuestion(events);
    const items = review.fold(past, revisionOf, settings, date);
    return { items, ids: review.today(items, past, settings, date) };
  }

  const lived = days.map(({ date, answers }) => {
    const before = offer(date).items;
    const sittings = answers.map((most) => {
      const { ids } = offer(date);
      ids.slice(0, most).forEach((id) => events.push(answer(id, date)));
      return ids;
    });
    return { before, sittings, after: offer(date).ids };
  });
  return lived;
};
