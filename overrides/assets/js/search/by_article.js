/** Queries that name articles: 处分条例97条, 第九十七条、第九十八条, 刑法100-102条. */
(function () {
  "use strict";

  const { compact } = Lianxue.searchFold;
  const numerals = Lianxue.searchNumerals;
  const { resolve, nameWithin, titleHits, lettersOf, bestOf, NO_NAME, SURE } = Lianxue.searchByName;
  const LIKELY = 0.45; // the same, where the page has the article
  const NAMED = 60; // the page itself, below its articles
  const ALL_FILES = 10; // of texts
  const MUCH = 4; // characters beside name and number that want to be looked for too
  const WORDS_TOO = 30;
  const ONE_PIECE = 80; // all that was typed stands there in a row

  /** @param {SearchTask} task @param {Map<number, number>} pages @param {string[]} articles @returns {SearchHit[]} */
  function articleHits(task, pages, articles) {
    /** @type {SearchHit[]} */
    const hits = [];
    const words = articles.map(numerals.label);
    pages.forEach((value, page) => articles.forEach((article, at) => {
      const score = 60 + 45 * value * task.on.worth[page] - 0.01 * at;
      task.on.articles.sectionsOf(page, article).forEach((section) => hits.push({ page, section, score, words: [words[at]], isMeant: true }));
    }));
    return hits;
  }

  /** Those articles in every page that has them. @param {SearchTask} task @param {string[]} articles @returns {Promise<SearchHit[]>} */
  async function anywhere(task, articles) {
    const all = new Map(task.on.meta.titles.map((_, page) => /** @type {[number, number]} */ ([page, 0.5])));
    const hits = articleHits(task, all, articles).filter((hit) => !task.isWanted || task.isWanted(hit.page));
    hits.sort((one, other) => other.score - one.score || one.page - other.page);
    await task.openTexts(hits.map((hit) => task.on.places.bases[hit.page] + hit.section), ALL_FILES);
    return hits;
  }

  /** What was typed as words: a question may speak of articles. @param {string} text @param {SearchTask} task @returns {Promise<SearchHit[]>} */
  async function asWords(text, task) {
    const hits = await Lianxue.searchByWords.search(text, task, null);
    return hits.map((hit) => (hit.isOnePiece ? Object.assign({}, hit, { score: hit.score + ONE_PIECE }) : hit));
  }

  /** @param {string} name @param {string[]} articles @param {SearchTask} task @returns {Promise<{hits: SearchHit[], rest: string} | null>} rest: what it says beside a name */
  async function ofName(name, articles, task) {
    const pages = await resolve(name, task);
    const best = bestOf(pages);
    const hits = articleHits(task, pages, articles);
    if (hits.length && best >= LIKELY) {
      return { hits: hits.concat(titleHits(task, pages, NAMED, [])), rest: "" };
    }
    const within = nameWithin(name + "  ", task);
    const inner = within ? articleHits(task, within.pages, articles) : [];
    if (within && inner.length) {
      return { hits: inner, rest: within.rest };
    }
    const sure = new Map(Array.from(pages).filter(([, value]) => value >= SURE));
    return sure.size ? { hits: titleHits(task, sure, NAMED, []), rest: "" } : null; // a page without that article
  }

  /** @param {string} folded @param {SearchTask} task @returns {Promise<SearchHit[] | null>} null where it names no article */
  async function search(folded, task) {
    const marked = numerals.articles(folded);
    if (marked && !NO_NAME.test(folded)) {
      const { articles } = marked;
      const before = marked.before.replace(/(?:的|中|里|之)$/, "");
      for (const name of [before, marked.after].filter((one) => compact(one))) {
        const found = await ofName(name, articles, task);
        if (found) {
          const rest = compact(found.rest + (name === before ? marked.after : before));
          return rest.length < MUCH ? found.hits : found.hits.concat(await asWords(folded, task));
        }
      }
      const rest = compact(before + marked.after);
      if (!rest && (marked.isMarked || compact(folded).length > 1)) {
        return anywhere(task, articles);
      }
      if (rest && marked.isMarked) {
        const words = await Lianxue.searchByWords.search(before + " " + marked.after, task, null);
        const inPlace = words.filter((hit) => articles.some((article) => task.on.articles.sectionsOf(hit.page, article).indexOf(hit.section) >= 0));
        const labels = articles.map(numerals.label);
        return inPlace.map((hit) => Object.assign({}, hit, { score: hit.score + WORDS_TOO, words: hit.words.concat(labels) })).concat(words);
      }
    }
    return marked ? null : byLastNumber(folded, task);
  }

  /** A number without its word: 刑法385. @param {string} folded @param {SearchTask} task @returns {Promise<SearchHit[] | null>} */
  async function byLastNumber(folded, task) {
    const last = numerals.lastNumber(folded);
    if (!last) {
      return null;
    }
    const pages = lettersOf(last.before) ? await resolve(last.before, task) : task.on.titles.find(last.before);
    const sure = new Map(Array.from(pages).filter(([, value]) => value >= SURE));
    const whole = bestOf(task.on.titles.find(folded)) >= SURE;
    const hits = whole ? [] : articleHits(task, sure, [last.article]);
    return hits.length ? hits.concat(titleHits(task, sure, NAMED, [])) : null;
  }

  Lianxue.searchByArticle = { search };
})();
