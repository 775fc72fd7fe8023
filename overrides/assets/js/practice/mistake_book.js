/** The mistake book as a list of the bank's questions. Pure. */
(function () {
  "use strict";

  /**
   * Questions the bank no longer has stay in history and nowhere else.
   * @param {BankIndex} index @param {Mistake[]} mistakes @param {(id: string) => number} rowOf @returns {BookEntry[]} in the order of the mistakes
   */
  function entries(index, mistakes, rowOf) {
    return mistakes
      .map((mistake) => ({ mistake, row: rowOf(mistake.question) }))
      .filter((entry) => entry.row >= 0)
      .map(({ mistake, row }) => ({ mistake, row, isChanged: mistake.revision !== index.revision[row] }));
  }

  /** @param {BookEntry[]} book @param {number[]} rows that the filter lets through @param {boolean} withMastered @returns {BookEntry[]} */
  function choose(book, rows, withMastered) {
    const chosen = new Set(rows);
    return book.filter((entry) => chosen.has(entry.row) && (withMastered || !entry.mistake.is_mastered));
  }

  /** @param {BookEntry[]} book @returns {BookEntry[]} what 再练 would ask: neither mastered nor changed since */
  function open(book) {
    return book.filter((entry) => !entry.mistake.is_mastered && !entry.isChanged);
  }

  /** @param {number[]} column of the index @param {BookEntry[]} book @returns {number[]} the names that occur, by their place */
  function occurring(column, book) {
    const places = new Set(book.map((entry) => column[entry.row]));
    places.delete(-1);
    return Array.from(places).sort((one, other) => one - other);
  }

  /**
   * The choices a filter offers: only what leads to a question of the book.
   * @param {BankIndex} index @param {BookEntry[]} book @returns {Record<string, BookChoice[]>} by the list's name
   */
  function choices(index, book) {
    /** @param {number[]} column @param {string[]} names @param {string[]} words @returns {BookChoice[]} */
    const of = (column, names, words) => occurring(column, book).map((place) => ({ value: names[place], words: words[place] }));
    const lessonOf = index.quiz.map((quiz) => index.quiz_lessons[quiz]);
    return {
      regulations: of(index.regulation, index.regulations, index.regulation_titles.map((title) => "《" + title + "》")),
      disciplines: of(index.discipline, index.disciplines, index.disciplines),
      types: of(index.type, index.types, index.type_labels),
      lessons: of(lessonOf, index.lessons.map((lesson) => lesson.id), index.lessons.map((lesson) => lesson.title)),
      quizzes: of(index.quiz, index.quizzes, index.quiz_titles),
    };
  }

  /** @param {RecordEvent[]} responses oldest first @returns {RecordEvent | null} the latest that was not right */
  function latestWrong(responses) {
    const wrong = responses.filter((event) => event.payload.verdict !== "correct");
    return wrong[wrong.length - 1] || null;
  }

  /** @param {Mistake} mistake @returns {string} how it stands */
  function tally(mistake) {
    const wrong = "答错 " + mistake.wrong + " 次";
    if (mistake.is_mastered) {
      return wrong + "，已掌握";
    }
    const left = mistake.needed - mistake.right_days;
    return wrong + "，还需" + (mistake.needed > 1 ? "在不同的日子" : "") + "答对 " + left + " 次";
  }

  Lianxue.mistakeBook = { entries, choose, open, choices, latestWrong, tally };
})();
