/** The choices above the mistake book, kept in the page's address. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;
  const make = Lianxue.make;

  /** @param {BookChoice[]} choices @param {string} prefix @returns {HTMLOptionElement[]} */
  function options(choices, prefix) {
    return choices.map((choice) => make("option", { value: prefix + choice.value }, [choice.words]));
  }

  /** @param {HTMLSelectElement} select @param {string} label @param {HTMLOptionElement[]} choices */
  function addGroup(select, label, choices) {
    if (choices.length > 0) {
      select.appendChild(make("optgroup", { label }, choices));
    }
  }

  /** Choose what the address says; what the book does not offer is left alone. @param {HTMLSelectElement} select @param {string | undefined} value */
  function choose(select, value) {
    if (value !== undefined && Array.from(select.options).some((option) => option.value === value)) {
      select.value = value;
    }
  }

  /**
   * @param {HTMLFormElement} form @param {Record<string, BookChoice[]>} choices by list @param {() => void} onChange
   * @returns {{read(): {filter: BankFilter, withMastered: boolean}, clear(): void}}
   */
  function start(form, choices, onChange) {
    /** @type {(name: string) => HTMLSelectElement} */
    const select = (name) => parts.one(form, 'select[name="' + name + '"]');
    /** @type {HTMLInputElement} */
    const mastered = parts.one(form, 'input[name="mastered"]');
    select("regulation").append(...options(choices.regulations, ""));
    select("discipline").append(...options(choices.disciplines, ""));
    select("type").append(...options(choices.types, ""));
    addGroup(select("place"), "课文", options(choices.lessons, "lesson:"));
    addGroup(select("place"), "自测题", options(choices.quizzes, "quiz:"));

    const query = new URLSearchParams(document.location.search);
    const asked = Lianxue.selection.readFilter(query);
    choose(select("regulation"), (asked.regulations || [])[0]);
    choose(select("discipline"), (asked.disciplines || [])[0]);
    choose(select("type"), (asked.types || [])[0]);
    choose(select("place"), asked.lessons ? "lesson:" + asked.lessons[0] : asked.quizzes ? "quiz:" + asked.quizzes[0] : undefined);
    mastered.checked = query.get("mastered") === "1";

    function read() {
      /** @param {string} value @returns {string[]} */
      const listed = (value) => (value ? [value] : []);
      const place = select("place").value;
      const [kind, id] = [place.slice(0, place.indexOf(":")), place.slice(place.indexOf(":") + 1)];
      /** @type {BankFilter} */
      const filter = {
        regulations: listed(select("regulation").value),
        disciplines: listed(select("discipline").value),
        types: listed(select("type").value),
        lessons: kind === "lesson" ? [id] : [],
        quizzes: kind === "quiz" ? [id] : [],
      };
      return { filter, withMastered: mastered.checked };
    }

    function changed() {
      const { filter, withMastered } = read();
      const written = [Lianxue.selection.writeFilter(filter), withMastered ? "mastered=1" : ""].filter(Boolean).join("&");
      window.history.replaceState(null, "", (written ? "?" + written : document.location.pathname) + document.location.hash);
      onChange();
    }

    form.addEventListener("change", changed);
    form.addEventListener("submit", (event) => event.preventDefault());
    return {
      read,
      clear() {
        form.reset();
        changed();
      },
    };
  }

  Lianxue.mistakeFilters = { start };
})();
