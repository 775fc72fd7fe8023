/** What a session is called and what is said of it. */
(function () {
  "use strict";

  /** @type {Record<SessionMode, string>} */
  const TITLES = {
    month: "本月自测", mistakes: "错题练习", review: "复习", drill: "专项练习", order: "顺序练习", random: "随机练习",
    unseen: "未做优先", recite: "背题", daily: "每日五题",
  };

  /** @type {Object<string, string>} */
  const EMPTY = {
    month: "还没有带自测题的课文。教员发布以后，这里就能做题。",
    mistakes: "现在没有还要再练的错题。答错的题会自动收到这里。",
    review: "现在没有要复习的题。做过的题到了该温习的时候，会出现在这里。",
  };

  /** @param {SessionPlan} plan without questions @returns {string} */
  function empty(plan) {
    return plan.lesson ? "这一课还没有自测题。" : EMPTY[plan.mode] || "没有符合条件的题目，请把条件放宽一些。";
  }

  /** @param {SessionResult[]} results @param {string} verdict @returns {number} */
  function count(results, verdict) {
    return results.filter((result) => result.verdict === verdict).length;
  }

  /** @param {SessionPlan} plan @returns {string} 答对 8 题，答错 1 题，还有 1 题没有作答。 */
  function tally(plan) {
    const results = Array.from(plan.results.values());
    const open = plan.ids.length - results.length;
    const partial = count(results, "partial");
    const said = ["答对 " + count(results, "correct") + " 题"]
      .concat(partial > 0 ? ["部分答对 " + partial + " 题"] : [], ["答错 " + count(results, "wrong") + " 题"])
      .concat(open > 0 && plan.mode !== "order" ? ["还有 " + open + " 题没有作答"] : []);
    return said.join("，") + "。";
  }

  /** @param {SessionPlan} plan all answered @param {BankIndex} index @returns {string} */
  function marks(plan, index) {
    /** @type {Map<string, {points: number, gained: number}>} by quiz: each has its own pass mark */
    const quizzes = new Map();
    plan.results.forEach((result, id) => {
      const quiz = id.slice(0, id.lastIndexOf("/"));
      const sum = quizzes.get(quiz) || { points: 0, gained: 0 };
      quizzes.set(quiz, { points: sum.points + result.points, gained: sum.gained + result.points * result.share });
    });
    const sums = Array.from(quizzes.entries());
    const scoreOf = Lianxue.record.scoreOf;
    const isPassed = sums.every(([quiz, sum]) => scoreOf(sum.gained, sum.points) >= index.pass_marks[quiz]);
    const gained = sums.reduce((total, [, sum]) => total + sum.gained, 0);
    const points = sums.reduce((total, [, sum]) => total + sum.points, 0);
    return "得分 " + scoreOf(gained, points) + " 分，" + (isPassed ? "已达合格线。" : "未达合格线，可再练。");
  }

  /** @param {SessionPlan} plan @param {BankIndex} index @returns {string} */
  function score(plan, index) {
    if (plan.mode === "recite") {
      return "背题不计入学习记录。";
    }
    const isWhole = plan.mode === "month" && plan.isWhole && plan.results.size === plan.ids.length;
    return (isWhole ? marks(plan, index) : "") + tally(plan);
  }

  Lianxue.sessionWords = { TITLES, empty, score };
})();
