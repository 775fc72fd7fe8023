/** Whose record this page keeps: in the bar where several people share the browser, and said when it has changed meanwhile. */
(function () {
  "use strict";

  /** @param {string} name @returns {HTMLElement} */
  function part(name) {
    return /** @type {HTMLElement} */ (document.querySelector("[data-lx-person" + name + "]"));
  }

  /** @param {People} people @param {string} id @returns {string} */
  function nameOf(people, id) {
    const person = people.people.find((one) => one.id === id);
    return (person && person.name) || "未起名";
  }

  /** @param {People} people */
  function show(people) {
    const here = String(people.here);
    part("").textContent = "使用人：" + nameOf(people, here);
    part("").hidden = people.people.length < 2;
    part("-changed").hidden = people.current === here;
    // a status is read aloud when its text changes
    part("-news").textContent = people.current === here ? "" : "使用人已换成" + nameOf(people, people.current) + "，请刷新本页。";
  }

  /** Where there is no record to be read, there is nothing to say. */
  function refresh() {
    Lianxue.recordStore.people().then(show, () => undefined);
  }

  function start() {
    if (!part("")) {
      return;
    }
    part("-reload").addEventListener("click", () => document.location.reload());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") {
        refresh();
      }
    });
    window.addEventListener("focus", refresh);
    document.addEventListener("lianxue:people", refresh);
    refresh();
  }

  Lianxue.personView = { start, nameOf };
})();
