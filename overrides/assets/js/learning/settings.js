/** The learner's own settings: the latest sound value of each. Pure. */
(function () {
  "use strict";

  const EXAM_TIMES = [0, 1, 1.5, 2];

  /** @type {Settings} */
  const DEFAULTS = { mastered_after: 2, daily_limit: 10, exam_date: "", exam_time: 1 };

  /** @param {any} value @param {number} least @param {number} most @returns {boolean} a whole number between them */
  function isBetween(value, least, most) {
    return Number.isInteger(value) && value >= least && value <= most;
  }

  /** @param {any} value @returns {boolean} 2026-11-20, and in the calendar */
  function isDate(value) {
    if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
      return false;
    }
    const time = Date.parse(value + "T00:00:00Z");
    // some browsers read 30 February as a day of March
    return !isNaN(time) && new Date(time).toISOString().slice(0, 10) === value;
  }

  /** @type {Object<string, (value: any) => boolean>} */
  const IS_SOUND = {
    mastered_after: (value) => isBetween(value, 1, 5),
    daily_limit: (value) => isBetween(value, 1, 50),
    exam_date: (value) => value === "" || isDate(value),
    exam_time: (value) => EXAM_TIMES.indexOf(value) >= 0,
  };

  /** @param {string} name @param {any} value numbers as numbers @returns {any} the value where it is sound, null otherwise */
  function check(name, value) {
    return Object.prototype.hasOwnProperty.call(IS_SOUND, name) && IS_SOUND[name](value) ? value : null;
  }

  /** @param {RecordEvent[]} events @returns {Settings} */
  function fold(events) {
    /** @type {any} */
    const settings = Object.assign({}, DEFAULTS);
    const changes = events.filter((event) => event.kind === "setting" && event.schema === Lianxue.record.SCHEMA && event.payload);
    Lianxue.record.inOrder(changes).forEach((event) => {
      const value = check(event.payload.name, event.payload.value);
      if (value !== null) {
        settings[event.payload.name] = value;
      }
    });
    return settings;
  }

  Lianxue.settings = { DEFAULTS, fold, check };
})();
