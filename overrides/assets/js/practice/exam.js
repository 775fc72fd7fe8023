/** An exam being sat, as a value: what is answered and marked, how it is graded, what the record keeps of it. Pure. */
(function () {
  "use strict";

  /**
   * @param {{exam: string, preset: Preset, minutes: number, started: number, items: SittingItem[]}} given minutes as lengthened
   * @returns {Sitting}
   */
  function begin(given) {
    return {
      exam: given.exam,
      preset: given.preset.id,
      title: given.preset.title,
      pass_mark: given.preset.pass_mark,
      minutes: given.minutes,
      started: given.started,
      items: given.items,
      responses: {},
      marked: [],
      at: 0,
      clock: Lianxue.examClock.begin(given.minutes, given.started),
      handed: null,
    };
  }

  /** @param {Sitting} sitting @param {string} id @param {any} response null: nothing is answered @returns {Sitting} */
  function answer(sitting, id, response) {
    const responses = Object.assign({}, sitting.responses);
    if (response === null) {
      delete responses[id];
    } else {
      responses[id] = response;
    }
    return Object.assign({}, sitting, { responses });
  }

  /** @param {Sitting} sitting @param {string} id @returns {Sitting} */
  function toggleMark(sitting, id) {
    const others = sitting.marked.filter((other) => other !== id);
    return Object.assign({}, sitting, { marked: others.length < sitting.marked.length ? others : others.concat(id) });
  }

  /** @param {Sitting} sitting @param {number} place from 0 @returns {Sitting} */
  function goTo(sitting, place) {
    return Object.assign({}, sitting, { at: Math.max(0, Math.min(place, sitting.items.length - 1)) });
  }

  /** @param {Sitting} sitting @param {SavedClock} clock @returns {Sitting} */
  function keepClock(sitting, clock) {
    return Object.assign({}, sitting, { clock });
  }

  /** @param {Sitting} sitting @param {HandedIn} handed @returns {Sitting} on its way into the record */
  function handOver(sitting, handed) {
    return Object.assign({}, sitting, { handed });
  }

  /**
   * Without the questions that the bank no longer has as they were: nobody can be graded on them.
   * @param {Sitting} sitting @param {Record<string, string>} revisions by full id, of those the bank has @returns {Sitting}
   */
  function drop(sitting, revisions) {
    const items = sitting.items.filter((item) => revisions[item.question] === item.revision);
    return goTo(Object.assign({}, sitting, { items }), sitting.at);
  }

  /** @param {Sitting} sitting @param {string} id @returns {boolean} */
  function isAnswered(sitting, id) {
    return Object.prototype.hasOwnProperty.call(sitting.responses, id);
  }

  /** @param {Sitting} sitting @returns {number[]} numbers of the questions that have no response, from 1 */
  function gaps(sitting) {
    return sitting.items.map((item, place) => (isAnswered(sitting, item.question) ? 0 : place + 1)).filter(Boolean);
  }

  /** @param {Sitting} sitting @returns {string} */
  function gapWords(sitting) {
    const open = gaps(sitting);
    return open.length === 0 ? "题目已全部作答。" : "还有 " + open.length + " 题未答：第 " + open.join("、") + " 题。";
  }

  /** A memo may be of another version, or damaged. @param {any} value @returns {boolean} */
  function isSitting(value) {
    return (
      value !== null && typeof value === "object" && typeof value.exam === "string" && typeof value.title === "string" &&
      Array.isArray(value.items) && Array.isArray(value.marked) && typeof value.responses === "object" && value.responses !== null &&
      typeof value.at === "number" && (value.clock === null || typeof value.clock === "object")
    );
  }

  /**
   * @param {Sitting} sitting @param {Record<string, Question>} questions by full id, all of them
   * @param {HandedIn} handed @returns {ExamPayload}
   */
  function grade(sitting, questions, handed) {
    /** @type {ExamItem[]} */
    const items = sitting.items.map((item) => {
      if (!isAnswered(sitting, item.question)) {
        return Object.assign({}, item, { share: 0, verdict: /** @type {"none"} */ ("none"), response: null });
      }
      const response = sitting.responses[item.question];
      const { share, verdict } = Lianxue.grading.grade(questions[item.question], response);
      return Object.assign({}, item, { share, verdict, response });
    });
    const points = items.reduce((sum, item) => sum + item.points, 0);
    const gained = items.reduce((sum, item) => sum + item.points * item.share, 0);
    return {
      exam: sitting.exam, preset: sitting.preset, title: sitting.title, started: sitting.started,
      ended: handed.ended, minutes: sitting.minutes, by: handed.by,
      pass_mark: sitting.pass_mark, points, gained, score: Lianxue.record.scoreOf(gained, points), items,
    };
  }

  /** What is written together: the responses given, and the exam. @param {ExamPayload} payload @returns {{kind: string, payload: any}[]} */
  function drafts(payload) {
    const given = payload.items.filter((item) => item.verdict !== "none");
    /** @type {{kind: string, payload: any}[]} */
    const responses = given.map(({ question, revision, response, verdict, share }) => ({
      kind: "response", payload: { question, revision, response, verdict, share, mode: "exam", exam: payload.exam },
    }));
    return responses.concat({ kind: "exam", payload });
  }

  /** @param {ExamPayload} payload @param {"type" | "discipline"} by @returns {ExamTally[]} in the order of the paper; what has no name comes last */
  function tally(payload, by) {
    /** @type {Map<string, ExamTally>} */
    const rows = new Map();
    payload.items.forEach((item) => {
      const row = rows.get(item[by]) || { name: item[by], count: 0, right: 0, points: 0, gained: 0 };
      rows.set(item[by], {
        name: row.name, count: row.count + 1, right: row.right + (item.verdict === "correct" ? 1 : 0),
        points: row.points + item.points, gained: row.gained + item.points * item.share,
      });
    });
    const all = Array.from(rows.values());
    return all.filter((row) => row.name !== "").concat(all.filter((row) => row.name === ""));
  }

  /** @param {number} points @returns {string} 12, 7.5, 3.3 */
  function readable(points) {
    return String(Math.round(points * 10) / 10);
  }

  Lianxue.exam = { begin, answer, toggleMark, goTo, keepClock, handOver, drop, gaps, gapWords, isSitting, grade, drafts, tally, readable };
})();
