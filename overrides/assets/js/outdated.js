/* One sentence for browsers that cannot run the site (IE kernels). ES3 on purpose: it must parse where nothing else does. */
(function () {
  "use strict";
  var hasVariables = !!(window.CSS && window.CSS.supports && window.CSS.supports("color", "var(--x)"));
  if (window.Promise && hasVariables) {
    return; // missing storage is another matter: storage_notice.js speaks of it where something would be lost
  }
  var note = document.createElement("p");
  note.className = "lx-outdated";
  note.setAttribute("role", "alert");
  note.appendChild(
    document.createTextNode("您的浏览器内核过旧，本站不能正常显示：请使用360安全浏览器（切换到极速模式）、Edge或Chrome打开。")
  );
  document.body.insertBefore(note, document.body.firstChild);
})();
