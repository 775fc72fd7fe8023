/** Quiet pictures of 我的学习: a ring with one arc a lesson, a bar a discipline. The words stand beside them. */
(function () {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const RADIUS = 52; // in a view box of 120
  const MOST_ARCS = 24; // more would be crumbs: then the ring is one arc
  const BAR = 200; // length of a bar in its view box

  /** @param {string} name @param {Object<string, string | number>} attributes @returns {SVGElement} */
  function svg(name, attributes) {
    const element = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach((key) => element.setAttribute(key, String(attributes[key])));
    return element;
  }

  /** @param {string} className @param {number} width @param {number} height @returns {SVGElement} hidden from screen readers: a table says it */
  function picture(className, width, height) {
    return svg("svg", { class: className, viewBox: "0 0 " + width + " " + height, "aria-hidden": "true", focusable: "false" });
  }

  /**
   * @param {string} state @param {number} from share of the circle, clockwise from the top @param {number} to @param {number} gap share left free at its end
   * @returns {SVGElement}
   */
  function arc(state, from, to, gap) {
    const around = 2 * Math.PI * RADIUS;
    const length = (to - from - gap) * around;
    return svg("circle", {
      class: "lx-year-ring__arc", "data-state": state, cx: 60, cy: 60, r: RADIUS, fill: "none",
      "stroke-dasharray": length + " " + (around - length), "stroke-dashoffset": -(from + gap / 2) * around, transform: "rotate(-90 60 60)",
    });
  }

  /** @param {string} className @param {number} y @param {string} words @returns {SVGElement} */
  function line(className, y, words) {
    const text = svg("text", { class: className, x: 60, y, "text-anchor": "middle" });
    text.textContent = words;
    return text;
  }

  /** @param {StudyLesson[]} lessons by month @returns {SVGElement} one arc a lesson; many lessons as one arc for those done */
  function ring(lessons) {
    const { done, total } = Lianxue.studyFacts.ring(lessons);
    const element = picture("lx-year-ring", 120, 120);
    if (total === 0 || total > MOST_ARCS) {
      element.appendChild(arc("none", 0, 1, 0));
    }
    if (total > MOST_ARCS && done > 0) {
      element.appendChild(arc("passed", 0, done / total, 0));
    }
    if (total <= MOST_ARCS) {
      lessons.filter((lesson) => lesson.total > 0).forEach((lesson, place) => {
        element.appendChild(arc(lesson.state, place / total, (place + 1) / total, total > 1 ? 0.012 : 0));
      });
    }
    element.appendChild(line("lx-year-ring__count", 61, done + " / " + total));
    element.appendChild(line("lx-year-ring__words", 79, "课已学"));
    return element;
  }

  /** @param {StudyDiscipline} discipline @returns {SVGElement} the ground is all its questions, on it those answered, on these the right ones */
  function bar(discipline) {
    const element = picture("lx-bar-of", BAR, 12);
    element.setAttribute("preserveAspectRatio", "none");
    /** @param {string} part @param {number} count */
    function draw(part, count) {
      if (count > 0) {
        element.appendChild(svg("rect", { class: "lx-bar-of__" + part, x: 0, y: 0, width: (count / discipline.total) * BAR, height: 12 }));
      }
    }
    draw("all", discipline.total);
    draw("answered", discipline.answered);
    draw("right", discipline.right);
    return element;
  }

  Lianxue.studyChart = { ring, bar };
})();
