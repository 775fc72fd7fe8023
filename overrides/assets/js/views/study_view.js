/** How far a lesson or quiz is done: the words 未学, 学习中, 已学, 已通过 and the ring beside a lesson. */
(function () {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const AROUND = 2 * Math.PI * 15.5; // length of the ring's line, in units of its view box

  /** @param {Element} element @returns {string[]} */
  function quizIds(element) {
    return (element.getAttribute("data-lx-quizzes") || "").split(" ").filter(Boolean);
  }

  /**
   * How far quizzes are done, read once for all that a page shows. The bank's index is loaded only where something was answered.
   * @param {string[]} ids @param {Object<string, RecordEvent>} latest
   * @returns {Promise<(ids: string[]) => Study>} total is 0 where it is not known
   */
  async function studies(ids, latest) {
    const touched = new Set(Object.keys(latest).map((question) => question.slice(0, question.lastIndexOf("/"))));
    if (!Lianxue.site.bankIndex || !ids.some((id) => touched.has(id))) {
      return () => ({ state: "none", answered: 0, total: 0 });
    }
    const index = await Lianxue.bank.open();
    const tallies = Lianxue.progress.tallies(index, latest);
    const byId = new Map(index.quizzes.map((id, place) => [id, tallies[place]]));
    return (wanted) => Lianxue.progress.studyOf(/** @type {QuizTally[]} */ (wanted.map((id) => byId.get(id)).filter(Boolean)));
  }

  /** @param {string[]} ids @param {Object<string, RecordEvent>} latest @returns {Promise<Study>} of all of them as one */
  async function studyOf(ids, latest) {
    return (await studies(ids, latest))(ids);
  }

  /** @param {Element} element @param {Study} study @returns {number} as the template says where the index was not asked */
  function totalOf(element, study) {
    return study.total || Number(element.getAttribute("data-lx-total")) || 0;
  }

  /** @param {Element} element [data-lx-state] @param {Study} study */
  function showState(element, study) {
    const total = totalOf(element, study);
    const count = document.createElement("span");
    count.className = "lx-state__count";
    count.textContent = study.answered + " / " + total + " 题";
    element.textContent = Lianxue.progress.WORDS[study.state] + (total > 0 ? " " : "");
    if (total > 0) {
      element.appendChild(count);
    }
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
    const total = totalOf(element, study);
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
    const shown = Array.from(document.querySelectorAll("[data-lx-state], [data-lx-progress]")).filter((element) => quizIds(element).length > 0);
    const read = await studies(/** @type {string[]} */ ([]).concat(...shown.map(quizIds)), latest);
    shown.forEach((element) => {
      const show = element.hasAttribute("data-lx-state") ? showState : showProgress;
      show(/** @type {HTMLElement} */ (element), read(quizIds(element)));
    });
  }

  Lianxue.studyView = { refresh, studyOf, quizIds };
})();
