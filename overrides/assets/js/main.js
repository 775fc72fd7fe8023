/** Waits for the document and starts what the page has; the only file that does. */
(function () {
  "use strict";

  /** @param {() => void} work when the browser has nothing better to do */
  function whenIdle(work) {
    if (window.requestIdleCallback) {
      window.requestIdleCallback(work, { timeout: 3000 });
    } else {
      window.setTimeout(work, 800);
    }
  }

  /** @returns {QuizController[]} */
  function startQuizzes() {
    const quizView = Lianxue.quizView;
    return quizView
      ? Array.from(document.querySelectorAll("[data-quiz]")).map((section) => quizView.create(/** @type {HTMLElement} */ (section)))
      : [];
  }

  /** Mostly a file of the bank is missing: a folder copied by half. @param {HTMLElement} root */
  function sayFailed(root) {
    const words = document.createElement("p");
    words.setAttribute("role", "alert");
    words.textContent = "题库没有读到，这一页现在不能用。请刷新本页；离线包请确认已经整个解压。";
    root.insertBefore(words, root.firstChild);
  }

  /** A page with a view of its own: practice, exams, the mistake book … `data-lx-ready` says that it can be used. */
  function startPageView() {
    const root = /** @type {HTMLElement | null} */ (document.querySelector("[data-lx-page]"));
    const view = root && Lianxue.pageViews[root.getAttribute("data-lx-page") || ""];
    if (root && view) {
      view.start(root).then(() => root.setAttribute("data-lx-ready", ""), (error) => {
        sayFailed(root);
        throw error; // for whoever looks into the console
      });
    }
  }

  /** @param {Object<string, RecordEvent>} latest @param {RecordEvent[]} events the whole record */
  function showStudy(latest, events) {
    // a bank that does not load leaves the page as the server made it
    if (Lianxue.studyView) {
      Lianxue.studyView.refresh(latest).catch(() => undefined);
    }
    if (Lianxue.homeView) {
      Lianxue.homeView.refresh(latest, events).catch(() => undefined);
    }
  }

  function start() {
    Lianxue.preferences.start();
    Lianxue.personView.start();
    if (Lianxue.citationView) {
      Lianxue.citationView.start();
    }
    if (Lianxue.homeView) {
      Lianxue.homeView.choose(new Date());
    }
    if (Lianxue.notebook) {
      Lianxue.notebook.start();
    }
    startPageView();
    const quizzes = startQuizzes();
    if (quizzes.length === 0 && !Lianxue.studyView) {
      return;
    }

    /** @type {Object<string, RecordEvent>} */
    let latest = {};
    /** @type {RecordEvent[]} */
    let events = [];
    /** @returns {Promise<void>} */
    async function readRecord() {
      events = await Lianxue.recordStore.events();
      latest = Lianxue.record.latestResponses(events);
      showStudy(latest, events);
      if (Lianxue.notebook) {
        Lianxue.notebook.refresh(events);
      }
    }
    readRecord().then(() => {
      quizzes.forEach((quiz) => {
        quiz.restore(latest).catch(() => undefined); // a shard that does not load is said at the first answer
      });
      whenIdle(() => quizzes.forEach((quiz) => quiz.preload()));
    });
    document.addEventListener("lianxue:answered", (event) => {
      const written = /** @type {CustomEvent<RecordEvent>} */ (event).detail;
      Lianxue.record.noteResponse(latest, written);
      events.push(written);
      showStudy(latest, events);
    });
    // back from a lesson by the browser's own cache: the states may have moved on
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) {
        readRecord();
      }
    });
  }

  /** By itself: a page without it is learned from all the same. */
  function startSearch() {
    if (Lianxue.search) {
      Lianxue.search.start();
    }
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
    document.addEventListener("DOMContentLoaded", startSearch);
  } else {
    start();
    startSearch();
  }
})();
