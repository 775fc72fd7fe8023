/** The mistake book as the rows of a table. Pure. */
(function () {
  "use strict";

  const HEAD = ["题干", "选项", "题型", "正确答案", "我的作答", "解析", "依据", "纪律", "答错次数", "最近答错日期"];

  /**
   * @param {{words: PlainQuestion, material: string, type: string, discipline: string, response: string, mistake: Mistake}[]} entries
   *   response: the latest wrong one, in words; material: the text the question shares, "" for none
   * @returns {string[][]} the first row is the heading
   */
  function rows(entries) {
    return [HEAD].concat(
      entries.map(({ words, material, type, discipline, response, mistake }) => [
        material ? "材料：" + material + "\n" + words.stem : words.stem,
        words.options.join("\n"),
        type,
        words.answer,
        response,
        words.explanation,
        words.citations.join("；"),
        discipline,
        String(mistake.wrong),
        mistake.date,
      ])
    );
  }

  Lianxue.mistakeTable = { rows };
})();
