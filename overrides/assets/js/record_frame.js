/**
 * The record of a site opened from files: a hidden record.html keeps it for all pages, because Firefox
 * gives every file a store of its own. What is asked crosses as JSON, the events of the record as the texts they are kept in.
 */
(function () {
  "use strict";

  const PATIENCE = 4000; // milliseconds until a frame that has not answered yet counts as gone
  const PATIENCE_WITH_THE_SILENT = 300; // the same, once it did not answer: a verdict must not wait for it every time
  const PATIENCE_WITH_THE_WHOLE = 60000; // for work on the whole record, when the frame is known to answer
  const QUICK = ["ready", "appendAll", "memo", "setMemo", "swapMemo", "people", "preference", "setPreference"];
  const LONG = ["read", "upkeep", "snapshots", "restore", "merge", "changePeople"];

  /** @param {string} url @returns {HTMLIFrameElement} */
  function makeFrame(url) {
    const frame = document.createElement("iframe");
    frame.hidden = true;
    frame.title = "学习记录";
    frame.tabIndex = -1;
    frame.setAttribute("aria-hidden", "true");
    frame.src = url;
    return frame;
  }

  /** @param {string} reason @returns {Error} */
  function failure(reason) {
    const error = new Error("record.html: " + reason);
    error.name = reason;
    return error;
  }

  /**
   * Start the frame and speak with it.
   * @param {string} url of record.html @returns {RecordKeeper} its promises reject with denied, newer, full, failed or silent
   */
  function connect(url) {
    const frame = makeFrame(url);
    /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void, timer: number}>} */
    const waiting = new Map();
    let count = 0;
    let patience = PATIENCE;

    const isLoaded = new Promise((resolve) => {
      frame.addEventListener("load", resolve, { once: true });
    });
    window.addEventListener("message", (message) => {
      if (message.source !== frame.contentWindow || !message.data || message.data.lianxue !== "reply") {
        return;
      }
      patience = PATIENCE;
      const call = waiting.get(message.data.number);
      if (!call) {
        return;
      }
      waiting.delete(message.data.number);
      window.clearTimeout(call.timer);
      if (message.data.failed) {
        call.reject(failure(message.data.failed));
      } else {
        call.resolve(message.data.value);
      }
    });
    document.body.appendChild(frame);

    /** @param {string} method @param {any[]} given @param {number} [patient] milliseconds @returns {Promise<any>} */
    function call(method, given, patient) {
      count += 1;
      const number = count;
      return new Promise((resolve, reject) => {
        const timer = window.setTimeout(() => {
          waiting.delete(number);
          patience = PATIENCE_WITH_THE_SILENT;
          reject(failure("silent"));
        }, patient || patience);
        waiting.set(number, { resolve, reject, timer });
        isLoaded.then(() => {
          if (frame.contentWindow) {
            // a file has the origin "null", which cannot be named as a target: the listener checks who asks
            frame.contentWindow.postMessage({ lianxue: "call", number, method, given: JSON.stringify(given) }, "*");
          }
        });
      });
    }

    /** @type {Object<string, (...given: any[]) => Promise<any>>} */
    const methods = {};
    QUICK.forEach((method) => {
      methods[method] = (...given) => call(method, given);
    });
    LONG.forEach((method) => {
      methods[method] = (...given) => call("ready", []).then(() => call(method, given, PATIENCE_WITH_THE_WHOLE));
    });
    return /** @type {any} */ (methods);
  }

  Lianxue.recordFrame = { connect };
})();
