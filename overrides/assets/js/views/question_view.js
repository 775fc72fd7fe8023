/**
 * One question on a page: submit, grade, append to the record, and only then show the verdict.
 * The kinds differ in Lianxue.questionViews alone.
 */
(function () {
  "use strict";

  const parts = Lianxue.formParts;

  /**
   * @param {HTMLFormElement} form
   * @param {{loadQuestion: (id: string) => Promise<Question>, onChange: (event: RecordEvent | null) => void, mode?: string}} quiz
   *   onChange gets the written event, or null after a reset; mode: of a session, written with the response
   * @returns {QuestionController}
   */
  function create(form, quiz) {
    const id = form.getAttribute("data-question") || "";
    const revision = form.getAttribute("data-revision") || "";
    const view = Lianxue.questionViews[form.getAttribute("data-type") || ""];
    /** @type {HTMLButtonElement} */
    const submit = parts.one(form, "[data-submit]");
    const hint = parts.one(form, "[data-hint]");
    const label = submit.textContent || "";
    /** @type {Result | null} */
    let result = null;
    let isBusy = false;
    /** @type {Promise<void>} */
    let saving = Promise.resolve();

    /** Stays focusable, so that the keyboard does not lose its place. @param {boolean} isOff @param {string} text */
    function setSubmit(isOff, text) {
      submit.textContent = text;
      if (isOff) {
        submit.setAttribute("aria-disabled", "true");
      } else {
        submit.removeAttribute("aria-disabled");
      }
    }

    function lock() {
      const active = document.activeElement;
      if (active && active !== submit && parts.one(form, "[data-body]").contains(active)) {
        submit.focus(); // a locked control would drop the focus
      }
      view.lock(form, true);
    }

    /** @param {Question} question @param {Grade} grade @param {string} answeredOn */
    function settle(question, grade, answeredOn) {
      view.mark(form, question, grade);
      lock();
      result = { verdict: grade.verdict, share: grade.share, points: question.points };
      setSubmit(true, "已作答");
      Lianxue.feedbackView.show(form, question, grade, view.answerLines(form, question), answeredOn);
    }

    async function answer() {
      hint.textContent = "";
      const response = view.read(form);
      if (!view.isAnswered(response)) {
        hint.textContent = "请先作答。";
        return;
      }
      lock(); // what is graded and kept is what stands on the page
      /** @type {Question} */
      let question;
      try {
        question = await quiz.loadQuestion(id);
      } catch (error) {
        view.lock(form, false);
        hint.textContent = "本题的答案没有读到。请再按一次“" + label + "”；仍然不行，请刷新本页。";
        return;
      }
      if (view.isReadyToGrade && !view.isReadyToGrade(form, question)) {
        setSubmit(false, "记录自评");
        Lianxue.feedbackView.say(form, "请对照要点自评：答到的打勾，再按“记录自评”。", true);
        return;
      }
      const grade = Lianxue.grading.grade(question, response);
      const slow = window.setTimeout(() => setSubmit(true, "正在保存…"), 400); // milliseconds; mostly it takes five
      const given = { question: id, revision, response, verdict: grade.verdict, share: grade.share };
      const event = await Lianxue.recordStore.append("response", quiz.mode ? Object.assign(given, { mode: quiz.mode }) : given);
      window.clearTimeout(slow);
      settle(question, grade, "");
      quiz.onChange(event);
    }

    function reset() {
      result = null;
      hint.textContent = "";
      parts.unmark(form);
      view.clear(form);
      view.lock(form, false);
      setSubmit(false, label);
      Lianxue.feedbackView.clear(form);
    }

    function focus() {
      /** @type {HTMLElement} */ (parts.one(form, "input, select, textarea")).focus();
    }

    /** Show what the record has; of a response that cannot be shown nothing. @param {RecordEvent} event the latest response @returns {Promise<void>} */
    async function restore(event) {
      if (event.payload.revision !== revision) {
        Lianxue.feedbackView.say(form, "题目已更新，请重新作答。", false);
        return;
      }
      const question = await quiz.loadQuestion(id);
      if (result || isBusy || view.isAnswered(view.read(form))) {
        return; // the learner was faster
      }
      view.show(form, event.payload.response);
      if (!view.isAnswered(view.read(form))) {
        return; // the record may come from a strange backup
      }
      const grade = Lianxue.grading.grade(question, event.payload.response);
      settle(question, grade, Lianxue.record.readableDate(event.date));
    }

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (isBusy || result) {
        return;
      }
      isBusy = true;
      const answering = answer().then(() => { isBusy = false; }, (error) => {
        isBusy = false;
        view.lock(form, false);
        throw error;
      });
      saving = answering.catch(() => undefined);
    });
    parts.one(form, "[data-retry]").addEventListener("click", () => {
      reset();
      quiz.onChange(null);
      focus();
    });

    return { id, revision, reset, focus, restore, result: () => result, saved: () => saving };
  }

  Lianxue.questionView = { create };
})();
