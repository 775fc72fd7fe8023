/** Find the sections that have a query's words: few lists first, more where they do not decide. Loads postings, knows no texts. */
(function () {
  "use strict";

  // characters that stand everywhere in regulations: terms with them are asked for last
  const COMMON = "的和应当或者人其以有关规定机国法行政部门不得在依对为由他本条第一款可单位个及与之中";
  const FEW = 8; // sections that may be looked at one by one
  const MOST_AT_FIRST = 3;
  const MOST_TERMS = 10;
  const LONGEST_CUT = 14; // characters that are read as words written together; more are a sentence
  const STRANGERS = 0.1; // two characters that stand together so seldom beside their neighbours begin another word
  const LEAST_SHARE = 0.3;
  const MOST_SOFT = 400;
  const { intersect } = Lianxue.searchPostings;
  const NONE = new Int32Array(0);

  /** @param {string} term @returns {number} */
  const commonness = (term) => (COMMON.indexOf(term[0]) >= 0 ? 1 : 0) + (COMMON.indexOf(term[1]) >= 0 ? 1 : 0);

  /**
   * Terms in the order in which they are worth loading: first those that together cover the word, the rarer-looking ones in front.
   * Whatever lies in memory: a query finds the same again.
   * @param {string[]} terms of one way to say a word @returns {string[]}
   */
  function inOrder(terms) {
    if (terms.length <= 2) {
      return terms;
    }
    const last = terms.length - 1;
    /** @param {number} at */
    const rank = (at) => commonness(terms[at]) + (at % 2 === 0 || at === last ? 0 : 2.5);
    return terms.map((_, at) => at).sort((one, other) => rank(one) - rank(other) || one - other).map((at) => terms[at]);
  }

  /** @param {Int32Array[]} lists @returns {Int32Array} the numbers that stand in any, ascending */
  function unite(lists) {
    const filled = lists.filter((list) => list.length);
    if (filled.length < 2) {
      return filled[0] || NONE;
    }
    const all = new Int32Array(filled.reduce((sum, list) => sum + list.length, 0));
    let end = 0;
    filled.forEach((list) => {
      all.set(list, end);
      end += list.length;
    });
    all.sort();
    return all.filter((number, at) => at === 0 || number !== all[at - 1]);
  }

  /** @param {SearchPostings} postings @param {(hashes: string[]) => Promise<void>} load @param {number} total sections of the index */
  function create(postings, load, total) {
    const share = new Float32Array(total);

    /** @param {string[]} terms @returns {Promise<void>} */
    const loadTerms = (terms) => load(Array.from(new Set(terms.map(postings.hashOf))));

    /** @param {number} count of sections @returns {number} */
    const rarity = (count) => Math.log(1 + total / (1 + count));

    /**
     * Sections with a way's terms, as many of them as it takes.
     * @param {SearchWay} way @param {number} most at first @param {boolean} isAlone other words narrow it too where it is not
     * @returns {Promise<string[]>} the terms that were used
     */
    async function narrow(way, most, isAlone) {
      const order = inOrder(way.terms);
      let used = order.slice(0, most);
      await loadTerms(used);
      while (isAlone && used.length < Math.min(order.length, MOST_TERMS)) {
        const left = intersect(used.map(postings.listOf)).length;
        if (left === 0 || (left <= FEW && used.length > 1)) {
          break;
        }
        used = order.slice(0, used.length + 2);
        await loadTerms(used);
      }
      return used;
    }

    /** @param {SearchWord} word @param {number} most terms at first @param {boolean} isAlone @returns {Promise<WordHits>} */
    async function strict(word, most, isAlone) {
      const used = await Promise.all(word.ways.map((way) => narrow(way, most, isAlone)));
      const body = unite(used.map((terms) => intersect(terms.map(postings.listOf))));
      const heading = unite(used.map((terms) => intersect(terms.map((term) => postings.listOf("^" + term)))));
      return { word, body, heading, shares: null, weight: rarity(body.length) };
    }

    /** Sections with each of the words. @param {SearchWord[]} words @returns {Promise<WordHits[]>} */
    async function all(words) {
      const count = words.length;
      const most = count > 3 ? 1 : count > 1 ? 2 : MOST_AT_FIRST;
      const found = await Promise.all(words.map((word) => strict(word, most, count === 1)));
      // what stands nowhere must not outweigh what does
      const known = found.filter((hits) => hits.body.length > 0);
      const usual = known.reduce((sum, hits) => sum + hits.weight, 0) / (known.length || 1);
      return found.map((hits) => (hits.body.length || !known.length ? hits : Object.assign({}, hits, { weight: usual })));
    }

    /** Sections with many of a word's terms: a slip breaks two of them, a sentence lends a few. @param {WordHits} hits @param {number} words of the query @returns {Promise<WordHits>} */
    async function soft(hits, words) {
      const way = hits.word.ways[0];
      const terms = inOrder(way.terms).slice(0, Math.max(3, Math.ceil(MOST_TERMS / words)));
      await loadTerms(terms);
      const lists = terms.map(postings.listOf);
      const weights = lists.map((list) => (list.length ? rarity(list.length) : 0.5 * rarity(0)));
      const sum = weights.reduce((one, other) => one + other, 0);
      lists.forEach((list, at) => {
        for (let place = 0; place < list.length; place += 1) {
          share[list[place]] += weights[at] / sum;
        }
      });
      const counts = new Int32Array(102);
      const touched = unite(lists);
      touched.forEach((section) => {
        counts[Math.min(101, Math.floor(share[section] * 100))] += 1;
      });
      let least = 101;
      for (let kept = counts[101]; least > LEAST_SHARE * 100 && kept + counts[least - 1] <= MOST_SOFT; least -= 1) {
        kept += counts[least - 1];
      }
      const body = touched.filter((section) => share[section] * 100 >= least);
      const shares = Float32Array.from(body, (section) => share[section]);
      touched.forEach((section) => {
        share[section] = 0;
      });
      return { word: hits.word, body, heading: NONE, shares, weight: sum / Math.max(1, Math.sqrt(lists.length)) };
    }

    /**
     * Words that are written as one: cut where two characters hardly ever stand together, until the pieces are found.
     * @param {string} text @param {boolean} isTried the whole is known to stand nowhere @returns {string[]}
     */
    function cut(text, isTried) {
      const counts = Array.from(text.slice(1), (_, at) => postings.listOf(text.slice(at, at + 2)).length);
      let weakest = 1;
      let least = Infinity;
      for (let at = 1; at + 2 < text.length; at += 1) {
        const ratio = counts[at] / (Math.min(counts[at - 1], counts[at + 1]) + 1);
        if (ratio < least) {
          least = ratio;
          weakest = at;
        }
      }
      const isWord = !isTried && least > STRANGERS && intersect(Array.from(counts, (_, at) => postings.listOf(text.slice(at, at + 2)))).length > 0;
      if (text.length < 4 || isWord) {
        return [text];
      }
      return cut(text.slice(0, weakest + 1), false).concat(cut(text.slice(weakest + 1), false));
    }

    /** @param {string} text @returns {Promise<string[]>} its words, as far as the lists tell them apart */
    async function split(text) {
      const parts = text.split(/[的之]/).filter((part) => part.length > 1);
      const runs = parts.reduce((all, part) => all.concat(Lianxue.searchFold.runs(part)), /** @type {string[]} */ ([]));
      const han = runs.filter((run) => run.length > 3 && run.length <= LONGEST_CUT && Lianxue.searchFold.isCjk(run));
      await loadTerms(han.reduce((all, run) => all.concat(Array.from(run.slice(1), (_, at) => run.slice(at, at + 2))), /** @type {string[]} */ ([])));
      return runs.reduce((all, run) => all.concat(han.indexOf(run) >= 0 ? cut(run, parts.length === 1) : [run]), /** @type {string[]} */ ([]));
    }

    return { all, soft, split };
  }

  Lianxue.searchGathering = { create, inOrder, unite };
})();
