/** Pages by what they are called: a name alone, one beside other words, one typed in letters. */
(function () {
  "use strict";

  const SURE = 0.6; // a name that is meant
  const TITLE = 100; // the score of a page that is named
  const EXACT = 0.96; // nothing else was meant
  const { compact } = Lianxue.searchFold;
  const LEADING = /^(?:第|中的|里的|里面|里|中|的|关于|对于|对|规定的|规定|有关)+/;
  const NO_NAME = /^(?:依照|依据|根据|按照|违反)?(?:本|该|其他|有关|相关|任何)(?:法|条例|规定|办法|规则|准则|细则|章程)|^[的之等和与或及]/;
  const COMPOUND = /^(?:法[律规院人定官制典治庭医学案理条权]|规定[的了])/; // 司法机关 begins with no law
  const MIXED = /[a-z]{2}.*[\u4e00-\u9fff]|[\u4e00-\u9fff].*[a-z]{2}/; // pinyin beside characters
  const GROUP = /(?:法典|修正案)$/; // one name for several pages

  /** @param {Map<number, number>} found @returns {number} */
  const bestOf = (found) => Array.from(found.values()).reduce((one, other) => Math.max(one, other), 0);

  /** @param {Map<number, number>} one @param {Map<number, number>} other @returns {Map<number, number>} the higher of both */
  function join(one, other) {
    const all = new Map(one);
    other.forEach((value, page) => all.set(page, Math.max(value, all.get(page) || 0)));
    return all;
  }

  /** Letters as pinyin is typed: v for ü, no blanks, no tones. @param {string} folded @returns {string} "" where it is none */
  function lettersOf(folded) {
    const apart = folded.normalize("NFD").replace(/u[\u0300-\u0307\u030c]*\u0308|u:/g, "v");
    const letters = apart.replace(/[\u0300-\u036f\s'’·-]/g, "");
    return /^[a-z]{2,60}$/.test(letters) ? letters : "";
  }

  /** Pages with that name, by every way a name is told. @param {string} asked @param {SearchTask} task @returns {Promise<Map<number, number>>} */
  async function resolve(asked, task) {
    const { titles } = task.on;
    const found = titles.find(asked);
    if (bestOf(found) >= SURE || !compact(asked)) {
      return found;
    }
    const letters = lettersOf(asked);
    const sounds = await task.openSounds();
    const { spelt, mixed, slips } = Lianxue.searchFuzzyTitles;
    return join(found, letters ? spelt(letters, titles, sounds) : MIXED.test(asked) ? mixed(compact(asked), titles, sounds) : slips(compact(asked), titles, sounds));
  }

  /** Pages that are meant where a name stands beside other words: it has to be all of a name, or its end. @param {string} asked @param {SearchTask} task @returns {Map<number, number> | null} */
  function meant(asked, task) {
    const { titles } = task.on;
    const { ENDING, likeness } = Lianxue.searchTitles;
    if (asked.length < 2 || NO_NAME.test(asked) || !(titles.isName(asked) || (asked.length > 2 && ENDING.test(asked)))) {
      return null;
    }
    const isGroup = GROUP.test(asked);
    const short = compact(asked);
    const pages = titles.each((name) => (name[name.length - 1] === short[short.length - 1] || (isGroup && name.startsWith(short)) ? likeness(short, name) : 0), SURE);
    return pages.size ? pages : null;
  }

  /** A name in front of other words, or among them: 公务员法 辞退, 公务员法中的辞退. @param {string} folded @param {SearchTask} task @returns {{pages: Map<number, number>, rest: string} | null} */
  function nameWithin(folded, task) {
    const pieces = Lianxue.searchWords.pieces(folded);
    for (const piece of pieces.length > 1 ? pieces : []) {
      const pages = meant(piece, task);
      if (pages) {
        return { pages, rest: pieces.filter((other) => other !== piece).join(" ") };
      }
    }
    for (let cut = folded.length - 2; cut > 1; cut -= 1) {
      const pages = COMPOUND.test(folded.slice(cut - 1)) ? null : meant(folded.slice(0, cut), task);
      const rest = folded.slice(cut).trim().replace(LEADING, "");
      if (pages && rest.length > 1) {
        return { pages, rest };
      }
    }
    return null;
  }

  /** @param {SearchTask} task @param {Map<number, number>} pages @param {number} most @param {string[]} words @returns {SearchHit[]} */
  function titleHits(task, pages, most, words) {
    return Array.from(pages).map(([page, value]) => ({ page, section: 0, score: (most * value + (most === TITLE && value > EXACT ? 30 : 0)) * (0.9 + 0.1 * task.on.worth[page]), words }));
  }

  Lianxue.searchByName = { resolve, nameWithin, titleHits, lettersOf, bestOf, NO_NAME, SURE, TITLE };
})();
