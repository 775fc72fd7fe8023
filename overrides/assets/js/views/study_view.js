/** How far a lesson or quiz is done: the words 未学, 学习中, 已学, 已通过 and the ring beside a lesson. */
(function () {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const AROUND = 2 * Math.PI * 15.5; // length of the ring's line, in units of its view box
  /** @type {Object<string, string>} */
  const WORDS = { none: "未学", started: "学习中", studied: "已学", passed: "已通过" };

  /** @param {Element} element @returns {string[]} */
  function quizIds(element) {
    return (element.getAttribute("data-lx-quizzes") || "").split(" ").filter(Boolean);
  }

  /** @param {string[]} ids @param {Object<string, RecordEvent>} latest @returns {boolean} */
  function isTouched(ids, latest) {
    return Object.keys(latest).some((question) => ids.indexOf(question.slice(0, question.lastIndexOf("/"))) >= 0);
  }

  /**
   * How far some quizzes are done. The bank's index is loaded only where something was answered.
   * @param {string[]} ids @param {Object<string, RecordEvent>} latest @returns {Promise<Study>} total is 0 where it is not known
   */
  async function studyOf(ids, latest) {
    if (!isTouched(ids, latest)) {
      return { state: "none", answered: 0, total: 0 };
    }
    const facts = await Lianxue.bank.quizFacts(ids);
    const quizzes = facts.map((quiz) => ({
      passMark: quiz.passMark,
      progress: Lianxue.record.progressOf(quiz.questions, latest),
    }));
    return {
      state: Lianxue.record.stateOf(quizzes),
      answered: quizzes.reduce((sum, quiz) => sum + quiz.progress.answered, 0),
      total: quizzes.reduce((sum, quiz) => sum + quiz.progress.total, 0),
    };
  }

  /** @param {Element} element [data-lx-state] @param {Study} study */
  function showState(element, study) {
    element.textContent = WORDS[study.state];
    element.setAttribute("data-state", study.state);
    const card = element.closest("[data-lx-card]");
    if (card) {
      card.setAttribute("data-state", study.state);
    }
  }

  /** @param {string} name @param {Object<string, string>} attributes @returns {SVGElement} */
  function svg(name, attributes) {
    const element = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach((key) => element.setAttribute(key, attributes[key]));
    return element;
  }

  /** @param {number} share 0–1 @returns {SVGElement} */
  function makeRing(share) {
    const ring = svg("svg", { class: "lx-ring", viewBox: "0 0 36 36", "aria-hidden": "true", focusable: "false" });
    const circle = { cx: "18", cy: "18", r: "15.5", fill: "none" };
    ring.appendChild(svg("circle", Object.assign({ class: "lx-ring__track" }, circle)));
    if (share > 0) {
      const line = { class: "lx-ring__value", "stroke-dasharray": share * AROUND + " " + AROUND, transform: "rotate(-90 18 18)" };
      ring.appendChild(svg("circle", Object.assign(line, circle)));
    }
    const text = svg("text", { class: "lx-ring__text", x: "18", y: "21.2", "text-anchor": "middle" });
    text.textContent = Math.floor(share * 100) + "%";
    ring.appendChild(text);
    return ring;
  }

  /** @param {HTMLElement} element [data-lx-progress] @param {Study} study */
  function showProgress(element, study) {
    const total = study.total || Number(element.getAttribute("data-lx-total")) || 0;
    if (total === 0) {
      return;
    }
    const words = document.createElement("p");
    words.className = "lx-progress__text";
    const label = document.createElement("span");
    label.textContent = element.getAttribute("data-lx-label") || "本课进度";
    const count = document.createElement("b");
    count.textContent = study.answered + " / " + total + " 题";
    words.appendChild(label);
    words.appendChild(document.createTextNode(" "));
    words.appendChild(count);
    element.textContent = "";
    element.appendChild(makeRing(study.answered / total));
    element.appendChild(words);
    element.hidden = false;
  }

  /** @param {Object<string, RecordEvent>} latest @returns {Promise<void>} */
  async function refresh(latest) {
    /** @param {Element} element @param {(element: any, study: Study) => void} show */
    async function fill(element, show) {
      const ids = quizIds(element);
      if (ids.length > 0) {
        show(element, await studyOf(ids, latest));
      }
    }
    const states = Array.from(document.querySelectorAll("[data-lx-state]"));
    const rings = Array.from(document.querySelectorAll("[data-lx-progress]"));
    await Promise.all(states.map((element) => fill(element, showState)).concat(rings.map((element) => fill(element, showProgress))));
  }

  Lianxue.studyView = { refresh, studyOf, quizIds };
})();
