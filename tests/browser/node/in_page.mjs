/** What a learner does and sees on a page, as functions that run inside it (sent as text: nothing from outside them). */

/** Choose an option and submit. */
export function respond({ question, option }) {
  const form = document.querySelector('form[data-question="' + question + '"]');
  form.querySelector('input[name="choice"][value="' + option + '"]').click();
  form.querySelector("[data-submit]").click();
}

/** What stands under a question once it has a verdict; waits for it. */
export function verdict({ question }) {
  const form = document.querySelector('form[data-question="' + question + '"]');
  const deadline = Date.now() + 15000;
  return new Promise((resolve, reject) => {
    (function look() {
      if (!form.hasAttribute("data-verdict")) {
        if (Date.now() > deadline) {
          reject(new Error("no verdict; the form says: " + form.querySelector("[data-hint]").textContent));
        } else {
          setTimeout(look, 20);
        }
        return;
      }
      resolve({
        status: form.querySelector("[data-status]").textContent,
        answer: form.querySelector("[data-answer]").textContent,
        explanation: form.querySelector("[data-explanation]").textContent,
        when: form.querySelector("[data-when]").textContent,
        citation: form.querySelector("[data-citations] a").getAttribute("href"),
      });
    })();
  });
}

/** How two versions stand: an article's two texts side by side or one under the other, and whether its words are marked. */
export function compared() {
  const article = document.querySelector("#c-2").closest("section");
  const row = article.querySelectorAll(".lx-compare__row")[1];
  const places = Array.from(row.children, (side) => side.getBoundingClientRect());
  return {
    isSideBySide: places[0].top === places[1].top,
    lines: ["del", "ins"].map((mark) => getComputedStyle(row.querySelector(mark)).textDecorationLine),
    listed: document.querySelectorAll(".lx-compare__jumps [open] a").length,
  };
}

/** The home page's word on what was begun; waits until it is not the server's own. */
export function study() {
  const line = document.querySelector("[data-lx-my-study]");
  const first = "答题以后";
  const deadline = Date.now() + 15000;
  return new Promise((resolve, reject) => {
    (function look() {
      if (line.textContent.indexOf(first) === 0) {
        if (Date.now() > deadline) {
          reject(new Error("home does not say how far one is: " + line.textContent));
        } else {
          setTimeout(look, 20);
        }
        return;
      }
      const month = Array.from(document.querySelectorAll("[data-lx-lesson]")).filter((lesson) => !lesson.hidden);
      resolve({ line: line.textContent, start: month.map((lesson) => lesson.querySelector("[data-lx-start]").textContent) });
    })();
  });
}

/** Whether this page's own storage remembers what another page wrote: under Firefox's real preferences a file does not. */
export function sharedStorage({ name, value }) {
  const before = localStorage.getItem(name);
  localStorage.setItem(name, value);
  return before;
}

/** The header's height, the tops of the first month cards and of the text, and what runs out of the window. */
export function layout() {
  const cards = Array.from(document.querySelectorAll("[data-lx-year]:not([hidden]) [data-lx-card][data-lx-month]")).slice(0, 3);
  const header = document.querySelector("header").getBoundingClientRect();
  return {
    headerHeight: header.height,
    headerWidth: header.width,
    cardTops: cards.map((card) => Math.round(card.getBoundingClientRect().top)),
    cardLefts: cards.map((card) => Math.round(card.getBoundingClientRect().left)),
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
}

/** The question that a practice session asks; waits until it is another than `before`. */
export function asked({ before }) {
  const deadline = Date.now() + 15000;
  return new Promise((resolve, reject) => {
    (function look() {
      const form = document.querySelector("[data-lx-ready] [data-run] form[data-question]");
      const id = form ? form.getAttribute("data-question") : before;
      if (id !== before) {
        resolve(id);
      } else if (Date.now() > deadline) {
        reject(new Error("no other question than " + before));
      } else {
        setTimeout(look, 20);
      }
    })();
  });
}

/** Press 下一题. */
export function goOn() {
  document.querySelector("[data-run] [data-next]").click();
}

/** Question and mode of every response in the record, as it was given. */
export function recorded() {
  return Lianxue.recordStore.events().then((events) =>
    Lianxue.record.inOrder(events).filter((event) => event.kind === "response").map((event) => [event.payload.question, event.payload.mode || ""])
  );
}
