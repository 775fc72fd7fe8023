/** How an exam went: score, tables, what to do next, and every question again. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;

  /** @param {HTMLElement} body @param {ExamTally[]} rows @param {(name: string) => string} label */
  function fillTable(body, rows, label) {
    body.textContent = "";
    rows.forEach((row) => {
      const cells = [row.count + " 题", row.right + " 题", Lianxue.exam.readable(row.gained) + " / " + row.points + " 分"];
      body.appendChild(Lianxue.make("tr", {}, [
        Lianxue.make("th", { scope: "row" }, [label(row.name)]), ...cells.map((text) => Lianxue.make("td", {}, [text])),
      ]));
    });
  }

  /** @param {ExamPayload} payload @param {string} date @returns {string} */
  function facts(payload, date) {
    const by = payload.by === "time" ? "时间到，已自动交卷。" : "";
    return by + Lianxue.record.readableDate(date) + "。" + Lianxue.examWords.counts(payload);
  }

  /** The articles behind what went wrong. @param {HTMLElement} list @param {ExamPayload} payload @param {Record<string, Question>} questions @returns {boolean} whether there are any */
  function fillArticles(list, payload, questions) {
    /** @type {Map<string, Citation>} */
    const citations = new Map();
    payload.items.filter((item) => item.verdict !== "correct").forEach((item) => {
      const question = questions[item.question];
      (question ? question.cite : []).forEach((citation) => {
        if (citation.url && !citations.has(citation.text)) {
          citations.set(citation.text, citation);
        }
      });
    });
    list.textContent = "";
    citations.forEach((citation) => {
      list.appendChild(Lianxue.make("li", {}, [Lianxue.make("a", { href: Lianxue.site.resolve(citation.url) }, [citation.text])]));
    });
    return citations.size > 0;
  }

  /** One by one: a file of the bank that does not load takes no other question with it. @param {string[]} ids @returns {Promise<Record<string, Question>>} what can be loaded */
  async function loadAll(ids) {
    /** @type {Record<string, Question>} */
    const questions = {};
    await Promise.all(ids.map(async (id) => {
      const [question] = await Lianxue.bank.loadQuestions([id]).catch(() => /** @type {Question[]} */ ([]));
      if (question) {
        questions[id] = question;
      }
    }));
    return questions;
  }

  /** @param {ExamGround} ground @param {ExamPayload} payload @param {string} date when it ended @returns {Promise<void>} */
  async function show(ground, payload, date) {
    const section = ground.open("result");
    /** @param {string} name @returns {HTMLElement} */
    const one = (name) => /** @type {any} */ (parts.one(section, "[data-" + name + "]"));
    const isAllRight = payload.items.every((item) => item.verdict === "correct");
    one("title").textContent = payload.title + "：成绩";
    one("score").textContent = "得分 " + payload.score + " 分";
    one("passed").textContent = Lianxue.examWords.passed(payload) + "（合格线 " + payload.pass_mark + " 分）";
    one("facts").textContent = facts(payload, date);
    fillTable(one("by-type"), Lianxue.exam.tally(payload, "type"), (name) => ground.typeLabel(name) + "题");
    fillTable(one("by-discipline"), Lianxue.exam.tally(payload, "discipline"), (name) => name || "其他");
    one("redo").hidden = isAllRight;
    one("again").setAttribute("href", Lianxue.site.resolve("practice/exams.html?preset=" + encodeURIComponent(payload.preset)));
    one("again").hidden = !ground.index.presets.some((preset) => preset.id === payload.preset);
    one("certificate-open").onclick = () => Lianxue.certificate.show(ground, payload, date, () => {
      ground.open("result");
      one("certificate-open").focus();
    });
    one("print").onclick = () => window.print();
    const questions = await loadAll(payload.items.map((item) => item.question));
    one("articles").hidden = !fillArticles(one("articles-list"), payload, questions);
    const list = one("review");
    Lianxue.examReview.fill(ground, list, payload, questions);
    const only = one("only-wrong");
    only.hidden = isAllRight;
    only.setAttribute("aria-pressed", "false");
    list.removeAttribute("data-only-wrong");
    only.onclick = () => {
      const isOn = only.getAttribute("aria-pressed") !== "true";
      only.setAttribute("aria-pressed", String(isOn));
      list.toggleAttribute("data-only-wrong", isOn);
    };
  }

  Lianxue.examResult = { show };
})();
