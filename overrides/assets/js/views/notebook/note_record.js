/** Stars and notes on their way into the record. */
(function () {
  "use strict";

  const notebook = /** @type {NonNullable<LianxueNamespace["notebook"]>} */ (Lianxue.notebook); // every page that loads this has it
  const NOT_KEPT = "浏览器没有存下来：关闭本页后，这一笔就没有了。";

  /**
   * @param {string} kind @param {{target: string, title: string}} place @param {any} payload what is new @param {any} change the same in Noted's words
   * @returns {Promise<boolean>} whether it was kept
   */
  async function write(kind, { target, title }, payload, change) {
    const before = await notebook.of(target);
    const event = await Lianxue.recordStore.append(kind, Object.assign({ target, title }, payload));
    await notebook.put(Object.assign({}, before, { title, date: event.date }, change));
    return Lianxue.recordStore.state().kind === "stored";
  }

  /** @param {{target: string, title: string}} place @param {boolean} on @returns {Promise<string>} what to say */
  async function star(place, on) {
    const isKept = await write("star", place, { on }, { is_starred: on });
    return isKept ? (on ? "已收藏。" : "已取消收藏。") : NOT_KEPT;
  }

  /** @param {{target: string, title: string}} place @param {string} text "" takes the note away @returns {Promise<string>} what to say */
  async function note(place, text) {
    const isKept = await write("note", place, { text }, { note: text });
    return isKept ? (text ? "已保存。" : "已删去笔记。") : NOT_KEPT;
  }

  Lianxue.noteRecord = { star, note };
})();
