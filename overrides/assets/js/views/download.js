/** Offers a text as a file, without a server: a Blob behind a link that is pressed at once. */
(function () {
  "use strict";

  const PATIENCE = 60000; // milliseconds; old kernels read the Blob only when their save dialog is answered

  /** @param {string} name of the file @param {string} type such as text/plain @param {string} text written as UTF-8 */
  function save(name, type, text) {
    const url = URL.createObjectURL(new Blob([text], { type: type + ";charset=utf-8" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.hidden = true;
    document.body.appendChild(link); // Firefox presses only what is in the document
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(url), PATIENCE);
  }

  Lianxue.download = { save };
})();
