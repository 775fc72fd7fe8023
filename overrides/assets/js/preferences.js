/**
 * The switches 大字版 and 护眼 in the header. early.js has painted what this page remembers; here the record's
 * word is asked (Firefox keeps a storage per file) and clicks are kept.
 */
(function () {
  "use strict";

  const NAMES = ["text", "dark"];

  /** @type {Object<string, (isOn: boolean) => void>} */
  const apply = {
    text(isOn) {
      if (isOn) {
        document.documentElement.setAttribute("data-lx-text", "large");
      } else {
        document.documentElement.removeAttribute("data-lx-text");
      }
    },
    dark(isOn) {
      const scheme = isOn ? "slate" : "default";
      document.documentElement.setAttribute("data-md-color-scheme", scheme);
      document.body.setAttribute("data-md-color-scheme", scheme); // Material reads it there
    },
  };

  /** @param {string} name @returns {HTMLElement[]} */
  function switchesOf(name) {
    return Array.from(document.querySelectorAll('[data-lx-switch="' + name + '"]'));
  }

  /** @param {string} name @param {boolean} isOn */
  function show(name, isOn) {
    apply[name](isOn);
    switchesOf(name).forEach((element) => {
      element.setAttribute("aria-pressed", String(isOn));
    });
  }

  /** @param {string} name @returns {boolean} */
  function isShown(name) {
    return name === "text"
      ? document.documentElement.getAttribute("data-lx-text") === "large"
      : document.documentElement.getAttribute("data-md-color-scheme") === "slate";
  }

  /** Kept by this page too, for early.js. @param {string} name @param {boolean} isOn */
  function keepHere(name, isOn) {
    Lianxue.preferenceShelf.write(Lianxue.site.id, name, isOn ? "on" : "off");
  }

  /** @param {string} name @param {() => void} onTouched */
  function wire(name, onTouched) {
    show(name, isShown(name));
    switchesOf(name).forEach((element) => {
      element.hidden = false;
      element.addEventListener("click", () => {
        onTouched();
        const isOn = !isShown(name);
        show(name, isOn);
        keepHere(name, isOn);
        Lianxue.recordStore.setPreference(name, isOn ? "on" : "off");
      });
    });
  }

  function start() {
    NAMES.forEach((name) => {
      let isTouched = false;
      wire(name, () => { isTouched = true; });
      if (Lianxue.site.isFile) {
        Lianxue.recordStore.preference(name).then((value) => {
          if (!isTouched && (value === "on" || value === "off")) {
            show(name, value === "on");
            keepHere(name, value === "on");
          }
        });
      }
    });
    // the other open pages follow
    window.addEventListener("storage", (event) => {
      NAMES.filter((name) => event.key === "lianxue-" + Lianxue.site.id + "." + name).forEach((name) => {
        show(name, Lianxue.preferenceShelf.read(Lianxue.site.id, name) === "on");
      });
    });
  }

  Lianxue.preferences = { start };
})();
