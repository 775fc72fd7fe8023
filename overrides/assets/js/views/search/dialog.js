/** The search dialog: one field, its results, and what stands there while there are none. */
(function () {
  "use strict";

  const PAUSE = 60; // milliseconds without a key, before it is searched
  const PATIENCE = 300; // before a first search that still loads is said
  const QUIET = 600; // before the count is read aloud: not at every key
  const STEP = 20; // hits asked for
  const touch = window.matchMedia("(pointer: coarse)");

  /** @type {SearchBox} */
  let box;
  /** @type {SearchModal} */
  let modal;
  /** @type {SearchChoice} */
  let choice;
  /** Those the filter offers. @type {[string, string][]} */
  let kinds = [];
  let isComposing = false;
  let isTyped = false; // since it was opened
  let limit = STEP;
  let turn = 0; // of the search that may still write
  let pause = 0;
  let saying = 0;
  /** @type {Promise<void>} */
  let searching = Promise.resolve();

  /** @returns {string} id of the kind that alone is searched, "" for all */
  function chosenKind() {
    const radio = /** @type {HTMLInputElement | null} */ (box.kinds.querySelector("input:checked"));
    return radio ? radio.value : "";
  }

  /** @param {string} words seen at once, read aloud when typing rests */
  function say(words) {
    box.count.textContent = words;
    window.clearTimeout(saying);
    saying = window.setTimeout(() => { box.status.textContent = words; }, QUIET);
  }

  /** @param {Node[]} note what stands below the list */
  function put(note) {
    const old = box.note;
    box.note = Lianxue.make("div", { class: "lx-find__note" }, note); // anew: what is moved by a longer list would count as a jump
    old.replaceWith(box.note);
    box.list.setAttribute("aria-busy", "false");
  }

  function showHints() {
    Lianxue.searchResults.clear(box.list);
    say("");
    put(Lianxue.searchBox.hints(Lianxue.lastQuery.read()));
    choice.reset();
  }

  /** The kinds that the site has pages of, beside 全部. @param {SearchMeta} about */
  function showKinds(about) {
    if (kinds.length === 0) {
      kinds = about.kinds.filter((_, place) => about.kind.indexOf(place) >= 0);
      box.kinds.append(...kinds.map(([id, label]) => Lianxue.searchBox.kind(id, label, false)));
    }
  }

  /** @param {SearchRows} rows beside those that are there */
  function addRows(rows) {
    const { hits, pages, isLonger } = Lianxue.searchResults.addRows(box.list, rows);
    const isCut = Boolean(rows.hasMore);
    say((isCut ? "先列出 " : "找到 ") + hits + " 条，分布在 " + pages + " 个页面");
    put(Lianxue.searchBox.rest(isCut, isLonger, Boolean(rows.isPartial)));
  }

  /** @param {SearchRows} rows */
  function showRows(rows) {
    Lianxue.searchResults.clear(box.list);
    addRows(rows);
    choice.reset();
  }

  /** @param {string} text @param {{url: string, title: string}[]} nearest @param {string} glossary */
  function showNothing(text, nearest, glossary) {
    const kind = kinds.find(([id]) => id === chosenKind());
    Lianxue.searchResults.showNearest(box.list, nearest);
    say((kind ? "在“" + kind[1] + "”里" : "") + "没有找到“" + text + "”");
    put(Lianxue.searchBox.nothing(text, kind ? kind[1] : "", glossary));
    choice.reset();
  }

  /** @param {boolean} isMore whether hits are there, which stay */
  function showFailure(isMore) {
    say("");
    if (isMore) {
      choice.grow(() => put(Lianxue.searchBox.failure()));
    } else {
      Lianxue.searchResults.clear(box.list);
      put(Lianxue.searchBox.failure());
      choice.reset();
    }
  }

  /** @param {string} text @param {boolean} isMore whether hits for it are there, and more of them are wanted */
  async function searchFor(text, isMore) {
    turn += 1;
    const mine = turn;
    box.list.setAttribute("aria-busy", "true");
    const late = window.setTimeout(() => mine === turn && say("正在准备搜索…"), PATIENCE);
    try {
      const [about, rows] = await Promise.all([Lianxue.search.about(), Lianxue.search.query(text, limit, chosenKind() || undefined, () => mine === turn)]);
      const nearest = rows.length > 0 ? [] : await Lianxue.search.nearest(text, 5);
      if (mine === turn) {
        showKinds(about);
        (isMore ? () => choice.grow(() => addRows(rows)) : rows.length > 0 ? () => showRows(rows) : () => showNothing(text, nearest, about.glossary))();
      }
    } catch (failed) {
      if (mine === turn) {
        showFailure(isMore);
      }
    } finally {
      window.clearTimeout(late);
    }
  }

  /** Search what stands in the field, now. @returns {Promise<void>} once it is shown */
  function search() {
    const text = box.field.value.trim();
    window.clearTimeout(pause);
    pause = 0;
    if (text) {
      Lianxue.lastQuery.write(text);
      searching = searchFor(text, false);
    } else {
      turn += 1;
      searching = Promise.resolve();
      showHints();
    }
    return searching;
  }

  function onInput() {
    box.clear.hidden = box.field.value === "";
    if (isComposing) {
      return;
    }
    isTyped = true;
    limit = STEP;
    turn += 1; // what was searched before is not wanted any more
    box.list.setAttribute("aria-busy", "true");
    window.clearTimeout(pause);
    pause = window.setTimeout(() => isComposing || search(), PAUSE);
  }

  /** @param {string} text */
  function fill(text) {
    box.field.value = text;
    box.field.focus();
    onInput();
    search();
  }

  /** What Esc does: empty the field, then close; what stood there from last time needs no emptying. */
  function stepBack() {
    if (box.field.value !== "" && isTyped) {
      fill("");
    } else {
      modal.close();
    }
  }

  /** The active option, or the first hit of what is typed by now. @param {boolean} isNewTab */
  async function enter(isNewTab) {
    if (touch.matches && !choice.active()) {
      box.field.blur(); // 搜索 on a phone's keyboard: put it away, the hits are below it
      return;
    }
    const shown = pause ? search() : searching;
    const mine = turn;
    await shown;
    const isFound = box.list.querySelector(".lx-find__page--near") === null;
    const option = choice.active() || (isFound ? choice.first() : null);
    if (option && mine === turn && !isComposing) { // who typed on, or closed it, does not mean what is shown
      choice.follow(option, isNewTab);
    }
  }

  /** @type {Object<string, (event: KeyboardEvent) => void>} */
  const inField = {
    ArrowDown: () => choice.move(1),
    ArrowUp: () => choice.move(-1),
    Enter: (event) => enter(event.ctrlKey || event.metaKey),
  };
  /** @type {Object<string, () => void>} */
  const inList = { ArrowDown: () => choice.walk(1), ArrowUp: () => choice.walk(-1) };

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.isComposing || event.keyCode === 229 || isComposing) {
      if (event.key === "Escape") {
        event.preventDefault(); // the input method has it already; the browser would close the dialog by it
      }
      return;
    }
    const target = /** @type {Element} */ (event.target);
    const keys = target === box.field ? inField : box.list.contains(target) ? inList : {};
    const act = event.key === "Escape" ? stepBack : event.altKey || event.shiftKey ? undefined : keys[event.key];
    if (act) {
      event.preventDefault();
      act(event);
    } else if (target !== box.field && event.key.length === 1 && !/[\s/]/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      box.field.focus(); // whoever types on means the field; the character arrives there
    }
  }

  function searchOn() {
    box.field.focus();
    search();
  }

  /** What the buttons do, by their data-find. @type {Object<string, (button: HTMLElement) => void>} */
  const presses = {
    close: () => modal.close(),
    clear: () => fill(""),
    text: (button) => fill(button.textContent || ""),
    again: searchOn,
    more: () => {
      if (box.list.getAttribute("aria-busy") === "false") {
        limit += STEP;
        searching = searchFor(box.field.value.trim(), true);
      }
    },
    everywhere: () => {
      /** @type {HTMLInputElement} */ (box.kinds.querySelector("input")).checked = true;
      searchOn();
    },
  };

  /** @param {MouseEvent} event */
  function onClick(event) {
    const target = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("a, [data-find]"));
    const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (target && target.dataset.find) {
      presses[target.dataset.find](target);
    } else if (target && !isElsewhere) {
      modal.close(); // the link may lead to this very page
    }
  }

  function build() {
    box = Lianxue.searchBox.create();
    choice = Lianxue.searchChoice.create(box.field, box.list);
    modal = Lianxue.searchModal.create(box.root, () => { turn += 1; }, () => !isComposing);
    box.field.addEventListener("compositionstart", () => { isComposing = true; });
    // Chromium's last input comes before this, Firefox's after it
    box.field.addEventListener("compositionend", () => {
      isComposing = false;
      onInput();
    });
    box.field.addEventListener("input", onInput);
    box.kinds.addEventListener("change", () => {
      limit = STEP;
      search();
    });
    box.root.addEventListener("keydown", onKey);
    box.root.addEventListener("click", onClick);
  }

  Lianxue.searchDialog = {
    /**
     * @param {string} [text] without it what this tab searched last, selected
     * @param {string} [typed] by keys that came before the dialog did
     */
    open(text, typed) {
      if (!box) {
        build();
      }
      if (!modal.isOpen()) {
        modal.open();
        isTyped = false;
        limit = STEP;
        Lianxue.search.about().then(showKinds, () => undefined); // begin to load; what fails is said at the first search
        box.field.value = text === undefined ? Lianxue.lastQuery.read() : text;
        box.clear.hidden = box.field.value === "";
        search();
      } else if (text !== undefined) {
        fill(text);
      }
      box.field.focus();
      if (typed) {
        fill(typed);
      } else {
        box.field.select();
      }
    },
  };
})();
