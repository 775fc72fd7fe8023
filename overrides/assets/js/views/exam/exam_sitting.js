/** The exam being sat: one question at a time, the clock, 答题卡, marks, and the look back before handing in. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;
  const SECOND = 1000; // milliseconds
  const SAVE_EVERY = 15; // ticks between two writings of the clock

  /** @returns {Moment} */
  function moment() {
    return { now: Date.now(), steady: performance.now() };
  }

  /** @param {HTMLElement} element @param {boolean} isShown */
  function show(element, isShown) {
    element.hidden = !isShown;
  }

  /**
   * The clock of one sitting on this page.
   * @param {HTMLElement} section @param {SittingKeeper} keeper @param {() => void} onEnd @returns {{stop(): void}}
   */
  function startClock(section, keeper, onEnd) {
    const face = /** @type {HTMLElement} */ (parts.one(section, "[data-clock]"));
    const saved = keeper.state().clock;
    if (!saved) {
      face.textContent = "不限时";
      return { stop: () => undefined };
    }
    let clock = Lianxue.examClock.resume(saved, moment());
    let ticks = 0;

    function keep() {
      const kept = Lianxue.examClock.save(clock, moment());
      keeper.change((sitting) => Lianxue.exam.keepClock(sitting, kept));
    }

    function tick() {
      const before = clock.left;
      clock = Lianxue.examClock.look(clock, moment());
      face.textContent = "剩余 " + Lianxue.examClock.words(clock.left);
      const news = Lianxue.examClock.announcement(before, clock.left);
      if (news) {
        parts.one(section, "[data-announce]").textContent = news;
      }
      ticks += 1;
      if (clock.left === 0) {
        window.clearInterval(timer);
        window.setTimeout(onEnd, 0); // not while the sitting is still being laid out
      } else if (ticks % SAVE_EVERY === 2) { // soon after the page was opened, and then now and again
        keep();
      }
    }

    const timer = window.setInterval(tick, SECOND);
    tick();
    return { stop: () => window.clearInterval(timer) };
  }

  /**
   * @param {ExamGround} ground @param {SittingKeeper} keeper @param {Record<string, Question>} questions by full id, all loaded
   * @param {{handIn(by: "hand" | "time"): void, giveUp(): void}} ways
   * @returns {SittingView}
   */
  function start(ground, keeper, questions, ways) {
    const section = ground.open("sitting");
    /** @param {string} name @returns {HTMLElement} */
    const one = (name) => /** @type {any} */ (parts.one(section, "[data-" + name + "]"));
    const stage = one("stage");
    /** @type {HTMLFormElement | null} */
    let form = null;

    /** @returns {SittingItem} */
    function current() {
      const sitting = keeper.state();
      return sitting.items[sitting.at];
    }

    function showState() {
      const sitting = keeper.state();
      const open = Lianxue.exam.gaps(sitting).length;
      const isMarked = sitting.marked.indexOf(current().question) >= 0;
      Lianxue.examSheet.show(one("sheet"), sitting, (place) => move(place));
      one("sheet-words").textContent =
        "已答 " + (sitting.items.length - open) + " 题，未答 " + open + " 题，标记 " + sitting.marked.length + " 题。";
      one("flag").setAttribute("aria-pressed", String(isMarked));
      one("flag").textContent = isMarked ? "⚑ 已标记" : "标记本题";
      show(one("back"), sitting.at > 0);
      one("next").textContent = sitting.at + 1 < sitting.items.length ? "下一题" : "答完了，去交卷";
    }

    function readForm() {
      if (form) {
        const view = Lianxue.questionViews[current().type];
        const response = view.read(form);
        const id = current().question;
        keeper.change((sitting) => Lianxue.exam.answer(sitting, id, view.isAnswered(response) ? response : null));
        showState();
      }
    }

    /** @param {boolean} isMoving whether the focus goes along */
    function lay(isMoving) {
      const { question: id, points, type } = current();
      const sitting = keeper.state();
      form = Lianxue.questionForm.make(questions[id], {
        number: sitting.at + 1, total: sitting.items.length, label: ground.typeLabel(type), difficulty: "",
      });
      parts.one(form, "legend").append(" ", Lianxue.make("span", {}, [points + " 分"]));
      if (sitting.responses[id] !== undefined) {
        Lianxue.questionViews[type].show(form, sitting.responses[id]);
      }
      form.addEventListener("input", readForm);
      form.addEventListener("change", readForm); // old kernels: a select says only this
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        forward();
      });
      const group = Lianxue.questionForm.material(questions[id]);
      if (group) {
        group.appendChild(form);
      }
      stage.textContent = "";
      stage.appendChild(group || form);
      const body = /** @type {HTMLElement} */ (parts.one(form, "[data-body]"));
      body.setAttribute("tabindex", "-1");
      if (isMoving) {
        body.focus({ preventScroll: true });
        section.scrollIntoView({ block: "start" });
      }
      showState();
    }

    /** @param {number} place */
    function move(place) {
      showConfirm(false);
      keeper.change((sitting) => Lianxue.exam.goTo(sitting, place));
      lay(true);
    }

    function forward() {
      const sitting = keeper.state();
      if (sitting.at + 1 < sitting.items.length) {
        move(sitting.at + 1);
      } else {
        showConfirm(true);
      }
    }

    /** @param {boolean} isShown */
    function showConfirm(isShown) {
      show(one("confirm"), isShown);
      show(one("paper"), !isShown);
      show(one("give-up-confirm"), false);
      if (isShown) {
        const sitting = keeper.state();
        const marked = sitting.items.map((item, place) => (sitting.marked.indexOf(item.question) >= 0 ? place + 1 : 0)).filter(Boolean);
        one("gaps").textContent = Lianxue.exam.gapWords(sitting);
        one("marks").textContent = marked.length > 0 ? "标记过的题：第 " + marked.join("、") + " 题。" : "";
        one("confirm-title").focus({ preventScroll: true });
        section.scrollIntoView({ block: "start" });
      }
    }

    one("title").textContent = keeper.state().title;
    one("announce").textContent = "";
    one("next").onclick = forward;
    one("back").onclick = () => move(keeper.state().at - 1);
    one("flag").onclick = () => {
      const id = current().question;
      const isMarked = keeper.state().marked.indexOf(id) < 0;
      keeper.change((sitting) => Lianxue.exam.mark(sitting, id, isMarked));
      showState();
    };
    one("hand-in").onclick = () => showConfirm(true);
    one("hand-in-now").onclick = () => ways.handIn("hand");
    one("hand-in-later").onclick = () => {
      const [gap] = Lianxue.exam.gaps(keeper.state());
      move(gap ? gap - 1 : keeper.state().at);
    };
    one("give-up").onclick = () => {
      show(one("give-up-confirm"), true);
      one("give-up-now").focus();
    };
    one("give-up-now").onclick = () => ways.giveUp();
    one("give-up-not").onclick = () => {
      show(one("give-up-confirm"), false);
      one("give-up").focus();
    };
    showConfirm(false);
    lay(false);
    const clock = startClock(section, keeper, () => ways.handIn("time"));
    return { stop: clock.stop, refresh: showState };
  }

  Lianxue.examSitting = { show: start };
})();
