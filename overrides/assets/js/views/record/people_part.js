/** 使用人: who learns in this browser; each has a record of their own. */
(function () {
  "use strict";

  let isBusy = false;

  /** One at a time. @param {RecordPart} part @param {PeopleChange} change @returns {Promise<boolean>} whether it is kept */
  async function keep(part, change) {
    const result = part("people-result");
    const isNamed = change.kind === "add" || change.kind === "rename";
    if (isBusy) {
      return false;
    }
    if (isNamed && !change.name) {
      result.textContent = "请写一个名字。";
      return false;
    }
    isBusy = true;
    try {
      await Lianxue.recordStore.changePeople(change);
      result.textContent = "";
      document.dispatchEvent(new CustomEvent("lianxue:people"));
      return true;
    } catch (error) {
      const isTaken = isNamed && /** @type {Error} */ (error).name === "taken";
      result.textContent = isTaken ? "已经有“" + change.name + "”了，请换一个名字。" : "没有改成：" + Lianxue.recordParts.why(error);
      return false;
    } finally {
      isBusy = false;
    }
  }

  /** @param {string} text @param {string} label @param {() => void} onClick @returns {HTMLElement} */
  function button(text, label, onClick) {
    const made = Lianxue.make("button", { type: "button", class: "lx-button lx-button--quiet", "aria-label": label }, [text]);
    made.addEventListener("click", onClick);
    return made;
  }

  /** @param {RecordPart} part @returns {Promise<void>} */
  async function start(part) {
    const list = part("people");
    const result = part("people-result");
    const form = /** @type {HTMLFormElement} */ (part("add"));
    const field = /** @type {HTMLInputElement} */ (form.querySelector("input"));

    /** @param {string} id */
    async function switchTo(id) {
      if (await keep(part, { kind: "choose", id })) {
        document.location.reload();
      }
    }

    /** @param {{id: string, name: string}} person */
    function remove(person) {
      result.textContent = "";
      Lianxue.recordAsk(part("people-ask"), {
        text: "移除以后，“" + person.name + "”的学习记录就从这台电脑上删掉了，找不回来。建议先切换到“" + person.name + "”，备份以后再移除。",
        yes: "移除“" + person.name + "”", no: "不移除",
      }, async () => {
        if (await keep(part, { kind: "remove", id: person.id })) {
          result.textContent = "已移除“" + person.name + "”。";
          await refresh();
        }
      });
    }

    /** The row becomes a field. @param {{id: string, name: string}} person @param {HTMLElement} row */
    function rename(person, row) {
      result.textContent = "";
      const input = Lianxue.make("input", { class: "lx-my-record__name", maxlength: "20", autocomplete: "off", "aria-label": "名字" });
      input.value = person.name;
      const line = Lianxue.make("form", { class: "lx-my-record__add" }, [
        input, Lianxue.make("button", { type: "submit", class: "lx-button lx-button--quiet" }, ["保存"]), button("不改", "不改名字", refresh),
      ]);
      line.addEventListener("submit", async (/** @type {Event} */ event) => {
        event.preventDefault();
        if (await keep(part, { kind: "rename", id: person.id, name: input.value.trim() })) {
          await refresh();
        }
      });
      row.textContent = "";
      row.append(line);
      input.focus();
    }

    async function refresh() {
      const people = await Lianxue.recordStore.people().catch(() => null);
      list.textContent = "";
      form.hidden = people === null;
      if (!people) {
        return;
      }
      people.people.forEach((person) => {
        const name = Lianxue.personView.nameOf(people, person.id);
        const isHere = person.id === people.here;
        const row = Lianxue.make("li", {}, [Lianxue.make("span", { class: "lx-my-record__what" }, [name, isHere ? "（现在的使用人）" : ""])]);
        if (!isHere) {
          row.append(button("切换", "切换到" + name, () => switchTo(person.id)));
        }
        row.append(button(person.name ? "改名" : "起名", "给" + name + (person.name ? "改名" : "起名"), () => rename(person, row)));
        if (!isHere && person.id !== "") {
          row.append(button("移除", "移除" + name, () => remove(person)));
        }
        list.append(row);
      });
    }

    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const name = field.value.trim();
      if (await keep(part, { kind: "add", id: Lianxue.recordDatabase.newId().slice(0, 8), name })) {
        field.value = "";
        result.textContent = "已添加“" + name + "”。要记在“" + name + "”名下，请按“切换”。";
        await refresh();
      }
    });
    await refresh();
  }

  Lianxue.recordParts.people = { start };
})();
