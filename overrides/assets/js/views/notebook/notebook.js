/** 记一笔: the row under every question and at the end of a lesson. The rest is loaded where something is noted, or a button is pressed. */
(function () {
  "use strict";

  /** @type {Promise<Map<string, Noted>> | null} by target */
  let known = null;
  /** @type {NoteRow[]} */
  const rows = [];

  /** @returns {HTMLTemplateElement} */
  function template() {
    return /** @type {HTMLTemplateElement} */ (document.querySelector("template[data-lx-note-row]"));
  }

  /** The scripts named on the template, one after another: they build on each other. @returns {Promise<void>} */
  async function loadRest() {
    for (const url of (template().getAttribute("data-lx-scripts") || "").split(" ")) {
      await Lianxue.bank.load(url);
    }
  }

  /** @param {RecordEvent[]} events @returns {Promise<Map<string, Noted>>} */
  async function byTarget(events) {
    const remarks = events.filter((event) => event.kind === "star" || event.kind === "note");
    if (remarks.length > 0) {
      await loadRest();
    }
    return new Map(remarks.length > 0 ? Lianxue.notes.fold(remarks).map((noted) => [noted.target, noted]) : []);
  }

  /** @returns {Promise<Map<string, Noted>>} */
  function all() {
    known = known || Lianxue.recordStore.events().then(byTarget);
    return known;
  }

  /** @param {string} target @returns {Promise<Noted>} */
  async function of(target) {
    return (await all()).get(target) || { target, title: "", is_starred: false, note: "", date: "" };
  }

  /** @param {NoteRow} row */
  async function show(row) {
    const noted = await of(row.target);
    const one = /** @type {(selector: string) => HTMLElement} */ (row.root.querySelector.bind(row.root));
    const write = one("[data-note-write]");
    const text = one("[data-note-text]");
    one("[data-note-star]").setAttribute("aria-pressed", String(noted.is_starred));
    one("[data-note-sign]").textContent = noted.is_starred ? "★" : "☆";
    write.textContent = noted.note ? "改笔记" : "记笔记";
    text.textContent = noted.note;
    text.hidden = !noted.note || write.getAttribute("aria-expanded") === "true";
  }

  /** @param {NoteRow} row @param {Element} button */
  async function press(row, button) {
    await loadRest();
    await Lianxue.noteActions.press(row, button);
    await row.show();
  }

  /** @param {Element} parent @param {string} target @returns {NoteRow} */
  function add(parent, target) {
    const root = /** @type {HTMLElement} */ (document.importNode(/** @type {Element} */ (template().content.firstElementChild), true));
    const row = { target, parent, root, show: () => show(row).catch(() => undefined) }; // what does not load stays unsaid
    root.addEventListener("click", (event) => {
      const button = /** @type {Element} */ (event.target).closest(".lx-note__button");
      if (button) {
        press(row, button).catch(() => undefined); // a script that does not load comes with the next press
      }
    });
    parent.appendChild(root);
    rows.push(row);
    return row;
  }

  /** @param {Element} form @returns {NoteRow} */
  function addToQuestion(form) {
    return add(form, "question:" + form.getAttribute("data-question"));
  }

  Lianxue.notebook = {
    of,
    /** What was just written. @param {Noted} noted */
    async put(noted) {
      (await all()).set(noted.target, noted);
    },
    /** The questions and the lesson that stand on the page; `refresh` shows what is noted of them. */
    start() {
      document.querySelectorAll("form[data-question]").forEach(addToQuestion);
      document.querySelectorAll("[data-lx-note-page]").forEach((element) => add(element, "page:" + element.getAttribute("data-lx-note-page")));
    },
    /** @param {RecordEvent[]} events the record as somebody has just read it: twice would be slow */
    refresh(events) {
      known = byTarget(events);
      rows.forEach((row) => row.show());
    },
    /** A question that a script made. @param {Element} form */
    attach(form) {
      addToQuestion(form).show();
    },
  };
})();
