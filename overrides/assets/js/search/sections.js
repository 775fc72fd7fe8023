/** The sections of the index by number: which page, which file of texts, and what stands there once it is loaded. Pure. */
(function () {
  "use strict";

  const NUMBERING = /^第[0-9零〇一二三四五六七八九十百千]+(?:分编|[编章节条])/;

  /** @param {SearchMeta} meta @returns {SearchPlaces} */
  function places(meta) {
    const count = meta.sections.length;
    const bases = new Int32Array(count);
    let total = 0;
    meta.sections.forEach((sections, page) => {
      bases[page] = total;
      total += sections;
    });
    const pageOf = new Uint16Array(total);
    bases.forEach((base, page) => pageOf.fill(page, base, base + meta.sections[page]));
    return { total, bases, pageOf };
  }

  /** The headings a section stands under, outermost first. @param {SearchShard} shard @param {number} place @returns {string[]} */
  function headingsAbove(shard, place) {
    let level = shard.sections[place][0];
    /** @type {string[]} */
    const found = [];
    for (let at = place - 1; at >= 0 && level > 2; at -= 1) {
      const [other, , heading] = shard.sections[at];
      if (other < level && other > 1) {
        found.unshift(heading);
        level = other;
      }
    }
    const before = shard.above.filter(([other]) => other < level).map(([, heading]) => heading);
    return level === 1 ? [] : before.concat(found);
  }

  /** @param {SearchMeta} meta @param {SearchPlaces} where @param {(hash: string) => SearchShard | null} shards loaded ones @returns {SearchSections} */
  function create(meta, where, shards) {
    const titles = meta.titles.map((title) => Lianxue.searchFold.compact(Lianxue.searchFold.fold(title)));

    /** @param {number} section @returns {{hash: string, first: number}} */
    function fileOf(section) {
      const page = where.pageOf[section];
      const inPage = section - where.bases[page];
      const parts = meta.parts[page];
      let at = parts.length - 2;
      while (at > 0 && Number(parts[at + 1]) > inPage) {
        at -= 2;
      }
      return { hash: String(parts[at] || ""), first: where.bases[page] + Number(parts[at + 1] || 0) };
    }

    /** @param {number} section @returns {SearchPlace | null} null where it is not loaded */
    function read(section) {
      const { hash, first } = fileOf(section);
      const shard = hash ? shards(hash) : null;
      const place = section - first;
      if (!shard || !shard.sections[place]) {
        return null;
      }
      if (!shard.plain[place]) {
        const [, , heading, text] = shard.sections[place];
        const plain = (/** @type {string} */ words) => Lianxue.searchFold.compact(Lianxue.searchFold.fold(words));
        const above = headingsAbove(shard, place);
        const before = place > 0 ? shard.sections[place - 1] : null;
        const isFirst = Boolean(before && before[0] > 1 && before[2] === above[above.length - 1]);
        shard.plain[place] = { heading: plain(heading), text: plain(text), above: plain(above.join(" ")), under: plain(above[above.length - 1] || "").replace(NUMBERING, ""), title: titles[where.pageOf[section]], isFirst, crumbs: above };
      }
      const [, anchor, heading, text] = shard.sections[place];
      return { anchor, heading, text, plain: shard.plain[place] };
    }

    return { hashOf: (section) => fileOf(section).hash, read };
  }

  Lianxue.searchSections = { places, create };
})();
