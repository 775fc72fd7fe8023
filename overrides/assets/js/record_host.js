/** Runs in record.html: answers the page that framed it. Only for a site opened from files; silent on http. */
(function () {
  "use strict";

  if (!Lianxue.site.isFile || window.parent === window) {
    return;
  }
  const keeper = /** @type {any} */ (Lianxue.recordKeeper.open(Lianxue.site.id));

  /** @param {{number: number, value?: any, failed?: string}} answer */
  function reply(answer) {
    window.parent.postMessage(Object.assign({ lianxue: "reply" }, answer), "*");
  }

  window.addEventListener("message", (message) => {
    const call = message.data;
    if (message.source !== window.parent || !call || call.lianxue !== "call") {
      return;
    }
    if (!Object.prototype.hasOwnProperty.call(keeper, call.method)) {
      reply({ number: call.number, failed: "failed" });
      return;
    }
    keeper[call.method](...JSON.parse(call.given)).then(
      (/** @type {any} */ value) => reply({ number: call.number, value }),
      (/** @type {any} */ error) => reply({ number: call.number, failed: (error && error.name) || "failed" })
    );
  });
})();
