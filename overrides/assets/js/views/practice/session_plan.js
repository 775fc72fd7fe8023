/** What the address asks for, as a plan: the questions, where to begin, and what of them is done already. */
(function () {
  "use strict";

  /** Questions a session has where the address names no number; 0: all. @type {Object<string, number>} */
  const COUNTS = { drill: 10, random: 10, unseen: 10 };

  /** @param {URLSearchParams} query @param {SessionMode} mode @returns {number} */
  function countOf(query, mode) {
    const asked = query.get("count");
    if (asked === "all") {
      return 0;
    }
    return asked !== null && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : COUNTS[mode] || 0;
  }

  /** @param {string} id @param {RecordEvent} event @param {BankIndex} index @returns {SessionResult} */
  function resultOf(id, event, index) {
    return { verdict: event.payload.verdict, share: event.payload.share, points: index.points[Lianxue.bank.rowOf(id)], event };
  }

  /** The memo that says when this run through a lesson began. @param {LessonFact} lesson @returns {string} */
  function runName(lesson) {
    return "month " + lesson.id;
  }

  /**
   * A lesson's questions may be done on several days: begin at the first one that this run has not answered.
   * @param {SessionPlan} plan @param {LessonFact} lesson @param {Ground} ground @returns {Promise<void>}
   */
  async function resume(plan, lesson, ground) {
    const began = await Lianxue.recordStore.memo(runName(lesson));
    // a beginning in the future: the clock was set back, and nothing would ever come after it
    const since = typeof began === "number" && began <= Date.now() ? began : 0;
    plan.ids.forEach((id) => {
      const event = ground.current(id);
      if (event && event.time >= since) {
        plan.results.set(id, resultOf(id, event, ground.index));
      }
    });
    if (plan.results.size === plan.ids.length) {
      await anew(plan);
      plan.note = "这一课的题都答过了，现在从头再做一遍。";
    } else if (plan.results.size > 0) {
      plan.start = plan.ids.findIndex((id) => !plan.results.has(id));
      plan.note = "接着上次的做：已答 " + plan.results.size + " 题。";
    }
  }

  /** Begin a run through the lesson again. @param {SessionPlan} plan @returns {Promise<void>} */
  async function anew(plan) {
    if (plan.lesson) {
      await Lianxue.recordStore.setMemo(runName(plan.lesson), Date.now());
    }
    plan.results = new Map();
    plan.start = 0;
    plan.note = "";
  }

  /** @param {SessionMode} mode @param {BankFilter} filter @param {BankIndex} index @returns {LessonFact | null} */
  function lessonOf(mode, filter, index) {
    if (mode !== "month") {
      return null;
    }
    const named = filter.lessons && index.lessons.find((lesson) => lesson.id === /** @type {string[]} */ (filter.lessons)[0]);
    return named || Lianxue.session.lessonOfMonth(index, Lianxue.calendar.monthOf(new Date()));
  }

  /** @param {URLSearchParams} query @param {Ground} ground @returns {Promise<SessionPlan>} */
  async function make(query, ground) {
    const mode = /** @type {SessionMode} */ (query.get("mode"));
    const { index } = ground;
    const asked = Lianxue.selection.readFilter(query);
    const lesson = lessonOf(mode, asked, index);
    const filter = mode === "month" ? { lessons: lesson ? [lesson.id] : ["none"] } : mode === "daily" ? {} : asked;
    const position = mode === "order" ? await Lianxue.recordStore.memo("order " + Lianxue.selection.writeFilter(filter)) : "";
    const rows = Lianxue.selection.rows(index, filter);
    const count = countOf(query, mode);
    const ids = ground.choose(mode, rows, count, typeof position === "string" ? position : "");
    /** @type {SessionPlan} */
    const plan = {
      mode, filter, count, ids, lesson, before: mode === "order" ? rows.length - ids.length : 0,
      start: 0, results: new Map(), note: "", isWhole: true, isAgain: false, isThrough: false,
    };
    if (lesson && ids.length > 0) {
      await resume(plan, lesson, ground);
    } else if (plan.before > 0) {
      plan.note = "接着上次的做。";
    }
    return plan;
  }

  /** Some questions of a plan once more. @param {SessionPlan} plan @param {string[]} ids @returns {SessionPlan} */
  function again(plan, ids) {
    return Object.assign({}, plan, { ids, before: 0, start: 0, results: new Map(), note: "", isWhole: false, isAgain: true, isThrough: false });
  }

  Lianxue.sessionPlan = { make, anew, again };
})();
