/**
 * FSRS-6: when a question is best asked again, from how well it was answered so far. Pure.
 *
 * The model and its default parameters are those of the PyPI package `fsrs` 6.3 with fuzzing off, which is the oracle in
 * tests/js/test_scheduler.py. All times are epoch milliseconds in UTC. A day is 24 hours, as in the package, and no local date.
 * Stability is counted in days: after so many, one answer in ten is forgotten. Difficulty runs from 1 to 10.
 */
(function () {
  "use strict";

  const { exp, floor, max, min, pow } = Math; // a record of years runs through here at once
  const MINUTE = 60000; // milliseconds
  const DAY = 1440 * MINUTE;
  const [AGAIN, HARD, GOOD, EASY] = [1, 2, 3, 4];

  // by rows: first answers · difficulty · right again · forgotten · hard, easy · same day · decay
  const PARAMETERS = [
    0.212, 1.2931, 2.3065, 8.2956,
    6.4133, 0.8334, 3.0194, 0.001,
    1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483,
    0.6014, 1.8729,
    0.5425, 0.0912, 0.0658,
    0.1542,
  ];
  const W = PARAMETERS;
  const LEAST_STABILITY = 0.001; // days
  const DECAY = -W[20];
  const FACTOR = pow(0.9, 1 / DECAY) - 1; // so that stability is the time to 90 %

  /** Steps are minutes until a question comes again before it counts as learnt; the interval is in days. */
  const DEFAULTS = { learning_steps: [1, 10], relearning_steps: [10], desired_retention: 0.9, maximum_interval: 36500 };

  /** @param {number} value @returns {number} the nearest whole number, halves to the even one, as Python rounds */
  function roundHalfEven(value) {
    const below = floor(value);
    const rest = value - below;
    return rest < 0.5 || (rest === 0.5 && below % 2 === 0) ? below : below + 1;
  }

  /** @param {SchedulerCard} card @param {number} now @returns {number} whole days since its last review, negative where a clock ran back */
  function daysSince(card, now) {
    return floor((now - /** @type {number} */ (card.last_review)) / DAY);
  }

  /** @param {SchedulerCard} card @param {number} now @returns {number} chance from 0 to 1 that it is still known; 0 for one never reviewed */
  function retrievability(card, now) {
    if (card.last_review === null || card.stability === null) {
      return 0;
    }
    return pow(1 + (FACTOR * max(0, daysSince(card, now))) / card.stability, DECAY);
  }

  /** By rating from 1: difficulty after a first answer, not yet held between 1 and 10. */
  const FIRST_DIFFICULTY = [AGAIN, HARD, GOOD, EASY].map((rating) => W[4] - exp(W[5] * (rating - 1)) + 1);
  const RECALL = exp(W[8]);
  const FORGETTING = exp(W[17] * W[18]);

  /** @param {number} difficulty @returns {number} */
  function heldDifficulty(difficulty) {
    return min(max(difficulty, 1), 10);
  }

  /** Moves less the harder it is already, and drifts back to that of an easy question. @param {number} difficulty @param {number} rating @returns {number} */
  function nextDifficulty(difficulty, rating) {
    const moved = difficulty - (W[6] * (rating - GOOD) * (10 - difficulty)) / 9;
    return heldDifficulty(W[7] * FIRST_DIFFICULTY[EASY - 1] + (1 - W[7]) * moved);
  }

  /** @param {number} stability @param {number} rating @returns {number} growth within one day says little */
  function afterSameDay(stability, rating) {
    const growth = exp(W[17] * (rating - GOOD + W[18])) * pow(stability, -W[19]);
    return stability * (rating === AGAIN ? growth : max(growth, 1));
  }

  /** @param {number} stability @param {number} difficulty @param {number} chance that it was known @returns {number} never more than before */
  function afterForgetting(stability, difficulty, chance) {
    const anew = W[11] * pow(difficulty, -W[12]) * (pow(stability + 1, W[13]) - 1) * exp((1 - chance) * W[14]);
    return min(anew, stability / FORGETTING);
  }

  /** @param {number} stability @param {number} difficulty @param {number} chance that it was known @param {number} rating @returns {number} */
  function afterRecall(stability, difficulty, chance, rating) {
    const weight = rating === HARD ? W[15] : rating === EASY ? W[16] : 1;
    const surprise = exp((1 - chance) * W[10]) - 1;
    return stability * (1 + RECALL * (11 - difficulty) * pow(stability, -W[9]) * surprise * weight);
  }

  /** @param {SchedulerCard} card @param {number} rating @param {number} now @returns {{stability: number, difficulty: number}} */
  function nextMemory(card, rating, now) {
    const { stability, difficulty } = card;
    if (stability === null || difficulty === null) {
      return { stability: W[rating - 1], difficulty: heldDifficulty(FIRST_DIFFICULTY[rating - 1]) };
    }
    let next = 0;
    if (card.last_review !== null && daysSince(card, now) < 1) {
      next = afterSameDay(stability, rating);
    } else if (rating === AGAIN) {
      next = afterForgetting(stability, difficulty, retrievability(card, now));
    } else {
      next = afterRecall(stability, difficulty, retrievability(card, now), rating);
    }
    return { stability: max(next, LEAST_STABILITY), difficulty: nextDifficulty(difficulty, rating) };
  }

  /** @param {SchedulerCard} card @param {number} rating @param {number[]} steps @returns {number | null} the step it is on next, null: past them all */
  function nextStep(card, rating, steps) {
    if (steps.length === 0 || (card.state === "review" && rating !== AGAIN)) {
      return null;
    }
    const step = card.step || 0;
    if (rating === AGAIN) {
      return 0;
    }
    if (step >= steps.length || rating === EASY) {
      return null;
    }
    const next = rating === HARD ? step : step + 1;
    return next < steps.length ? next : null;
  }

  /** @param {number} step @param {number} rating @param {number[]} steps @returns {number} minutes; a hard first step lies halfway to the next */
  function minutesOf(step, rating, steps) {
    if (rating === HARD && step === 0) {
      return steps.length === 1 ? steps[0] * 1.5 : (steps[0] + steps[1]) / 2;
    }
    return steps[step];
  }

  /** @param {number} stability @param {number} retention to fall to @param {number} longest @returns {number} whole days, at least one */
  function daysUntil(stability, retention, longest) {
    const days = (stability / FACTOR) * (pow(retention, 1 / DECAY) - 1);
    return min(max(roundHalfEven(days), 1), longest);
  }

  /** @param {number} now @returns {SchedulerCard} of a question never answered */
  function newCard(now) {
    return { state: "new", step: 0, stability: null, difficulty: null, due: now, last_review: null };
  }

  /**
   * @param {SchedulerCard} card is left as it is @param {number} rating 1 again, 2 hard, 3 good, 4 easy @param {number} now
   * @param {Partial<typeof DEFAULTS>} [options] steps in minutes, the longest interval in days
   * @returns {SchedulerCard}
   */
  function review(card, rating, now, options) {
    const {
      learning_steps = DEFAULTS.learning_steps, relearning_steps = DEFAULTS.relearning_steps,
      desired_retention = DEFAULTS.desired_retention, maximum_interval = DEFAULTS.maximum_interval,
    } = options || DEFAULTS;
    const isLearnt = card.state === "review" || card.state === "relearning";
    const steps = isLearnt ? relearning_steps : learning_steps;
    const { stability, difficulty } = nextMemory(card, rating, now);
    const step = nextStep(card, rating, steps);
    const pause = step === null ? daysUntil(stability, desired_retention, maximum_interval) * DAY : minutesOf(step, rating, steps) * MINUTE;
    return {
      state: step === null ? "review" : isLearnt ? "relearning" : "learning",
      step, stability, difficulty, due: now + pause, last_review: now,
    };
  }

  Lianxue.scheduler = { PARAMETERS, newCard, review, retrievability };
})();
