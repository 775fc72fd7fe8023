/** The section 学习记录: how much there is, whether it is kept, and its parts. */
(function () {
  "use strict";

  /** @param {HTMLElement} root section of my_record.html @returns {Promise<void>} */
  async function start(root) {
    /** @type {RecordPart} */
    const part = (name) => /** @type {HTMLElement} */ (root.querySelector('[data-record="' + name + '"]'));

    async function summarise() {
      const { events, isWhole } = await Lianxue.recordStore.read();
      const words = isWhole ? "这里有 " + events.length + " 条学习记录，只存在这台电脑的这个浏览器里。" : "本页有 " + events.length + " 条学习记录，还没有保存下来。";
      part("summary").textContent = events.length > 0 ? words : isWhole ? "这里还没有学习记录。" : "没有读到已存的学习记录。";
      showState(Lianxue.recordStore.state());
    }

    /** Here damage is said each time, not only when it is news. @param {StoreState} state */
    function showState(state) {
      part("notice").textContent = Lianxue.storageNotice.sentence(state) || Lianxue.storageNotice.damage(state);
    }

    function onChanged() {
      document.dispatchEvent(new CustomEvent("lianxue:record-changed"));
      summarise();
    }

    part("files").hidden = !Lianxue.site.isFile;
    root.hidden = false;
    Lianxue.recordStore.onChange(showState);
    Lianxue.recordParts.backup.start(part, onChanged);
    await Promise.all([summarise(), Lianxue.recordParts.days.start(part, onChanged), Lianxue.recordParts.people.start(part)]);
    document.addEventListener("lianxue:answered", summarise);
  }

  Lianxue.recordPanel = { start };
})();
