/** An exam being sat, as a value: what is answered and marked, how it is graded, what the record keeps of it. Pure. */
(function () {
  "use strict";

  const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

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

  /** Like every change it may be made twice, to a sitting that another window has changed meanwhile. @param {Sitting} sitting @param {string} id @param {boolean} isMarked @returns {Sitting} */
  function mark(sitting, id, isMarked) {
    const others = sitting.marked.filter((other) => other !== id);
    return Object.assign({}, sitting, { marked: isMarked ? others.concat(id) : others });
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
    const items = sitting.items.filter((item) => isKnown(revisions, item.question) && revisions[item.question] === item.revision);
    return goTo(Object.assign({}, sitting, { items }), sitting.at);
  }

  /** @param {Record<string, any>} entries @param {string} id @returns {boolean} */
  function isKnown(entries, id) {
    return Object.prototype.hasOwnProperty.call(entries, id);
  }

  /** @param {Sitting} sitting @param {string} id @returns {boolean} */
  function isAnswered(sitting, id) {
    return isKnown(sitting.responses, id);
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

  /** @param {any} value @param {string[]} texts @param {string[]} numbers @returns {boolean} whether it is an object with these */
  function has(value, texts, numbers) {
    return (
      value !== null && typeof value === "object" && texts.every((name) => typeof value[name] === "string") &&
      numbers.every((name) => Number.isFinite(value[name]))
    );
  }

  /** A memo may be of another version, or damaged. @param {any} value @returns {boolean} */
  function isSitting(value) {
    return (
      has(value, ["exam", "preset", "title"], ["pass_mark", "minutes", "started", "at"]) && UUID.test(value.exam) &&
      Array.isArray(value.items) && value.items.every((/** @type {any} */ item) => has(item, ["question", "revision", "type", "discipline"], ["points"])) &&
      has(value.responses, [], []) && Array.isArray(value.marked) && value.marked.every((/** @type {any} */ id) => typeof id === "string") &&
      (value.clock === null || has(value.clock, [], ["left", "seen"])) && (value.handed === null || has(value.handed, ["by"], ["ended"]))
    );
  }

  /**
   * The id of an event that is written when an exam is handed in: two windows that hand in the same exam write it once.
   * @param {string} exam uuid of the sitting @param {number} number of the event, from 0 @returns {string} a uuid too
   */
  function idOf(exam, number) {
    const bytes = Uint8Array.from((exam.replace(/-/g, "").match(/../g) || []).map((hex) => parseInt(hex, 16)));
    const tail = new DataView(bytes.buffer, bytes.length - 4); // what makes it a uuid of version 4 stands further in front
    tail.setUint32(0, (tail.getUint32(0) ^ (number + 1)) >>> 0);
    return Lianxue.record.formatUuid(bytes);
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

  /**
   * What is written together: the responses given, and the exam; of the moment when it ended, however late that is noticed.
   * @param {ExamPayload} payload @returns {{id: string, time: number, kind: string, payload: any}[]}
   */
  function drafts(payload) {
    const given = payload.items.filter((item) => item.verdict !== "none");
    const time = payload.ended;
    /** @type {{id: string, time: number, kind: string, payload: any}[]} */
    const responses = given.map(({ question, revision, response, verdict, share }, place) => ({
      id: idOf(payload.exam, place + 1), time,
      kind: "response", payload: { question, revision, response, verdict, share, mode: "exam", exam: payload.exam },
    }));
    return responses.concat({ id: idOf(payload.exam, 0), time, kind: "exam", payload });
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

  Lianxue.exam = { begin, answer, mark, goTo, keepClock, handOver, drop, gaps, gapWords, isSitting, grade, drafts, tally, readable };
})();
