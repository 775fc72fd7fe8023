/** Prints something other than the page: only the sheet is on the paper. */
(function () {
  "use strict";

  /** @param {HTMLElement} sheet what goes on the paper */
  function print(sheet) {
    const root = document.documentElement;
    sheet.classList.add("lx-sheet", "md-typeset");
    document.body.appendChild(sheet);
    root.setAttribute("data-lx-sheet", "");
    window.addEventListener("afterprint", () => {
      root.removeAttribute("data-lx-sheet");
      sheet.remove();
    }, { once: true });
    window.print();
  }

  Lianxue.printSheet = { print };
})();
