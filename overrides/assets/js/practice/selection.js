/** Which questions of the bank: a filter as rows of the index, as the address writes it, in words. Pure. */
(function () {
  "use strict";

  const NO_END = 9999; // number of an article that no regulation has: “to the last”

  /** The lists of a filter, with the parameter that carries each in the address. @type {["quizzes" | "lessons" | "regulations" | "disciplines" | "types" | "difficulties", string][]} */
  const LISTS = [
    ["lessons", "lesson"], ["quizzes", "quiz"], ["regulations", "regulation"],
    ["disciplines", "discipline"], ["types", "type"], ["difficulties", "difficulty"],
  ];

  /** @param {string[] | undefined} names @param {string[]} known @returns {Set<number> | null} their places; null asks for nothing */
  function places(names, known) {
    return names && names.length > 0 ? new Set(names.map((name) => known.indexOf(name))) : null;
  }

  /** The places of quizzes by their own names and by their lessons' names. @param {BankIndex} index @param {BankFilter} filter @returns {Set<number> | null} */
  function quizPlaces(index, filter) {
    const quizzes = places(filter.quizzes, index.quizzes);
    const lessons = places(filter.lessons, index.lessons.map((lesson) => lesson.id));
    if (!lessons) {
      return quizzes;
    }
    const ofLessons = index.quiz_lessons.map((lesson, quiz) => (lesson >= 0 && lessons.has(lesson) ? quiz : -1)).filter((quiz) => quiz >= 0);
    return new Set(quizzes ? ofLessons.filter((quiz) => quizzes.has(quiz)) : ofLessons);
  }

  /** @param {BankIndex} index @param {BankFilter} filter @returns {number[]} in the order of the bank */
  function rows(index, filter) {
    /** @type {[number[], Set<number> | null][]} */
    const given = [
      [index.quiz, quizPlaces(index, filter)],
      [index.regulation, places(filter.regulations, index.regulations)],
      [index.discipline, places(filter.disciplines, index.disciplines)],
      [index.type, places(filter.types, index.types)],
      [index.difficulty, places(filter.difficulties, index.difficulties)],
    ];
    const asked = given.filter((entry) => entry[1] !== null);
    const articles = filter.articles;
    const found = [];
    for (let row = 0; row < index.ids.length; row += 1) {
      // a place of -1 is an unknown name, not the questions that have none
      const fits = asked.every(([column, wanted]) => column[row] >= 0 && /** @type {Set<number>} */ (wanted).has(column[row]));
      const article = index.article[row];
      if (fits && (!articles || (article > 0 && article >= articles[0] && article <= articles[1]))) {
        found.push(row);
      }
    }
    return found;
  }

  /** @param {string | null} text @returns {number} 0 where it is no number of an article */
  function articleNumber(text) {
    return text !== null && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0;
  }

  /** @param {URLSearchParams} query @returns {BankFilter} */
  function readFilter(query) {
    /** @type {BankFilter} */
    const filter = {};
    LISTS.forEach(([list, parameter]) => {
      const names = query.getAll(parameter).filter(Boolean);
      if (names.length > 0) {
        filter[list] = names;
      }
    });
    const from = articleNumber(query.get("from"));
    const to = articleNumber(query.get("to"));
    if (from || to) {
      filter.articles = to && to < from ? [to, from] : [from || 1, to || NO_END];
    }
    return filter;
  }

  /** @param {BankFilter} filter @returns {string} as the address has it, without a question mark; "" asks for nothing */
  function writeFilter(filter) {
    /** @type {string[]} */
    const written = [];
    LISTS.forEach(([list, parameter]) => {
      (filter[list] || []).forEach((name) => written.push(parameter + "=" + encodeURIComponent(name)));
    });
    if (filter.articles) {
      written.push("from=" + filter.articles[0]);
      if (filter.articles[1] !== NO_END) {
        written.push("to=" + filter.articles[1]);
      }
    }
    return written.join("&");
  }

  /** Names of the filter that the bank does not have. @param {BankIndex} index @param {BankFilter} filter @returns {string[]} */
  function unknown(index, filter) {
    const lessons = index.lessons.map((lesson) => lesson.id);
    /** @type {string[]} */
    const strange = [];
    LISTS.forEach(([list]) => {
      const known = list === "lessons" ? lessons : index[list];
      strange.push(...(filter[list] || []).filter((name) => known.indexOf(name) < 0));
    });
    return strange;
  }

  /** @param {[number, number]} articles @returns {string} */
  function articleWords([from, to]) {
    if (from === to) {
      return "第 " + from + " 条";
    }
    return to === NO_END ? "第 " + from + " 条起" : "第 " + from + "–" + to + " 条";
  }

  /** @param {BankIndex} index @param {BankFilter} filter @returns {string} 《纪律处分条例》第 1–50 条、廉洁纪律、单选题 */
  function words(index, filter) {
    /** @param {string[] | undefined} names @param {string[]} known @param {string[]} shown @returns {string[]} */
    const said = (names, known, shown) => (names || []).map((name) => shown[known.indexOf(name)] || name);
    const regulations = said(filter.regulations, index.regulations, index.regulation_titles).map((title) => "《" + title + "》");
    const articles = filter.articles ? articleWords(filter.articles) : "";
    const spoken = said(filter.lessons, index.lessons.map((lesson) => lesson.id), index.lessons.map((lesson) => lesson.title)).map((title) => "“" + title + "”")
      .concat(said(filter.quizzes, index.quizzes, index.quiz_titles))
      .concat(regulations.length > 0 ? [regulations.join("") + articles] : articles ? [articles] : [])
      .concat(filter.disciplines || [])
      .concat(said(filter.types, index.types, index.type_labels).map((label) => label + "题"))
      .concat((filter.difficulties || []).map((difficulty) => "难度" + difficulty));
    return spoken.length > 0 ? spoken.join("、") : "全部题目";
  }

  Lianxue.selection = { rows, readFilter, writeFilter, words, unknown };
})();
