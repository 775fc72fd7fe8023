/**
 * The learning record as values: events are made once, everything else is a fold over them. Pure.
 */
(function () {
  "use strict";

  const SCHEMA = 1;
  const MINUTE = 60000; // milliseconds

  /** @param {number} number @returns {string} */
  function twoDigits(number) {
    return (number < 10 ? "0" : "") + number;
  }

  /** @param {number} time epoch milliseconds @param {number} offset minutes east of UTC @returns {string} 2026-11-20 */
  function localDate(time, offset) {
    const there = new Date(time + offset * MINUTE);
    return there.getUTCFullYear() + "-" + twoDigits(there.getUTCMonth() + 1) + "-" + twoDigits(there.getUTCDate());
  }

  /** @param {string} date 2026-11-20 @returns {string} 2026年11月20日 */
  function readableDate(date) {
    const [year, month, day] = date.split("-").map(Number);
    return year + " 年 " + month + " 月 " + day + " 日";
  }

  /** A uuid of version 4. @param {Uint8Array} bytes 16 random ones @returns {string} */
  function formatUuid(bytes) {
    const marked = Array.from(bytes);
    marked[6] = (marked[6] & 0x0f) | 0x40;
    marked[8] = (marked[8] & 0x3f) | 0x80;
    const hex = marked.map((byte) => (byte < 16 ? "0" : "") + byte.toString(16)).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }

  /**
   * An event as the page makes it; the database gives it device and sequence when it writes it.
   * @param {{id: string, time: number, offset: number}} moment time in epoch milliseconds, offset in minutes east of UTC
   * @param {string} kind @param {any} payload @returns {RecordEvent}
   */
  function makeEvent(moment, kind, payload) {
    return {
      id: moment.id,
      device: "",
      sequence: 0,
      time: moment.time,
      date: localDate(moment.time, moment.offset),
      offset: moment.offset,
      kind,
      schema: SCHEMA,
      payload,
    };
  }

  /** @param {RecordEvent} event @param {string} device @param {number} sequence counts from 1 @returns {RecordEvent} */
  function placeEvent(event, device, sequence) {
    return Object.assign({}, event, { device, sequence });
  }

  /** @param {RecordEvent} one @param {RecordEvent} other @returns {number} of two events at one time */
  function byPlace(one, other) {
    if (one.device !== other.device) {
      return one.device < other.device ? -1 : 1;
    }
    return one.sequence - other.sequence || (one.id < other.id ? -1 : 1);
  }

  /** As a record of one device is nearly always kept: a look instead of two sorts. @param {RecordEvent[]} events @returns {boolean} */
  function isInOrder(events) {
    /** @type {Map<string, number>} */
    const sequences = new Map();
    return events.every((event, place) => {
      const before = events[place - 1];
      const isNext = !before || before.time < event.time || (before.time === event.time && byPlace(before, event) < 0);
      const last = sequences.get(event.device);
      sequences.set(event.device, event.sequence);
      return isNext && (last === undefined || last < event.sequence);
    });
  }

  /**
   * One order for all devices: a device's own sequence never runs backwards, whatever its clock did.
   * @param {RecordEvent[]} events in any order @returns {RecordEvent[]}
   */
  function inOrder(events) {
    if (isInOrder(events)) {
      return events.slice();
    }
    /** @type {Map<string, number>} */
    const latestOf = new Map();
    const timed = events
      .slice()
      .sort((one, other) => one.sequence - other.sequence || one.time - other.time || (one.id < other.id ? -1 : 1))
      .map((event) => {
        const time = Math.max(event.time, latestOf.get(event.device) || 0);
        latestOf.set(event.device, time);
        return { event, time };
      });
    timed.sort((one, other) => {
      if (one.time !== other.time) {
        return one.time - other.time;
      }
      return byPlace(one.event, other.event);
    });
    return timed.map((entry) => entry.event);
  }

  const VERDICTS = ["correct", "partial", "wrong"];
  const DATE = /^\d{4}-\d\d-\d\d$/;

  /** @param {any} event @returns {boolean} whether it has the shape of an event, of whatever kind and schema */
  function isEvent(event) {
    return (
      event !== null && typeof event === "object" && typeof event.id === "string" && event.id !== "" &&
      typeof event.device === "string" && Number.isInteger(event.sequence) && event.sequence >= 0 &&
      Number.isFinite(event.time) && Number.isFinite(event.offset) && DATE.test(event.date) && typeof event.kind === "string" && Number.isInteger(event.schema) &&
      event.payload !== null && typeof event.payload === "object"
    );
  }

  /** Of two events with one id: the same one stands, whichever was read first. @param {RecordEvent} one @param {RecordEvent} other @returns {boolean} */
  function standsBefore(one, other) {
    return one.sequence !== other.sequence ? one.sequence < other.sequence : JSON.stringify(one) < JSON.stringify(other);
  }

  /** Each event once: idempotent, commutative, associative. @param {RecordEvent[][]} lists @returns {RecordEvent[]} in no order */
  function union(lists) {
    /** @type {Map<string, RecordEvent>} */
    const byId = new Map();
    lists.forEach((events) => events.forEach((event) => {
      const standing = byId.get(event.id);
      if (!standing || standsBefore(event, standing)) {
        byId.set(event.id, event);
      }
    }));
    return Array.from(byId.values());
  }

  /**
   * The events of a record as it is stored; what cannot be read is counted and passed over.
   * @param {{texts: string[], unreadable: number}} stored @returns {{events: RecordEvent[], unreadable: number}}
   */
  function unpack(stored) {
    let unreadable = stored.unreadable;
    const lists = stored.texts.map((text) => {
      try {
        const found = Lianxue.recordPack.unpack(text, isEvent);
        unreadable += found.unreadable;
        return found.events;
      } catch (cut) {
        unreadable += 1;
        return [];
      }
    });
    return { events: union(lists), unreadable };
  }

  /** @param {any} event @returns {boolean} whether this version can read it as a response */
  function isResponse(event) {
    const payload = event && event.payload;
    return (
      event && event.kind === "response" && event.schema === SCHEMA && payload !== null && typeof payload === "object" &&
      typeof payload.question === "string" && typeof payload.revision === "string" && VERDICTS.indexOf(payload.verdict) >= 0 &&
      payload.share >= 0 && payload.share <= 1 && payload.response !== null && payload.response !== undefined
    );
  }

  /** @param {RecordEvent[]} events @returns {RecordEvent[]} the responses among them that this version can read, oldest first */
  function responses(events) {
    return inOrder(events.filter(isResponse));
  }

  /**
   * The latest response to each question, and to each of its revisions: a backup from a place with an older bank may
   * bring a later answer to an older question.
   * @param {RecordEvent[]} events @returns {Object<string, RecordEvent>} by full id, and by full id and revision (see answerTo)
   */
  function latestResponses(events) {
    /** @type {Object<string, RecordEvent>} */
    const latest = Object.create(null);
    responses(events).forEach((event) => noteResponse(latest, event));
    return latest;
  }

  /** @param {Object<string, RecordEvent>} latest @param {RecordEvent} event a response later than all in it */
  function noteResponse(latest, event) {
    latest[event.payload.question] = event;
    latest[event.payload.question + "@" + event.payload.revision] = event;
  }

  /** @param {Object<string, RecordEvent>} latest @param {string} id full id @param {string} revision @returns {RecordEvent | null} the latest response to that revision */
  function answerTo(latest, id, revision) {
    return latest[id + "@" + revision] || null;
  }

  /**
   * How far a set of questions is answered. A response to another revision counts as none.
   * @param {QuestionFact[]} questions @param {Object<string, RecordEvent>} latest
   * @returns {Progress} score is 0–100, rounded half up, over all questions
   */
  function progressOf(questions, latest) {
    let points = 0;
    let gained = 0;
    let answered = 0;
    questions.forEach((question) => {
      const event = answerTo(latest, question.id, question.revision);
      points += question.points;
      if (event) {
        answered += 1;
        gained += question.points * event.payload.share;
      }
    });
    return { answered, total: questions.length, score: scoreOf(gained, points) };
  }

  /** @param {number} gained @param {number} points @returns {number} 0–100, rounded half up */
  function scoreOf(gained, points) {
    // 1e-9: thirds summed in floating point must not fall below the half they stand for
    return points === 0 ? 0 : Math.floor((gained / points) * 100 + 0.5 + 1e-9);
  }

  /**
   * 未学 none · 学习中 started · 已学 studied (all answered) · 已通过 passed (and every quiz at its pass mark).
   * @param {{progress: Progress, passMark: number}[]} quizzes @returns {StudyState}
   */
  function stateOf(quizzes) {
    if (quizzes.every((quiz) => quiz.progress.answered === 0)) {
      return "none";
    }
    if (quizzes.some((quiz) => quiz.progress.answered < quiz.progress.total)) {
      return "started";
    }
    return quizzes.every((quiz) => quiz.progress.score >= quiz.passMark) ? "passed" : "studied";
  }

  Lianxue.record = {
    SCHEMA, makeEvent, placeEvent, formatUuid, localDate, readableDate, isEvent, standsBefore, union, unpack, inOrder, responses, latestResponses,
    noteResponse, answerTo,
    progressOf, scoreOf, stateOf,
  };
})();
