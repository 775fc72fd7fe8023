/** What the buttons of 记一笔 do: star, and open the field for a note or the report. */
(function () {
  "use strict";

  const notebook = /** @type {NonNullable<LianxueNamespace["notebook"]>} */ (Lianxue.notebook); // its row was pressed

  // by itself: a lesson without questions has no form parts
  /** @param {Element} root @param {string} selector @returns {HTMLElement[]} */
  function all(root, selector) {
    return Array.from(root.querySelectorAll(selector));
  }

  /** The address to report; a folder on somebody's disk says nothing to others. @param {string} url @param {string} anchor @returns {string} */
  function addressOf(url, anchor) {
    const base = Lianxue.site.resolve("");
    const here = url.split("#")[0];
    return (Lianxue.site.isFile && here.indexOf(base) === 0 ? here.slice(base.length) : here) + (anchor ? "#" + anchor : "");
  }

  /** @param {Element | null} element @returns {string} what it says, on one line */
  function wordsOf(element) {
    return ((element && element.textContent) || "").replace(/\s+/g, " ").trim();
  }

  /** @param {Element} form @returns {string} with lines for gaps, without the marks of a verdict */
  function stemOf(form) {
    const stem = /** @type {Element} */ (all(form, ".lx-question__stem")[0].cloneNode(true));
    all(stem, "[data-gap]").forEach((gap) => {
      gap.textContent = "____";
    });
    return wordsOf(stem);
  }

  /** @param {NoteRow} row @returns {{target: string, title: string}} */
  function placeOf({ target, parent }) {
    return { target, title: parent.matches("form") ? stemOf(parent) : wordsOf(document.querySelector("h1")) };
  }

  /** A session is gone tomorrow: its questions are reported where they are at home. @param {NoteRow} row @returns {Promise<ReportedPlace>} */
  async function reportedPlace({ parent }) {
    const here = { page: document.title, url: addressOf(document.location.href, parent.matches("form") ? parent.id : "") };
    if (!parent.matches("form")) {
      return Object.assign({ question: "", revision: "", stem: "" }, here);
    }
    const question = parent.getAttribute("data-question") || "";
    const report = Object.assign({ question, revision: parent.getAttribute("data-revision") || "", stem: stemOf(parent) }, here);
    if (!parent.closest("[data-quiz]")) {
      const index = await Lianxue.bank.open();
      const quiz = index.quiz[Lianxue.bank.rowOf(question)];
      report.page = index.quiz_titles[quiz];
      report.url = addressOf(Lianxue.site.resolve(index.quiz_urls[quiz]), parent.id);
    }
    return report;
  }

  /** @param {NoteRow} row @returns {Promise<void>} once what it had open is closed */
  function close(row) {
    all(row.root, ".lx-note__panel").forEach((panel) => panel.remove());
    all(row.root, "[aria-expanded]").forEach((button) => button.setAttribute("aria-expanded", "false"));
    return row.show();
  }

  /** @param {NoteRow} row @param {HTMLElement} button @returns {Promise<HTMLElement>} */
  async function makePanel(row, button) {
    if (button.hasAttribute("data-note-report")) {
      return Lianxue.reportView.make(await reportedPlace(row));
    }
    const noted = await notebook.of(row.target);
    return Lianxue.noteEditor.make(placeOf(row), noted.note, async (words, isDone) => {
      row.say(words);
      if (isDone) {
        await close(row);
        button.focus();
      }
    });
  }

  /** @param {NoteRow} row @param {HTMLElement} button of its row */
  async function press(row, button) {
    if (button.hasAttribute("data-note-star")) {
      row.say(await Lianxue.noteRecord.star(placeOf(row), button.getAttribute("aria-pressed") !== "true"));
      return;
    }
    const wasOpen = button.getAttribute("aria-expanded") === "true";
    await close(row);
    row.say("");
    if (!wasOpen) {
      const panel = await makePanel(row, button);
      button.setAttribute("aria-expanded", "true");
      row.root.appendChild(panel);
      all(panel, "textarea")[0].focus();
    }
  }

  Lianxue.noteActions = { press };
})();
