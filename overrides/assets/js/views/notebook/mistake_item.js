/** One question of the mistake book: its stem, how it stands, its history, and 看题. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;

  /** @param {BankIndex} index @param {number} row @returns {string} the question on the page of its quiz */
  function addressOf(index, row) {
    return Lianxue.site.resolve(index.quiz_urls[index.quiz[row]] + "#" + Lianxue.questionForm.anchorOf(index.ids[row]));
  }

  /** @param {BankIndex} index @param {BookEntry} entry @returns {string[]} */
  function facts(index, { mistake, row }) {
    const regulation = index.regulation_titles[index.regulation[row]];
    return [
      index.type_labels[index.type[row]],
      index.disciplines[index.discipline[row]] || "",
      regulation ? "《" + regulation + "》" : "",
      "最近答错：" + Lianxue.record.readableDate(mistake.date),
    ].filter(Boolean);
  }

  /**
   * The question as it was last answered wrong, with what would be right.
   * @param {BankIndex} index @param {BookEntry} entry @param {Question} question @param {RecordEvent} event @param {{number: number, total: number}} place
   * @returns {HTMLElement}
   */
  function answered(index, { row }, question, event, place) {
    const form = Lianxue.questionForm.make(question, {
      number: place.number, total: place.total, label: index.type_labels[index.type[row]], difficulty: index.difficulties[index.difficulty[row]] || "",
    });
    const view = Lianxue.questionViews[question.type];
    const grade = Lianxue.grading.grade(question, event.payload.response);
    const when = Lianxue.record.readableDate(event.date);
    view.show(form, event.payload.response);
    view.mark(form, question, grade);
    view.lock(form, true);
    Lianxue.feedbackView.show(form, question, grade, view.answerLines(form, question), when);
    parts.one(form, "[data-when]").textContent = "最近一次答错：" + when;
    parts.all(form, ".lx-actions").forEach((element) => element.remove());
    if (Lianxue.notebook) {
      Lianxue.notebook.attach(form);
    }
    const material = Lianxue.questionForm.material(question);
    if (material) {
      material.appendChild(form);
    }
    return material || form;
  }

  /** @param {HTMLElement} item @param {RecordEvent[]} responses oldest first @param {string} revision that the bank has */
  function fillHistory(item, responses, revision) {
    parts.one(item, "[data-times]").textContent = "作答记录（" + responses.length + " 次）";
    const list = parts.one(item, "[data-history]");
    responses.slice().reverse().forEach((event) => {
      const old = event.payload.revision === revision ? "" : "，题目更新以前";
      list.appendChild(Lianxue.make("li", {}, [Lianxue.questionWords.historyLine(event) + old]));
    });
  }

  /**
   * @param {BankIndex} index @param {BookEntry} entry @param {Question | undefined} question undefined where its text did not load
   * @param {RecordEvent[]} responses oldest first @param {{number: number, total: number}} place
   * @returns {HTMLElement}
   */
  function make(index, entry, question, responses, place) {
    const { mistake, row, isChanged } = entry;
    /** @type {HTMLTemplateElement} */
    const template = parts.one(document.documentElement, "template[data-lx-mistake]");
    const item = /** @type {HTMLElement} */ (document.importNode(/** @type {Element} */ (template.content.firstElementChild), true));
    /** @type {HTMLElement} */
    const stem = parts.one(item, "[data-stem]");
    /** @type {HTMLButtonElement} */
    const look = parts.one(item, "[data-look]");
    const event = Lianxue.mistakeBook.latestWrong(responses.filter((one) => one.payload.revision === index.revision[row]));
    item.setAttribute("data-question", mistake.question);
    parts.one(item, "[data-facts]").append(...facts(index, entry).map((fact) => Lianxue.make("span", {}, [fact, " "])));
    stem.textContent = question ? Lianxue.plainText(question.stem.join("____")) : "这道题的内容没有读到，请刷新本页再试。";
    /** @type {HTMLElement} */ (parts.one(item, "[data-tally]")).hidden = isChanged;
    parts.one(item, "[data-tally]").textContent = (mistake.is_mastered ? "✓ " : "") + Lianxue.mistakeBook.tally(mistake);
    parts.one(item, "[data-tally]").classList.toggle("lx-book__mastered", mistake.is_mastered);
    /** @type {HTMLElement} */ (parts.one(item, "[data-changed]")).hidden = !isChanged;
    /** @type {HTMLAnchorElement} */ (parts.one(item, "[data-changed] a")).href = addressOf(index, row);
    fillHistory(item, responses, index.revision[row]);
    look.hidden = !question || !event;
    look.addEventListener("click", () => {
      const isOpen = look.getAttribute("aria-expanded") === "true";
      look.setAttribute("aria-expanded", String(!isOpen));
      look.textContent = isOpen ? "看题" : "收起";
      stem.hidden = !isOpen;
      const shown = parts.one(item, "[data-shown]");
      shown.textContent = "";
      if (!isOpen && question && event) {
        shown.appendChild(answered(index, entry, question, event, place));
      }
    });
    return item;
  }

  Lianxue.mistakeItem = { make };
})();
