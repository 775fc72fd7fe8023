/** What a key does on the big screen: those of a keyboard, and those that presenter remotes send. Pure. */
(function () {
  "use strict";

  /** By KeyboardEvent.code, so that input methods and Shift change nothing. @type {Object<string, ScreenCommandName>} */
  const COMMANDS = {
    PageDown: "forward", ArrowRight: "forward",
    PageUp: "back", ArrowLeft: "back",
    Space: "reveal", Enter: "reveal", NumpadEnter: "reveal",
    KeyN: "skip",
    KeyB: "black", Period: "black", NumpadDecimal: "black",
    F5: "full",
    Escape: "leave",
    ArrowDown: "down", ArrowUp: "up",
  };

  /**
   * @param {{code: string, key: string, shiftKey: boolean, ctrlKey: boolean, altKey: boolean, metaKey: boolean}} event
   * @returns {ScreenCommand | null} null where the key is the browser's
   */
  function commandOf(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return null;
    }
    const code = event.code || event.key; // some remotes' drivers send no code
    const digit = /^(?:Digit|Numpad)?([1-6])$/.exec(code);
    if (digit) {
      return { name: event.shiftKey ? "minus" : "plus", team: Number(digit[1]) - 1 };
    }
    return COMMANDS[code] ? { name: COMMANDS[code], team: -1 } : null;
  }

  Lianxue.screenKeys = { commandOf };
})();
