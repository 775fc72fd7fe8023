/** A show on the big screen: which question, how far it is revealed, what the teams have. Pure; no event is ever made of it. */
(function () {
  "use strict";

  const QUESTION = 0;
  const ANSWER = 1;
  const EXPLANATION = 2;
  const AMOUNTS = [1, 5, 10]; // what one press gives or takes

  /** @param {{ids: string[], title: string, seconds: number, names: string[]}} given @returns {ScreenShow} */
  function begin(given) {
    return {
      ids: given.ids,
      title: given.title,
      seconds: given.seconds,
      teams: given.names.map((name) => ({ name, score: 0 })),
      amount: AMOUNTS[0],
      place: 0,
      step: QUESTION,
      until: 0,
      isRunning: true,
    };
  }

  /** @param {Question | null} question null behind the last one @returns {number} the step that shows all there is */
  function lastStep(question) {
    if (!question) {
      return QUESTION;
    }
    return question.explanation !== "" || question.cite.length > 0 ? EXPLANATION : ANSWER;
  }

  /** @param {ScreenShow} show @param {number} place @param {number} step @returns {ScreenShow} the clock of another question starts anew */
  function at(show, place, step) {
    return Object.assign({}, show, { place, step, until: place === show.place ? show.until : 0 });
  }

  /** What the button of a remote does: answer, explanation, next question. @param {ScreenShow} show @param {number} last @returns {ScreenShow} */
  function forward(show, last) {
    return show.step < last ? at(show, show.place, show.step + 1) : skip(show);
  }

  /** One step more of this question, never the next one. @param {ScreenShow} show @param {number} last @returns {ScreenShow} */
  function reveal(show, last) {
    return at(show, show.place, Math.min(show.step + 1, last));
  }

  /** The next question; behind the last one the end. @param {ScreenShow} show @returns {ScreenShow} */
  function skip(show) {
    return show.place < show.ids.length ? at(show, show.place + 1, QUESTION) : show;
  }

  /** One step less; the question before as it was left. @param {ScreenShow} show @param {number} lastBefore of the question before @returns {ScreenShow} */
  function back(show, lastBefore) {
    if (show.step > QUESTION) {
      return at(show, show.place, show.step - 1);
    }
    return show.place > 0 ? at(show, show.place - 1, lastBefore) : show;
  }

  /** @param {ScreenShow} show @param {number} team from 0 @param {number} sign 1 or -1 @returns {ScreenShow} */
  function award(show, team, sign) {
    const teams = show.teams.map((one, number) => (number === team ? { name: one.name, score: one.score + sign * show.amount } : one));
    return Object.assign({}, show, { teams });
  }

  /** @param {ScreenShow} show @returns {ScreenShow} the next of 1, 5 and 10 */
  function changeAmount(show) {
    return Object.assign({}, show, { amount: AMOUNTS[(AMOUNTS.indexOf(show.amount) + 1) % AMOUNTS.length] });
  }

  /** Start the clock of a question that has none yet. @param {ScreenShow} show @param {number} now epoch milliseconds @returns {ScreenShow} */
  function startClock(show, now) {
    const isDue = show.seconds > 0 && show.until === 0 && show.step === QUESTION && show.place < show.ids.length;
    return isDue ? Object.assign({}, show, { until: now + show.seconds * 1000 }) : show;
  }

  /** @param {ScreenShow} show @param {number} now epoch milliseconds @returns {number} whole seconds left, never below 0 nor above the limit */
  function secondsLeft(show, now) {
    return Math.max(0, Math.min(show.seconds, Math.ceil((show.until - now) / 1000)));
  }

  /** What was kept before a reload. @param {any} value @returns {ScreenShow | null} null where it is not a show */
  function restore(value) {
    const isShow = value && Array.isArray(value.ids) && value.ids.length > 0 && Array.isArray(value.teams);
    return isShow ? value : null;
  }

  Lianxue.screenShow = {
    QUESTION, ANSWER, EXPLANATION,
    begin, lastStep, forward, reveal, skip, back, award, changeAmount, startClock, secondsLeft, restore,
  };
})();
