/** 自测成绩单: filled in by the learner, for paper. The name is kept nowhere but on this page. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;
  const NO_NAME = "　　　　　　"; // room to write by hand

  /** @param {ExamGround} ground @param {ExamPayload} payload @param {string} date @param {() => void} onBack */
  function show(ground, payload, date, onBack) {
    const section = ground.open("certificate");
    /** @param {string} name @returns {HTMLElement} */
    const one = (name) => /** @type {any} */ (parts.one(section, "[data-" + name + "]"));
    const field = /** @type {HTMLInputElement} */ (one("cert-field"));
    /** @type {Record<string, string>} */
    const facts = {
      title: payload.title, date: Lianxue.record.readableDate(date), passed: Lianxue.examWords.passed(payload).split("，")[0],
      score: payload.score + " 分（满分 100 分，合格线 " + payload.pass_mark + " 分）",
    };
    Object.keys(facts).forEach((name) => {
      one("cert-" + name).textContent = facts[name];
    });
    const rows = one("cert-rows");
    rows.textContent = "";
    Lianxue.exam.tally(payload, "type").forEach((row) => {
      const cells = [row.count + " 题", row.right + " 题", Lianxue.exam.readable(row.gained) + " / " + row.points + " 分"];
      rows.appendChild(Lianxue.make("tr", {}, [
        Lianxue.make("th", { scope: "row" }, [ground.typeLabel(row.name) + "题"]), ...cells.map((text) => Lianxue.make("td", {}, [text])),
      ]));
    });
    field.value = "";
    one("cert-name").textContent = NO_NAME;
    field.oninput = () => {
      one("cert-name").textContent = field.value.trim() || NO_NAME;
    };
    one("cert-print").onclick = () => window.print(); // exam.css leaves nothing but the sheet
    one("cert-back").onclick = onBack;
    field.focus();
  }

  Lianxue.certificate = { show };
})();
