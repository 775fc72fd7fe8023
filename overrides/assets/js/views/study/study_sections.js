/** The sections of 我的学习 that show the record: this year's lessons, the disciplines, articles to read again, exams. */
(function () {
  "use strict";

  const make = Lianxue.make;
  const SHOWN = 10; // articles before 更多
  const MOST_LOADED = 200; // mistakes whose citations are looked up
  const MOST_EXAMS = 5;

  /** @param {HTMLElement} section @param {(Node | string)[]} children into its [data-study-body], instead of what was there */
  function fill(section, children) {
    const body = /** @type {HTMLElement} */ (section.querySelector("[data-study-body]"));
    body.textContent = "";
    body.append(...children);
    section.hidden = false;
  }

  /** @param {string} url site-relative @param {string} words @returns {HTMLElement} */
  function link(url, words) {
    return make("a", { href: Lianxue.site.resolve(url) }, [words]);
  }

  /** @param {string} words for screen readers @returns {HTMLElement} a dash for those who see */
  function nothing(words) {
    return make("span", { class: "lx-nothing" }, [make("span", { "aria-hidden": "true" }, ["—"]), make("span", { class: "lx-visually-hidden" }, [words])]);
  }

  /** @param {StudyLesson} lesson @returns {(Node | string)[]} */
  function lessonCells(lesson) {
    const isDone = lesson.total > 0 && lesson.answered === lesson.total;
    const state = make("span", { class: "lx-study-state", "data-state": lesson.state }, [Lianxue.progress.WORDS[lesson.state]]);
    return [
      Number(lesson.month.slice(5)) + " 月",
      link(lesson.url, lesson.title),
      lesson.total > 0 ? state : nothing("没有自测题"),
      lesson.total > 0 ? lesson.answered + " / " + lesson.total + " 题" : nothing("没有自测题"),
      isDone ? lesson.score + " 分" : nothing("还没有做完"),
    ];
  }

  /** @param {StudyLesson[]} found @returns {Node[]} */
  function yearOf(found) {
    const { done, total } = Lianxue.studyFacts.ring(found);
    const words = total > 0 ? "本年度 " + total + " 课，已学 " + done + " 课。" : "这一年的课没有自测题。";
    return [
      make("div", { class: "lx-study-year__ring" }, [Lianxue.studyChart.ring(found), make("p", { class: "lx-visually-hidden" }, [words])]),
      Lianxue.studyTable.make("lessons", "各课的学习情况", 1, ["月份", "课", "状态", "已答", "得分"], found.map(lessonCells)),
    ];
  }

  /** @param {HTMLElement} section @param {StudyRecord} record @param {string} thisYear */
  function lessons(section, record, thisYear) {
    const years = Lianxue.studyFacts.years(record.index);
    const buttons = years.map((year) => make("button", { type: "button", class: "lx-button lx-button--quiet" }, [year + " 年"]));
    const switches = /** @type {HTMLElement} */ (section.querySelector("[data-study-years]"));
    /** @param {string} year */
    function show(year) {
      fill(section, yearOf(Lianxue.studyFacts.lessons(record.index, record.latest, year)));
      const title = /** @type {HTMLElement} */ (section.querySelector("[data-study-year]"));
      title.textContent = year + " 年的课";
      buttons.forEach((button, place) => button.setAttribute("aria-pressed", String(years[place] === year)));
    }
    buttons.forEach((button, place) => button.addEventListener("click", () => show(years[place])));
    switches.textContent = "";
    switches.append(...(years.length > 1 ? buttons : []));
    switches.hidden = years.length < 2;
    const chosen = Lianxue.calendar.chooseYear(years, thisYear);
    if (chosen) {
      show(chosen);
    }
  }

  /** @param {StudyDiscipline} bar @returns {(Node | string)[]} */
  function disciplineCells(bar) {
    const drill = "practice/session.html?mode=drill&discipline=" + encodeURIComponent(bar.name);
    return [
      bar.isNamed ? link(drill, bar.name) : bar.name,
      Lianxue.studyChart.bar(bar),
      bar.answered + " / " + bar.total + " 题",
      bar.answered > 0 ? bar.right + " 题" : nothing("还没有作答"),
    ];
  }

  /** @param {HTMLElement} section @param {StudyRecord} record */
  function disciplines(section, record) {
    const bars = Lianxue.studyFacts.disciplines(record.index, record.latest);
    fill(section, [Lianxue.studyTable.make("disciplines", "各项纪律的作答情况", 0, ["纪律", "答对和已答占全部的多少", "已答", "答对"], bars.map(disciplineCells))]);
  }

  /** Breaks before 第九十七条 and not inside it. @param {string} title @returns {Node[]} */
  function articleWords(title) {
    const end = title.indexOf("》") + 1;
    return [document.createTextNode(title.slice(0, end)), make("span", { class: "lx-unbroken" }, [title.slice(end)])];
  }

  /** @param {StudyArticle} article @returns {HTMLElement} */
  function articleRow(article) {
    const isCurrent = article.status === "" || article.status === "现行有效";
    const status = isCurrent ? [] : [" ", make("span", { class: "lx-status lx-status--stale" }, [article.status])];
    const words = articleWords(article.title);
    const title = article.url ? [make("a", { href: Lianxue.site.resolve(article.url) }, words)] : words;
    return make("li", { class: "lx-row" }, [
      make("span", { class: "lx-row__title" }, [...title, ...status]),
      make("span", { class: "lx-row__facts" }, ["错 " + article.mistakes + " 题"]),
    ]);
  }

  /** @param {StudyArticle[]} found @returns {HTMLElement} */
  function articleList(found) {
    return make("ul", { class: "lx-list lx-rows" }, found.map(articleRow));
  }

  /** @param {number} mistakes @param {Question[] | null} loaded @returns {string} why there is no article to show */
  function noArticle(mistakes, loaded) {
    if (!loaded) {
      return "题库没有读全，条款暂时列不出来。请刷新本页再试。";
    }
    return mistakes > 0 ? "答错的题没有标明依据的条款。" : "现在没有。以后答错的题，它依据的条款会列在这里。";
  }

  /** @param {HTMLElement} section @param {StudyRecord} record @returns {Promise<void>} */
  async function articles(section, record) {
    const ids = Lianxue.studyFacts.telling(record.index, record.mistakes, MOST_LOADED);
    const loaded = await Lianxue.bank.loadQuestions(ids).catch(() => null);
    const found = Lianxue.studyFacts.articles(loaded || []);
    if (found.length === 0) {
      fill(section, [make("p", { class: "lx-study-none" }, [noArticle(ids.length, loaded)])]);
      return;
    }
    const more = make("details", { class: "lx-more" }, [make("summary", {}, ["更多（" + (found.length - SHOWN) + " 条）"]), articleList(found.slice(SHOWN))]);
    fill(section, [
      articleList(found.slice(0, SHOWN)),
      ...(found.length > SHOWN ? [more] : []),
      make("p", { class: "lx-study-next" }, [make("a", { class: "lx-button lx-button--quiet", href: Lianxue.site.resolve("practice/session.html?mode=mistakes") }, ["再做这些错题"])]),
    ]);
  }

  /** @param {RecordEvent} event @returns {HTMLElement} */
  function examRow(event) {
    /** @type {ExamPayload} */
    const sitting = event.payload;
    const words = sitting.score >= sitting.pass_mark ? "已达合格线" : "未达合格线，可再练";
    return make("li", { class: "lx-row" }, [
      make("span", { class: "lx-row__title" }, [link("practice/exams.html?exam=" + encodeURIComponent(sitting.exam), sitting.title)]),
      make("span", { class: "lx-row__facts" }, [Lianxue.record.readableDate(event.date) + "，得分 " + sitting.score + " 分，" + words]),
    ]);
  }

  /** @param {HTMLElement} section @param {StudyRecord} record */
  function exams(section, record) {
    const sittings = record.exams.slice(0, MOST_EXAMS);
    fill(section, [
      sittings.length > 0
        ? make("ul", { class: "lx-list lx-rows" }, sittings.map(examRow))
        : make("p", { class: "lx-study-none" }, ["还没有参加过模拟考试。"]),
    ]);
  }

  Lianxue.studySections = { lessons, disciplines, articles, exams };
})();
