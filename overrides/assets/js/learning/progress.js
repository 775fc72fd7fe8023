/** How far quizzes are done, all of them in one pass over the bank's index. Pure. */
(function () {
  "use strict";

  /**
   * A response to another revision counts as none, one to a removed question is never asked for.
   * @param {BankIndex} index @param {Record<string, RecordEvent>} latest @returns {QuizTally[]} one a quiz, in the order of the index
   */
  function tallies(index, latest) {
    const found = index.quizzes.map((id) => ({ passMark: index.pass_marks[id], answered: 0, total: 0, points: 0, gained: 0 }));
    index.ids.forEach((id, row) => {
      const quiz = found[index.quiz[row]];
      const event = Lianxue.record.answerTo(latest, id, index.revision[row]);
      quiz.total += 1;
      quiz.points += index.points[row];
      if (event) {
        quiz.answered += 1;
        quiz.gained += index.points[row] * event.payload.share;
      }
    });
    return found;
  }

  /** @param {keyof QuizTally} name @param {QuizTally[]} quizzes @returns {number} */
  function sum(name, quizzes) {
    return quizzes.reduce((total, quiz) => total + quiz[name], 0);
  }

  /** Several quizzes as one study, a lesson's for instance. @param {QuizTally[]} quizzes @returns {Study} */
  function studyOf(quizzes) {
    const state = Lianxue.record.stateOf(
      quizzes.map((quiz) => ({
        passMark: quiz.passMark,
        progress: { answered: quiz.answered, total: quiz.total, score: Lianxue.record.scoreOf(quiz.gained, quiz.points) },
      }))
    );
    return { state, answered: sum("answered", quizzes), total: sum("total", quizzes) };
  }

  /** @param {QuizTally[]} quizzes @returns {number} 0–100 over all their questions, those not answered too */
  function scoreOf(quizzes) {
    return Lianxue.record.scoreOf(sum("gained", quizzes), sum("points", quizzes));
  }

  Lianxue.progress = {
    /** @type {Record<StudyState, string>} */
    WORDS: { none: "未学", started: "学习中", studied: "已学", passed: "已通过" },
    tallies,
    studyOf,
    scoreOf,
  };
})();
