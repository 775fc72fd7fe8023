/** What 我的学习 shows, as values: the year's lessons, the disciplines, the articles worth reading again. Pure. */
(function () {
  "use strict";

  const OTHERS = "其他"; // questions without a discipline
  // 《…》第九十七条第一款第二项: what comes after the article is on the same place of the page
  const ARTICLE = /^《[^》]*》第[^条款项]+条(?:之[一二三四五六七八九十]+)?/;

  /** @param {BankIndex} index @returns {string[]} the years that have lessons, the earliest first */
  function years(index) {
    return Array.from(new Set(index.lessons.map((lesson) => lesson.month.slice(0, 4)))).sort();
  }

  /**
   * The lessons of a year by month, those without questions too (their total is 0).
   * @param {BankIndex} index @param {Record<string, RecordEvent>} latest @param {string} year @returns {StudyLesson[]}
   */
  function lessons(index, latest, year) {
    const tallies = Lianxue.progress.tallies(index, latest);
    /** @type {QuizTally[][]} */
    const quizzesOf = index.lessons.map(() => []);
    index.quiz_lessons.forEach((lesson, quiz) => {
      if (lesson >= 0) {
        quizzesOf[lesson].push(tallies[quiz]);
      }
    });
    return index.lessons
      .map((lesson, place) => {
        const quizzes = quizzesOf[place];
        return Object.assign({ score: Lianxue.progress.scoreOf(quizzes) }, lesson, Lianxue.progress.studyOf(quizzes));
      })
      .filter((lesson) => lesson.month.slice(0, 4) === year)
      .sort((one, other) => (one.month === other.month ? 0 : one.month < other.month ? -1 : 1));
  }

  /** @param {StudyLesson[]} found @returns {{done: number, total: number}} 已学 and 已通过 among the lessons that have questions */
  function ring(found) {
    const counted = found.filter((lesson) => lesson.total > 0);
    return { done: counted.filter((lesson) => lesson.state === "studied" || lesson.state === "passed").length, total: counted.length };
  }

  /** @param {BankIndex} index @param {Record<string, RecordEvent>} latest @returns {StudyDiscipline[]} those with questions; 其他 last */
  function disciplines(index, latest) {
    const found = index.disciplines.concat(OTHERS).map((name) => ({ name, isNamed: name !== OTHERS, total: 0, answered: 0, right: 0 }));
    index.ids.forEach((id, row) => {
      const place = index.discipline[row];
      const bar = found[place >= 0 ? place : found.length - 1];
      const event = Lianxue.record.answerTo(latest, id, index.revision[row]);
      bar.total += 1;
      if (event) {
        bar.answered += 1;
        bar.right += event.payload.verdict === "correct" ? 1 : 0;
      }
    });
    return found.filter((bar) => bar.total > 0);
  }

  /**
   * The mistakes that still stand: not mastered, of a question the bank has and has not changed.
   * @param {BankIndex} index @param {Mistake[]} mistakes @returns {{id: string, row: number}[]} in the order of the mistakes
   */
  function standing(index, mistakes) {
    const rows = new Map(index.ids.map((id, row) => [id, row]));
    return mistakes
      .map((mistake) => ({ mistake, id: mistake.question, row: rows.has(mistake.question) ? Number(rows.get(mistake.question)) : -1 }))
      .filter(({ mistake, row }) => !mistake.is_mastered && row >= 0 && index.revision[row] === mistake.revision)
      .map(({ id, row }) => ({ id, row }));
  }

  /**
   * Which mistakes to load for their citations: by the article they rest on first, the most frequent article first.
   * @param {BankIndex} index @param {Mistake[]} mistakes latest first @param {number} most @returns {string[]} full ids
   */
  function telling(index, mistakes, most) {
    /** @type {Map<string, string[]>} */
    const groups = new Map();
    standing(index, mistakes).forEach(({ id, row }) => {
      const article = index.regulation[row] + ":" + index.article[row];
      const group = groups.get(article) || [];
      group.push(id);
      groups.set(article, group);
    });
    const ranked = Array.from(groups.values()).sort((one, other) => other.length - one.length);
    return /** @type {string[]} */ ([]).concat(...ranked).slice(0, most);
  }

  /** @param {Citation} citation @returns {string} 《…》第九十七条, whatever paragraph it names; 《…》总纲 as it stands */
  function articleTitle(citation) {
    const article = ARTICLE.exec(citation.text);
    return article ? article[0] : citation.text;
  }

  /**
   * What some mistakes rest on. A question counts once for each article it cites.
   * @param {{cite: Citation[]}[]} questions @returns {StudyArticle[]} the most mistakes first; of equals the first met
   */
  function articles(questions) {
    /** @type {Map<string, StudyArticle>} */
    const found = new Map();
    questions.forEach((question) => {
      const cited = new Map(question.cite.map((citation) => /** @type {[string, Citation]} */ ([articleTitle(citation), citation])));
      cited.forEach((citation, title) => {
        const article = found.get(title) || { title, url: citation.url, status: citation.status, mistakes: 0 };
        article.mistakes += 1;
        found.set(title, article);
      });
    });
    return Array.from(found.values()).sort((one, other) => other.mistakes - one.mistakes);
  }

  Lianxue.studyFacts = { years, lessons, ring, disciplines, standing, telling, articles };
})();
