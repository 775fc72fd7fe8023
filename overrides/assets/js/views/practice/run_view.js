/** One question at a time: shows it, keeps what was answered, moves on and back. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;

  /** @param {Question} question @param {Ground} ground @param {number} number @param {number} total @returns {HTMLFormElement} */
  function makeForm(question, ground, number, total) {
    const { index } = ground;
    const row = Lianxue.bank.rowOf(question.id);
    const form = Lianxue.questionForm.make(question, {
      number, total, label: index.type_labels[index.type[row]],
      difficulty: index.difficulty[row] < 0 ? "" : index.difficulties[index.difficulty[row]],
    });
    if (ground.latest(question.id) && !ground.current(question.id)) {
      parts.one(form, "legend").append(" ", Lianxue.make("span", { class: "lx-badge" }, ["已更新"]));
    }
    return form;
  }

  /**
   * @param {HTMLElement} root @param {SessionPlan} plan @param {Ground} ground
   * @param {(isThrough: boolean) => void} onEnd isThrough: after the last question, not before
   */
  function start(root, plan, ground, onEnd) {
    const run = /** @type {HTMLElement} */ (parts.one(root, "[data-run]"));
    const stage = /** @type {HTMLElement} */ (parts.one(run, "[data-stage]"));
    /** @type {HTMLButtonElement} */
    const next = parts.one(run, "[data-next]");
    /** @type {HTMLButtonElement} */
    const back = parts.one(run, "[data-back]");
    const total = plan.before + plan.ids.length;
    let place = plan.start;
    /** Of the question that is shown. @type {QuestionController | null} */
    let shown = null;
    /** What was left while it was being saved. @type {Promise<void>[]} */
    const saving = [];

    /** @param {boolean} isLast @param {boolean} isSettled @returns {string} */
    function nextWords(isLast, isSettled) {
      if (isLast) {
        return plan.mode === "recite" ? "看完了" : isSettled ? "看结果" : "跳过本题，看结果";
      }
      return isSettled ? "下一题" : "跳过本题";
    }

    function showMoves() {
      const isSettled = plan.mode === "recite" || plan.results.has(plan.ids[place]);
      next.textContent = nextWords(place === plan.ids.length - 1, isSettled);
      next.classList.toggle("lx-button--quiet", !isSettled);
      back.hidden = place === 0;
      parts.one(run, "[data-place]").textContent = "第 " + (plan.before + place + 1) + " / " + total + " 题";
      const isThroughBank = plan.mode === "recite" || plan.mode === "order";
      const done = isThroughBank ? plan.before + place + (isSettled ? 1 : 0) : plan.results.size;
      /** @type {HTMLElement} */ (parts.one(run, "[data-done]")).style.width = (done / total) * 100 + "%";
    }

    /** 顺序练习 goes on here next time. @param {string} id "" at the end */
    function remember(id) {
      if (plan.mode === "order") {
        Lianxue.recordStore.setMemo("order " + Lianxue.selection.writeFilter(plan.filter), id);
      }
    }

    /** @param {HTMLFormElement} form @param {RecordEvent} event just written; the learner may have moved on meanwhile */
    function keep(form, event) {
      const { question, verdict, share } = event.payload;
      plan.results.set(question, { verdict, share, points: ground.index.points[Lianxue.bank.rowOf(question)], event });
      ground.note(event);
      showMoves();
      if (plan.ids[place] === question && stage.contains(form)) {
        remember(plan.ids[place + 1] || "");
        next.focus({ preventScroll: true });
        parts.one(form, "[data-feedback]").scrollIntoView({ block: "nearest" });
      } else if (shown && shown.id === question) {
        shown.restore(event); // moved on and came back
      }
      document.dispatchEvent(new CustomEvent("lianxue:answered", { detail: event }));
    }

    /** @param {Question} question @returns {HTMLFormElement} ready to be answered, or as it was answered */
    function prepare(question) {
      shown = null;
      const form = makeForm(question, ground, plan.before + place + 1, total);
      if (plan.mode === "recite") {
        Lianxue.reciteView.reveal(form, question);
      } else {
        shown = Lianxue.questionView.create(form, {
          loadQuestion: () => Promise.resolve(question),
          onChange: (event) => { // null: it is to be done again
            if (event) {
              keep(form, event);
            }
          },
          mode: plan.mode,
        });
        const given = plan.results.get(question.id);
        if (given) {
          shown.restore(given.event);
        }
      }
      if (Lianxue.notebook) {
        Lianxue.notebook.attach(form);
      }
      return form;
    }

    /** @param {Question} question */
    function lay(question) {
      stage.textContent = "";
      const form = prepare(question);
      const group = Lianxue.questionForm.material(question);
      if (group) {
        group.appendChild(form);
      }
      stage.appendChild(group || form);
      parts.one(form, "[data-body]").setAttribute("tabindex", "-1");
    }

    function sayMissing() {
      const again = Lianxue.make("button", { type: "button", class: "lx-button lx-button--quiet" }, ["再读一次"]);
      again.addEventListener("click", () => show(place, true));
      stage.textContent = "";
      stage.append(Lianxue.make("p", { role: "alert" }, ["这道题没有读到。请再读一次；仍然不行，请刷新本页。"]), again);
    }

    function leave() {
      if (shown) {
        saving.push(shown.saved());
      }
    }

    /** @param {number} wanted @param {boolean} isMoving whether the focus goes along @returns {Promise<void>} */
    async function show(wanted, isMoving) {
      leave();
      place = wanted;
      const id = plan.ids[place];
      const [question] = await Lianxue.bank.loadQuestions([id]).catch(() => []);
      if (place !== wanted) {
        return; // the learner was faster
      }
      showMoves();
      if (!question) {
        sayMissing();
        return;
      }
      lay(question);
      remember(id);
      if (isMoving) {
        /** @type {HTMLElement} */ (parts.one(stage, "[data-body]")).focus({ preventScroll: true });
        run.scrollIntoView({ block: "start" });
      }
      if (place + 1 < plan.ids.length) {
        Lianxue.bank.loadQuestions([plan.ids[place + 1]]).catch(() => undefined); // said when it is shown
      }
    }

    /** With what is still being saved. @param {boolean} isThrough @returns {Promise<void>} */
    async function end(isThrough) {
      leave();
      next.textContent = "正在保存…";
      await Promise.all(saving);
      if (run.hidden) {
        return; // pressed twice
      }
      run.hidden = true;
      stage.textContent = "";
      if (isThrough) {
        remember("");
      }
      onEnd(isThrough);
    }

    next.onclick = () => {
      if (place + 1 < plan.ids.length) {
        show(place + 1, true);
      } else {
        end(true);
      }
    };
    back.onclick = () => {
      show(place - 1, true);
    };
    /** @type {HTMLButtonElement} */ (parts.one(run, "[data-stop]")).onclick = () => {
      plan.start = place;
      end(false);
    };
    run.hidden = false;
    return show(place, plan.isAgain);
  }

  Lianxue.runView = { start };
})();
