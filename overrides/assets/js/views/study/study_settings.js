/** The settings of practice: each is kept as soon as it is changed, and a sentence says so. */
(function () {
  "use strict";

  /** @type {Record<string, { refused: string, kept: (value: any) => string }>} */
  const SENTENCES = {
    mastered_after: {
      refused: "请填 1 到 5 之间的整数，原来的设置没有变。",
      kept: (value) => "已保存：错题在 " + value + " 个不同的日子答对以后，算已掌握。",
    },
    daily_limit: {
      refused: "请填 1 到 50 之间的整数，原来的设置没有变。",
      kept: (value) => "已保存：每天最多复习 " + value + " 题。",
    },
    exam_date: {
      refused: "请填一个日期，如 2026-12-01，原来的设置没有变。",
      kept: (value) => (value ? "已保存：考试日期是 " + Lianxue.record.readableDate(value) + "，考前三十天里还没有再做过的题，会在这以前再出现一次。" : "已保存：不设考试日期。"),
    },
  };
  const PAST = "这一天已经过了，请填今天或以后的日期，原来的设置没有变。";

  /** @param {HTMLInputElement} field @returns {any} a number, a date, "" for no date; what was typed where it is neither */
  function valueOf(field) {
    const typed = field.value.trim();
    if (field.name === "exam_date") {
      // a half-typed date reads as "": it is no wish to have none
      return field.validity.badInput ? null : typed;
    }
    return /^\d+$/.test(typed) ? Number(typed) : null;
  }

  /** @param {HTMLInputElement} field @param {any} value @returns {string} why it is not taken, "" where it is */
  function refusal(field, value) {
    if (Lianxue.settings.check(field.name, value) === null) {
      return SENTENCES[field.name].refused;
    }
    return field.name === "exam_date" && value !== "" && value < Lianxue.today() ? PAST : "";
  }

  /** @param {HTMLElement} section @param {string} name @returns {HTMLElement} its line of words */
  function status(section, name) {
    return /** @type {HTMLElement} */ (section.querySelector('[data-setting-status="' + name + '"]'));
  }

  /** @param {HTMLElement} section @param {HTMLInputElement} field @param {() => void} onKept */
  async function keep(section, field, onKept) {
    const value = valueOf(field);
    const words = refusal(field, value);
    field.setAttribute("aria-invalid", String(words !== ""));
    if (words) {
      status(section, field.name).textContent = words;
      return;
    }
    await Lianxue.recordStore.append("setting", { name: field.name, value });
    const state = Lianxue.recordStore.state();
    status(section, field.name).textContent = state.kind === "stored" ? SENTENCES[field.name].kept(value) : Lianxue.storageNotice.sentence(state);
    onKept();
  }

  /** A date field reports every digit of a year while it is typed: 0002, 0020, 0202. @param {HTMLInputElement} field @returns {boolean} */
  function hasShortYear(field) {
    return field.type === "date" && field.value !== "" && field.value < "1000";
  }

  /** @param {HTMLElement} section @returns {HTMLInputElement[]} */
  function fieldsOf(section) {
    return Array.from(section.querySelectorAll("input[name]"));
  }

  /** @param {HTMLElement} section @param {Settings} settings */
  function show(section, settings) {
    fieldsOf(section).forEach((field) => {
      field.value = String(/** @type {any} */ (settings)[field.name]);
    });
    section.hidden = false;
  }

  /** @param {HTMLElement} section @param {() => void} onKept what the page shows may rest on them */
  function start(section, onKept) {
    fieldsOf(section).forEach((field) => {
      field.addEventListener("change", () => {
        if (!hasShortYear(field) || document.activeElement !== field) {
          keep(section, field, onKept);
        }
      });
      field.addEventListener("blur", () => {
        if (hasShortYear(field)) {
          keep(section, field, onKept);
        }
      });
    });
    const date = /** @type {HTMLInputElement} */ (section.querySelector('[name="exam_date"]'));
    const clear = /** @type {HTMLButtonElement} */ (section.querySelector("[data-setting-clear]"));
    clear.addEventListener("click", () => {
      date.value = "";
      keep(section, date, onKept);
    });
  }

  Lianxue.studySettings = { show, start };
})();
