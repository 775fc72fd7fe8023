/** 答题卡: every question as a button that says in words whether it is answered and marked. */
(function () {
  "use strict";

  /** @param {Sitting} sitting @param {number} place @param {(place: number) => void} onChosen @returns {HTMLElement} */
  function makeItem(sitting, place, onChosen) {
    const id = sitting.items[place].question;
    const isOpen = Lianxue.exam.gaps(sitting).indexOf(place + 1) >= 0;
    const isMarked = sitting.marked.indexOf(id) >= 0;
    const button = Lianxue.make("button", { type: "button", class: "lx-sheet-item" }, [
      Lianxue.make("span", { class: "lx-visually-hidden" }, ["第 "]),
      Lianxue.make("b", {}, [String(place + 1)]),
      Lianxue.make("span", { class: "lx-visually-hidden" }, [" 题 "]),
      Lianxue.make("span", { class: "lx-sheet-item__state" }, [isOpen ? "未答" : "✓ 已答"]),
      Lianxue.make("span", { class: "lx-sheet-item__mark" }, [isMarked ? "⚑ 标记" : ""]),
    ]);
    if (!isOpen) {
      button.classList.add("lx-sheet-item--answered");
    }
    if (place === sitting.at) {
      button.setAttribute("aria-current", "true");
    }
    button.addEventListener("click", () => onChosen(place));
    return Lianxue.make("li", {}, [button]);
  }

  /** Only what changed is made anew, so that the focus stays where it is. @param {HTMLElement} list @param {Sitting} sitting @param {(place: number) => void} onChosen */
  function show(list, sitting, onChosen) {
    const items = sitting.items.map((_, place) => makeItem(sitting, place, onChosen));
    items.forEach((item, place) => {
      const old = list.children[place];
      if (!old) {
        list.appendChild(item);
      } else if (!old.isEqualNode(item)) {
        list.replaceChild(item, old);
      }
    });
    while (list.children.length > items.length) {
      list.removeChild(/** @type {Element} */ (list.lastElementChild));
    }
  }

  Lianxue.examSheet = { show };
})();
