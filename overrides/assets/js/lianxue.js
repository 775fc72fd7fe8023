/**
 * The one global name, and what the page says of itself.
 * @see types.d.ts for the shapes.
 */
(function () {
  "use strict";

  /** @param {string} name @returns {string} the content of a <meta>, "" when the page has none */
  function meta(name) {
    const element = document.querySelector('meta[name="' + name + '"]');
    return (element && element.getAttribute("content")) || "";
  }

  /** The folder of the site's index.html, with a slash at the end. @returns {URL} */
  function baseUrl() {
    const written = meta("lianxue-base") || ".";
    return new URL(written.replace(/\/*$/, "/"), document.location.href);
  }

  const base = baseUrl();

  /** @type {Site} */
  const site = {
    id: meta("lianxue-site") || "site",
    bankIndex: meta("lianxue-bank-index"),
    isFile: document.location.protocol === "file:",
    /** @param {string} url site-relative, may carry an #anchor @returns {string} */
    resolve(url) {
      return new URL(url, base).href;
    },
  };

  /** @type {any} */
  const namespace = { site, pageViews: {} };
  window.Lianxue = namespace;
})();
