/** Lists of the index: where a term stands, read into numbers. A section's number counts through all pages. Pure. */
(function () {
  "use strict";

  const FIRST_PAGE = 0x400;
  const SKIPPED = 0x2028; // two line separators that are no page
  const PLUS = 0x21;
  const STEP = 986;

  const EMPTY = new Int32Array(0);
  const MOST_KEPT = 2e6; // numbers in memory

  /** @param {string} term with or without ^ @param {number} count of shards @returns {number} */
  function shardOf(term, count) {
    let hash = 0;
    for (let at = term[0] === "^" ? 1 : 0; at < term.length; at += 1) {
      hash = (hash * 131 + term.charCodeAt(at)) % 65521;
    }
    return hash % count;
  }

  /** @param {string} lists of a shard @param {string} term @returns {string} "" where it has none */
  function find(lists, term) {
    const mark = " " + term + "#";
    const at = lists.indexOf(mark);
    return at < 0 ? "" : lists.slice(at + mark.length, lists.indexOf(" ", at + mark.length));
  }

  /** @param {string} list @param {Int32Array} bases number of each page's first section @returns {Int32Array} ascending */
  function decode(list, bases) {
    const numbers = new Int32Array(list.length);
    let count = 0;
    let base = 0;
    let added = 0;
    for (let at = 0; at < list.length; at += 1) {
      const code = list.charCodeAt(at);
      if (code >= FIRST_PAGE) {
        base = bases[code < SKIPPED ? code - FIRST_PAGE : code - FIRST_PAGE - 2];
      } else if (code === PLUS) {
        added += STEP;
      } else {
        numbers[count] = base + added + (code < 0x5c ? code - 0x24 : code < 0x80 ? code - 0x25 : code - 0x80 + 90);
        count += 1;
        added = 0;
      }
    }
    return numbers.slice(0, count);
  }

  /** @param {Int32Array} list @param {number} number @param {number} start @returns {number} the first place whose number is not smaller */
  function placeOf(list, number, start) {
    let low = start;
    let step = 1;
    while (low + step < list.length && list[low + step] < number) {
      low += step;
      step *= 2;
    }
    let high = Math.min(low + step, list.length);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** @param {Int32Array[]} lists @returns {Int32Array} the numbers that stand in all */
  function intersect(lists) {
    const [rarest, ...others] = lists.slice().sort((one, other) => one.length - other.length);
    let left = rarest || EMPTY;
    for (const list of others) {
      const both = new Int32Array(left.length);
      let count = 0;
      let place = 0;
      for (let at = 0; at < left.length && place < list.length; at += 1) {
        place = placeOf(list, left[at], place);
        if (list[place] === left[at]) {
          both[count] = left[at];
          count += 1;
        }
      }
      left = both.subarray(0, count);
    }
    return left;
  }

  /** @param {SearchMeta} meta @param {Int32Array} bases @param {(hash: string) => string} shards loaded ones @returns {SearchPostings} */
  function create(meta, bases, shards) {
    /** @type {Map<string, Int32Array>} */
    const known = new Map();
    let kept = 0;

    /** @param {string} term @returns {string} */
    const hashOf = (term) => meta.postings[shardOf(term, meta.postings.length)];

    /** @param {string} term its shard is loaded @returns {Int32Array} */
    function listOf(term) {
      let list = known.get(term);
      if (!list) {
        const lists = shards(hashOf(term));
        list = decode(find(lists, term), bases);
        if (kept > MOST_KEPT) {
          known.clear();
          kept = 0;
        }
        if (lists) {
          known.set(term, list);
          kept += list.length + 50;
        }
      }
      return list;
    }

    return { hashOf, listOf, /** @param {string} term @returns {boolean} whether its shard is loaded */ isThere: (term) => shards(hashOf(term)) !== "" };
  }

  Lianxue.searchPostings = { create, shardOf, find, decode, placeOf, intersect };
})();
