/** One element with what it has and holds; text is always text. */
(function () {
  "use strict";

  /**
   * @param {string} tag @param {Object<string, string>} attributes @param {(Node | string)[]} [children]
   * @returns {any} the element; any, because its kind follows from the tag
   */
  function make(tag, attributes, children) {
    const element = document.createElement(tag);
    Object.keys(attributes).forEach((name) => element.setAttribute(name, attributes[name]));
    element.append(...(children || []));
    return element;
  }

  Lianxue.make = make;
})();
