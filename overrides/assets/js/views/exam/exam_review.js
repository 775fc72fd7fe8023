/** Every question of an exam with what was answered, what is right, and why. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;

  /** @param {ExamItem} item @returns {string} */
  function gainWords(item) {
    return "本题 " + item.points + " 分，得 " + Lianxue.exam.readable(item.points * item.share) + " 分。";
  }

  /** @param {ExamGround} ground @param {ExamItem} item @param {Question | undefined} question @returns {string} why the question cannot be shown, "" where it can */
  function whyNot(ground, item, question) {
    const row = Lianxue.bank.rowOf(item.question);
    if (row < 0) {
      return "题目已删除，只留当时的得分。";
    }
    if (ground.index.revision[row] !== item.revision) {
      return "题目已更新，只留当时的得分。";
    }
    return question ? "" : "这道题没有读到，请刷新本页。";
  }

  /** @param {ExamGround} ground @param {ExamItem} item @param {number} number @param {string} why @returns {HTMLElement} */
  function lost(ground, item, number, why) {
    const words = "第 " + number + " 题（" + ground.typeLabel(item.type) + "）：" + why;
    return Lianxue.make("p", { class: "lx-review__lost" }, [words + gainWords(item)]);
  }

  /** @param {ExamGround} ground @param {Question} question @param {ExamItem} item @param {number} number @param {number} total @returns {HTMLFormElement} */
  function answered(ground, question, item, number, total) {
    const row = Lianxue.bank.rowOf(question.id);
    const view = Lianxue.questionViews[question.type];
    const form = Lianxue.questionForm.make(question, {
      number, total, label: ground.typeLabel(question.type), difficulty: ground.index.difficulties[ground.index.difficulty[row]] || "",
    });
    if (item.verdict !== "none") {
      view.show(form, item.response);
    }
    // the points are those of the day: the quiz may score otherwise by now
    const grade = Lianxue.grading.grade(question, item.response);
    const verdict = item.verdict === "none" ? "wrong" : item.verdict;
    view.mark(form, question, grade);
    view.lock(form, true);
    Lianxue.feedbackView.show(form, question, { verdict, share: item.share, parts: grade.parts }, view.answerLines(form, question), "");
    if (item.verdict === "none") {
      form.setAttribute("data-verdict", "none");
      Lianxue.feedbackView.say(form, "○ 未答", false);
    }
    ["[data-retry]", "[data-submit]"].forEach((selector) => {
      /** @type {Element} */ (parts.one(form, selector).parentElement).remove();
    });
    parts.one(form, "[data-status]").removeAttribute("role"); // a list of verdicts, none of them news
    form.addEventListener("submit", (event) => event.preventDefault());
    return form;
  }

  /** @param {ExamGround} ground @param {Record<string, Question>} questions @param {ExamItem} item @param {number} number @param {number} total @returns {HTMLElement} */
  function makeItem(ground, questions, item, number, total) {
    const question = questions[item.question];
    const why = whyNot(ground, item, question);
    const element = Lianxue.make("li", { class: "lx-review__item", "data-result": item.verdict === "correct" ? "right" : "wrong" });
    if (why) {
      element.append(lost(ground, item, number, why));
      return element;
    }
    const form = answered(ground, question, item, number, total);
    const group = Lianxue.questionForm.material(question);
    if (group) {
      parts.one(group, ".lx-material__text").removeAttribute("id"); // two questions of one text each show it
      group.appendChild(form);
    }
    element.append(Lianxue.make("p", { class: "lx-review__gain" }, ["第 " + number + " 题：" + gainWords(item)]), group || form);
    if (Lianxue.notebook) {
      Lianxue.notebook.attach(form);
    }
    return element;
  }

  /** @param {ExamGround} ground @param {HTMLElement} list @param {ExamPayload} payload @param {Record<string, Question>} questions by full id */
  function fill(ground, list, payload, questions) {
    list.textContent = "";
    payload.items.forEach((item, place) => {
      list.appendChild(makeItem(ground, questions, item, place + 1, payload.items.length));
    });
  }

  Lianxue.examReview = { fill };
})();
