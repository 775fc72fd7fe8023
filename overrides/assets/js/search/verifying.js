/** Look at a section's own words: is the phrase there, where, how often, how close together. Texts without punctuation. Pure. */
(function () {
  "use strict";

  const TYPICAL = 160; // characters of an article
  const MOST_SPOTS = 8;
  const NEAR = 40; // characters within which words belong together
  const NUMBERING = /^第[0-9零〇一二三四五六七八九十百千]+[编章节条题]/;
  const LONG = 0.025; // a long phrase is no chance
  const DENIED = ["不得", "不予", "不"];

  /** @param {string} text @param {string} phrase @returns {number[]} where it stands, the first ones */
  function spotsOf(text, phrase) {
    /** @type {number[]} */
    const spots = [];
    for (let at = text.indexOf(phrase); at >= 0 && spots.length < MOST_SPOTS; at = text.indexOf(phrase, at + phrase.length)) {
      spots.push(at);
    }
    return spots;
  }

  /** @param {string} text @param {string} asked @param {number} at @returns {number} how many of its characters stand in their places from there on */
  function inPlace(text, asked, at) {
    let same = 0;
    for (let place = 0; place < asked.length; place += 1) {
      same += text[at + place] === asked[place] ? 1 : 0;
    }
    return same;
  }

  /** A character too many or too few: the front stands here, the rest a little further. @param {string} text @param {string} asked @param {number} start @param {number} shift @returns {number} */
  function inHalves(text, asked, start, shift) {
    let front = 0;
    while (front < asked.length && text[start + front] === asked[front]) {
      front += 1;
    }
    let back = 0;
    while (back < asked.length - front && text[start + shift + asked.length - 1 - back] === asked[asked.length - 1 - back]) {
      back += 1;
    }
    return front + back - (front + back >= asked.length ? 0.5 : 0);
  }

  /**
   * The part of the text that is nearest to what was asked: one wrong character, or one too many or too few.
   * @param {string} text @param {string} asked @param {string[]} terms of it that the text has
   * @returns {{share: number, at: number}} share of its characters, 0–1
   */
  function nearestPart(text, asked, terms) {
    let best = { share: 0, at: -1 };
    const tried = new Set();
    terms.forEach((term) => {
      const offset = asked.indexOf(term);
      for (let at = text.indexOf(term), tries = 0; at >= 0 && tries < 10; at = text.indexOf(term, at + 1), tries += 1) {
        const start = at - offset;
        if (!tried.has(start)) {
          tried.add(start);
          const same = Math.max(inPlace(text, asked, start), inHalves(text, asked, start, 1), inHalves(text, asked, start, -1));
          if (same / asked.length > best.share) {
            best = { share: same / asked.length, at: Math.max(0, start) };
          }
        }
      }
    });
    return best;
  }

  /** @param {string} text @param {string} phrase @param {number[]} spots @returns {number} more where the text says what it is, less where it only forbids it */
  function tone(text, phrase, spots) {
    const isDefined = ["是" + phrase, "所称" + phrase, phrase + "是指", "为" + phrase].some((form) => text.indexOf(form) >= 0);
    const isDenied = DENIED.indexOf(phrase.slice(0, 2)) < 0 && spots.every((at) => DENIED.some((word) => text.slice(at - word.length, at) === word));
    return (isDefined ? 0.14 : 0) - (isDenied ? 0.12 : 0);
  }

  /** @param {SearchWay} way @param {SearchPlain} place @param {number} weight of how often it stands there @returns {SearchMet} */
  function meetWay(way, place, weight) {
    const { text, heading } = place;
    const phrase = way.text;
    const spots = spotsOf(text, phrase);
    const inHeading = heading.indexOf(phrase) < 0 ? 0 : heading.replace(NUMBERING, "") === phrase ? 1 : 0.4 + (0.3 * phrase.length) / heading.length;
    if (spots.length || inHeading) {
      const often = spots.length / (spots.length + 0.5 + (0.5 * text.length) / TYPICAL);
      const early = spots.length ? 0.06 * (1 - Math.min(1, spots[0] / 200)) + 0.04 * Math.max(0, 1 - spots[0] / 20) + (phrase.length < 8 ? tone(text, phrase, spots) : 0) : 0;
      const under = spots.length && place.under.indexOf(phrase) >= 0 ? (place.under === phrase ? (place.isFirst ? 0.3 : 0.2) : 0.05) : 0;
      return { strength: 0.72 + under + weight * often + early + inHeading + LONG * Math.min(8, Math.max(0, phrase.length - 3)), spots, isPhrase: true };
    }
    const present = way.terms.filter((term) => text.indexOf(term) >= 0 || heading.indexOf(term) >= 0);
    const share = present.length / (way.terms.length || 1);
    const part = phrase.length >= 4 ? nearestPart(text, phrase, present) : { share: 0, at: -1 };
    const loose = share * share * (phrase.length <= 3 ? 0.4 : 0.45);
    const close = part.share >= 0.6 ? 0.8 * part.share - 0.1 - 1.2 * Math.max(0, 0.8 - part.share) : 0;
    const outside = place.above.indexOf(phrase) >= 0 ? 0.4 : place.title.indexOf(phrase) >= 0 ? 0.36 : 0;
    const strength = Math.max(loose, close, outside);
    const at = strength === outside ? -1 : close >= loose ? part.at : text.indexOf(present[0]);
    return { strength, spots: at < 0 ? [] : [at], isPhrase: outside > 0 && strength === outside };
  }

  /** How well one word is met, by the best of its ways. @param {SearchWord} word @param {SearchPlain} place @param {number} weight of how often it stands there @returns {SearchMet} */
  function meet(word, place, weight) {
    let best = meetWay(word.ways[0], place, weight);
    word.ways.slice(1).forEach((way) => {
      const found = meetWay(way, place, weight);
      if (found.strength * way.worth > best.strength) {
        best = { strength: found.strength * way.worth, spots: found.spots, isPhrase: found.isPhrase };
      }
    });
    return best;
  }

  /** @param {number[][]} spots of each word @returns {number} characters from the first to the last word where they stand closest */
  function width(spots) {
    let least = Infinity;
    spots.forEach((starts) => starts.forEach((start) => {
      const nexts = spots.map((list) => list.find((at) => at >= start));
      const end = nexts.reduce((/** @type {number} */ most, at) => (at === undefined ? Infinity : Math.max(most, at)), 0);
      least = Math.min(least, end - start);
    }));
    return least;
  }

  /**
   * @param {WordHits[]} found @param {SearchPlain} place
   * @returns {{score: number, phrases: boolean[]}} phrases: whether each word stands there as it was typed
   */
  function verify(found, place) {
    const sum = found.reduce((one, hits) => one + hits.weight, 0) || 1;
    const met = found.map((hits) => meet(hits.word, place, found.length > 1 ? 0.15 : 0.4));
    let cover = 0;
    let mean = 0;
    met.forEach(({ strength }, at) => {
      cover += (Math.min(1, strength / 0.7) * found[at].weight) / sum;
      mean += (strength * found[at].weight) / sum;
    });
    const spots = met.map((one) => one.spots);
    const isTogether = met.length > 1 && spots.every((list) => list.length > 0);
    const near = isTogether ? 0.22 * Math.max(0, 1 - width(spots) / NEAR) + 0.06 * Math.max(0, 1 - width(spots) / 200) : 0;
    return { score: (mean + near) * (met.length > 1 ? cover * cover : 1), phrases: met.map(({ isPhrase }) => isPhrase) };
  }

  Lianxue.searchVerifying = { verify, meet, nearestPart };
})();
