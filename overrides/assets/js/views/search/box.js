/** What the search dialog is made of; dialog.js gives it life. */
(function () {
  "use strict";

  const EXAMPLES = ["处分条例97条", "四种形态", "jlcf"];

  /** A magnifying glass. @returns {SVGElement} */
  function glass() {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    svg.setAttribute("viewBox", "0 0 20 20");
    svg.setAttribute("aria-hidden", "true");
    svg.setAttribute("class", "lx-find__glass");
    path.setAttribute("d", "M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM12.6 12.6 17 17");
    svg.append(path);
    return svg;
  }

  /** @param {string} words @param {Object<string, string>} attributes @returns {HTMLButtonElement} */
  function button(words, attributes) {
    return Lianxue.make("button", Object.assign({ type: "button" }, attributes), [words]);
  }

  /** @param {string} text @returns {HTMLButtonElement} fills the field with it */
  function filler(text) {
    return button(text, { class: "lx-find__example", "data-find": "text" });
  }

  /** @param {string} url site-relative @param {string} words @returns {HTMLAnchorElement} */
  function way(url, words) {
    return Lianxue.make("a", { href: Lianxue.site.resolve(url) }, [words]);
  }

  /** @param {(Node | string)[]} children @param {string} [name] @returns {HTMLElement} */
  function line(children, name) {
    return Lianxue.make("p", { class: "lx-find__line" + (name ? " lx-find__line--" + name : "") }, children);
  }

  /** Where else one may look. @param {string} glossary its url, "" where the site has none @returns {HTMLElement} */
  function ways(glossary) {
    const links = [way("search/index.html", "法规和术语索引")].concat(glossary ? [way(glossary, "术语")] : []);
    return line(["也可以查看：", ...links], "ways");
  }

  /** Nothing typed yet. @param {string} last the last query of this tab @returns {HTMLElement[]} */
  function hints(last) {
    return [
      ...(last ? [line([Lianxue.make("b", {}, ["上次搜索"]), filler(last)])] : []),
      line([Lianxue.make("b", {}, ["可以这样搜"]), ...EXAMPLES.filter((text) => text !== last).map(filler)]),
      line(["法规名称、简称、第几条、词语、半句话都可以；不会打的字，用拼音或者拼音首字母。"], "quiet"),
      ways(""),
    ];
  }

  /** @param {string} text @param {string} kind label of the kind searched alone, "" for all @param {string} glossary @returns {HTMLElement[]} */
  function nothing(text, kind, glossary) {
    const everywhere = kind ? [line([button("在全部内容里找", { class: "lx-button lx-button--quiet", "data-find": "everywhere" })])] : [];
    return [...everywhere, line(["少写几个字，或者换个说法再试。"], "quiet"), ways(glossary)];
  }

  /** Below the hits. @param {boolean} isCut whether there may be more @param {boolean} isSeen whether the last of them came in sight @param {boolean} isPartial whether a file could not be read @returns {HTMLElement[]} */
  function rest(isCut, isSeen, isPartial) {
    return [
      ...(isPartial ? [line(["有的文件没有读到，结果可能不全。", button("再试一次", { class: "lx-button lx-button--quiet", "data-find": "again" })])] : []),
      ...(isSeen ? [] : [line(["多列出的都在上面的页面里。"], "quiet")]),
      ...(isCut ? [line([button("再多列一些", { class: "lx-button lx-button--quiet", "data-find": "more" })])] : []),
    ];
  }

  /** @returns {HTMLElement[]} what does not load: a folder copied by half, a net that is away */
  function failure() {
    const advice = Lianxue.site.isFile ? "请确认离线包已经整个解压，再试一次。" : "请检查网络，再试一次。";
    return [
      Lianxue.make("p", { class: "lx-find__line", role: "alert" }, ["搜索要用的文件没有读到。" + advice]),
      line([button("再试一次", { class: "lx-button", "data-find": "again" })]),
      ways(""),
    ];
  }

  /** @param {string} id @param {string} label @param {boolean} isChosen @returns {HTMLElement} */
  function kind(id, label, isChosen) {
    const radio = Lianxue.make("input", { type: "radio", name: "lx-find-kind", value: id });
    radio.checked = isChosen;
    return Lianxue.make("label", { class: "lx-find__choice" }, [radio, Lianxue.make("span", {}, [label])]);
  }

  /** @returns {SearchBox} on the page, not yet shown */
  function create() {
    const make = Lianxue.make;
    const field = make("input", {
      type: "text", id: "lx-find-field", class: "lx-find__field", role: "combobox", placeholder: "搜法规、条款、题目", maxlength: "200",
      "aria-label": "搜法规、条款、题目", "aria-autocomplete": "list", "aria-haspopup": "listbox", "aria-expanded": "false", "aria-controls": "lx-find-list",
      autocomplete: "off", autocorrect: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search",
    });
    const list = make("div", { id: "lx-find-list", class: "lx-find__list", role: "listbox", "aria-label": "搜索结果" });
    const kinds = make("fieldset", { class: "lx-find__kinds" }, [make("legend", { class: "lx-visually-hidden" }, ["只看哪一类"]), kind("", "全部", true)]);
    const count = make("p", { class: "lx-find__count", "aria-hidden": "true" });
    const status = make("p", { class: "lx-visually-hidden", role: "status" });
    const note = make("div", { class: "lx-find__note" });
    const area = make("div", { class: "lx-find__area" }, [list, note]);
    const clear = button("✕", { class: "lx-find__clear", "data-find": "clear", "aria-label": "清空", tabindex: "-1", hidden: "" });
    const close = button("关闭", { class: "lx-find__close", "data-find": "close" });
    const keys = make("p", { class: "lx-find__keys", "aria-hidden": "true" });
    [["↑↓", "选择"], ["Enter", "打开"], ["Ctrl Enter", "新标签页打开"], ["Esc", "清空、关闭"]].forEach(([key, words]) => {
      keys.append(make("span", {}, [make("kbd", {}, [key]), words]));
    });
    // 关闭 stands last, so that Tab leads from the field to the kinds and the results; it is seen at the right of the field
    const inner = make("div", { class: "lx-find__inner" }, [
      make("div", { class: "lx-find__head" }, [glass(), field, clear]), make("div", { class: "lx-find__bar" }, [kinds, count]), status, area, keys, close,
    ]);
    const root = make("dialog", { class: "lx-find", "aria-label": "搜索" }, [inner]);
    document.body.append(root);
    return { root, field, list, kinds, count, status, note, clear };
  }

  Lianxue.searchBox = { create, hints, nothing, rest, failure, kind };
})();
