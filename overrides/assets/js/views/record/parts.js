/** The parts of the section 学习记录, and what they have in common. */
(function () {
  "use strict";

  /** @type {Object<string, string>} */
  const REASONS = {
    denied: "浏览器没有让本站保存数据。",
    full: "磁盘空间不足。",
    newer: "学习记录由更新的版本写成，请打开新版本。",
    silent: "没有读到学习记录（record.html没有应答），请确认文件夹完整。",
  };

  /** @param {any} error as the record's store rejects with @returns {string} */
  function why(error) {
    return REASONS[error && error.name] || "写入没有完成，请再试一次。";
  }

  /** @type {any} */
  const parts = { why };
  Lianxue.recordParts = parts;
})();
