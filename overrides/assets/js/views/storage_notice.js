/** What to say when the record cannot be kept, or cannot be read as a whole. */
(function () {
  "use strict";

  /** @type {Object<string, string>} */
  const SENTENCES = {
    denied: "浏览器没有让本站保存数据：可以照常作答，但关闭本页后，这次的作答就没有了。",
    full: "磁盘空间不足，最近的作答没有保存下来。请腾出空间；下次提交时会自动补存，在此之前请不要关闭本页。",
    newer: "学习记录由更新的版本写成，本版本不改动它：可以照常作答，但关闭本页后，这次的作答就没有了。请打开新版本。",
    silent: "没有读到学习记录（record.html没有应答）：可以照常作答，但关闭本页后，这次的作答就没有了。请确认文件夹完整。",
    removed: "使用人已被移除，最近的作答没有保存下来，在本页也不会再保存。请刷新本页，换到现在的使用人名下。",
    failed: "最近的作答没有保存下来，已经重试过。下次提交时会自动补存，在此之前请不要关闭本页。",
  };

  /** @param {StoreState} state @returns {string} "" when the whole record can be read */
  function damage(state) {
    return state.unreadable > 0
      ? "学习记录有 " + state.unreadable + " 处读不出来，已原样留着，其余的照常使用。可以在“我的学习”页的“学习记录”中恢复到以前的某一天。"
      : "";
  }

  /** @param {StoreState} state @returns {string} "" while everything is kept; damage is news once */
  function sentence(state) {
    if (state.kind === "stored") {
      return state.isNews ? damage(state) : "";
    }
    return SENTENCES[state.reason] || SENTENCES.failed;
  }

  /** Keep an element up to date; it says what comes up as a status. @param {Element} element */
  function watch(element) {
    if (!element.hasAttribute("role")) {
      element.setAttribute("role", "status");
    }
    const show = (/** @type {StoreState} */ state) => { element.textContent = sentence(state); };
    Lianxue.recordStore.onChange(show);
    show(Lianxue.recordStore.state());
  }

  Lianxue.storageNotice = { sentence, damage, watch };
})();
