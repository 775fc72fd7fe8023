/**
 * The box 我的学习 on home: how far this month's lesson is, and what there is to do next. What home.html must carry:
 *
 *   [data-lx-mine]                the box
 *     [data-lx-my-study]          one line on the lesson
 *     [data-lx-steps]             how to begin; gives way to the next one as soon as something was answered
 *     [data-lx-next] (hidden)     three links
 *       a[data-lx-next-month] [data-lx-next-words]   goes on with the lesson's questions
 *       [data-lx-next-count]      in each link: how many
 */
(function () {
  "use strict";

  /** @param {Element} root @param {string} name @returns {HTMLElement} our own template promises it is there */
  function part(root, name) {
    return /** @type {HTMLElement} */ (root.querySelector("[data-lx-" + name + "]"));
  }

  /** @param {Study} study @returns {string} */
  function studyWords(study) {
    const count = "自测题已答 " + study.answered + " / " + study.total;
    const words = {
      none: "还没有开始。",
      started: "学习中，" + count + "。",
      studied: "已学，" + count + "；未达合格线，可再练。",
      passed: "已通过。",
    };
    return words[study.state];
  }

  /** @param {HTMLElement} box @param {HTMLElement} lesson [data-lx-lesson] @param {Study} study */
  function showLesson(box, lesson, study) {
    const start = lesson.querySelector("[data-lx-start]");
    if (start) {
      start.textContent = study.state === "started" ? "继续学习" : "开始学习";
    }
    const isThisMonth = lesson.getAttribute("data-lx-month") === Lianxue.today().slice(0, 7);
    const name = isThisMonth ? "本月：" : "《" + lesson.getAttribute("data-lx-title") + "》：";
    part(box, "my-study").textContent = name + studyWords(study);
    const link = part(box, "next-month");
    const quiz = lesson.querySelector("[data-lx-month-quiz]");
    const words = { none: "做本月自测", started: "接着做本月自测", studied: "再做本月自测", passed: "再做本月自测" };
    part(link, "next-words").textContent = words[study.state];
    part(link, "next-count").textContent = study.answered + " / " + (study.total || lesson.getAttribute("data-lx-total")) + " 题";
    if (quiz) {
      link.setAttribute("href", /** @type {HTMLAnchorElement} */ (quiz).href);
    }
  }

  /** @param {HTMLElement} box @param {string} name @param {string} before the number @param {number} count */
  function showCount(box, name, before, count) {
    const place = part(part(box, name), "next-count");
    place.textContent = before + (count > 0 ? (before ? " " : "") + count + " 题" : "没有");
    place.classList.toggle("lx-next__none", count === 0);
  }

  /** The scripts that only those need who have answered something. @param {HTMLElement} box */
  async function loadFolds(box) {
    for (const url of (box.getAttribute("data-lx-later") || "").split(" ").filter(Boolean)) {
      await Lianxue.bank.load(url);
    }
  }

  /** How many mistakes stand and how many reviews today has. @param {HTMLElement} box @param {RecordEvent[]} events */
  async function showCounts(box, events) {
    const [index] = await Promise.all([Lianxue.bank.open(), loadFolds(box)]);
    const history = Lianxue.history.byQuestion(events);
    const settings = Lianxue.settings.fold(events);
    showCount(box, "next-mistakes", "", Lianxue.studyFacts.standing(index, Lianxue.mistakes.fold(history, settings, Lianxue.bank.revisionOf)).length);
    const today = Lianxue.today();
    const items = Lianxue.review.fold(history, Lianxue.bank.revisionOf, settings, today);
    showCount(box, "next-review", "今天", Lianxue.review.today(items, history, settings, today).length);
  }

  /**
   * @param {HTMLElement} box @param {HTMLElement | null} lesson shown, null where none is published
   * @param {Object<string, RecordEvent>} latest @param {RecordEvent[]} events @returns {Promise<void>} rejects where bank or scripts do not load
   */
  async function show(box, lesson, latest, events) {
    const ids = lesson && Lianxue.studyView ? Lianxue.studyView.quizIds(lesson) : [];
    if (lesson && Lianxue.studyView && ids.length > 0) {
      showLesson(box, lesson, await Lianxue.studyView.studyOf(ids, latest));
    }
    const isNew = Object.keys(latest).length === 0;
    part(box, "next-month").hidden = ids.length === 0;
    part(box, "steps").hidden = !isNew;
    part(box, "next").hidden = isNew;
    if (!isNew) {
      await showCounts(box, events);
    }
  }

  Lianxue.homeStudy = { show };
})();
