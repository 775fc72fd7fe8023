/** The field for a note. It is saved by 保存; and when the focus goes elsewhere, so that no word is lost. */
(function () {
  "use strict";

  const LONGEST = 2000; // characters
  const make = Lianxue.make;

  /**
   * @param {{target: string, title: string}} place @param {string} text the note so far
   * @param {(words: string, isDone: boolean, text: string) => void} onChange what to say ("" where nothing is new), whether to close the field, the note as it is now
   * @returns {HTMLElement}
   */
  function makeEditor(place, text, onChange) {
    const field = make("textarea", { class: "lx-textarea", rows: "4", maxlength: String(LONGEST) });
    field.value = text;
    const label = make("label", { class: "lx-note__label" }, ["笔记", field]);
    const hint = make("p", { class: "lx-note__hint" }, ["只存在这台电脑的浏览器里，不上传。最多 " + LONGEST + " 字。"]);
    const save = make("button", { type: "button", class: "lx-button" }, ["保存"]);
    const leave = make("button", { type: "button", class: "lx-button lx-button--quiet" }, ["不改了"]);
    const root = make("div", { class: "lx-note__panel" }, [label, hint, make("div", { class: "lx-actions" }, [save, leave])]);
    let kept = text;
    let isDone = false;

    /** @returns {Promise<string>} what to say, "" where nothing is new */
    async function keep() {
      const typed = field.value.trim() === "" ? "" : field.value;
      if (typed === kept) {
        return "";
      }
      kept = typed;
      return Lianxue.noteRecord.note(place, typed);
    }

    save.addEventListener("click", async () => {
      isDone = true;
      onChange(await keep(), true, kept);
    });
    leave.addEventListener("click", () => {
      isDone = true;
      onChange("", true, kept);
    });
    root.addEventListener("focusout", async (/** @type {FocusEvent} */ event) => {
      const isInside = event.relatedTarget instanceof Node && root.contains(event.relatedTarget);
      const words = isInside || isDone ? "" : await keep();
      if (words) {
        onChange(words, false, kept);
      }
    });
    return root;
  }

  Lianxue.noteEditor = { make: makeEditor };
})();
