/** The question bank in the browser: shards and index arrive by script elements (no fetch, so files work too). */
(function () {
  "use strict";

  /** @type {Map<string, Question>} */
  const questions = new Map();
  /** @type {BankIndex | null} */
  let columns = null;
  /** @type {Map<string, Promise<void>>} */
  const loads = new Map();

  /** Called by a shard. @param {{quiz: string, pass_mark: number, questions: Question[]}} shard */
  function add(shard) {
    shard.questions.forEach((question) => questions.set(question.id, question));
  }

  /** Called by the index script. @param {BankIndex} data */
  function index(data) {
    columns = data;
  }

  /** @param {string} url site-relative @returns {Promise<void>} once its script has run; a failed load may be tried again */
  function load(url) {
    const started = loads.get(url);
    if (started) {
      return started;
    }
    /** @type {Promise<void>} */
    const loading = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = Lianxue.site.resolve(url);
      script.onload = () => resolve();
      script.onerror = () => {
        loads.delete(url);
        script.remove();
        reject(new Error("cannot load " + url));
      };
      document.head.appendChild(script);
    });
    loads.set(url, loading);
    return loading;
  }

  /**
   * What the index says of some quizzes.
   * @param {string[]} quizIds @returns {Promise<{passMark: number, questions: QuestionFact[]}[]>} unknown quizzes are left out
   */
  async function quizFacts(quizIds) {
    if (!Lianxue.site.bankIndex || quizIds.length === 0) {
      return [];
    }
    await load(Lianxue.site.bankIndex);
    const data = columns;
    if (!data) {
      return [];
    }
    return quizIds
      .map((id) => ({ id, place: data.quizzes.indexOf(id) }))
      .filter((quiz) => quiz.place >= 0)
      .map((quiz) => ({
        passMark: data.pass_marks[quiz.id],
        questions: data.ids
          .map((id, row) => ({ id, revision: data.revision[row], points: data.points[row], quiz: data.quiz[row] }))
          .filter((question) => question.quiz === quiz.place),
      }));
  }

  Lianxue.bank = {
    add,
    index,
    load,
    quizFacts,
    /** @param {string} id full id @returns {Question | undefined} */
    question: (id) => questions.get(id),
  };
})();
