/** 记一笔: the row under every question and at the end of a lesson. The rest is loaded where something is noted, or a button is pressed. */
(function () {
  "use strict";

  /** @type {Promise<Map<string, Noted>> | null} by target */
  let known = null;
  /** By its element: rows that left the page (a session shows many) are let go. @type {WeakMap<Element, NoteRow>} */
  const rows = new WeakMap();

  /** @returns {NoteRow[]} those that stand on the page */
  function standing() {
    const found = Array.from(document.querySelectorAll("[data-lx-note]")).map((root) => rows.get(root));
    return /** @type {NoteRow[]} */ (found.filter(Boolean));
  }

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

  /** @param {Promise<Map<string, Noted>>} reading @returns {Promise<Map<string, Noted>>} the same; one that fails is tried again when it is needed */
  function remember(reading) {
    known = reading;
    reading.catch(() => {
      known = known === reading ? null : known;
    });
    return reading;
  }

  /** @returns {Promise<Map<string, Noted>>} */
  function all() {
    return known || remember(Lianxue.recordStore.events().then(byTarget));
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

  /** @param {NoteRow} row @param {string} words */
  function say(row, words) {
    const group = /** @type {Element} */ (row.root.querySelector(".lx-note__row"));
    let status = group.querySelector("[role=status]");
    if (!status) {
      status = document.createElement("span");
      status.className = "lx-note__status";
      status.setAttribute("role", "status");
      group.appendChild(status);
    }
    status.textContent = words;
  }

  /** @param {NoteRow} row @param {Element} button */
  async function press(row, button) {
    const isLate = known === null; // what did not load before comes now: for the other rows too
    try {
      await loadRest();
      await Lianxue.noteActions.press(row, button);
    } catch (error) {
      row.say("没有成功，请再按一次。");
      return;
    }
    await Promise.all((isLate ? standing() : [row]).map((one) => one.show()));
  }

  /** @param {Element} parent @param {string} target @returns {NoteRow} */
  function add(parent, target) {
    const root = /** @type {HTMLElement} */ (document.importNode(/** @type {Element} */ (template().content.firstElementChild), true));
    /** @type {NoteRow} */
    const row = {
      target, parent, root,
      show: () => show(row).catch(() => undefined), // what does not load is said at the first press
      say: (words) => say(row, words),
    };
    root.addEventListener("click", (event) => {
      const button = /** @type {Element} */ (event.target).closest(".lx-note__button");
      if (button) {
        press(row, button);
      }
    });
    parent.appendChild(root);
    rows.set(root, row);
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
      remember(byTarget(events));
      standing().forEach((row) => row.show());
    },
    /** A question that a script made. @param {Element} form */
    attach(form) {
      addToQuestion(form).show();
    },
  };
})();
