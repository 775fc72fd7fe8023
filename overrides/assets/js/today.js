/** The learner's day: the device's local date, whatever time zone the site was built in. */
(function () {
  "use strict";

  /** @returns {string} 2026-11-20 */
  function today() {
    const now = new Date();
    return Lianxue.record.localDate(now.getTime(), -now.getTimezoneOffset());
  }

  Lianxue.today = today;
})();
