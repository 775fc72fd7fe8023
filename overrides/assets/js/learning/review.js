/**
 * Which questions are worth asking again, and on which day. Pure.
 *
 * Every response counts as a review, wherever it was given. Verdicts become ratings by this table:
 *
 *   correct 答对 → 3 good    partial 半对 → 2 hard    wrong 答错 → 1 again
 *
 * 4 (easy) is never given: nothing tells that an answer came without effort. There are no learning steps, because a learner
 * comes once a week and not again in ten minutes; a wrong answer comes again the next day at the earliest.
 *
 * With an exam date every question seen before comes once more in the last weeks: `FINAL_DAYS` before the exam, or earlier where
 * the daily limit needs more days for all of them. One answered within that time needs no second time. What would be due only
 * after the exam is laid evenly into the places that the other reviews leave free; what is due before keeps its day.
 * The limit is exceeded only where the days left do not suffice, by equal parts a day.
 */
(function () {
  "use strict";

  const MINUTE = 60000; // milliseconds
  const DAY = 1440 * MINUTE;
  const FINAL_DAYS = 30;
  const LONGEST_GAP = 7; // days
  const RATINGS = new Map([["correct", 3], ["partial", 2], ["wrong", 1]]);
  const NO_STEPS = { learning_steps: [], relearning_steps: [] };

  /** @typedef {{from: number, until: number, limit: number}} FinalWeeks days since 1970: the first one, the exam's, and reviews a day */

  /** @param {string} verdict @returns {number} 0 for one this version does not know */
  function ratingOf(verdict) {
    return RATINGS.get(verdict) || 0;
  }

  /** @param {string} date 2026-11-20 @returns {number} days since 1970 */
  function dayOf(date) {
    return Date.parse(date + "T00:00:00Z") / DAY;
  }

  /** @param {number} day since 1970 @returns {string} 2026-11-20 */
  function dateOf(day) {
    return Lianxue.record.localDate(day * DAY, 0);
  }

  /**
   * @param {string} question full id @param {RecordEvent[]} responses oldest first @param {string} revision the present one
   * @returns {(ReviewItem & {day: number}) | null} day: it is due, since 1970
   */
  function itemOf(question, responses, revision) {
    const { newCard, review } = Lianxue.scheduler;
    const present = responses.filter((event) => event.payload.revision === revision && ratingOf(event.payload.verdict) > 0);
    if (present.length === 0) {
      return null;
    }
    let card = newCard(present[0].time);
    present.forEach((event) => {
      card = review(card, ratingOf(event.payload.verdict), event.time, NO_STEPS);
    });
    const latest = present[present.length - 1];
    const day = Math.floor((card.due + latest.offset * MINUTE) / DAY);
    return { question, card, reviewed: latest.date, due: "", is_needed: false, day };
  }

  /**
   * @param {Settings} settings @param {string} today @param {number} count of seen questions
   * @returns {FinalWeeks | null} null where no day is left before an exam
   */
  function finalWeeks(settings, today, count) {
    if (settings.exam_date === "" || settings.exam_date <= today) {
      return null;
    }
    const until = dayOf(settings.exam_date);
    const length = Math.max(FINAL_DAYS, Math.ceil(count / settings.daily_limit));
    return { from: until - length, until, limit: settings.daily_limit };
  }

  /**
   * How many reviews each day already has; what is over the limit moves on to the next day.
   * @param {number[]} days on which something is due @param {number} first @param {number} count of days @param {number} limit
   * @returns {number[]}
   */
  function loadOf(days, first, count, limit) {
    const load = new Array(count).fill(0);
    days.filter((day) => day < first + count).forEach((day) => {
      load[Math.max(0, day - first)] += 1;
    });
    for (let place = 0; place + 1 < count; place += 1) {
      const over = Math.max(0, load[place] - limit);
      load[place] -= over;
      load[place + 1] += over;
    }
    return load;
  }

  /**
   * Spread some questions evenly over the places still free.
   * @param {number} count of questions @param {number[]} load reviews that each day already has @param {number} limit
   * @returns {number[]} which of the days, for one question after another
   */
  function spread(count, load, limit) {
    let room = limit - 1;
    let free = 0;
    do {
      room += 1; // more a day only where the limit leaves too few places
      free = load.reduce((sum, taken) => sum + Math.max(0, room - taken), 0);
    } while (free < count);
    /** @type {number[]} */
    const places = [];
    let place = 0;
    let passed = Math.max(0, room - load[0]);
    for (let index = 0; index < count; index += 1) {
      const slot = Math.floor(((index + 0.5) * free) / count);
      while (slot >= passed) {
        place += 1;
        passed += Math.max(0, room - load[place]);
      }
      places.push(place);
    }
    return places;
  }

  /** @param {RecordEvent[][]} answers by question @param {string} today @returns {number} questions reviewed today already */
  function givenToday(answers, today) {
    return answers.filter((events) => events.some((event) => event.date === today && event.payload.mode === "review")).length;
  }

  /**
   * Let each question come before the exam.
   * @param {(ReviewItem & {day: number})[]} items soonest due first; changed @param {FinalWeeks} weeks
   * @param {number} present today, as days since 1970 @param {boolean} isBegun today's share is taken: the rest lies on the days after
   */
  function bringForward(items, weeks, present, isBegun) {
    const from = dateOf(weeks.from);
    const first = Math.max(isBegun && present + 1 < weeks.until ? present + 1 : present, weeks.from);
    items.forEach((item) => { item.is_needed = item.reviewed < from; });
    const isMoved = items.map((item) => item.is_needed && item.day >= weeks.until);
    const moved = items.filter((item, row) => isMoved[row]);
    // a question due before the final weeks is asked then, and takes no place in them
    const others = items.filter((item, row) => !isMoved[row] && (weeks.from <= present || item.day >= first));
    if (moved.length > 0) {
      const load = loadOf(others.map((item) => item.day), first, weeks.until - first, weeks.limit);
      const places = spread(moved.length, load, weeks.limit);
      moved.forEach((item, index) => { item.day = first + places[index]; });
    }
  }

  /** @param {{question: string, day: number}} one @param {{question: string, day: number}} other @returns {number} */
  function soonestFirst(one, other) {
    return one.day - other.day || (one.question < other.question ? -1 : 1);
  }

  /**
   * @param {Record<string, RecordEvent[]>} history @param {(id: string) => string} revisions the present one, "" for a question that is gone
   * @param {Settings} settings @param {string} today
   * @returns {ReviewItem[]} every seen question of its present revision, soonest due first. What waits is due today and never earlier:
   *   nobody is shown a debt.
   */
  function fold(history, revisions, settings, today) {
    const items = /** @type {(ReviewItem & {day: number})[]} */ (
      Object.keys(history)
        .map((id) => ({ id, revision: revisions(id) }))
        .map(({ id, revision }) => (revision === "" ? null : itemOf(id, history[id], revision)))
        .filter(Boolean)
    );
    items.sort(soonestFirst);
    const weeks = finalWeeks(settings, today, items.length);
    const present = dayOf(today);
    if (weeks) {
      bringForward(items, weeks, present, givenToday(Object.keys(history).map((id) => history[id]), today) > 0);
      items.sort(soonestFirst);
    }
    return items.map(({ question, card, reviewed, is_needed, day }) => (
      { question, card, reviewed, is_needed, due: dateOf(Math.max(day, present)) }
    ));
  }

  /** @param {RecordEvent[]} responses @param {string} from @param {string} today @returns {boolean} whether today's answer is what the exam needed */
  function isSettledToday(responses, from, today) {
    return (
      responses.some((event) => event.date === today) && responses.some((event) => event.date < from) &&
      !responses.some((event) => event.date >= from && event.date < today)
    );
  }

  /**
   * How many of the needed questions cannot wait until tomorrow.
   * @param {number} waiting needed ones not answered yet @param {number} settled of them today @param {number} days left, today too
   * @param {number} limit @returns {number}
   */
  function pressing(waiting, settled, days, limit) {
    const all = waiting + settled;
    const share = all > days * limit ? Math.ceil(all / days) : Math.max(0, all - (days - 1) * limit);
    return Math.max(0, Math.min(waiting, share - settled));
  }

  /** @param {RecordEvent[][]} responses by question @param {string} today @returns {number} days since the last visit, at most a week */
  function gapOf(responses, today) {
    let latest = "";
    responses.forEach((events) => events.forEach((event) => {
      latest = event.date < today && event.date > latest ? event.date : latest;
    }));
    return latest === "" ? 1 : Math.min(LONGEST_GAP, dayOf(today) - dayOf(latest));
  }

  /**
   * What to offer now. In the final weeks, whoever comes once a week gets a week's share at once, within the limit.
   * @param {ReviewItem[]} items of fold() for the same day @param {Record<string, RecordEvent[]>} history
   * @param {Settings} settings @param {string} today @returns {string[]} full ids, what is most likely forgotten first
   */
  function todaysQuestions(items, history, settings, today) {
    const answers = Object.keys(history).map((id) => history[id]);
    const given = givenToday(answers, today);
    const left = Math.max(0, settings.daily_limit - given);
    const weeks = finalWeeks(settings, today, items.length);
    const present = dayOf(today);
    const isFinal = weeks !== null && weeks.from <= present;
    const horizon = isFinal && given === 0 ? dateOf(present + gapOf(answers, today) - 1) : today;

    const noon = Date.parse(today + "T12:00:00Z");
    const candidates = items
      .filter((item) => item.due <= today || (isFinal && item.is_needed))
      .map((item) => ({ item, chance: Lianxue.scheduler.retrievability(item.card, noon) }));
    candidates.sort((one, other) => one.chance - other.chance || (one.item.question < other.item.question ? -1 : 1));

    /** @type {Set<string>} */
    const chosen = new Set();
    if (weeks && isFinal) {
      const needed = candidates.filter(({ item }) => item.is_needed).map(({ item }) => item);
      const from = dateOf(weeks.from);
      const settled = answers.filter((events) => isSettledToday(events, from, today)).length;
      needed
        .sort((one, other) => (one.due === other.due ? 0 : one.due < other.due ? -1 : 1))
        .slice(0, pressing(needed.length, settled, weeks.until - present, weeks.limit))
        .forEach((item) => chosen.add(item.question));
    }
    candidates
      .filter(({ item }) => !chosen.has(item.question) && item.due <= horizon)
      .slice(0, Math.max(0, left - chosen.size))
      .forEach(({ item }) => chosen.add(item.question));
    return candidates.map(({ item }) => item.question).filter((id) => chosen.has(id));
  }

  Lianxue.review = { ratingOf, fold, today: todaysQuestions };
})();
