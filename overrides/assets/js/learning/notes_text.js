/** Stars and notes as a text file that 记事本 and Word open, and as the rows of a table. Pure. */
(function () {
  "use strict";

  const BYTE_ORDER_MARK = "\ufeff"; // without it old Windows reads Chinese as GBK
  const HEAD = ["类别", "标题或题干", "选项", "正确答案", "解析", "依据", "笔记", "收藏", "日期"];
  const RULE = "----------------------------------------";

  /** @param {NotedEntry} entry @returns {string} */
  function kind(entry) {
    return entry.noted.target.indexOf("question:") === 0 ? "题目" : "课文";
  }

  /** @param {string} name @param {string} value @returns {string[]} nothing for an empty value; what has lines begins on its own */
  function row(name, value) {
    return value === "" ? [] : [name + "：" + (value.indexOf("\n") >= 0 ? "\n" : "") + value];
  }

  /** @param {NotedEntry} entry @param {number} number @returns {string} */
  function block(entry, number) {
    const { noted, words } = entry;
    const lines = [number + ". " + (words ? words.stem : noted.title)].concat(
      words
        ? words.options.concat(row("正确答案", words.answer), row("解析", words.explanation), row("依据", words.citations.join("；")))
        : [],
      row("笔记", noted.note),
      noted.is_starred ? ["已收藏"] : [],
      ["日期：" + Lianxue.record.readableDate(noted.date)]
    );
    return lines.join("\n");
  }

  /** @param {string} title @param {NotedEntry[]} entries @returns {string} UTF-8 with a mark, lines ended as Windows does */
  function make(title, entries) {
    const blocks = entries.map((entry, place) => block(entry, place + 1));
    const text = [title + "（" + entries.length + " 条）"].concat(blocks).join("\n\n" + RULE + "\n\n") + "\n";
    return BYTE_ORDER_MARK + text.replace(/\r\n?|\n/g, "\r\n");
  }

  /** @param {NotedEntry[]} entries @returns {string[][]} the first row is the heading */
  function rows(entries) {
    return [HEAD].concat(
      entries.map((entry) => {
        const { noted, words } = entry;
        const question = words
          ? [words.stem, words.options.join("\n"), words.answer, words.explanation, words.citations.join("；")]
          : [noted.title, "", "", "", ""];
        return [kind(entry)].concat(question, [noted.note, noted.is_starred ? "是" : "", noted.date]);
      })
    );
  }

  /**
   * @param {NotedEntry} entry @param {string} typed @returns {boolean} whether every word of it stands in title, stem or note,
   *   capital or small
   */
  function isFound(entry, typed) {
    const text = [entry.noted.title, entry.words ? entry.words.stem : "", entry.noted.note].join("\n").toLowerCase();
    return typed.toLowerCase().split(/\s+/).every((word) => text.indexOf(word) >= 0);
  }

  Lianxue.notesText = { make, rows, isFound };
})();
