/** What a query asks for: its words, without what only asks, each with the other ways to say it. Pure. */
(function () {
  "use strict";

  // words that ask and say nothing of what is asked for, the longer ones first
  const ASKING = new RegExp(
    [
      "(?:请问|想问|问一下)", "(?:应该|应当|应|要|会|可以|可|该|被|受到|受|给予|给)?(?:怎么样|怎么|怎样|如何|咋|啥)(?:进行|给予|受到|被)?(?:处理|处分|处罚|处置|规定|认定|理解|办|算|写|做|定)?的?",
      "(?:应该|应当|应|要|会|受到|受|给予|给|按|适用|属于|属|算|有)?(?:是)?(?:什么|哪些|哪种|哪类|哪几种|哪几类|哪几个|哪个|哪条|几种|几类|几个|多少|多久|多长)(?:是|样的|时间|意思|情形下?|情况下?|内容|种类|行为|处分|处罚|后果|规定|人)?",
      "(?:指|指的)是", "是指", "为何", "是不是", "能不能", "可不可以", "会不会", "要不要", "[吗呢吧啊呀]$",
    ].join("|"),
    "g"
  );
  // said of anything; it may stand there or not: 辞退的规定
  const HOLLOW = /(?:的|之)(?:相关|有关|具体|主要)?(?:规定|定义|含义|概念|内容|情况|法律规定|条文|解释)$|^(?:关于|对于|有关)/g;
  const OTHER = 0.93; // what a synonym or the other digits are worth beside the word itself
  const LESS = 0.6;
  const BRACKETS = /[《》〈〉<>「」『』“”"'‘’]/g;
  const { runs, isCjk } = Lianxue.searchFold;

  /** @param {string} text @param {number} worth @returns {SearchWay} one way to say a word: what to look for, and its terms in the index */
  function way(text, worth) {
    /** @type {string[]} */
    const terms = [];
    runs(text).forEach((run) => {
      if (!isCjk(run)) {
        terms.push(run);
      }
      for (let at = 0; isCjk(run) && at + 1 < run.length; at += 1) {
        terms.push(run.slice(at, at + 2));
      }
    });
    return { text, terms: Array.from(new Set(terms)), worth };
  }

  /** A word without what is said of anything: 视同工伤 for 视同工伤的情形. @param {string} text @returns {string} the same where nothing else is left */
  function core(text) {
    const left = text.replace(HOLLOW, "");
    return left.length > 1 ? left : text;
  }

  /** @param {string} text @param {[string, string][]} synonyms folded @returns {SearchWord} */
  function word(text, synonyms) {
    const others = Lianxue.searchNumerals.alternatives(text);
    synonyms.forEach(([from, to]) => {
      if (text.indexOf(from) >= 0 && text.indexOf(to) < 0) {
        others.push(text.split(from).join(to));
      }
    });
    const hollowed = core(text);
    const ways = [way(text, 1)].concat(others.map((other) => way(other, OTHER)), hollowed === text ? [] : [way(hollowed, LESS)]);
    return { text, ways: ways.filter((one) => one.terms.length > 0) };
  }

  /** @param {string} text folded @returns {string[]} */
  function pieces(text) {
    return text
      .replace(BRACKETS, "")
      .split(/[^\u3007\u3400-\u4dbf\u4e00-\u9fffa-z0-9]+/)
      .filter(Boolean);
  }

  /** @param {string} piece @param {RegExp} dropped @returns {string[]} what stands between, where that says something */
  function without(piece, dropped) {
    const left = piece.split(dropped).filter((part) => part && (part.length > 1 || !isCjk(part)));
    return left.length ? left : [piece];
  }

  /**
   * @param {string} folded @param {[string, string][]} synonyms folded
   * @returns {SearchWord[]} each once, in order; those of one character left out where there are others
   */
  function read(folded, synonyms) {
    const parts = pieces(folded).reduce((all, piece) => all.concat(without(piece, ASKING)), /** @type {string[]} */ ([]));
    const telling = parts.filter((part) => part.length > 1 || !isCjk(part));
    return Array.from(new Set(telling)).map((part) => word(part, synonyms)).filter((one) => one.ways.length > 0);
  }

  Lianxue.searchWords = { pieces, read, word, way };
})();
