/** Choosing what a show asks: a month's lesson, a quiz, 组卷方案 or conditions; and the form it is chosen in. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;
  const CONDITIONS = "conditions";
  const PRESET = "preset=";
  /** The lists of the conditions: field of the form, names in the index and of a filter, labels in the index. */
  const LISTS = /** @type {const} */ ([
    ["regulation", "regulations", "regulation_titles"],
    ["discipline", "disciplines", "disciplines"],
    ["type", "types", "type_labels"],
    ["difficulty", "difficulties", "difficulties"],
  ]);

  /** @type {BankIndex | null} */
  let opened = null;

  /** @param {string} type @returns {string} 单选 */
  function typeLabel(type) {
    return opened ? opened.type_labels[opened.types.indexOf(type)] : "";
  }

  /** @param {[string, string]} option value and text @returns {HTMLElement} */
  function makeOption([value, text]) {
    return Lianxue.make("option", { value }, [text]);
  }

  /** @param {Element} select @param {string} label @param {[string, string][]} options */
  function addGroup(select, label, options) {
    if (options.length > 0) {
      select.append(Lianxue.make("optgroup", { label }, options.map(makeOption)));
    }
  }

  /** A source is written as the address writes a filter. @param {BankFilter} filter @param {string} text @returns {[string, string]} */
  function sourceOf(filter, text) {
    return [Lianxue.selection.writeFilter(filter), text];
  }

  /** @param {BankIndex} index @param {string} month 2026-02 @returns {[string, string][]} the month's lessons that have questions */
  function lessonOptions(index, month) {
    const now = Lianxue.calendar.chooseMonth(index.lessons.map((lesson) => lesson.month), month);
    return index.lessons
      .filter((lesson, number) => lesson.month === now && index.quiz_lessons.indexOf(number) >= 0)
      .map((lesson) => sourceOf({ lessons: [lesson.id] }, lesson.title));
  }

  /** @param {HTMLFormElement} form @param {BankIndex} index @param {string} month @param {BankFilter} asked by the address */
  function fill(form, index, month, asked) {
    opened = index;
    /** @type {HTMLSelectElement} */
    const source = parts.one(form, '[name="source"]');
    addGroup(source, "本月", lessonOptions(index, month));
    addGroup(source, "组卷方案", Lianxue.presetDraw ? index.presets.map((preset) => [PRESET + preset.id, preset.title]) : []);
    addGroup(source, "自测题", index.quizzes.map((id, number) => sourceOf({ quizzes: [id] }, index.quiz_titles[number])));
    addGroup(source, "自选", [[CONDITIONS, "按条件选题"]]);
    const [value, text] = sourceOf(asked, Lianxue.selection.words(index, asked));
    if (value !== "" && !Array.from(source.options).some((option) => option.value === value)) {
      addGroup(source, "指定的范围", [[value, text]]);
    }
    LISTS.forEach(([field, names, labels]) => {
      const select = parts.one(form, '[name="' + field + '"]');
      index[names].forEach((name, number) => {
        if (index[field].indexOf(number) >= 0) {
          select.append(makeOption([name, index[labels][number]]));
        }
      });
    });
  }

  /** @param {HTMLFormElement} form @returns {Record<string, string>} what is chosen, to keep and to set again */
  function read(form) {
    /** @type {Record<string, string>} */
    const values = {};
    parts.all(form, "[name]").forEach((element) => {
      const field = /** @type {HTMLInputElement} */ (element);
      values[field.name] = field.type === "checkbox" ? String(field.checked) : field.value;
    });
    return values;
  }

  /** @param {HTMLFormElement} form @param {Record<string, string>} values what a newer bank no longer has stays as it was */
  function write(form, values) {
    parts.all(form, "[name]").forEach((element) => {
      const field = /** @type {HTMLInputElement | HTMLSelectElement} */ (element);
      const value = values[field.name];
      if (value === undefined) {
        return;
      }
      if (field instanceof HTMLInputElement && field.type === "checkbox") {
        field.checked = value === "true";
      } else if (!(field instanceof HTMLSelectElement) || Array.from(field.options).some((option) => option.value === value)) {
        field.value = value;
      }
    });
  }

  /** What the page's address asks for, as fields of the form. @param {URLSearchParams} query @param {BankFilter} asked @returns {Record<string, string>} */
  function ofAddress(query, asked) {
    const source = query.get("preset") ? PRESET + query.get("preset") : Lianxue.selection.writeFilter(asked);
    return source === "" ? {} : { source };
  }

  /** @param {Record<string, string>} values @returns {BankFilter} */
  function filterOf(values) {
    if (values.source !== CONDITIONS) {
      return Lianxue.selection.readFilter(new URLSearchParams(values.source));
    }
    /** @type {BankFilter} */
    const filter = {};
    LISTS.forEach(([field, list]) => {
      filter[list] = values[field] ? [values[field]] : [];
    });
    return filter;
  }

  /** @param {BankIndex} index @param {Preset} preset @returns {string[]} [] where the bank does not suffice */
  function drawPreset(index, preset) {
    const today = Lianxue.today();
    // a meeting has no record of its own, and nobody's is asked
    return Lianxue.presetDraw.draw(index, preset, {
      month: today.slice(0, 7), today, history: {}, settings: Lianxue.settings.DEFAULTS, random: Math.random, siteId: Lianxue.site.id,
    }).ids;
  }

  /** @param {Record<string, string>} values @returns {string[]} full ids, [] where nothing fits */
  function draw(values) {
    const index = /** @type {BankIndex} */ (opened);
    const preset = index.presets.find((one) => PRESET + one.id === values.source);
    const ids = preset ? drawPreset(index, preset) : Lianxue.selection.rows(index, filterOf(values)).map((row) => index.ids[row]);
    const isMixed = values.mix === "true" || values.source === CONDITIONS;
    const inOrder = isMixed && !preset ? Lianxue.random.shuffle(ids, Math.random) : ids;
    return Number(values.count) > 0 ? inOrder.slice(0, Number(values.count)) : inOrder;
  }

  Lianxue.screenChoice = { CONDITIONS, typeLabel, fill, read, write, ofAddress, draw };
})();
