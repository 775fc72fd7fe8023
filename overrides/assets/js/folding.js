/**
 * Fold what a learner typed, so that 五, 5, ５ and 伍 compare equal. Pure; the twin of
 * hooks/lianxue/reading/folding.py with chinese_numerals.py: one set of truth tables holds both.
 */
(function () {
  "use strict";

  /** @type {Object<string, number>} */
  const DIGITS = {};
  ["〇零○", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"].forEach((characters, value) => {
    characters.split("").forEach((character) => {
      DIGITS[character] = value;
    });
  });
  /** @type {Object<string, number>} */
  const UNITS = { "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000 };
  /** @type {[RegExp, number][]} */
  const SECTIONS = [[/[亿億]/, 1e8], [/[万萬]/, 1e4], [/$/, 1]];
  const RUN = new RegExp("[" + Object.keys(DIGITS).join("") + Object.keys(UNITS).join("") + "万萬亿億]+", "g");
  // Python's \s, written out: JavaScript's own differs at the edges
  const BLANK = "[\\t-\\r\\u001c-\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
  const BLANKS = new RegExp(BLANK, "g");
  const OUTER_BLANKS = new RegExp("^" + BLANK + "|" + BLANK + "$", "g");

  /**
   * A number below 10,000 by places: 一百零五, 十二, 二千零三十.
   * @param {string} text @param {boolean} mayStartWithZero @returns {number | null} null where it reads as none
   */
  function readSection(text, mayStartWithZero) {
    let total = 0;
    let lastUnit = 10000; // units must fall
    let digit = 0; // one that still waits for its unit; 0 = none
    let isAfterZero = false;
    for (let place = 0; place < text.length; place += 1) {
      const value = DIGITS[text[place]];
      const unit = UNITS[text[place]];
      if (value === 0) {
        if (digit || isAfterZero || (place === 0 && !mayStartWithZero)) {
          return null;
        }
        isAfterZero = true;
      } else if (value !== undefined) {
        if (digit) {
          return null;
        }
        digit = value;
      } else if (unit !== undefined) {
        if (unit >= lastUnit || (!digit && (unit !== 10 || place !== 0))) {
          return null; // only 十 may stand without its digit, and only in front
        }
        if (!isAfterZero && total && unit * 10 < lastUnit) {
          return null;
        }
        total += (digit || 1) * unit;
        lastUnit = unit;
        digit = 0;
        isAfterZero = false;
      } else {
        return null;
      }
    }
    if (digit) {
      const isDoubtful = total > 0 && lastUnit > 10 && !isAfterZero; // 一百五 is 150 in speech
      return isDoubtful ? null : total + digit;
    }
    return isAfterZero || text === "" ? null : total;
  }

  /** @param {string} run of numeral characters @returns {string} Arabic digits; the run where it does not read as a number */
  function foldRun(run) {
    if (run.split("").every((character) => character in DIGITS)) {
      return run.split("").map((character) => String(DIGITS[character])).join("");
    }
    let total = 0;
    let lastSize = 0;
    let rest = run;
    for (const [mark, size] of SECTIONS) {
      const at = rest.search(mark);
      if (at >= 0 && rest !== "") {
        const head = rest.slice(0, at);
        const section = readSection(head, total > 0);
        const isDoubtful = total > 0 && (section || 0) * size * 10 < lastSize && DIGITS[head[0]] !== 0; // 一万二 is 12,000 in speech
        if (section === null || isDoubtful || (section === 0 && size > 1)) {
          return run;
        }
        total += section * size;
        lastSize = size;
        rest = rest.slice(at + 1);
      }
    }
    return String(total);
  }

  /** In the order in which they are applied. @type {[string, (text: string) => string][]} */
  const FOLDINGS = [
    ["width", (text) => text.normalize("NFKC")],
    ["case", (text) => text.toLowerCase()],
    ["numerals", (text) => text.replace(RUN, foldRun)],
    ["blanks", (text) => text.replace(BLANKS, "")],
  ];

  /** @param {string} text @param {string[]} switches of width, case, numerals, blanks @returns {string} */
  function fold(text, switches) {
    return FOLDINGS.reduce((folded, [name, folding]) => (switches.indexOf(name) >= 0 ? folding(folded) : folded), text);
  }

  /** @param {string} text @returns {string} without blanks at its ends */
  function trim(text) {
    return text.replace(OUTER_BLANKS, "");
  }

  Lianxue.folding = { fold, trim };
})();
