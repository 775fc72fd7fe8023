/** Tables of 我的学习. On a phone css lays a row out in two lines, so the roles are written down: display would take them away. */
(function () {
  "use strict";

  const make = Lianxue.make;

  /**
   * @param {string} name of its css class @param {string} caption @param {number} head the column that names a row
   * @param {string[]} columns @param {(Node | string)[][]} rows cells by column @returns {HTMLElement}
   */
  function table(name, caption, head, columns, rows) {
    const titles = columns.map((title) => make("th", { role: "columnheader", scope: "col" }, [title]));
    const body = rows.map((cells) =>
      make("tr", { role: "row" }, cells.map((cell, column) =>
        column === head
          ? make("th", { role: "rowheader", scope: "row", class: "lx-facts-table__" + column }, [cell])
          : make("td", { role: "cell", class: "lx-facts-table__" + column }, [cell])
      ))
    );
    return make("table", { class: "lx-facts-table lx-facts-table--" + name, role: "table" }, [
      make("caption", { class: "lx-visually-hidden" }, [caption]),
      make("thead", { role: "rowgroup" }, [make("tr", { role: "row" }, titles)]),
      make("tbody", { role: "rowgroup" }, body),
    ]);
  }

  Lianxue.studyTable = { make: table };
})();
