/** 备份 and 恢复: the record as a file, and a file merged into the record after a look at it. */
(function () {
  "use strict";

  /** @param {Date} now @returns {string} 2026-11-22 09:30 */
  function momentOf(now) {
    const offset = -now.getTimezoneOffset();
    const clock = new Date(now.getTime() + offset * 60000).toISOString().slice(11, 16);
    return Lianxue.record.localDate(now.getTime(), offset) + " " + clock;
  }

  /** @param {string} moment 2026-11-22 09:30 @returns {string} */
  function readable(moment) {
    return /^\d{4}-\d\d-\d\d/.test(moment) ? Lianxue.record.readableDate(moment.slice(0, 10)) + moment.slice(10) : moment;
  }

  /** @returns {Promise<string>} "" where the person has no name */
  async function personHere() {
    try {
      const people = await Lianxue.recordStore.people();
      const person = people.people.find((one) => one.id === people.here);
      return person ? person.name : "";
    } catch (error) {
      return ""; // a record in memory can be backed up too
    }
  }

  /** @param {StoreState} state @param {boolean} isWhole @returns {string} what the backup lacks, "" for nothing */
  function lacking({ unreadable }, isWhole) {
    if (!isWhole) {
      return "注意：没有读到已存的记录，这份备份里只有本页还没有保存下来的作答。";
    }
    return unreadable > 0 ? "注意：学习记录有 " + unreadable + " 处读不出来，备份里没有这些内容。" : "";
  }

  /** @param {RecordPart} part */
  async function backUp(part) {
    const { events, isWhole } = await Lianxue.recordStore.read();
    const state = Lianxue.recordStore.state();
    // a browser that keeps nothing has nothing else: its answers can at least be taken along
    if (!isWhole && (state.reason !== "denied" || events.length === 0)) {
      part("backup-result").textContent = "没有备份：没有读到已存的记录，现在备份会不完整。" + Lianxue.recordParts.why({ name: state.reason }, "请刷新本页再试。");
      return;
    }
    const person = await personHere();
    const moment = momentOf(new Date());
    const text = Lianxue.backup.make(events, person, Lianxue.site.id, moment);
    const inName = person.replace(/[\\/:*?"<>|\s]+/g, "_");
    const name = "廉学-学习记录-" + (inName ? inName + "-" : "") + moment.slice(0, 10) + ".json";
    Lianxue.download.save(name, "application/json", text);
    part("backup-result").textContent = "已做好备份，共 " + events.length + " 条，文件名是“" + name + "”。请收在这台电脑以外的地方，例如自己的 U 盘。" + lacking(state, isWhole);
  }

  /** @param {Blob} file @returns {Promise<string>} */
  function textOf(file) {
    return new Promise((resolve, reject) => {
      const reader = new FileReader(); // Blob.text() is younger than some kernels
      reader.onload = () => resolve(String(reader.result));
      reader.onerror = () => reject(reader.error);
      reader.readAsText(file);
    });
  }

  /** @param {RecordPart} part @param {RecordEvent[]} events @param {() => void} onChanged */
  async function merge(part, events, onChanged) {
    const result = part("file-result");
    try {
      const { added } = await Lianxue.recordStore.merge(events);
      result.textContent = added > 0 ? "已恢复，新增 " + added + " 条学习记录。" : "备份里的记录这里都有，没有需要新增的。";
      onChanged();
    } catch (error) {
      result.textContent = "没有恢复成功：" + Lianxue.recordParts.why(error) + "现有的学习记录没有改动。";
    }
  }

  /** @param {RecordPart} part @param {File} file @param {() => void} onChanged */
  async function look(part, file, onChanged) {
    const input = /** @type {HTMLInputElement} */ (part("file"));
    const result = part("file-result");
    result.textContent = "";
    part("file-ask").textContent = "";
    /** @type {BackupReading} */
    let reading;
    try {
      reading = file.size > Lianxue.backup.MOST_BYTES
        ? { refused: Lianxue.backup.TOO_LARGE } : Lianxue.backup.read(await textOf(file), Lianxue.site.id);
    } catch (unread) {
      reading = { refused: "这个文件打不开。现有的学习记录没有改动。" };
    }
    const clear = () => { input.value = ""; }; // the same file can be chosen again
    if (!("events" in reading)) {
      result.textContent = reading.refused;
      clear();
      return;
    }
    const { events, person, made } = reading;
    const present = new Set((await Lianxue.recordStore.events()).map((event) => event.id));
    const fresh = new Set(events.filter((event) => !present.has(event.id)).map((event) => event.id)).size;
    const of = person ? "来自“" + person + "”" + readable(made) + "的备份" : "来自 " + readable(made) + " 的备份";
    const here = await personHere();
    const other = person && here && person !== here ? "注意：现在的使用人是“" + here + "”。" : "";
    Lianxue.recordAsk(part("file-ask"), {
      text: of + "，共 " + events.length + " 条，其中 " + fresh + " 条这里还没有。" + other,
      yes: "恢复", no: "不恢复",
    }, () => { clear(); merge(part, events, onChanged); }, clear);
  }

  /** @param {RecordPart} part @param {() => void} onChanged after the record has become another */
  function start(part, onChanged) {
    part("backup").addEventListener("click", () => backUp(part));
    part("file").addEventListener("change", () => {
      const files = /** @type {HTMLInputElement} */ (part("file")).files;
      if (files && files[0]) {
        look(part, files[0], onChanged);
      }
    });
  }

  Lianxue.recordParts.backup = { start };
})();
