/** 我的学习: reads the record and the bank once and fills the sections that study.html has ready. */
(function () {
  "use strict";

  /** @param {HTMLElement} root @param {string} name @returns {HTMLElement} a section of study.html */
  function part(root, name) {
    return /** @type {HTMLElement} */ (root.querySelector('[data-study="' + name + '"]'));
  }

  /** @param {HTMLElement} root @param {string} words why something is missing; "" takes the notice away */
  function say(root, words) {
    part(root, "notice").textContent = words;
  }

  /** @param {RecordEvent[]} events @param {Settings} settings @param {BankIndex} index @returns {StudyRecord} */
  function read(events, settings, index) {
    const history = Lianxue.history.byQuestion(events);
    const latest = Lianxue.record.latestResponses(events);
    const mistakes = Lianxue.mistakes.fold(history, settings, Lianxue.bank.revisionOf);
    return { index, history, latest, mistakes, exams: Lianxue.history.exams(events) };
  }

  /** The way to this month's lesson and its questions, for those who begin. @param {HTMLElement} section @param {BankIndex} index */
  function showBeginning(section, index) {
    const withQuestions = index.lessons.filter((lesson, place) => index.quiz_lessons.indexOf(place) >= 0);
    const month = Lianxue.calendar.chooseMonth(withQuestions.map((lesson) => lesson.month), Lianxue.today().slice(0, 7));
    const lesson = withQuestions.find((one) => one.month === month);
    if (lesson) {
      /** @param {string} name @param {string} url */
      const lead = (name, url) => {
        const link = /** @type {HTMLElement} */ (section.querySelector("[" + name + "]"));
        link.setAttribute("href", Lianxue.site.resolve(url));
        link.hidden = false;
      };
      lead("data-study-month", "practice/session.html?mode=month&lesson=" + encodeURIComponent(lesson.id));
      lead("data-study-lesson", lesson.url);
    }
    section.hidden = false;
  }

  /** @param {HTMLElement} root @param {StudyRecord} record @returns {Promise<void>} */
  async function showRecord(root, record) {
    const isNew = Object.keys(record.history).length === 0 && record.exams.length === 0;
    Lianxue.studySections.lessons(part(root, "lessons"), record, Lianxue.today().slice(0, 4));
    if (isNew) {
      showBeginning(part(root, "beginning"), record.index);
      return;
    }
    part(root, "beginning").hidden = true;
    Lianxue.studySections.disciplines(part(root, "disciplines"), record);
    Lianxue.studySections.exams(part(root, "exams"), record);
    await Lianxue.studySections.articles(part(root, "articles"), record);
  }

  /** @param {HTMLElement} root @returns {Promise<Settings>} */
  async function show(root) {
    const events = await Lianxue.recordStore.events();
    const settings = Lianxue.settings.fold(events);
    say(root, Lianxue.storageNotice.sentence(Lianxue.recordStore.state()));
    const index = await Lianxue.bank.open().catch(() => null);
    if (index) {
      await showRecord(root, read(events, settings, index));
    } else {
      say(root, "题库没有读到，学习情况暂时显示不出来；学习记录还在。请刷新本页再试。");
    }
    return settings;
  }

  /** Sections were hidden when the browser looked for the address's #settings or #record. @param {HTMLElement} root */
  function goToAnchor(root) {
    const target = window.location.hash && document.getElementById(window.location.hash.slice(1));
    if (target && root.contains(target)) {
      target.scrollIntoView();
    }
  }

  /** @param {HTMLElement} root @returns {Promise<void>} */
  async function start(root) {
    const settingsPart = part(root, "settings");
    Lianxue.studySettings.start(settingsPart, () => show(root));
    Lianxue.studySettings.show(settingsPart, await show(root));
    const record = /** @type {HTMLElement | null} */ (root.querySelector("[data-lx-record]"));
    if (Lianxue.recordPanel && record) {
      await Lianxue.recordPanel.start(record);
    }
    part(root, "jumps").hidden = false;
    goToAnchor(root);
    document.addEventListener("lianxue:record-changed", async () => {
      Lianxue.studySettings.show(settingsPart, await show(root));
    });
  }

  Lianxue.pageViews.study = { start };
})();
