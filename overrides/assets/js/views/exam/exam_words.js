/** Sentences about presets and results. */
(function () {
  "use strict";

  /** @type {Record<string, string>} */
  const DRAWS = {
    random: "每次随机抽题。",
    unseen_first: "先抽没做过的题。",
    mistakes_first: "先抽错题本里的题。",
    same_for_all: "同一天里，大家的试卷一样。",
  };

  /** @param {number} minutes @returns {string} */
  function time(minutes) {
    return minutes > 0 ? minutes + " 分钟" : "不限时";
  }

  /** @param {BankIndex} index @param {PresetRow} row @returns {string} 单选题 */
  function typeOf(index, row) {
    return index.type_labels[index.types.indexOf(row.type)] + "题";
  }

  /** @param {BankIndex} index @param {PresetRow} row @returns {string} 单选题 20 题，每题 2 分 */
  function row(index, row) {
    const isAny = Lianxue.selection.writeFilter(row.filter) === "";
    const range = isAny ? "" : "（" + Lianxue.selection.words(index, row.filter) + "）";
    return typeOf(index, row) + range + " " + row.count + " 题，每题 " + row.points + " 分";
  }

  /** @param {Preset} preset @returns {string} */
  function draw(preset) {
    return DRAWS[preset.draw] || DRAWS.random;
  }

  /** @param {BankIndex} index @param {Preset} preset @param {{lacking: {row: number, have: number}[], lacking_quotas: Record<string, number>}} drawn @returns {string[]} */
  function lacking(index, preset, drawn) {
    const rows = drawn.lacking.map(({ row: place, have }) => {
      const wanted = preset.rows[place];
      return "第 " + (place + 1) + " 行" + typeOf(index, wanted) + "要 " + wanted.count + " 题，现有 " + have + " 题，还差 " + (wanted.count - have) + " 题";
    });
    const quotas = Object.keys(drawn.lacking_quotas).map((name) => {
      const have = drawn.lacking_quotas[name];
      return name + "的题至少要 " + preset.quotas[name] + " 题，现有 " + have + " 题，还差 " + (preset.quotas[name] - have) + " 题";
    });
    return rows.concat(quotas);
  }

  /** @param {ExamPayload} payload @returns {string} */
  function passed(payload) {
    return payload.score >= payload.pass_mark ? "达到合格线" : "未达合格线，可再练";
  }

  /** @param {ExamPayload} payload @returns {string} */
  function counts(payload) {
    /** @type {[string, string][]} */
    const verdicts = [["correct", "答对"], ["partial", "部分答对"], ["wrong", "答错"], ["none", "未答"]];
    const parts = verdicts
      .map(([verdict, word]) => ({ word, count: payload.items.filter((item) => item.verdict === verdict).length }))
      .filter((part) => part.count > 0)
      .map((part) => part.word + " " + part.count + " 题");
    return "共 " + payload.items.length + " 题：" + parts.join("，") + "。";
  }

  Lianxue.examWords = { time, row, draw, lacking, passed, counts };
})();
