/** 报错: the text a reader sends to whoever looks after the bank, by mail or on paper. Pure. */
(function () {
  "use strict";

  /**
   * @param {ReportedPlace} place @param {string} words the reader's own @param {string} date local
   * @returns {string}
   */
  function make(place, words, date) {
    const isQuestion = place.question !== "";
    return (isQuestion ? ["题目报错", "题目编号：" + place.question, "题目版本：" + place.revision] : ["课文报错"])
      .concat(["页面：" + place.page, "网址：" + place.url])
      .concat(isQuestion ? ["题干：" + place.stem] : [])
      .concat(["日期：" + Lianxue.record.readableDate(date), "", "哪里不对：", words.trim() || "（请写在这里）"])
      .join("\n");
  }

  Lianxue.problemReport = { make };
})();
