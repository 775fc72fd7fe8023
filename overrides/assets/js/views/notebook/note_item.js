/** One star or note in 我的笔记: read, changed in place, taken away and put back. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;

  /** The record may come from a strange backup: no link runs a script or leads elsewhere. @param {string} url @returns {string} "" where it is none of this site */
  function ownAddress(url) {
    try {
      const address = Lianxue.site.resolve(url);
      return address.indexOf(Lianxue.site.resolve("")) === 0 ? address : "";
    } catch (error) {
      return ""; // no address at all
    }
  }

  /** @param {Noted} noted @param {BankIndex | null} index null where the bank did not load @returns {string} "" where it leads nowhere */
  function addressOf({ target }, index) {
    const id = target.slice(target.indexOf(":") + 1);
    if (target.indexOf("page:") === 0) {
      return ownAddress(id);
    }
    const row = index ? Lianxue.bank.rowOf(id) : -1;
    return index && row >= 0 ? Lianxue.site.resolve(index.quiz_urls[index.quiz[row]] + "#" + Lianxue.questionForm.anchorOf(id)) : "";
  }

  /** @param {string} name @returns {HTMLElement} */
  function fromTemplate(name) {
    /** @type {HTMLTemplateElement} */
    const template = parts.one(document.documentElement, "template[" + name + "]");
    return /** @type {HTMLElement} */ (document.importNode(/** @type {Element} */ (template.content.firstElementChild), true));
  }

  /**
   * @param {NotedEntry} entry @param {BankIndex | null} index @param {(noted: Noted, words: string) => void} onChange what is so now, what to say
   * @returns {HTMLElement}
   */
  function make(entry, index, onChange) {
    const { noted } = entry;
    const item = fromTemplate("data-lx-noted");
    const place = { target: noted.target, title: noted.title };
    const address = addressOf(noted, index);
    const title = entry.words ? entry.words.stem : noted.title;
    const isQuestion = noted.target.indexOf("question:") === 0;
    /** @type {(name: string) => any} */
    const one = (name) => parts.one(item, "[data-" + name + "]");

    /** @param {Noted} now */
    function show(now) {
      Object.assign(noted, now);
      one("star").setAttribute("aria-pressed", String(now.is_starred));
      one("sign").textContent = now.is_starred ? "★" : "☆";
      one("date").textContent = Lianxue.record.readableDate(now.date);
      one("starred").hidden = !now.is_starred;
      one("text").textContent = now.note;
      one("text").hidden = now.note === "" || one("write").getAttribute("aria-expanded") === "true";
      one("write").textContent = now.note === "" ? "记笔记" : "改笔记";
    }

    /** @param {Partial<Noted>} change @param {string} words */
    function changed(change, words) {
      show(Object.assign({}, noted, change, { date: Lianxue.today() }));
      onChange(noted, words);
    }

    /** @param {string} words @param {boolean} isDone @param {string} text */
    function edited(words, isDone, text) {
      if (isDone) {
        one("panel").textContent = "";
        one("write").setAttribute("aria-expanded", "false");
        one("write").focus();
      }
      show(noted);
      if (words) {
        changed({ note: text }, words);
      }
    }

    function toggleEditor() {
      const wasOpen = one("write").getAttribute("aria-expanded") === "true";
      one("panel").textContent = "";
      one("write").setAttribute("aria-expanded", String(!wasOpen));
      show(noted);
      if (!wasOpen) {
        one("panel").appendChild(Lianxue.noteEditor.make(place, noted.note, edited));
        /** @type {HTMLElement} */ (parts.one(item, "textarea")).focus();
      }
    }

    /** What was noted comes back with 撤销. */
    async function remove() {
      const before = Object.assign({}, noted);
      if (before.is_starred) {
        await Lianxue.noteRecord.star(place, false);
      }
      if (before.note) {
        await Lianxue.noteRecord.note(place, "");
      }
      const gone = fromTemplate("data-lx-noted-gone");
      parts.one(gone, "[data-title]").textContent = title;
      /** @type {HTMLElement} */
      const undo = parts.one(gone, "button");
      undo.addEventListener("click", async () => {
        if (before.is_starred) {
          await Lianxue.noteRecord.star(place, true);
        }
        if (before.note) {
          await Lianxue.noteRecord.note(place, before.note);
        }
        gone.replaceWith(item);
        changed({ is_starred: before.is_starred, note: before.note }, "已放回。");
        one("remove").focus();
      });
      item.replaceWith(gone);
      undo.focus();
      changed({ is_starred: false, note: "" }, "已移出。");
    }

    one("kind").textContent = isQuestion ? "题目" : "课文";
    if (address) {
      one("title").appendChild(Lianxue.make("a", { href: address }, [title]));
    } else {
      one("title").textContent = title;
    }
    one("lost").hidden = !isQuestion || address !== "" || !index;
    one("star").addEventListener("click", async () => {
      const on = !noted.is_starred;
      changed({ is_starred: on }, await Lianxue.noteRecord.star(place, on));
    });
    one("write").addEventListener("click", toggleEditor);
    one("remove").addEventListener("click", remove);
    show(noted);
    return item;
  }

  Lianxue.noteItem = { make };
})();
