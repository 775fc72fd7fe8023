/** 恢复到这一天: the automatic copies, and the way back to one of them. */
(function () {
  "use strict";

  const DAY = "2026-11-20".length;

  /** @param {string} date 2026-11-20, with the time where it was kept before a restoration @returns {string} */
  function words(date) {
    const day = Lianxue.record.readableDate(date.slice(0, DAY));
    return date.length === DAY ? day : day + date.slice(DAY, DAY + 6) + "，恢复之前";
  }

  /** @param {RecordPart} part @param {() => Promise<void>} refresh @param {Snapshot} snapshot @param {() => void} onChanged */
  function askForDay(part, refresh, snapshot, onChanged) {
    const result = part("days-result");
    result.textContent = "";
    Lianxue.recordAsk(part("days-ask"), {
      text: "学习记录将变回 " + words(snapshot.date) + "的样子，共 " + snapshot.count + " 条。现在的记录会先另存一份，列在这里，随时可以再换回来。",
      yes: "恢复到这一天", no: "不恢复",
    }, async () => {
      try {
        const { count } = await Lianxue.recordStore.restore(snapshot.date);
        onChanged();
        await refresh();
        result.textContent = "已恢复，现在共 " + count + " 条。恢复之前的记录已另存一份。";
      } catch (error) {
        const name = /** @type {Error} */ (error).name;
        result.textContent = "没有恢复成功：" + (name === "damaged" ? "这份副本读不完整。" : Lianxue.recordParts.why(error)) + "现有的学习记录没有改动。";
      }
    });
  }

  /** @param {RecordPart} part @param {() => void} onChanged after the record has become another @returns {Promise<void>} */
  async function start(part, onChanged) {
    const list = part("days");

    async function refresh() {
      /** @type {Snapshot[]} */
      let snapshots;
      try {
        snapshots = await Lianxue.recordStore.snapshots();
      } catch (error) {
        list.textContent = "";
        list.append(Lianxue.make("li", {}, ["副本现在读不出来。" + Lianxue.recordParts.why(error, "请刷新本页再试。")]));
        return;
      }
      list.textContent = "";
      snapshots.forEach((snapshot) => {
        const button = Lianxue.make("button", {
          type: "button", class: "lx-button lx-button--quiet", "aria-label": "恢复到这一天：" + words(snapshot.date),
        }, ["恢复到这一天"]);
        button.addEventListener("click", () => askForDay(part, refresh, snapshot, onChanged));
        list.append(Lianxue.make("li", {}, [
          Lianxue.make("span", { class: "lx-my-record__what" }, [
            words(snapshot.date) + " ", Lianxue.make("span", { class: "lx-my-record__facts" }, ["共 " + snapshot.count + " 条"]),
          ]),
          button,
        ]));
      });
      if (snapshots.length === 0) {
        list.append(Lianxue.make("li", {}, ["还没有副本。有了学习记录以后，下一次打开时会留第一份。"]));
      }
    }
    await refresh();
  }

  Lianxue.recordParts.days = { start };
})();
