/** 我的笔记: what was starred or noted down, newest first, found again by its words. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;
  /** @type {Record<string, (noted: Noted) => boolean>} */
  const KINDS = {
    all: () => true,
    stars: (noted) => noted.is_starred,
    notes: (noted) => noted.note !== "",
  };

  /** @param {Noted[]} all @returns {Promise<{index: BankIndex | null, entries: NotedEntry[]}>} */
  async function read(all) {
    const ids = all.filter((noted) => noted.target.indexOf("question:") === 0).map((noted) => noted.target.slice("question:".length));
    /** @type {BankIndex | null} */
    let index = null;
    try {
      if (ids.length > 0) {
        index = await Lianxue.bank.open();
        await Lianxue.bank.loadQuestions(ids);
      }
    } catch (error) {
      // the notes themselves are here; links and answers are not
    }
    const entries = all.map((noted) => {
      const question = Lianxue.bank.question(noted.target.replace(/^question:/, ""));
      return { noted, words: question ? Lianxue.questionWords.plainQuestion(question, Lianxue.plainText) : null };
    });
    return { index, entries };
  }

  /** @param {HTMLElement} root */
  async function start(root) {
    /** @type {(name: string) => any} */
    const one = (name) => parts.one(root, "[data-" + name + "]");
    /** @type {HTMLFormElement} */
    const form = one("filters");
    /** @type {HTMLInputElement} */
    const typed = parts.one(form, 'input[name="words"]');
    Lianxue.storageNotice.watch(one("storage"));
    const events = await Lianxue.recordStore.events();
    if (Lianxue.notebook) {
      Lianxue.notebook.refresh(events);
    }
    const { index, entries } = await read(Lianxue.notes.fold(events));
    const items = entries.map((entry) => Lianxue.noteItem.make(entry, index, (_, words) => {
      one("status").textContent = words;
      count(chosen().length);
    }));

    /** @returns {NotedEntry[]} what the filter lets through; what was just taken away is no longer among them */
    function chosen() {
      /** @type {HTMLInputElement} */
      const kind = parts.one(form, 'input[name="kind"]:checked');
      return entries.filter((entry) => {
        const isThere = entry.noted.is_starred || entry.noted.note !== "";
        return isThere && KINDS[kind.value](entry.noted) && Lianxue.notesText.isFound(entry, typed.value);
      });
    }

    /** @param {number} found */
    function count(found) {
      one("count").textContent = found > 0 ? "共 " + found + " 条" : "";
      one("actions").hidden = found === 0;
    }

    function refresh() {
      const found = chosen();
      one("list").textContent = "";
      one("list").append(...found.map((entry) => items[entries.indexOf(entry)]));
      one("status").textContent = "";
      one("filters").hidden = entries.length === 0;
      one("none").hidden = entries.length > 0;
      one("no-match").hidden = entries.length === 0 || found.length > 0;
      count(found.length);
    }

    form.addEventListener("change", refresh);
    typed.addEventListener("input", (event) => {
      if (!(/** @type {InputEvent} */ (event).isComposing)) {
        refresh();
      }
    });
    typed.addEventListener("compositionend", refresh);
    form.addEventListener("submit", (event) => event.preventDefault());
    one("save").addEventListener("click", () => {
      const name = "廉学-我的笔记-" + Lianxue.today() + ".txt";
      Lianxue.download.save(name, "text/plain", Lianxue.notesText.make("我的笔记", chosen()));
      one("status").textContent = "已导出 " + chosen().length + " 条，可以用记事本或 Word 打开。";
    });
    one("table").addEventListener("click", () => {
      Lianxue.download.save("廉学-我的笔记-" + Lianxue.today() + ".csv", "text/csv", Lianxue.csv.make(Lianxue.notesText.rows(chosen())));
      one("status").textContent = "已导出 " + chosen().length + " 条，可以用 Excel 或 WPS 打开。";
    });
    one("print").addEventListener("click", () => window.print());
    refresh();
  }

  Lianxue.pageViews.notes = { start };
})();
