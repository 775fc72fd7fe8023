/** The names of pages: what a query names exactly, in part, or by an abbreviation. Pure. */
(function () {
  "use strict";

  const STATE = "中华人民共和国";
  const PARTY = "中国共产党";
  const ENDING = /(?:法典|法|条例|规定|办法|规则|准则|细则|章程|党章|意见|决定|通知|纲要|解释|规范|修正案|编)$/;
  const REMARK = /[(（\[【][^()（）\[\]【】]*[)）\]】]\s*$/;
  const YEAR = /((?:19|20)[0-9]{2})年?(?:版|修订|修正|修改)?/;
  const { fold, compact } = Lianxue.searchFold;

  /** A name and its shorter forms; what was cut away costs a little. @param {string} written @returns {[string, number][]} */
  function formsOf(written) {
    const full = fold(written);
    /** @type {Map<string, number>} */
    const forms = new Map();
    const put = (/** @type {string} */ text, /** @type {number} */ worth) => {
      const form = compact(text);
      if (form && !forms.has(form)) {
        forms.set(form, worth);
      }
    };
    [[full, 1], [full.replace(REMARK, ""), 0.97]].forEach(([text, worth]) => {
      const name = compact(String(text));
      put(name, Number(worth));
      [STATE, PARTY].forEach((prefix) => {
        if (name.startsWith(prefix) && name.length > prefix.length + 1) {
          put(name.slice(prefix.length), Number(worth) * (prefix === STATE ? 1 : 0.99));
        }
      });
    });
    return Array.from(forms);
  }

  /** @param {string} one @param {string} other @returns {number} how many characters they begin with alike */
  function sharedStart(one, other) {
    let count = 0;
    while (count < one.length && one[count] === other[count]) {
      count += 1;
    }
    return count;
  }

  /** @param {string} one @param {string} other @returns {number} how many characters they end with alike */
  function sharedEnd(one, other) {
    let count = 0;
    while (count < one.length && count < other.length && one[one.length - 1 - count] === other[other.length - 1 - count]) {
      count += 1;
    }
    return count;
  }

  /** @param {string} asked @param {string} name @returns {number} runs in which its characters stand there in order; 0: they do not */
  function runsWithin(asked, name) {
    let runs = 0;
    let place = -2;
    for (const character of asked) {
      const next = name[place + 1] === character ? place + 1 : name.indexOf(character, Math.max(place + 1, 0));
      if (next < 0) {
        return 0;
      }
      runs += next === place + 1 && place >= 0 ? 0 : 1;
      place = next;
    }
    return runs;
  }

  /** @param {string} asked @param {string} name @param {number} start @returns {boolean} whether each character stands there a word or less behind the one before: 计生 in 计划生育 */
  function stepsThrough(asked, name, start) {
    let place = start;
    return Array.from(asked.slice(1)).every((character) => {
      const next = name.indexOf(character, place + 1);
      const isNear = next > place && next - place <= 2;
      place = next;
      return isNear;
    });
  }

  /** An abbreviation takes characters in order, the first and the last with them: 民诉法. @param {string} asked @param {string} name @returns {number} 0: it is none */
  function abbreviation(asked, name) {
    if (asked.length < 2 || asked.length >= name.length || asked[asked.length - 1] !== name[name.length - 1] || !runsWithin(asked, name)) {
      return 0;
    }
    const start = Math.min(sharedStart(asked, name), asked.length - 1);
    const end = Math.min(sharedEnd(asked, name), asked.length - start);
    const middle = asked.slice(start, asked.length - end);
    const inner = middle ? runsWithin(middle, name.slice(start, name.length - end)) : 0;
    if (middle && start === 0 && inner >= middle.length && middle.length > 1 && stepsThrough(middle, name, name.indexOf(middle[0]))) {
      return 0.6 + 0.1 * (asked.length / name.length); // more than a slip of another name
    }
    if ((middle && !inner) || (start === 0 && end < 3 && inner >= middle.length)) {
      return 0;
    }
    const runs = inner + (start ? 1 : 0) + 1;
    return 0.5 + 0.12 * (asked.length / name.length) + (start ? 0.1 : 0) + 0.08 * (1 - (runs - 1) / asked.length);
  }

  /** Without its last word: 刑诉. @param {string} asked @param {string} name @returns {number} 0: it is none */
  function stem(asked, name) {
    if (asked.length < 2 || asked.length > 6 || asked[0] !== name[0] || !ENDING.test(name)) {
      return 0;
    }
    return runsWithin(asked, name.replace(ENDING, "")) ? 0.34 + 0.12 * (asked.length / name.length) : 0;
  }

  /** @param {string} asked compact @param {string} name @returns {number} 0–1 */
  function likeness(asked, name) {
    if (asked === name) {
      return 1;
    }
    const at = asked.length <= name.length ? name.indexOf(asked) : -1;
    if (at >= 0) {
      const isEnd = name.endsWith(asked);
      return 0.7 + 0.19 * (asked.length / name.length) + (isEnd ? 0.06 : 0) + (at === 0 ? 0.04 : 0);
    }
    return abbreviation(asked, name) || stem(asked, name);
  }

  /** @param {SearchMeta} meta @returns {SearchTitles} */
  function create(meta) {
    /** @type {string[]} */
    const names = [];
    /** @type {number[]} */
    const pages = [];
    /** @type {number[]} */
    const worth = [];
    meta.titles.forEach((title, page) => {
      /** @type {Map<string, number>} */
      const forms = new Map();
      [title].concat(meta.names[page] || []).forEach((written) =>
        formsOf(written).forEach(([form, value]) => forms.set(form, Math.max(value, forms.get(form) || 0)))
      );
      forms.forEach((value, form) => {
        names.push(form);
        pages.push(page);
        worth.push(value);
      });
    });

    /**
     * @param {(name: string) => number} like @param {number} least
     * @returns {Map<number, number>} the pages that are like enough, and how much
     */
    function each(like, least) {
      /** @type {Map<number, number>} */
      const found = new Map();
      for (let at = 0; at < names.length; at += 1) {
        const value = like(names[at]) * worth[at];
        if (value >= least && value > (found.get(pages[at]) || 0)) {
          found.set(pages[at], value);
        }
      }
      return found;
    }

    /** A year says which of several: 2018年宪法修正案 for 宪法修正案（2018年）. @param {string} asked compact @param {Map<number, number>} found @returns {Map<number, number>} */
    function ofYear(asked, found) {
      const [written, year] = YEAR.exec(asked) || ["", ""];
      const rest = asked.replace(written, "").replace(/^的/, "");
      if (!year || rest.length < 2) {
        return found;
      }
      each((name) => likeness(rest, name), 0.3).forEach((value, page) => {
        if (meta.titles[page].indexOf(year) >= 0 && value > (found.get(page) || 0)) {
          found.set(page, value);
        }
      });
      return found;
    }

    /** @param {string} asked folded @returns {Map<number, number>} */
    function find(asked) {
      const plain = compact(asked);
      const short = plain.startsWith(STATE) && plain.length > STATE.length + 1 ? plain.slice(STATE.length) : plain;
      if (short.length < 2) {
        return each((name) => (short && name.indexOf(short) >= 0 ? (name === short ? 1 : 0.5 + 0.2 / name.length + (name.startsWith(short) ? 0.1 : 0)) : 0), 0.1);
      }
      const found = ofYear(short, each((name) => likeness(short, name), 0.3));
      if (found.size || !/\d/.test(short)) {
        return found;
      }
      // 修正案11 for 修正案（十一）
      const counted = Lianxue.folding.fold(short, ["numerals"]);
      return each((name) => (Lianxue.folding.fold(name, ["numerals"]) === counted ? 0.98 : 0), 0.3);
    }

    /** @param {string} asked @returns {boolean} whether it is a name as it stands */
    const isName = (asked) => names.indexOf(asked) >= 0;

    /** Pages with this in their name. @param {string} text @returns {number[]} */
    const containing = (text) => Array.from(each((name) => (name.indexOf(text) >= 0 ? 1 : 0), 0.5).keys());

    return { find, each, isName, containing };
  }

  Lianxue.searchTitles = { create, likeness, formsOf, ENDING };
})();
