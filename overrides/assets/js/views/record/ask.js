/** Asks before something that matters: a sentence and two buttons. The focus goes to the sentence and comes back. */
(function () {
  "use strict";

  /**
   * @param {HTMLElement} place empty, taken by one question at a time
   * @param {{text: string, yes: string, no: string}} words @param {() => void} onYes @param {() => void} [onNo]
   */
  function ask(place, words, onYes, onNo) {
    const opener = /** @type {HTMLElement | null} */ (document.activeElement);
    const sentence = Lianxue.make("p", { tabindex: "-1" }, [words.text]);
    const yes = Lianxue.make("button", { type: "button", class: "lx-button" }, [words.yes]);
    const no = Lianxue.make("button", { type: "button", class: "lx-button lx-button--quiet" }, [words.no]);

    function close() {
      place.textContent = "";
      if (opener && document.contains(opener)) {
        opener.focus();
      }
    }
    yes.addEventListener("click", () => {
      close();
      onYes();
    });
    no.addEventListener("click", () => {
      close();
      if (onNo) {
        onNo();
      }
    });
    place.textContent = "";
    place.append(Lianxue.make("div", { class: "lx-my-record__ask", role: "group", "aria-label": words.yes }, [sentence, yes, no]));
    sentence.focus();
  }

  Lianxue.recordAsk = ask;
})();
