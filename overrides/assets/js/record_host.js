/** Runs in record.html: answers the page that framed it. Only for a site opened from files; silent on http. */
(function () {
  "use strict";

  if (!Lianxue.site.isFile || window.parent === window) {
    return;
  }
  const keeper = Lianxue.recordKeeper.open(Lianxue.site.id);
  /** @type {Object<string, (...given: any[]) => Promise<any>>} */
  const methods = {
    ready: keeper.ready,
    append: keeper.append,
    events: keeper.events,
    preference: keeper.preference,
    setPreference: keeper.setPreference,
  };

  /** @param {{number: number, value?: string, failed?: string}} answer */
  function reply(answer) {
    window.parent.postMessage(Object.assign({ lianxue: "reply" }, answer), "*");
  }

  window.addEventListener("message", (message) => {
    const call = message.data;
    if (message.source !== window.parent || !call || call.lianxue !== "call") {
      return;
    }
    if (!Object.prototype.hasOwnProperty.call(methods, call.method)) {
      reply({ number: call.number, failed: "failed" });
      return;
    }
    methods[call.method](...JSON.parse(call.given)).then(
      (value) => reply({ number: call.number, value: JSON.stringify(value) }),
      (error) => reply({ number: call.number, failed: (error && error.name) || "failed" })
    );
  });
})();
