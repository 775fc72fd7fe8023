/** Sections by their words: lists first, then the texts of the best, and a second, looser round where nothing stands as typed. */
(function () {
  "use strict";

  const TOP = 60; // the score of a word that simply stands there
  const APART = 0.85; // words that were typed as one, found apart
  const BESIDE = 0.6; // the same, beside sections that have them as they were typed
  const LEFT_OUT = 0.6; // each character that belongs to no word
  const SMALL = /[的之拿把被让叫给对向跟和与或及在有没不还能会要可就也都又再很太最了着过个只时后内中上下里]/g; // characters that may be left out
  const AMOUNT = /(?:[二三四五六七八九十百千]{2,}|[0-9]+)个?(?:工作日|[日天年月元])/g; // stays one word: 六十日
  const IS_AMOUNT = new RegExp("^" + AMOUNT.source + "$");
  const ONE_PIECE = 0.5; // all that was typed stands there in a row
  const BELOW = 0.5; // what only the lists say, beside the least that was read
  const CONTEXT = 14;
  const ENOUGH = 4; // sections with all words as they were typed
  const MOST_FILES = 10; // of texts, in all rounds together
  const FILES_AT_FIRST = 6; // where another round may follow
  const FILES_BEFORE_SLIPS = 3; // where a character may be wrong
  const LONGEST_PHRASE = 8; // what may be several words written as one

  /** @param {SearchTask} task @param {WordHits[]} found @param {Map<number, number> | null} context pages that were named @returns {Int32Array} best first */
  function order(task, found, context) {
    const { on } = task;
    return on.ranking.order(found, {
      pagesOf: (word) => Array.from(new Set(word.ways.reduce((all, way) => all.concat(on.titles.containing(way.text)), /** @type {number[]} */ ([])))),
      endOfChapter: on.articles.endOfChapter,
      isWanted: task.isWanted,
      boost: context,
    });
  }

  /**
   * A regulation says what something is where it first speaks of it, and speaks of it often where it is its matter.
   * @param {Int32Array} body sections with the word @param {number} base first section of the page @param {number} count of its sections @param {number} section @returns {number}
   */
  function matter(body, base, count, section) {
    const { placeOf } = Lianxue.searchPostings;
    const first = placeOf(body, base, 0);
    const before = placeOf(body, section, first) - first;
    const share = (placeOf(body, base + count, first) - first) / (count + 20);
    return (before < 4 ? 0.1 - 0.02 * before : 0) + 0.2 * Math.min(1, 4 * share);
  }

  /** What the query names beside its words pulls its pages up and lets the others down. @param {Map<number, number> | null} context @param {number} page @param {number} best @param {number} score @returns {number} */
  function inContext(context, page, best, score) {
    const near = context ? Math.pow((context.get(page) || 0) / best, 4) : 0;
    return context ? score * (0.5 + 0.5 * near) + CONTEXT * near : score;
  }

  /** @param {SearchTask} task @param {WordHits[]} found @param {Int32Array} sections best first @param {Map<number, number> | null} context @returns {SearchRound} */
  function verify(task, found, sections, context) {
    const { on, lookedAt } = task;
    const words = found.reduce((all, { word }) => all.concat(word.ways.map((way) => way.text)), /** @type {string[]} */ ([]));
    const best = Math.max.apply(null, [0.01].concat(Array.from(context ? context.values() : [])));
    const phrases = found.map(() => false);
    let whole = 0;
    /** @type {SearchHit[]} */
    const hits = [];
    for (let at = 0; at < sections.length && hits.length < lookedAt; at += 1) {
      const section = sections[at];
      const place = on.sections.read(section);
      if (place) {
        const page = on.places.pageOf[section];
        const met = Lianxue.searchVerifying.verify(found, place.plain);
        met.phrases.forEach((isPhrase, word) => {
          phrases[word] = phrases[word] || isPhrase;
        });
        const isOnePiece = task.asked.length > LONGEST_PHRASE && place.plain.text.indexOf(task.asked) >= 0;
        const isWhole = isOnePiece || met.phrases.every(Boolean);
        whole += isWhole ? 1 : 0;
        const first = found.length === 1 && isWhole ? matter(found[0].body, on.places.bases[page], on.meta.sections[page], section) : 0;
        const score = inContext(context, page, best, TOP * (met.score + first + (isOnePiece && found.length > 1 ? ONE_PIECE : 0)) * on.worth[page]);
        hits.push({ page, section: section - on.places.bases[page], score, words, isOnePiece });
      }
    }
    return { hits, phrases, whole, unread: [] };
  }

  /** @param {SearchTask} task @param {WordHits[]} all @param {Map<number, number> | null} context @param {number} most files of texts @returns {Promise<SearchRound>} */
  async function round(task, all, context, most) {
    const found = all.some((hits) => hits.isKnown) ? all.filter((hits) => hits.isKnown) : all;
    const sections = order(task, found, context);
    const files = await task.openTexts(sections, most);
    const isRead = (/** @type {number} */ section) => files.has(task.on.sections.hashOf(section));
    const met = verify(task, all, sections.filter(isRead), context);
    return Object.assign(met, { unread: found.some((hits) => hits.shares) ? [] : unread(task, found, sections.filter((section) => !isRead(section)), met.hits) });
  }

  /**
   * Sections that have all the words by the lists, in files that were not opened: below those that were read.
   * @param {SearchTask} task @param {WordHits[]} found @param {Int32Array} sections best first @param {SearchHit[]} read @returns {SearchHit[]}
   */
  function unread(task, found, sections, read) {
    const { bases, pageOf } = task.on.places;
    const all = new Set(Lianxue.searchPostings.intersect(found.map((hits) => hits.body)));
    const least = read.reduce((score, hit) => Math.min(score, hit.score), TOP) * BELOW;
    const words = found.reduce((texts, { word }) => texts.concat(word.ways.map((way) => way.text)), /** @type {string[]} */ ([]));
    /** @type {SearchHit[]} */
    const hits = [];
    sections.forEach((section) => {
      if (all.has(section)) {
        hits.push({ page: pageOf[section], section: section - bases[pageOf[section]], score: least * Math.pow(0.999, hits.length), words, isUnread: true });
      }
    });
    return hits;
  }

  /**
   * The words again, those that were not met whole cut into smaller ones.
   * @param {SearchTask} task @param {SearchWord[]} words @param {boolean[]} isMet @param {boolean} isTried no text has them as they are
   * @returns {Promise<{parts: SearchWord[], left: number}>} left: how many telling characters were left out
   */
  async function smaller(task, words, isMet, isTried) {
    const { synonyms } = task.on;
    const keys = synonyms.map(([from]) => from).sort((one, other) => other.length - one.length);
    const pieces = words.map((word, at) => (isMet[at] ? [word.text] : Lianxue.searchCutting.apart(word.text, keys.concat(word.text.match(AMOUNT) || []))));
    const isWord = (/** @type {string} */ text) => IS_AMOUNT.test(text) || keys.indexOf(text) >= 0 || words.some((word, at) => isMet[at] && word.text === text);
    const flat = pieces.reduce((all, some) => all.concat(some), []);
    const cut = await Promise.all(flat.map((text) => (isWord(text) ? [text] : task.gathering.split(text, isTried))));
    const texts = cut.reduce((all, some) => all.concat(some), []);
    const parts = Array.from(new Set(texts), (text) => words.find((word) => word.text === text) || Lianxue.searchWords.word(text, synonyms)).filter((word) => word.ways.length > 0);
    const length = (/** @type {string[]} */ all) => all.join("").replace(SMALL, "").length;
    return { parts, left: Math.max(0, length(words.map((word) => word.text)) - length(texts)) };
  }

  /** Words written as one, told apart; where a piece is met nowhere, told apart once more. @param {SearchTask} task @param {SearchWord[]} words @param {boolean[]} isMet @param {Map<number, number> | null} context @returns {Promise<{hits: SearchHit[], isWhole: boolean}>} */
  async function inPieces(task, words, isMet, context) {
    /** @type {SearchHit[]} */
    let hits = [];
    let tried = { words, isMet, left: 0 };
    for (let times = 0; times < 2; times += 1) {
      const { words: before, isMet: known } = tried;
      const { parts, left } = await smaller(task, before, known, times > 0);
      const all = tried.left + left;
      if (parts.every((part) => before.indexOf(part) >= 0)) {
        break;
      }
      const met = await round(task, await task.gathering.all(parts), context, all > 0 ? FILES_BEFORE_SLIPS : times ? MOST_FILES : FILES_AT_FIRST);
      hits = hits.concat(met.hits.map((hit) => Object.assign({}, hit, { score: hit.score * Math.pow(LEFT_OUT, Math.min(3, all)) * Math.max(0.3, 1 - all / task.asked.length) })));
      if (met.whole) {
        return { hits, isWhole: all === 0 };
      }
      tried = { words: parts, isMet: met.phrases, left: all };
    }
    return { hits, isWhole: false };
  }

  /**
   * @param {string} folded @param {SearchTask} task @param {Map<number, number> | null} context pages that were named beside the words
   * @returns {Promise<SearchHit[]>} not in order
   */
  async function search(folded, task, context) {
    const { gathering } = task;
    const words = Lianxue.searchWords.read(folded, task.on.synonyms);
    if (words.length === 0) {
      return [];
    }
    const found = await gathering.all(words);
    const isThere = found.every((hits) => hits.body.length > 0 || !hits.isKnown) && found.some((hits) => hits.isKnown);
    const isShort = words.length === 1 && words[0].text.length <= LONGEST_PHRASE;
    const first = isThere ? await round(task, found, context, isShort ? MOST_FILES : FILES_AT_FIRST) : { hits: [], phrases: found.map((hits) => hits.body.length > 0 && hits.word.text.length < 4), whole: 0, unread: [] };
    if (first.whole >= ENOUGH || (first.whole && !isShort)) {
      return first.hits.concat(first.unread);
    }
    const second = await inPieces(task, words, first.whole ? [] : first.phrases, context);
    const hits = first.hits.concat(second.hits.map((hit) => Object.assign({}, hit, { score: hit.score * (first.whole ? BESIDE : APART) })));
    if (first.whole || second.isWhole) {
      return hits;
    }
    const loose = await Promise.all(found.map((one) => (one.word.ways[0].terms.length > 1 || one.body.length === 0 ? gathering.soft(one, found.length) : one)));
    return hits.concat((await round(task, loose, context, MOST_FILES)).hits);
  }

  Lianxue.searchByWords = { search };
})();
