/** From a query to hits: what names, articles and words it holds, and which of them decide. */
(function () {
  "use strict";

  const CLEAR = 40; // words that were met
  const BESIDE = 52; // a page that is named beside words, below what stands there
  const { compact } = Lianxue.searchFold;
  const { resolve, nameWithin, titleHits, lettersOf, bestOf, SURE, TITLE } = Lianxue.searchByName;

  /** @param {string} folded @param {SearchTask} task @returns {Promise<SearchHit[]>} not yet in order */
  async function answer(folded, task) {
    const asked = compact(folded);
    const { titles } = task.on;
    const named = titles.find(folded);
    if (asked.length < 2 && Lianxue.searchFold.isCjk(asked)) {
      return titleHits(task, named, TITLE, [asked]);
    }
    const isExact = titles.isName(asked);
    const articles = isExact ? null : await Lianxue.searchByArticle.search(folded, task);
    if (articles) {
      return articles;
    }
    const letters = lettersOf(folded);
    if (letters) {
      const spelt = await resolve(folded, task);
      return titleHits(task, spelt, TITLE, []).concat(await Lianxue.searchByWords.search(folded, task, null));
    }
    const within = bestOf(named) < SURE ? nameWithin(folded, task) : null;
    const hits = await Lianxue.searchByWords.search(within ? within.rest : folded, task, within && within.pages);
    const top = hits.reduce((one, hit) => Math.max(one, hit.score), 0);
    const isFound = bestOf(named) >= SURE || top >= CLEAR;
    const guessed = isFound ? named : await resolve(folded, task);
    return hits.concat(titleHits(task, guessed, TITLE, [asked]), within ? titleHits(task, within.pages, BESIDE, []) : []);
  }

  Lianxue.searchQuery = { answer };
})();
