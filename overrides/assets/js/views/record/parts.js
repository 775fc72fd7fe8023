/** The parts of the section 学习记录, and what they have in common. */
(function () {
  "use strict";

  /** @type {Object<string, string>} */
  const REASONS = {
    denied: "浏览器没有让本站保存数据。",
    full: "磁盘空间不足。",
    newer: "学习记录由更新的版本写成，请打开新版本。",
    removed: "使用人已被移除，请刷新本页。",
    unknown: "已经没有这位使用人了，请刷新本页。",
    silent: "没有读到学习记录（record.html没有应答），请确认文件夹完整。",
  };

  /** @param {any} error as the record's store rejects with @param {string} [otherwise] where there is no more to say @returns {string} */
  function why(error, otherwise) {
    return REASONS[error && error.name] || otherwise || "写入没有完成，请再试一次。";
  }

  /** @type {any} */
  const parts = { why };
  Lianxue.recordParts = parts;
})();
