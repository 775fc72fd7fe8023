/** A learning record as one file, and a file read back: a checked text that names its site and its person. Pure. */
(function () {
  "use strict";

  const FORMAT = "lianxue-record";
  const SCHEMA = 1;
  const MOST_CHARACTERS = 50 * 1024 * 1024;
  const MOST_EVENTS = 200000;
  const UNCHANGED = "现有的学习记录没有改动。";

  /** @type {Object<string, string>} */
  const REFUSALS = {
    large: "文件太大，不像学习记录的备份。",
    cut: "这个文件读不完整：可能没有拷贝完，也可能不是备份文件。",
    foreign: "这个文件不是学习记录的备份。",
    newer: "这份备份由更新的版本做成，本版本读不了，请用新版本恢复。",
    site: "这份备份是另一个学习园地的，不能并入本站的记录。",
    shape: "备份中有的记录格式不对，可能损坏或被改动过。",
    checksum: "备份的内容与校验码不一致，可能损坏或被改动过。",
  };

  /** CRC-32 of the text as UTF-16, low byte first. @param {string} text @returns {string} eight hexadecimal digits */
  function checksum(text) {
    const table = Array.from({ length: 256 }, (unused, number) => {
      let value = number;
      for (let bit = 0; bit < 8; bit += 1) {
        value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
      }
      return value;
    });
    let sum = -1;
    for (let place = 0; place < text.length; place += 1) {
      const unit = text.charCodeAt(place);
      sum = (sum >>> 8) ^ table[(sum ^ unit) & 0xff];
      sum = (sum >>> 8) ^ table[(sum ^ (unit >>> 8)) & 0xff];
    }
    return ("0000000" + ((sum ^ -1) >>> 0).toString(16)).slice(-8);
  }

  /**
   * The same record gives the same text, an event a line.
   * @param {RecordEvent[]} events in any order @param {string} person @param {string} siteId @param {string} made 2026-11-22 09:30 @returns {string}
   */
  function make(events, person, siteId, made) {
    const lines = Lianxue.record.inOrder(Lianxue.record.union([events])).map((event) => JSON.stringify(event));
    const head = {
      format: FORMAT, schema: SCHEMA, site: siteId, person, made, count: lines.length, checksum: checksum("[" + lines.join(",") + "]"),
    };
    return JSON.stringify(head).slice(0, -1) + ',"events":[\n' + lines.join(",\n") + "\n]}\n";
  }

  /** @param {any} file @param {string} siteId @returns {string} why it is refused, "" when it is not */
  function refusal(file, siteId) {
    if (file === null || typeof file !== "object" || file.format !== FORMAT || !Number.isInteger(file.schema)) {
      return "foreign";
    }
    if (file.schema > SCHEMA) {
      return "newer";
    }
    if (file.site !== siteId) {
      return "site";
    }
    if (!Array.isArray(file.events)) {
      return "shape";
    }
    if (file.events.length > MOST_EVENTS) {
      return "large";
    }
    if (file.checksum !== checksum(JSON.stringify(file.events)) || file.count !== file.events.length) {
      return "checksum";
    }
    if (typeof file.person !== "string" || typeof file.made !== "string" || !file.events.every(Lianxue.record.isEvent)) {
      return "shape";
    }
    return file.events.some((/** @type {RecordEvent} */ event) => event.schema > Lianxue.record.SCHEMA) ? "newer" : "";
  }

  /** @param {string} text @param {string} siteId @returns {BackupReading} */
  function read(text, siteId) {
    /** @type {any} */
    let file = null;
    let reason = text.length > MOST_CHARACTERS ? "large" : "";
    if (!reason) {
      try {
        file = JSON.parse(text.replace(/^\ufeff/, ""));
        reason = refusal(file, siteId);
      } catch (cut) {
        reason = "cut";
      }
    }
    return reason
      ? { refused: REFUSALS[reason] + UNCHANGED }
      : { events: file.events, person: file.person, made: file.made, refused: "" };
  }

  Lianxue.backup = { MOST_BYTES: MOST_CHARACTERS, TOO_LARGE: REFUSALS.large + UNCHANGED, make, read };
})();
