/** The exams to choose from, the time setting, and what was sat before. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;

  /** @param {string} text @param {string} [className] @returns {HTMLElement} */
  function item(text, className) {
    return Lianxue.make("li", className ? { class: className } : {}, [text]);
  }

  /** @param {BankIndex} index @param {Preset} preset @param {Record<string, RecordEvent[]>} history @param {Settings} settings */
  function drawNow(index, preset, history, settings) {
    const today = Lianxue.today();
    const month = Lianxue.calendar.chooseMonth(Lianxue.presetDraw.months(index), today.slice(0, 7)) || "";
    const drawn = Lianxue.presetDraw.draw(index, preset, {
      month, today, history, settings, random: Math.random, siteId: Lianxue.site.id,
    });
    return { drawn, month };
  }

  /** @param {BankIndex} index @param {Preset} preset @param {string} month @returns {string} what it is about */
  function subject(index, preset, month) {
    if (!preset.this_month) {
      return Lianxue.selection.writeFilter(preset.filter) === "" ? "" : "范围：" + Lianxue.selection.words(index, preset.filter) + "。";
    }
    const lessons = index.lessons.filter((lesson) => lesson.month === month).map((lesson) => "“" + lesson.title + "”");
    return lessons.length > 0 ? "只考" + lessons.join("、") + "这一课。" : "";
  }

  /**
   * @param {BankIndex} index @param {Preset} preset @param {Record<string, RecordEvent[]>} history @param {Settings} settings
   * @param {((drawn: {ids: string[], points: number[]}, hint: HTMLElement) => void) | null} onStart null: no exam can be begun now @returns {HTMLElement}
   */
  function card(index, preset, history, settings, onStart) {
    const { drawn, month } = drawNow(index, preset, history, settings);
    const total = preset.rows.reduce((sum, row) => sum + row.count, 0);
    const points = preset.rows.reduce((sum, row) => sum + row.count * row.points, 0);
    const minutes = Lianxue.examClock.lengthened(preset.minutes, settings.exam_time);
    const heading = "preset-" + preset.id;
    const facts = ["共 " + total + " 题", "满分 " + points + " 分", Lianxue.examWords.time(minutes), "合格线 " + preset.pass_mark + " 分"];
    const children = [
      Lianxue.make("h3", { class: "lx-preset__title", id: heading }, [preset.title]),
      Lianxue.make("ul", { class: "lx-list lx-facts" }, facts.map((fact) => item(fact))),
      Lianxue.make("ul", { class: "lx-preset__rows" }, preset.rows.map((row) => item(Lianxue.examWords.row(index, row)))),
      Lianxue.make("p", { class: "lx-preset__words" }, [subject(index, preset, month) + Lianxue.examWords.draw(preset)]),
    ];
    if (drawn.ids.length === 0) {
      const reasons = Lianxue.examWords.lacking(index, preset, drawn);
      children.push(Lianxue.make("p", { class: "lx-preset__lacking" }, ["题库暂不够：" + reasons.join("；") + "。"]));
    } else if (onStart) {
      const hint = Lianxue.make("p", { class: "lx-question__hint", role: "alert" });
      const start = Lianxue.make("button", { type: "button", class: "lx-button", "aria-describedby": heading }, ["开始考试"]);
      start.addEventListener("click", () => onStart(drawNow(index, preset, history, settings).drawn, hint));
      children.push(hint, Lianxue.make("div", { class: "lx-actions" }, [start]));
    }
    return Lianxue.make("li", { class: "lx-card lx-preset", "data-preset": preset.id }, children);
  }

  /** @param {RecordEvent} event @returns {HTMLElement} */
  function pastRow(event) {
    /** @type {ExamPayload} */
    const payload = event.payload;
    const link = Lianxue.make("a", { class: "lx-row__title", href: Lianxue.site.resolve("practice/exams.html?exam=" + encodeURIComponent(payload.exam)) }, [payload.title]);
    const facts = Lianxue.record.readableDate(event.date) + "，得分 " + payload.score + " 分，" + Lianxue.examWords.passed(payload);
    return Lianxue.make("li", { class: "lx-row" }, [link, Lianxue.make("span", { class: "lx-row__facts" }, [facts])]);
  }

  /** @param {HTMLElement} section @param {RecordEvent[]} events */
  function showPast(section, events) {
    const past = Lianxue.history.exams(events);
    /** @type {HTMLElement} */ (parts.one(section, "[data-past]")).hidden = past.length === 0;
    const list = parts.one(section, "[data-past-list]");
    list.textContent = "";
    list.append(...past.map(pastRow));
  }

  /** @param {HTMLElement} section @param {number} chosen @param {(factor: number) => void} onChange */
  function showTime(section, chosen, onChange) {
    parts.all(section, 'input[name="exam-time"]').forEach((element) => {
      const input = /** @type {HTMLInputElement} */ (element);
      input.checked = Number(input.value) === chosen;
      input.onchange = () => onChange(Number(input.value));
    });
  }

  /**
   * @param {ExamGround} ground @param {RecordEvent[]} events
   * @param {((preset: Preset, ids: string[], points: number[], settings: Settings) => Promise<void>) | null} onStart rejects where the questions do not load; null: no exam can be begun now
   * @param {string} wanted id of the preset to be put forward, "" for none
   */
  function show(ground, events, onStart, wanted) {
    const section = ground.open("list");
    const history = Lianxue.history.byQuestion(events);
    let settings = Lianxue.settings.fold(events);
    let isBusy = false;
    const list = parts.one(section, "[data-presets]");

    /** @param {Preset} preset @param {{ids: string[], points: number[]}} drawn @param {HTMLElement} hint */
    async function begin(preset, drawn, hint) {
      if (isBusy || !onStart) {
        return;
      }
      if (drawn.ids.length === 0) { // a new month since the page was opened
        showCards();
        putForward(preset.id);
        return;
      }
      isBusy = true;
      hint.textContent = "";
      try {
        await onStart(preset, drawn.ids, drawn.points, settings);
      } catch (error) {
        hint.textContent = "题目没有读全，考试没有开始，也没有计时。请再按一次“开始考试”；仍然不行，请刷新本页。";
      }
      isBusy = false;
    }

    function showCards() {
      list.textContent = "";
      const ofMonth = ground.index.presets.filter((preset) => preset.this_month);
      list.append(...ofMonth.concat(ground.index.presets.filter((preset) => !preset.this_month)).map((preset) =>
        card(ground.index, preset, history, settings, onStart && ((drawn, hint) => begin(preset, drawn, hint)))
      ));
    }

    showTime(section, settings.exam_time, async (factor) => {
      settings = Object.assign({}, settings, { exam_time: factor });
      showCards();
      await Lianxue.recordStore.append("setting", { name: "exam_time", value: factor });
      const state = Lianxue.recordStore.state();
      parts.one(section, "[data-time-status]").textContent =
        state.kind === "stored" ? "已记住，从下一场考试开始按这个时间。" : Lianxue.storageNotice.sentence(state);
    });
    /** @param {string} id of a preset */
    function putForward(id) {
      const asked = /** @type {HTMLElement | undefined} */ (Array.from(list.children).find((element) => element.getAttribute("data-preset") === id));
      if (asked) {
        asked.classList.add("lx-preset--wanted");
        asked.scrollIntoView({ block: "center" });
        const button = asked.querySelector("button");
        if (!button) {
          asked.setAttribute("tabindex", "-1");
        }
        (button || asked).focus({ preventScroll: true });
      }
    }

    showCards();
    showPast(section, events);
    putForward(wanted);
  }

  Lianxue.examList = { show };
})();
