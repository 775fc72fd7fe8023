/**
 * The home page by date and record. What home.html must carry:
 *
 *   [data-lx-home]                                     the root of all below
 *   [data-lx-lesson][data-lx-month][data-lx-title][data-lx-quizzes]   one a lesson, `hidden` but for the newest; one stays shown
 *     [data-lx-eyebrow]                                becomes 本月法规, 最近一课 or 即将开始
 *     a[data-lx-start]                                 becomes 继续学习 when the lesson is begun and not yet done
 *     a[data-lx-month-quiz]                            leads to 本月自测; without scripts to the quiz's own page
 *   [data-lx-year]                                     one a year, `hidden` but for the newest; one stays shown
 *     [data-lx-card][data-lx-month]                    a month: class lx-is-now or lx-is-later; [data-lx-now] inside is shown in this month
 *   button[data-lx-show-year] (hidden)                 shows that year
 *   [data-lx-mine]                                     the box 我的学习, see home_study.js
 */
(function () {
  "use strict";

  /** @type {HTMLElement | null} */
  let shownLesson = null;

  /** @param {string} selector @returns {HTMLElement[]} */
  function inHome(selector) {
    return Array.from(document.querySelectorAll("[data-lx-home] " + selector));
  }

  /** @param {Element} element @param {string} name @returns {string} */
  function data(element, name) {
    return element.getAttribute("data-lx-" + name) || "";
  }

  /** @param {string} thisMonth */
  function chooseLesson(thisMonth) {
    const lessons = inHome("[data-lx-lesson]");
    const chosen = Lianxue.calendar.chooseMonth(lessons.map((lesson) => data(lesson, "month")), thisMonth);
    // two lessons of one month: the first in order stands
    shownLesson = lessons.find((lesson) => data(lesson, "month") === chosen) || null;
    lessons.forEach((lesson) => {
      lesson.hidden = lesson !== shownLesson;
    });
    inHome("a[data-lx-month-quiz]").forEach((link) => {
      link.setAttribute("href", Lianxue.site.resolve(data(link, "month-quiz")));
    });
    const eyebrow = shownLesson && shownLesson.querySelector("[data-lx-eyebrow]");
    if (eyebrow && chosen) {
      eyebrow.textContent = monthWords(chosen, thisMonth);
    }
  }

  /** @param {string} chosen @param {string} thisMonth @returns {string} */
  function monthWords(chosen, thisMonth) {
    if (chosen === thisMonth) {
      return "本月法规";
    }
    return chosen < thisMonth ? "最近一课" : "即将开始";
  }

  /** @param {string | null} year */
  function showYear(year) {
    inHome("[data-lx-year]").forEach((block) => {
      block.hidden = data(block, "year") !== year;
    });
    inHome("[data-lx-show-year]").forEach((button) => {
      button.hidden = false;
      button.setAttribute("aria-pressed", String(data(button, "show-year") === year));
    });
  }

  /** @param {string} thisMonth */
  function chooseYear(thisMonth) {
    const years = inHome("[data-lx-year]").map((block) => data(block, "year"));
    showYear(Lianxue.calendar.chooseYear(years, thisMonth.slice(0, 4)));
    inHome("[data-lx-show-year]").forEach((button) => {
      button.addEventListener("click", () => showYear(data(button, "show-year")));
    });
    inHome("[data-lx-card][data-lx-month]").forEach((card) => {
      card.classList.toggle("lx-is-now", data(card, "month") === thisMonth);
      card.classList.toggle("lx-is-later", data(card, "month") > thisMonth);
      const now = /** @type {HTMLElement | null} */ (card.querySelector("[data-lx-now]"));
      if (now) {
        now.hidden = data(card, "month") !== thisMonth;
      }
    });
  }

  /** What the date alone decides, before the record has opened. @param {Date} now */
  function choose(now) {
    const thisMonth = Lianxue.calendar.monthOf(now);
    chooseLesson(thisMonth);
    chooseYear(thisMonth);
  }

  /** What the record adds. @param {Object<string, RecordEvent>} latest @param {RecordEvent[]} events @returns {Promise<void>} */
  async function refresh(latest, events) {
    const box = inHome("[data-lx-mine]")[0];
    if (Lianxue.homeStudy && box) {
      await Lianxue.homeStudy.show(box, shownLesson, latest, events);
    }
  }

  Lianxue.homeView = { choose, refresh };
})();
