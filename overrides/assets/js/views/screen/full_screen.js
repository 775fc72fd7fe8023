/** The browser's full screen, by its old name too; where it is refused the page fills the window and nothing is said. */
(function () {
  "use strict";

  /** @returns {any} old WebKit kernels know the prefixed names alone */
  function page() {
    return document;
  }

  /** @param {any} element @param {string[]} names the first that is there is called */
  function callFirst(element, names) {
    const name = names.find((one) => typeof element[one] === "function");
    const answer = name && element[name]();
    if (answer && answer.catch) {
      answer.catch(() => undefined); // refused: without a press, in a frame, by policy
    }
  }

  Lianxue.fullScreen = {
    isOn: () => Boolean(page().fullscreenElement || page().webkitFullscreenElement),
    enter: (element) => callFirst(element, ["requestFullscreen", "webkitRequestFullscreen"]),
    leave: () => callFirst(document, ["exitFullscreen", "webkitExitFullscreen"]),
    onChange(listener) {
      ["fullscreenchange", "webkitfullscreenchange"].forEach((name) => document.addEventListener(name, listener));
    },
  };
})();
