/** Order sections by what the lists say of them: rarity of the words, headings, chapters, names, rank and currency. Pure. */
(function () {
  "use strict";

  const HEADING = 0.8; // on top of the body's 1
  const CHAPTER = 0.45;
  const NAME = 0.4;
  const KEPT = 400;
  const STEPS = 512;
  const PAST = /已修订|已废止|失效/;

  /** What a page is worth beside others. @param {SearchMeta} meta @returns {Float32Array} */
  function worthOfPages(meta) {
    return Float32Array.from(meta.titles, (_, page) => {
      const weight = Math.min(1.5, Math.max(0.5, meta.weights[meta.kind[page]] || 1));
      const isPast = PAST.test(meta.statuses[meta.status[page]] || "");
      return (0.88 + 0.03 * meta.ranks[page]) * Math.sqrt(weight) * (isPast ? 0.86 : 1);
    });
  }

  /** @param {Float32Array} scores @param {Int32Array} sections @returns {Int32Array} the best, in order */
  function best(scores, sections) {
    let top = 0;
    for (let at = 0; at < sections.length; at += 1) {
      top = Math.max(top, scores[sections[at]]);
    }
    const counts = new Int32Array(STEPS + 1);
    const step = (/** @type {number} */ score) => Math.floor((score / top) * STEPS);
    for (let at = 0; at < sections.length; at += 1) {
      counts[step(scores[sections[at]])] += 1;
    }
    let least = STEPS;
    for (let kept = counts[least]; least > 0 && kept < KEPT; kept += counts[least]) {
      least -= 1;
    }
    const chosen = sections.filter((section) => top > 0 && step(scores[section]) >= least);
    return chosen.sort((one, other) => scores[other] - scores[one] || one - other).slice(0, KEPT * 2);
  }

  /** @param {SearchPlaces} places @param {Float32Array} worth of pages */
  function create(places, worth) {
    const { total, pageOf, bases } = places;
    const scores = new Float32Array(total);
    const covers = new Float32Array(total);
    const hitsOnPage = new Int32Array(bases.length);

    /**
     * @param {WordHits[]} found @param {{pagesOf: (word: SearchWord) => number[], endOfChapter: (page: number, section: number) => number, isWanted: ((page: number) => boolean) | null, boost: Map<number, number> | null}} by
     * @returns {Int32Array} sections, best first
     */
    function order(found, by) {
      const sum = found.reduce((one, hits) => one + hits.weight, 0) || 1;
      /** @type {Int32Array[]} */
      const lists = [];
      found.forEach((hits) => {
        const part = hits.weight / sum;
        for (let at = 0; at < hits.body.length; at += 1) {
          const share = hits.shares ? hits.shares[at] * hits.shares[at] : 1;
          scores[hits.body[at]] += part * share;
          covers[hits.body[at]] += part * share;
          hitsOnPage[pageOf[hits.body[at]]] += 1;
        }
        lists.push(hits.body);
        for (let at = 0; at < hits.heading.length; at += 1) {
          const section = hits.heading[at];
          scores[section] += part * HEADING;
          const page = pageOf[section];
          const end = bases[page] + by.endOfChapter(page, section - bases[page]);
          for (let child = section + 1; found.length > 1 && child <= end; child += 1) {
            covers[child] += part * CHAPTER;
          }
        }
      });
      const touched = Lianxue.searchGathering.unite(lists);
      const named = new Float32Array(bases.length);
      if (found.length > 1) {
        found.forEach((hits) => by.pagesOf(hits.word).forEach((page) => {
          named[page] += (hits.weight / sum) * NAME;
        }));
      }
      touched.forEach((section) => {
        const page = pageOf[section];
        const cover = Math.min(1, covers[section] + named[page]);
        const boost = by.boost ? by.boost.get(page) || 0.6 : 1;
        scores[section] = by.isWanted && !by.isWanted(page) ? 0 : (scores[section] + named[page]) * cover * cover * worth[page] * boost * (1 + 0.05 * Math.log2(1 + hitsOnPage[page]));
      });
      const ordered = best(scores, touched);
      clear(found, touched, by);
      return ordered.filter((section) => !by.isWanted || by.isWanted(pageOf[section]));
    }

    /** @param {WordHits[]} found @param {Int32Array} touched @param {{endOfChapter: (page: number, section: number) => number}} by */
    function clear(found, touched, by) {
      touched.forEach((section) => {
        scores[section] = 0;
        covers[section] = 0;
        hitsOnPage[pageOf[section]] = 0;
      });
      found.forEach((hits) => hits.heading.forEach((section) => {
        const page = pageOf[section];
        scores[section] = 0;
        covers.fill(0, section, bases[page] + by.endOfChapter(page, section - bases[page]) + 1);
      }));
    }

    return { order };
  }

  Lianxue.searchRanking = { create, worthOfPages };
})();
