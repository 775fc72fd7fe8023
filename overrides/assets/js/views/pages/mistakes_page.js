/** 错题本: the list, its filters, and what can be taken along. */
(function () {
  "use strict";

  const PAGE = 20; // questions shown at a time: their texts come with the bank's shards
  const parts = Lianxue.formParts;

  /** A changed question counts as new, here as everywhere. @param {BookEntry[]} chosen @returns {string} */
  function countWords(chosen) {
    const changed = chosen.filter((entry) => entry.isChanged).length;
    const count = chosen.length - changed;
    return [count > 0 ? "共 " + count + " 题" : "", changed > 0 ? (count > 0 ? "另有 " : "") + changed + " 题已更新，算作新题" : ""].filter(Boolean).join("，");
  }

  /** @param {HTMLElement} root */
  async function start(root) {
    /** @type {(name: string) => any} */
    const one = (name) => parts.one(root, "[data-" + name + "]");
    /** @type {BankIndex} */
    let index;
    /** @type {RecordEvent[]} */
    let events;
    Lianxue.storageNotice.watch(one("storage"));
    try {
      [index, events] = await Promise.all([Lianxue.bank.open(), Lianxue.recordStore.events()]);
    } catch (error) {
      one("status").textContent = "题库没有读到，请刷新本页再试。";
      return;
    }
    const history = Lianxue.history.byQuestion(events);
    const settings = Lianxue.settings.fold(events);
    const book = Lianxue.mistakeBook.entries(index, Lianxue.mistakes.fold(history, settings, Lianxue.bank.revisionOf), Lianxue.bank.rowOf);
    const filters = Lianxue.mistakeFilters.start(one("filters"), Lianxue.mistakeBook.choices(index, book), () => refresh());
    /** @type {BookEntry[]} */
    let chosen = [];
    let shown = 0;
    let turn = 0; // a filter changed while texts were loading makes them too late

    /** @param {BookEntry[]} entries @returns {Promise<Question[]>} those that load */
    function questionsOf(entries) {
      return Lianxue.bank.loadQuestions(entries.map((entry) => entry.mistake.question)).catch(() => /** @type {Question[]} */ ([]));
    }

    /** @returns {Promise<HTMLElement | null>} the first of the new items */
    async function showMore() {
      const now = turn;
      const entries = chosen.slice(shown, shown + PAGE);
      await questionsOf(entries);
      if (now !== turn) {
        return null;
      }
      const items = entries.map((entry, place) => Lianxue.mistakeItem.make(
        index, entry, Lianxue.bank.question(entry.mistake.question), history[entry.mistake.question],
        { number: shown + place + 1, total: chosen.length }
      ));
      one("list").append(...items);
      shown += items.length;
      one("more").hidden = shown >= chosen.length;
      one("more").textContent = "显示更多（还有 " + (chosen.length - shown) + " 题）";
      return items[0] || null;
    }

    /** @returns {Promise<any>} */
    function refresh() {
      const { filter, withMastered } = filters.read();
      chosen = Lianxue.mistakeBook.choose(book, Lianxue.selection.rows(index, filter), withMastered);
      const open = Lianxue.mistakeBook.open(chosen);
      const hasUnmastered = book.some((entry) => !entry.mistake.is_mastered);
      turn += 1;
      shown = 0;
      one("list").textContent = "";
      one("status").textContent = "";
      one("count").textContent = countWords(chosen);
      one("actions").hidden = chosen.length === 0;
      one("redo").hidden = open.length === 0;
      one("redo").href = Lianxue.site.resolve("practice/session.html?mode=mistakes&" + Lianxue.selection.writeFilter(filter)).replace(/&$/, "");
      one("filters").hidden = book.length === 0;
      one("none").hidden = book.length > 0;
      one("all-mastered").hidden = book.length === 0 || hasUnmastered || withMastered;
      one("no-match").hidden = book.length === 0 || chosen.length > 0 || !one("all-mastered").hidden;
      return showMore();
    }

    /** @param {boolean} withAnswers */
    async function print(withAnswers) {
      const questions = await questionsOf(chosen);
      const facts = Lianxue.selection.words(index, filters.read().filter) + "，" + questions.length + " 题，" + Lianxue.record.readableDate(Lianxue.today());
      const labelOf = (/** @type {Question} */ question) => index.type_labels[index.types.indexOf(question.type)];
      Lianxue.printSheet.print(Lianxue.mistakePaper.make(questions, labelOf, { facts, withAnswers }));
    }

    async function saveTable() {
      await questionsOf(chosen);
      const rows = chosen.map((entry) => {
        const question = Lianxue.bank.question(entry.mistake.question);
        if (!question) {
          return null; // its shard did not load
        }
        const event = Lianxue.mistakeBook.latestWrong(history[question.id].filter((one) => one.payload.revision === question.revision));
        const material = Lianxue.bank.materialOf(question);
        return {
          words: Lianxue.questionWords.plainQuestion(question, Lianxue.plainText),
          material: material ? Lianxue.plainText(material.text) : "",
          type: index.type_labels[index.type[entry.row]],
          discipline: index.disciplines[index.discipline[entry.row]] || "",
          response: event ? Lianxue.questionWords.responseWords(question, event.payload.response) : "",
          mistake: entry.mistake,
        };
      });
      const table = Lianxue.mistakeTable.rows(/** @type {any[]} */ (rows.filter(Boolean)));
      Lianxue.download.save("廉学-错题本-" + Lianxue.today() + ".csv", "text/csv", Lianxue.csv.make(table));
      one("status").textContent = "已导出 " + (table.length - 1) + " 题，可以用 Excel 或 WPS 打开。";
    }

    one("needed").textContent = settings.mastered_after === 1
      ? "再答对一次，就算掌握了"
      : "在 " + settings.mastered_after + " 个不同的日子各答对一次，就算掌握了";
    one("more").addEventListener("click", async () => {
      const first = await showMore();
      if (first) {
        parts.one(first, "[data-stem]").setAttribute("tabindex", "-1");
        /** @type {HTMLElement} */ (parts.one(first, "[data-stem]")).focus();
      }
    });
    one("print").addEventListener("click", () => print(false));
    one("print-answers").addEventListener("click", () => print(true));
    one("table").addEventListener("click", saveTable);
    one("clear").addEventListener("click", () => {
      filters.clear();
      /** @type {HTMLElement} */ (parts.one(one("filters"), "select")).focus();
    });
    await refresh();
  }

  Lianxue.pageViews.mistakes = { start };
})();
