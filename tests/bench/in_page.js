/* Functions that the bench runs inside a page; nothing of the site. */
window.lxBench = (function () {
  "use strict";

  const DAY = 86400000;
  const KINDS = ["correct", "correct", "correct", "correct", "correct", "correct", "correct", "partial", "wrong", "wrong"];

  /** Until the browser has painted and answered a timer. */
  function settled() {
    return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  }

  /** Milliseconds from the start of navigation until the page has something, and answers. */
  function untilThereIs(selector, attribute) {
    return new Promise((resolve) => {
      const watcher = new MutationObserver(() => {
        if (document.querySelector(selector)) {
          watcher.disconnect();
          settled().then(() => resolve(performance.now()));
        }
      });
      watcher.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: [attribute] });
    });
  }

  /** The page's view can be used. */
  const ready = untilThereIs("[data-lx-page][data-lx-ready]", "data-lx-ready");
  /** What the record says stands on the practice page. */
  const facts = untilThereIs("[data-lx-page][data-facts]", "data-facts");

  /** Eight hex digits in no order, as a uuid begins: the database sorts by them. */
  function scattered(number) {
    return (Math.imul(number + 1, 2654435761) >>> 0).toString(16).padStart(8, "0");
  }

  /** Responses over two years until now, the same every time but for the day. */
  async function fillRecord(count) {
    const index = await Lianxue.bank.open();
    const now = Date.now();
    const events = [];
    for (let number = 0; number < count; number += 1) {
      const row = (number * 7919) % index.ids.length;
      const verdict = KINDS[(number * 31) % KINDS.length];
      const time = now - Math.floor((count - number) * (730 * DAY / count));
      events.push({
        id: scattered(number) + "-0000-4000-8000-" + String(number).padStart(12, "0"), device: "00000000-0000-4000-9000-000000000000",
        sequence: number + 1, time, date: Lianxue.record.localDate(time, 480), offset: 480, kind: "response", schema: Lianxue.record.SCHEMA,
        payload: {
          question: index.ids[row], revision: index.revision[row], response: ["A"], verdict,
          share: { correct: 1, partial: 0.5, wrong: 0 }[verdict], mode: "random",
        },
      });
    }
    const { added } = await Lianxue.recordStore.merge(events);
    return added;
  }

  async function openRecord() {
    const start = performance.now();
    const events = await Lianxue.recordStore.events();
    return { ms: performance.now() - start, count: events.length };
  }

  /** Press 下一题 and wait for another form, again and again. */
  async function nextQuestions(count) {
    const stage = document.querySelector("[data-run] [data-stage]");
    const button = document.querySelector("[data-run] [data-next]");
    const times = [];
    for (let number = 0; number < count; number += 1) {
      const before = stage.querySelector("form").id;
      const shown = new Promise((resolve) => {
        const watcher = new MutationObserver(() => {
          const form = stage.querySelector("form");
          if (form && form.id !== before) {
            watcher.disconnect();
            resolve(performance.now());
          }
        });
        watcher.observe(stage, { subtree: true, childList: true });
      });
      const start = performance.now();
      button.click();
      times.push(await shown - start);
      await settled();
      await new Promise((resolve) => setTimeout(resolve, 50)); // nobody presses faster; the next shard is on its way
    }
    return times;
  }

  async function drawExams(id, count) {
    const index = await Lianxue.bank.open();
    const events = await Lianxue.recordStore.events();
    const preset = index.presets.find((one) => one.id === id);
    const today = Lianxue.today();
    const given = {
      month: today.slice(0, 7), today, history: Lianxue.history.byQuestion(events), settings: Lianxue.settings.fold(events),
      random: Math.random, siteId: Lianxue.site.id,
    };
    const times = [];
    for (let number = 0; number < count; number += 1) {
      const start = performance.now();
      const drawn = Lianxue.presetDraw.draw(index, preset, given);
      times.push(performance.now() - start);
      if (drawn.ids.length !== 100) {
        throw new Error("drawn: " + drawn.ids.length);
      }
    }
    return times;
  }

  return { facts, ready, settled, fillRecord, openRecord, nextQuestions, drawExams };
})();
