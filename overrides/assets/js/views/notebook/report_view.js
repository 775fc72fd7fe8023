/** 报错: shows the text to send, and the ways to take it along. Nothing is sent. */
(function () {
  "use strict";

  const make = Lianxue.make;

  /** Works where the page may not use the clipboard API: plain http, files. @param {HTMLTextAreaElement} field @returns {boolean} */
  function copy(field) {
    field.focus();
    field.select();
    try {
      return document.execCommand("copy");
    } catch (error) {
      return false;
    }
  }

  /** @param {string} text */
  function print(text) {
    Lianxue.printSheet.print(make("div", {}, [make("pre", { class: "lx-sheet__letter" }, [text])]));
  }

  /** @param {string} name @returns {HTMLButtonElement} */
  function makeButton(name) {
    return make("button", { type: "button", class: "lx-button lx-button--quiet" }, [name]);
  }

  /** @param {ReportedPlace} place @returns {HTMLElement} */
  function makeView(place) {
    const typed = make("textarea", { class: "lx-textarea", rows: "3", maxlength: "2000" });
    const text = make("textarea", { class: "lx-textarea lx-note__letter", rows: "11", readonly: "" });
    const [copies, saves, prints] = ["复制", "存成文本文件", "打印"].map(makeButton);
    const status = make("p", { class: "lx-note__hint", role: "status" });

    function compose() {
      text.value = Lianxue.problemReport.make(place, typed.value, Lianxue.today());
    }

    typed.addEventListener("input", compose);
    copies.addEventListener("click", () => {
      const isCopied = copy(text);
      status.textContent = isCopied ? "已复制，可以粘贴到邮件里。" : "浏览器不让复制：文字已经选中，请按 Ctrl+C。";
      if (isCopied) {
        copies.focus();
      }
    });
    saves.addEventListener("click", () => {
      // the mark and the line ends are for 记事本 of old Windows
      Lianxue.download.save("廉学-报错-" + Lianxue.today() + ".txt", "text/plain", "\ufeff" + text.value.replace(/\n/g, "\r\n"));
      status.textContent = "已存成文本文件。";
    });
    prints.addEventListener("click", () => print(text.value));
    compose();
    return make("div", { class: "lx-note__panel" }, [
      make("label", { class: "lx-note__label" }, ["哪里不对", typed]),
      make("label", { class: "lx-note__label" }, ["要交给教员的文字", text]),
      make("p", { class: "lx-note__hint" }, ["本站不发送任何内容：请复制到邮件里，或者打印出来交给教员。"]),
      make("div", { class: "lx-actions" }, [copies, saves, prints]),
      status,
    ]);
  }

  Lianxue.reportView = { make: makeView };
})();
