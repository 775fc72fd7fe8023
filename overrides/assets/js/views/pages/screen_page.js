/** The page of the big screen: from choosing to the show and back. Writes nothing into anyone's record. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;
  const MEMO = "screen";

  /** @param {HTMLElement} root @returns {Promise<void>} */
  async function start(root) {
    /** @type {HTMLFormElement} */
    const form = parts.one(root, "[data-setup]");
    const hint = parts.one(root, "[data-hint]");
    const results = /** @type {HTMLElement} */ (parts.one(root, "[data-results]"));
    const again = /** @type {HTMLElement} */ (parts.one(root, "[data-continue]"));
    const source = /** @type {HTMLSelectElement} */ (parts.one(form, '[name="source"]'));
    const count = /** @type {HTMLSelectElement} */ (parts.one(form, '[name="teams"]'));
    const board = /** @type {HTMLElement} */ (parts.one(root, "[data-stage]"));
    /** @type {ScreenMemo} */
    let kept = { choice: {}, show: null };

    function keep() {
      Lianxue.recordStore.setMemo(MEMO, kept);
    }

    function showFields() {
      /** @type {HTMLElement} */ (parts.one(form, "[data-conditions]")).hidden = source.value !== Lianxue.screenChoice.CONDITIONS;
      parts.all(form, "[data-team]").forEach((field, number) => {
        /** @type {HTMLElement} */ (field).hidden = number >= Number(count.value);
      });
    }

    const stage = Lianxue.screenStage.create(board, {
      onChange(show) {
        kept.show = show;
        keep();
      },
      onEnd(show) {
        kept.show = show;
        keep();
        form.hidden = false;
        showResults(show);
        /** @type {HTMLElement} */ (parts.one(results.hidden ? form : results, "[data-heading]")).focus();
      },
    });

    /** @param {ScreenShow} show */
    function showResults(show) {
      results.hidden = show.teams.length === 0;
      Lianxue.screenTeams.fillTable(parts.one(results, "[data-scores]"), show.teams);
      again.hidden = show.place >= show.ids.length;
      again.textContent = "回到第 " + (show.place + 1) + " 题";
    }

    /** @param {ScreenShow} show @returns {Promise<boolean>} false where its questions do not load */
    async function run(show) {
      try {
        const questions = await Lianxue.bank.loadQuestions(show.ids);
        // a question that a newer bank lacks is left out of a show that was kept
        const ids = questions.map((question) => question.id);
        form.hidden = true;
        results.hidden = true;
        hint.textContent = "";
        stage.start(Object.assign({}, show, { ids, place: Math.min(show.place, ids.length), isRunning: true }), questions);
        return true;
      } catch (error) {
        Lianxue.fullScreen.leave();
        hint.textContent = "题目没有读到。请再按一次“开始”；仍然不行，请刷新本页。";
        return false;
      }
    }

    /** @returns {Promise<void>} */
    async function begin() {
      const values = Lianxue.screenChoice.read(form);
      const ids = Lianxue.screenChoice.draw(values);
      if (ids.length === 0) {
        hint.textContent = "没有符合条件的题目，或题库暂不够组成这份卷。请换一个来源或条件。";
        return;
      }
      const names = parts.all(form, "[data-team]:not([hidden]) input").map((field, number) =>
        /** @type {HTMLInputElement} */ (field).value.trim() || "第 " + (number + 1) + " 队");
      kept.choice = values;
      Lianxue.fullScreen.enter(board); // while the press still counts, before anything is waited for
      await run(Lianxue.screenShow.begin({ ids, title: source.selectedOptions[0].textContent || "", seconds: Number(values.seconds), names }));
    }

    form.addEventListener("change", () => {
      showFields();
      kept.choice = Lianxue.screenChoice.read(form);
      keep();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      begin();
    });
    again.addEventListener("click", () => {
      if (kept.show) {
        Lianxue.fullScreen.enter(board);
        run(kept.show);
      }
    });
    document.addEventListener("keydown", (event) => {
      const command = form.hidden ? null : Lianxue.screenKeys.commandOf(event);
      if (!command) {
        return;
      }
      event.stopPropagation(); // the theme would turn to the next page at the remote's "."
      if (command.name === "full") { // the remote's button that begins a show
        event.preventDefault();
        /** @type {HTMLElement} */ (parts.one(form, "[data-begin]")).click();
      }
    }, true);

    const query = new URLSearchParams(window.location.search);
    const asked = Lianxue.selection.readFilter(query);
    try {
      Lianxue.screenChoice.fill(form, await Lianxue.bank.open(), Lianxue.today().slice(0, 7), asked);
    } catch (error) {
      form.hidden = false;
      hint.textContent = "题库没有读到，请刷新本页。";
      return;
    }
    kept = Object.assign(kept, await Lianxue.recordStore.memo(MEMO));
    Lianxue.screenChoice.write(form, kept.choice);
    Lianxue.screenChoice.write(form, Lianxue.screenChoice.ofAddress(query, asked));
    showFields();
    const show = Lianxue.screenShow.restore(kept.show);
    if (!show || !show.isRunning || !(await run(show))) {
      form.hidden = false;
      if (show) {
        showResults(show);
      }
    }
  }

  Lianxue.pageViews.screen = { start };
})();
