/**
 * Grade a response against a question of the bank. Pure, never throws for a wrong-shaped response;
 * the twin of content/grading.py: the truth tables under tests/cases/grading hold both.
 */
(function () {
  "use strict";

  /** @param {any} value @returns {any[]} */
  function asList(value) {
    return Array.isArray(value) ? value : [];
  }

  /** @param {any} value @returns {string[]} what is no text becomes "" */
  function asTexts(value) {
    return asList(value).map((item) => (typeof item === "string" ? item : ""));
  }

  /** @param {any} value @returns {Object<string, any>} */
  function asMapping(value) {
    return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
  }

  /** @param {boolean[]} parts @returns {number} */
  function countRight(parts) {
    return parts.filter(Boolean).length;
  }

  /** Share by parts; under all_or_nothing only the whole counts. @param {Question} question @param {boolean[]} parts @param {number} total */
  function shareOfParts(question, parts, total) {
    const right = countRight(parts);
    if (total === 0 || (question.rule === "all_or_nothing" && right < total)) {
      return 0;
    }
    return right / total;
  }

  /** 错选零分; 少选 by the question's rule. @param {Question} question @param {any} response @returns {Marks} */
  function gradeChoice(question, response) {
    const chosen = asTexts(response).filter((id, place, all) => all.indexOf(id) === place);
    const parts = chosen.map((id) => question.answer.indexOf(id) >= 0);
    if (chosen.length === 0 || countRight(parts) < chosen.length) {
      return { share: 0, parts };
    }
    if (chosen.length === question.answer.length) {
      return { share: 1, parts };
    }
    const shares = /** @type {Object<string, number>} */ ({
      half_if_incomplete: 0.5,
      per_correct: chosen.length / question.answer.length,
    });
    return { share: shares[question.rule] || 0, parts };
  }

  /** @param {string} text @param {Gap} gap @returns {boolean} */
  function fills(text, gap) {
    const typed = Lianxue.folding.fold(Lianxue.folding.trim(text), gap.fold);
    return typed !== "" && gap.accept.some((/** @type {string} */ accepted) => Lianxue.folding.fold(accepted, gap.fold) === typed);
  }

  /**
   * The largest pairing of responses with gaps they fill (augmenting paths).
   * @param {boolean[][]} canFill canFill[response][gap] @returns {boolean[]} per response, whether it was paired
   */
  function pairUp(canFill) {
    /** @type {number[]} */
    const takenBy = canFill.map(() => -1); // gap → response
    /** @param {number} response @param {boolean[]} isTried @returns {boolean} */
    function place(response, isTried) {
      return canFill[response].some((isFilling, gap) => {
        if (!isFilling || isTried[gap]) {
          return false;
        }
        isTried[gap] = true;
        if (takenBy[gap] === -1 || place(takenBy[gap], isTried)) {
          takenBy[gap] = response;
          return true;
        }
        return false;
      });
    }
    canFill.forEach((_, response) => place(response, []));
    return canFill.map((_, response) => takenBy.indexOf(response) >= 0);
  }

  /** @param {Question} question @param {any} response @returns {Marks} */
  function gradeFillIn(question, response) {
    /** @type {Gap[]} */
    const gaps = question.answer;
    const typed = asTexts(response);
    const fillings = gaps.map((_, place) => typed[place] || "");
    const parts = question.any_order
      ? pairUp(fillings.map((filling) => gaps.map((gap) => fills(filling, gap))))
      : gaps.map((gap, place) => fills(fillings[place], gap));
    return { share: shareOfParts(question, parts, gaps.length), parts };
  }

  /** @param {Question} question @param {any} response @returns {Marks} */
  function gradeMatching(question, response) {
    const pairs = asMapping(response);
    const parts = Object.keys(question.answer).map((left) => pairs[left] === question.answer[left]);
    return { share: shareOfParts(question, parts, parts.length), parts };
  }

  /** @param {Question} question @param {any} response @returns {Marks} */
  function gradeOrdering(question, response) {
    const order = asList(response);
    const parts = question.answer.map((/** @type {string} */ id, /** @type {number} */ place) => order[place] === id);
    return { share: shareOfParts(question, parts, parts.length), parts };
  }

  /** Assessed by the learner, point by point, under every rule. @param {Question} question @param {any} response @returns {Marks} */
  function gradeShortAnswer(question, response) {
    const ticked = asList(asMapping(response).ticked);
    const parts = question.answer.map((/** @type {string} */ _, /** @type {number} */ place) => ticked.indexOf(place) >= 0);
    return { share: parts.length === 0 ? 0 : countRight(parts) / parts.length, parts };
  }

  /** @type {Object<string, (question: Question, response: any) => Marks>} */
  const GRADERS = {
    single_choice: gradeChoice,
    true_false: gradeChoice,
    multiple_choice: gradeChoice,
    fill_in: gradeFillIn,
    matching: gradeMatching,
    ordering: gradeOrdering,
    short_answer: gradeShortAnswer,
  };

  /** @param {Question} question @param {any} response @returns {Grade} */
  function grade(question, response) {
    const marks = GRADERS[question.type](question, response);
    const verdict = marks.share === 1 ? "correct" : marks.share === 0 ? "wrong" : "partial";
    return { verdict, share: marks.share, parts: marks.parts };
  }

  Lianxue.grading = { grade };
})();
