/**
 * Replay histories of reviews. Input: [{options, start, reviews: [[rating, time], …], asked: [time, …]}, …].
 * Output: for each the card after every review, and how likely it is still known at the times asked.
 */
"use strict";
const { load } = require("./sandbox.js");

module.exports = (input) => {
  const { scheduler } = load(["learning/scheduler"]);
  const replayed = input.map(({ options, start, reviews, asked }) => {
    const cards = [];
    reviews.reduce((card, [rating, time]) => {
      const next = scheduler.review(card, rating, time, options || undefined);
      cards.push(next);
      return next;
    }, scheduler.newCard(start));
    const last = cards[cards.length - 1];
    return { cards, chances: asked.map((time) => scheduler.retrievability(last, time)) };
  });
  return replayed;
};
