/** Forms of questions on pages that choose them: the page's blanks (questions/blanks.html) filled in as the templates would at build time. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;

  /** @param {string} name a kind of question, or "material" @returns {HTMLElement} */
  function blank(name) {
    /** @type {HTMLTemplateElement} */
    const template = parts.one(document.documentElement, 'template[data-lx-blank="' + name + '"]');
    const first = /** @type {HTMLElement} */ (template.content.firstElementChild);
    return /** @type {HTMLElement} */ (document.importNode(first, true));
  }

  /** @param {string} id full id @returns {string} the anchor that the quiz's own page has for it */
  function anchorOf(id) {
    const cut = id.lastIndexOf("/");
    return "q-" + id.slice(0, cut).replace(/\//g, ".") + "--" + id.slice(cut + 1);
  }

  /** Blanks have no anchor: whatever names an id of theirs begins with "-". @param {HTMLElement} form @param {string} anchor */
  function setAnchor(form, anchor) {
    form.id = anchor;
    parts.all(form, '[id^="-"]').forEach((element) => {
      element.id = anchor + element.id;
    });
    parts.all(form, "[aria-labelledby]").forEach((element) => {
      const names = (element.getAttribute("aria-labelledby") || "").split(" ");
      element.setAttribute("aria-labelledby", names.map((name) => anchor + name).join(" "));
    });
  }

  /** @param {Element} parent @param {string} text @param {string} className */
  function addSpan(parent, text, className) {
    const span = document.createElement("span");
    if (className) {
      span.className = className;
    }
    span.textContent = text;
    parent.appendChild(document.createTextNode(" "));
    parent.appendChild(span);
  }

  /** @param {HTMLElement} form @param {Question} question @param {{number: number, total: number, label: string, difficulty: string}} facts */
  function fillLegend(form, question, facts) {
    const legend = parts.one(form, "legend");
    parts.one(legend, "b").textContent = facts.label;
    const [place, total] = parts.all(legend, "span");
    /** @type {Text} */ (place.firstChild).data = "第 " + facts.number + " 题";
    total.textContent = " / " + facts.total;
    if (facts.difficulty) {
      addSpan(legend, "难度：" + facts.difficulty, "");
    }
    if (question.stale.length > 0) {
      const badge = document.createElement("p");
      badge.className = "lx-badge lx-badge--stale";
      Lianxue.setBankHtml(badge, "依据的法规已修订，请以现行版本为准（" + question.stale.join("、") + "）");
      legend.insertAdjacentElement("afterend", badge);
    }
  }

  /** The stem is one text: what is set bold may reach over a gap. @param {HTMLElement} form @param {Question} question */
  function fillStem(form, question) {
    const stem = parts.one(form, ".lx-question__stem");
    const gap = stem.querySelector("[data-gap]");
    Lianxue.setBankHtml(stem, question.stem.join(gap ? "<span data-gap></span>" : "____"));
    if (gap) {
      parts.all(stem, "[data-gap]").forEach((place, index) => {
        const filled = /** @type {Element} */ (gap.cloneNode(true));
        parts.one(filled, "input").setAttribute("aria-label", "第 " + (index + 1) + " 空");
        /** @type {Node} */ (place.parentNode).replaceChild(filled, place);
      });
    }
  }

  /**
   * As many copies of the one element of a kind as there are entries.
   * @template T @param {ParentNode} root @param {string} selector @param {T[]} entries @param {(copy: HTMLElement, entry: T, place: number) => void} fill
   */
  function repeat(root, selector, entries, fill) {
    const model = /** @type {HTMLElement} */ (root.querySelector(selector));
    const parent = /** @type {Node} */ (model.parentNode);
    entries.forEach((entry, place) => {
      const copy = /** @type {HTMLElement} */ (model.cloneNode(true));
      fill(copy, entry, place);
      parent.insertBefore(copy, model);
    });
    parent.removeChild(model);
  }

  /** @param {HTMLElement} element holds a [data-text] @param {string} attribute @param {[string, string]} option id and HTML */
  function fillOption(element, attribute, [id, html]) {
    element.setAttribute(attribute, id);
    Lianxue.setBankHtml(parts.one(element, "[data-text]"), html);
    const letter = element.querySelector(".lx-option__id");
    if (letter) {
      letter.textContent = id;
    }
    const input = element.querySelector("input");
    if (input) {
      input.setAttribute("value", id);
    }
  }

  /** The choices of a select are plain text: taken from the list that shows them. @param {HTMLElement} form @param {[string, string][]} options */
  function fillSelects(form, options) {
    const texts = options.map(([id]) => {
      const option = parts.all(form, "[data-option]").find((element) => element.getAttribute("data-option") === id);
      return option ? (parts.one(option, "[data-text]").textContent || "").trim().replace(/\s+/g, " ") : "";
    });
    parts.all(form, "select").forEach((select) => {
      repeat(select, "option:last-child", options, (choice, [id], place) => {
        choice.setAttribute("value", id);
        choice.textContent = id + "　" + texts[place];
      });
    });
  }

  /** @param {HTMLElement} form @param {Question} question */
  function fillControls(form, question) {
    const options = question.options || question.right || [];
    if (form.querySelector("[data-option]")) {
      repeat(form, "[data-option]", options, (copy, option) => fillOption(copy, "data-option", option));
    }
    if (question.left) {
      repeat(form, "[data-pair]", question.left, (pair, entry, place) => {
        const left = parts.one(pair, "[data-text]");
        left.id = left.id.replace(/1$/, String(place + 1));
        parts.one(pair, "select").setAttribute("aria-labelledby", left.id);
        pair.setAttribute("data-pair", entry[0]);
        Lianxue.setBankHtml(left, entry[1]);
      });
    }
    if (form.querySelector("[data-place]")) {
      repeat(form, "[data-place]", options, (place, option, number) => {
        parts.one(place, ".lx-place__name").textContent = "第 " + (number + 1) + " 位";
        parts.one(place, "select").setAttribute("aria-label", "第 " + (number + 1) + " 位");
      });
    }
    fillSelects(form, options);
  }

  /**
   * @param {Question} question @param {{number: number, total: number, label: string, difficulty: string}} facts label: of its type, as in 单选
   * @returns {HTMLFormElement}
   */
  function make(question, facts) {
    const form = /** @type {HTMLFormElement} */ (blank(question.type));
    setAnchor(form, anchorOf(question.id));
    form.setAttribute("data-question", question.id);
    form.setAttribute("data-revision", question.revision);
    fillLegend(form, question, facts);
    fillStem(form, question);
    fillControls(form, question);
    return form;
  }

  /** The group of a shared text; forms may be put into it. @param {Question} question @returns {HTMLElement | null} */
  function material(question) {
    const shared = Lianxue.bank.materialOf(question);
    if (!shared) {
      return null;
    }
    const group = blank("material");
    const text = parts.one(group, ".lx-material__text");
    text.id = "material-" + shared.id.slice(0, shared.id.lastIndexOf("/")) + "-" + question.material;
    const body = document.createElement("div");
    Lianxue.setBankHtml(body, shared.text);
    while (body.firstChild) {
      text.appendChild(body.firstChild);
    }
    return group;
  }

  Lianxue.questionForm = { make, material, anchorOf };
})();
