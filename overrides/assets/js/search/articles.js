/** Which section of a page is which article: the runs of the index, read when they are first asked for. Pure. */
(function () {
  "use strict";

  /** @param {string} runs "2:1~7,10:8~30,33:120-1" @returns {ArticleRun[]} */
  function read(runs) {
    return runs
      .split(",")
      .filter(Boolean)
      .map((run) => {
        const [section, articles] = run.split(":");
        const [first, last] = articles.split("~");
        const isInserted = first.indexOf("-") > 0;
        return {
          section: Number(section),
          inserted: isInserted ? first : "",
          first: isInserted ? 0 : Number(first),
          last: isInserted ? -1 : Number(last || first),
        };
      });
  }

  /** @param {string[]} articles of the index, a page @returns {SearchArticles} */
  function create(articles) {
    /** @type {Map<number, ArticleRun[]>} */
    const known = new Map();

    /** @param {number} page @returns {ArticleRun[]} */
    function runsOf(page) {
      let runs = known.get(page);
      if (!runs) {
        runs = read(articles[page] || "");
        known.set(page, runs);
      }
      return runs;
    }

    /** @param {number} page @param {string} article 97 or 120-1 @returns {number[]} its sections there */
    function sectionsOf(page, article) {
      const number = article.indexOf("-") > 0 ? -1 : Number(article);
      return runsOf(page)
        .filter((run) => (number < 0 ? run.inserted === article : run.first <= number && number <= run.last))
        .map((run) => (number < 0 ? run.section : run.section + number - run.first));
    }

    /** The last of the articles that follow a section directly: those of a chapter. @param {number} page @param {number} section @returns {number} the section itself where none do */
    function endOfChapter(page, section) {
      let end = section;
      for (const run of runsOf(page)) {
        const length = run.inserted ? 1 : run.last - run.first + 1;
        if (run.section <= section && section < run.section + length) {
          return section; // an article is no chapter
        }
        if (run.section === end + 1) {
          end += length;
        }
      }
      return end;
    }

    return { sectionsOf, endOfChapter, /** @param {number} page @returns {boolean} */ has: (page) => Boolean(articles[page]) };
  }

  Lianxue.searchArticles = { create };
})();
