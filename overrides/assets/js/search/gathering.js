/** Find the sections that have a query's words: few lists first, more where they do not decide. Loads postings, knows no texts. */
(function () {
  "use strict";

  // characters that stand everywhere in regulations: terms with them are asked for last
  const COMMON = "的和应当或者人其以有关规定机国法行政部门不得在依对为由他本条第一款可单位个及与之中";
  const FEW = 8; // sections that may be looked at one by one
  const MOST_AT_FIRST = 3;
  const MOST_TERMS = 10;
  const MOST_FILES = 8; // that a query takes
  const FILES_FOR_OTHERS = 5; // taken before another way to say a word takes its own
  const LONGEST_CUT = 14; // characters that are read as words written together; more are a sentence
  const ACROSS = 0.5; // what a pair counts that two words lend each other
  const LEAST_SHARE = 0.3;
  const MOST_SOFT = 400;
  const { intersect } = Lianxue.searchPostings;
  const { cut, pairs, bonds, STRANGERS } = Lianxue.searchCutting;
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

  /**
   * For one query, which takes so many files and no more: the same ones whatever lies in memory.
   * @param {SearchPostings} postings @param {(hashes: string[]) => Promise<void>} load @param {Float32Array} share a zero a section, to count in
   * @returns {SearchGathering}
   */
  function create(postings, load, share) {
    const total = share.length;
    /** @type {Set<string>} */
    const taken = new Set();

    /** @param {number} count of sections @returns {number} */
    const rarity = (count) => Math.log(1 + total / (1 + count));

    /** @param {string[]} terms those that matter most in front @param {number} [most] files @returns {string[]} those in files the query may take */
    function take(terms, most = MOST_FILES) {
      return terms.filter((term) => {
        const hash = postings.hashOf(term);
        if (taken.size < most) {
          taken.add(hash);
        }
        return taken.has(hash);
      });
    }

    /** @param {string[]} terms that were taken @returns {Promise<void>} */
    const open = (terms) => load(Array.from(new Set(terms.map(postings.hashOf))));

    /** @param {string} term @returns {Int32Array | null} null: its file was not taken, or is missing */
    const listOf = (term) => (taken.has(postings.hashOf(term)) && postings.isThere(term) ? postings.listOf(term) : null);

    /** @param {string[]} terms @returns {Int32Array} the sections with those that are known */
    const having = (terms) => intersect(/** @type {Int32Array[]} */ (terms.map(listOf).filter(Boolean)));

    /**
     * More of the terms, until few sections have them.
     * @param {SearchWay} way @param {string[]} used @returns {Promise<string[]>} the terms that were used
     */
    async function narrow(way, used) {
      const order = inOrder(way.terms);
      let terms = used;
      while (terms.length && terms.length < Math.min(order.length, MOST_TERMS)) {
        const left = having(terms).length;
        const others = order.filter((term) => terms.indexOf(term) < 0);
        const isTaken = (/** @type {string} */ term) => taken.has(postings.hashOf(term));
        const more = take(others.filter(isTaken).concat(others.filter((term) => !isTaken(term))).slice(0, 2));
        if (left === 0 || (left <= FEW && terms.length > 1) || !more.length) {
          break;
        }
        terms = terms.concat(more);
        await open(more);
      }
      return terms;
    }

    /** @param {SearchWord} word @param {string[][]} used a way @returns {WordHits} */
    function hitsOf(word, used) {
      const body = unite(used.map(having));
      const heading = unite(used.map((terms) => intersect(terms.filter((term) => listOf(term)).map((term) => postings.listOf("^" + term)))));
      return { word, body, heading, shares: null, weight: rarity(body.length), isKnown: used[0].some((term) => listOf(term) !== null) };
    }

    /** Sections with each of the words; words whose lists are not to be had say nothing. @param {SearchWord[]} words @returns {Promise<WordHits[]>} */
    async function all(words) {
      const isAlone = words.length === 1;
      const most = words.length > 3 ? 1 : isAlone ? MOST_AT_FIRST : 2;
      /** @param {SearchWay} way @param {number} files */
      const first = (way, files) => take(inOrder(way.terms).slice(0, most), files);
      const mains = words.map((word) => first(word.ways[0], MOST_FILES));
      const used = words.map((word, at) => [mains[at]].concat(word.ways.slice(1).map((way) => first(way, FILES_FOR_OTHERS))));
      await open(used.reduce((terms, ways) => ways.reduce((one, way) => one.concat(way), terms), /** @type {string[]} */ ([])));
      for (let way = 0; isAlone && way < used[0].length; way += 1) {
        used[0][way] = await narrow(words[0].ways[way], used[0][way]);
      }
      const found = words.map((word, at) => hitsOf(word, used[at]));
      // what stands nowhere must not outweigh what does
      const known = found.filter((hits) => hits.body.length > 0);
      const usual = known.reduce((sum, hits) => sum + hits.weight, 0) / (known.length || 1);
      return found.map((hits) => (hits.body.length || !known.length ? hits : Object.assign({}, hits, { weight: usual })));
    }

    /** Sections with many of a word's terms: a slip breaks two of them, a sentence lends a few. @param {WordHits} hits @param {number} words of the query @returns {Promise<WordHits>} */
    async function soft(hits, words) {
      const way = hits.word.ways[0];
      const wanted = take(inOrder(way.terms).slice(0, Math.max(3, Math.ceil(MOST_TERMS / words))));
      await open(wanted);
      const terms = wanted.filter((term) => listOf(term));
      const strength = bonds(way.terms.map(listOf));
      const lists = terms.map(postings.listOf);
      const weights = lists.map((list, at) => (list.length ? rarity(list.length) * (strength[way.terms.indexOf(terms[at])] < STRANGERS ? ACROSS : 1) : 0.5 * rarity(0)));
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
      return { word: hits.word, body, heading: NONE, shares, weight: sum / Math.max(1, Math.sqrt(lists.length)), isKnown: hits.isKnown };
    }

    /** @param {string} text @param {boolean} isTried no text has it as it is @returns {Promise<string[]>} its words, as far as the lists tell them apart */
    async function split(text, isTried) {
      const parts = text.split(/[的之]/).filter((part) => part.length > 1);
      const runs = parts.reduce((all, part) => all.concat(Lianxue.searchFold.runs(part)), /** @type {string[]} */ ([]));
      const han = runs.filter((run) => run.length > 2 && run.length <= LONGEST_CUT && Lianxue.searchFold.isCjk(run));
      await open(take(han.reduce((all, run) => all.concat(inOrder(pairs(run))), /** @type {string[]} */ ([]))));
      return runs.reduce((all, run) => all.concat(han.indexOf(run) >= 0 ? cut(run, listOf, isTried || (parts.length === 1 && run.length > 3)) : [run]), /** @type {string[]} */ ([]));
    }

    return { all, soft, split };
  }

  Lianxue.searchGathering = { create, inOrder, unite };
})();
