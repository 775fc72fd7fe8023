/** The question bank in the browser: shards and index arrive by script elements (no fetch, so files work too). */
(function () {
  "use strict";

  /** @type {Map<string, Question>} */
  const questions = new Map();
  /** @type {Map<string, Material>} by quiz/id */
  const materials = new Map();
  /** @type {BankIndex | null} */
  let columns = null;
  /** @type {Map<string, number>} */
  let rows = new Map();
  /** @type {Map<string, Promise<void>>} */
  const loads = new Map();

  /** Called by a shard. @param {BankShard} shard */
  function add(shard) {
    Object.keys(shard.materials).forEach((id) => {
      const full = shard.quiz + "/" + id;
      materials.set(full, { id: full, text: shard.materials[id] });
    });
    shard.questions.forEach((question) => questions.set(question.id, question));
  }

  /** Called by the index script. @param {BankIndex} data */
  function index(data) {
    columns = data;
    rows = new Map(data.ids.map((id, row) => [id, row]));
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

  /** @returns {Promise<BankIndex>} rejects where the site has no bank or its index does not load */
  async function open() {
    await load(Lianxue.site.bankIndex);
    if (!columns) {
      throw new Error("no index in " + Lianxue.site.bankIndex);
    }
    return columns;
  }

  /**
   * Load what is needed to show and grade some questions.
   * @param {string[]} ids full ids @returns {Promise<Question[]>} in that order, those the bank no longer has left out
   */
  async function loadQuestions(ids) {
    const data = await open();
    const urls = new Set(ids.filter((id) => rows.has(id)).map((id) => data.shards[data.shard[rowOf(id)]]));
    await Promise.all(Array.from(urls).map(load));
    return /** @type {Question[]} */ (ids.map((id) => questions.get(id)).filter(Boolean));
  }

  /** @param {string} id full id @returns {number} its row in the index, -1 where the bank does not have it */
  function rowOf(id) {
    const row = rows.get(id);
    return row === undefined ? -1 : row;
  }

  /**
   * What the index says of some quizzes.
   * @param {string[]} quizIds @returns {Promise<{passMark: number, questions: QuestionFact[]}[]>} unknown quizzes are left out
   */
  async function quizFacts(quizIds) {
    if (!Lianxue.site.bankIndex || quizIds.length === 0) {
      return [];
    }
    const data = await open();
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
    open,
    loadQuestions,
    rowOf,
    /** @param {string} id full id @returns {string} its present revision, "" where the bank does not have it */
    revisionOf: (id) => (columns && rows.has(id) ? columns.revision[rowOf(id)] : ""),
    quizFacts,
    /** @param {string} id full id @returns {Question | undefined} */
    question: (id) => questions.get(id),
    /** The text a loaded question shares with others. @param {Question} question @returns {Material | null} */
    materialOf: (question) => materials.get(question.id.slice(0, question.id.lastIndexOf("/")) + "/" + question.material) || null,
  };
})();
