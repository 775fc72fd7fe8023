/** What a learner sees of the search, as functions that run inside the page (sent as text: nothing from outside them). */

/** Wait for results; their links and what is said of them. */
export function listed() {
  const deadline = Date.now() + 15000;
  return new Promise((resolve, reject) => {
    (function look() {
      const list = document.querySelector("#lx-find-list");
      const links = list ? Array.from(list.querySelectorAll("a[role=option]")) : [];
      if (links.length > 0 && list.getAttribute("aria-busy") === "false") {
        resolve({ links: links.map((link) => decodeURI(link.href)), count: document.querySelector(".lx-find__count").textContent });
      } else if (Date.now() > deadline) {
        reject(new Error("no results: " + (list ? document.querySelector(".lx-find__inner").textContent : "no dialog")));
      } else {
        setTimeout(look, 20);
      }
    })();
  });
}

/** Whether the first option is the active one while the field has the focus. */
export function chosen() {
  const active = document.querySelector("#lx-find-list [aria-selected=true]");
  return active === document.querySelector("#lx-find-list [role=option]") && document.activeElement.getAttribute("aria-activedescendant") === active.id;
}

/** The address, how far its heading stands below the header's lower edge, and how many words are marked. */
export function arrived() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const header = document.querySelector("header").getBoundingClientRect();
  const box = target.getBoundingClientRect();
  return {
    url: decodeURI(location.href), anchor: target.id, below: box.top - header.bottom, isInSight: box.bottom < window.innerHeight,
    marks: document.querySelectorAll("mark.lx-hit").length,
  };
}

/** The dialog's box on the screen, and what sticks out of it. */
export function box() {
  const inner = document.querySelector(".lx-find__inner").getBoundingClientRect();
  const options = Array.from(document.querySelectorAll("#lx-find-list [role=option]"));
  return {
    left: inner.left, width: inner.width, height: inner.height, screen: document.documentElement.clientWidth,
    area: document.querySelector(".lx-find__area").getBoundingClientRect().height,
    out: options.filter((option) => option.getBoundingClientRect().right > inner.right + 1).length,
    hasFocus: document.activeElement.id === "lx-find-field",
  };
}
