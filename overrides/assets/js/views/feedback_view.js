/** What stands under a question after it is answered: verdict, right answer, explanation, citations. */
(function () {
  "use strict";

  const parts = Lianxue.formParts;
  /** @type {Object<string, string>} */
  const WORDS = { correct: "✓ 答对了", wrong: "✕ 答错了", partial: "◐ 部分答对" };

  /** @param {Question} question @param {Grade} grade @returns {string} */
  function verdictWords(question, grade) {
    if (question.type === "short_answer") {
      const ticked = grade.parts.filter(Boolean).length;
      return WORDS[grade.verdict] + "（自评：" + grade.parts.length + " 个要点答到 " + ticked + " 个）";
    }
    const share = grade.verdict === "partial" ? "，得本题分数的 " + Math.round(grade.share * 100) + "%" : "";
    return WORDS[grade.verdict] + share;
  }

  /** A line at the live region; a restored page is not read aloud. @param {Element} form @param {string} text @param {boolean} isAnnounced */
  function say(form, text, isAnnounced) {
    const status = parts.one(form, "[data-status]");
    if (isAnnounced) {
      status.removeAttribute("aria-live");
    } else {
      status.setAttribute("aria-live", "off");
    }
    status.textContent = text;
  }

  /** @param {Citation} citation @returns {HTMLElement} */
  function makeCitation(citation) {
    const item = document.createElement("li");
    if (citation.url) {
      const link = document.createElement("a");
      link.href = Lianxue.site.resolve(citation.url);
      link.textContent = citation.text;
      item.appendChild(link);
    } else {
      item.textContent = citation.text;
    }
    if (citation.status === "已修订" || citation.status === "已废止") {
      const badge = document.createElement("span");
      badge.className = "lx-badge lx-badge--stale";
      badge.textContent = citation.status + "，请以现行版本为准";
      item.appendChild(badge);
    }
    return item;
  }

  /** @param {Element} form @param {string} row @param {boolean} isThere */
  function showRow(form, row, isThere) {
    /** @type {HTMLElement} */ (parts.one(form, row)).hidden = !isThere;
  }

  /** @param {Element} form @param {Question} question @param {string[]} answerLines */
  function fillDetail(form, question, answerLines) {
    const answer = parts.one(form, "[data-answer]");
    answer.textContent = "";
    answerLines.forEach((line) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      answer.appendChild(paragraph);
    });
    showRow(form, "[data-answer-row]", answerLines.length > 0);
    Lianxue.setBankHtml(parts.one(form, "[data-explanation]"), question.explanation);
    showRow(form, "[data-explanation-row]", question.explanation !== "");
    const citations = parts.one(form, "[data-citations]");
    citations.textContent = "";
    question.cite.forEach((citation) => citations.appendChild(makeCitation(citation)));
    showRow(form, "[data-citation-row]", question.cite.length > 0);
  }

  /**
   * @param {Element} form @param {Question} question @param {Grade} grade @param {string[]} answerLines
   * @param {string} answeredOn "" for a response of just now, else the date to show
   */
  function show(form, question, grade, answerLines, answeredOn) {
    fillDetail(form, question, answerLines);
    const when = /** @type {HTMLElement} */ (parts.one(form, "[data-when]"));
    when.textContent = answeredOn ? "上次作答：" + answeredOn : "";
    when.hidden = !answeredOn;
    form.setAttribute("data-verdict", grade.verdict);
    showRow(form, "[data-detail]", true);
    say(form, verdictWords(question, grade), !answeredOn);
  }

  /** @param {Element} form */
  function clear(form) {
    form.removeAttribute("data-verdict");
    showRow(form, "[data-detail]", false);
    say(form, "", true);
  }

  Lianxue.feedbackView = { show, clear, say, fill: fillDetail };
})();
