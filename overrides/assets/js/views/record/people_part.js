/** 使用人: who learns in this browser; each has a record of their own. */
(function () {
  "use strict";

  /** @param {RecordPart} part @param {(people: People) => People} change @returns {Promise<boolean>} whether it is kept */
  async function keep(part, change) {
    try {
      await Lianxue.recordStore.setPeople(change(await Lianxue.recordStore.people()));
      document.dispatchEvent(new CustomEvent("lianxue:people"));
      return true;
    } catch (error) {
      part("people-result").textContent = "没有改成：" + Lianxue.recordParts.why(error);
      return false;
    }
  }

  /** @param {People} people @param {string} name @param {string} but the id of the one who may have it @returns {string} why not, "" when it will do */
  function objection(people, name, but) {
    if (!name) {
      return "请写一个名字。";
    }
    return people.people.some((person) => person.id !== but && person.name === name) ? "已经有“" + name + "”了，请换一个名字。" : "";
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
      if (await keep(part, (people) => Object.assign({}, people, { current: id }))) {
        document.location.reload();
      }
    }

    /** @param {People} people @param {{id: string, name: string}} person */
    function remove(people, person) {
      result.textContent = "";
      Lianxue.recordAsk(part("people-ask"), {
        text: "移除以后，“" + person.name + "”的学习记录就从这台电脑上删掉了，找不回来。建议先切换到“" + person.name + "”，备份以后再移除。",
        yes: "移除“" + person.name + "”", no: "不移除",
      }, async () => {
        if (await keep(part, (now) => Object.assign({}, now, { people: now.people.filter((one) => one.id !== person.id) }))) {
          result.textContent = "已移除“" + person.name + "”。";
          await refresh();
        }
      });
    }

    /** The row becomes a field. @param {People} people @param {{id: string, name: string}} person @param {HTMLElement} row */
    function rename(people, person, row) {
      result.textContent = "";
      const input = Lianxue.make("input", { class: "lx-my-record__name", maxlength: "20", autocomplete: "off", "aria-label": "名字" });
      input.value = person.name;
      const line = Lianxue.make("form", { class: "lx-my-record__add" }, [
        input, Lianxue.make("button", { type: "submit", class: "lx-button lx-button--quiet" }, ["保存"]), button("不改", "不改名字", refresh),
      ]);
      line.addEventListener("submit", async (/** @type {Event} */ event) => {
        event.preventDefault();
        const name = input.value.trim();
        result.textContent = objection(people, name, person.id);
        /** @param {People} now @returns {People} */
        const renamed = (now) => Object.assign({}, now, {
          people: now.people.map((one) => (one.id === person.id ? { id: one.id, name } : one)),
        });
        if (!result.textContent && await keep(part, renamed)) {
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
        row.append(button(person.name ? "改名" : "起名", "给" + name + (person.name ? "改名" : "起名"), () => rename(people, person, row)));
        if (!isHere && person.id !== "") {
          row.append(button("移除", "移除" + name, () => remove(people, person)));
        }
        list.append(row);
      });
    }

    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const name = field.value.trim();
      const people = await Lianxue.recordStore.people();
      result.textContent = objection(people, name, "-");
      const id = Lianxue.recordDatabase.newId().slice(0, 8);
      if (!result.textContent && await keep(part, (now) => Object.assign({}, now, { people: now.people.concat({ id, name }) }))) {
        field.value = "";
        result.textContent = "已添加“" + name + "”。要记在“" + name + "”名下，请按“切换”。";
        await refresh();
      }
    });
    await refresh();
  }

  Lianxue.recordParts.people = { start };
})();
