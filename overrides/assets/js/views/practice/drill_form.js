/** The form of 专项练习: its choices from the bank's index, how many questions fit, and where it leads. */
(function () {
  "use strict";

  const MEMO = "drill"; // the last choice of this person, as the address has it

  /** @param {HTMLFormElement} form @param {string} name @returns {HTMLSelectElement | HTMLInputElement} */
  function field(form, name) {
    return /** @type {any} */ (form.elements.namedItem(name));
  }

  /** @param {number[]} column @param {string[]} names @param {string[]} shown @returns {[string, string][]} those that have questions */
  function used(column, names, shown) {
    const there = new Set(column);
    return names.map((name, place) => /** @type {[string, string, number]} */ ([name, shown[place], place]))
      .filter((entry) => there.has(entry[2]))
      .map(([name, text]) => /** @type {[string, string]} */ ([name, text]));
  }

  /** @param {BankIndex} index @returns {Object<string, [string, string][]>} value and text, by the parameter they set */
  function choices(index) {
    const lessons = Array.from(new Set(index.quiz)).map((quiz) => index.quiz_lessons[quiz]);
    return {
      regulation: used(index.regulation, index.regulations, index.regulation_titles.map((title) => "《" + title + "》")),
      discipline: used(index.discipline, index.disciplines, index.disciplines),
      type: used(index.type, index.types, index.type_labels.map((label) => label + "题")),
      difficulty: used(index.difficulty, index.difficulties, index.difficulties),
      lesson: used(lessons, index.lessons.map((lesson) => lesson.id), index.lessons.map((lesson) => lesson.title)),
    };
  }

  /** @param {HTMLFormElement} form @returns {URLSearchParams} what is chosen, empty fields left out */
  function chosen(form) {
    const query = new URLSearchParams();
    ["mode", "regulation", "from", "to", "discipline", "type", "difficulty", "lesson", "count"].forEach((name) => {
      const { value, disabled } = field(form, name);
      if (value !== "" && !disabled) {
        query.set(name, value);
      }
    });
    return query;
  }

  /** @param {HTMLFormElement} form @param {BankIndex} index */
  function fill(form, index) {
    const all = choices(index);
    Object.keys(all).forEach((name) => {
      all[name].forEach(([value, text]) => field(form, name).appendChild(Lianxue.make("option", { value }, [text])));
    });
  }

  /** @param {HTMLFormElement} form @param {any} remembered */
  function restore(form, remembered) {
    if (typeof remembered !== "string") {
      return;
    }
    new URLSearchParams(remembered).forEach((value, name) => {
      const there = field(form, name);
      const isOffered = there && (there.tagName !== "SELECT" || Array.from(/** @type {HTMLSelectElement} */ (there).options).some((option) => option.value === value));
      if (isOffered) {
        there.value = value; // what the bank no longer has stays 不限
      }
    });
  }

  /** @param {HTMLFormElement} form @param {BankIndex} index @returns {Promise<void>} */
  async function start(form, index) {
    const count = Lianxue.formParts.one(form, "[data-count]");
    const submit = Lianxue.formParts.one(form, "[data-start]");

    /** @returns {number} how many fit */
    function refresh() {
      const mode = field(form, "mode").value;
      field(form, "count").disabled = mode === "order" || mode === "recite"; // these go through all
      const fitting = Lianxue.selection.rows(index, Lianxue.selection.readFilter(chosen(form))).length;
      count.textContent = fitting > 0 ? "共 " + fitting + " 题符合。" : "没有题目符合，请放宽条件。";
      submit.setAttribute("aria-disabled", String(fitting === 0));
      return fitting;
    }

    let isTouched = false;
    function onInput() {
      isTouched = true;
      refresh();
    }

    fill(form, index);
    refresh();
    form.addEventListener("input", onInput);
    form.addEventListener("change", onInput);
    form.addEventListener("reset", () => window.setTimeout(refresh)); // the fields are emptied after this event
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (refresh() === 0) {
        return;
      }
      const query = chosen(form).toString();
      const go = () => window.location.assign(Lianxue.site.resolve("practice/session.html?" + query));
      Lianxue.recordStore.setMemo(MEMO, query).then(go, go);
    });
    const remembered = await Lianxue.recordStore.memo(MEMO);
    if (!isTouched) {
      restore(form, remembered);
      refresh();
    }
  }

  Lianxue.drillForm = { start };
})();
