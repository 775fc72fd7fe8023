/** What a row of results shows: where it leads, and the words around the hit. Pure. */
(function () {
  "use strict";

  const LENGTH = 90;
  const BEFORE = 24;
  const { foldInPlace } = Lianxue.searchFold;

  /** @param {string} folded @param {string[]} marks folded @returns {[number, number][]} where they stand, apart and in order */
  function spans(folded, marks) {
    /** @type {[number, number][]} */
    const found = [];
    marks.forEach((mark) => {
      for (let at = folded.indexOf(mark); at >= 0 && found.length < 400; at = folded.indexOf(mark, at + mark.length)) {
        found.push([at, at + mark.length]);
      }
    });
    found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    /** @type {[number, number][]} */
    const apart = [];
    found.forEach(([start, end]) => {
      const last = apart[apart.length - 1];
      if (last && start <= last[1]) {
        last[1] = Math.max(last[1], end);
      } else {
        apart.push([start, end]);
      }
    });
    return apart;
  }

  /** Where the window begins that shows most of the hits. @param {[number, number][]} hits @returns {number} */
  function windowStart(hits) {
    let best = 0;
    let most = -1;
    hits.forEach(([start]) => {
      const from = Math.max(0, start - BEFORE);
      const shown = hits.reduce((sum, [one, other]) => sum + (one >= from && other <= from + LENGTH ? other - one : 0), 0);
      if (shown > most) {
        most = shown;
        best = from;
      }
    });
    return best;
  }

  /** @param {string} text as it stands @param {string[]} marks folded @returns {[string, boolean][]} pieces; true: a hit */
  function snippet(text, marks) {
    if (!text) {
      return [];
    }
    const { folded, from } = foldInPlace(text);
    const place = (/** @type {number} */ at) => (from ? from[at] : at);
    const hits = spans(folded, marks.filter(Boolean)).slice(0, 60);
    const start = windowStart(hits);
    const end = Math.min(folded.length, start + LENGTH);
    /** @type {[string, boolean][]} */
    const pieces = [];
    const put = (/** @type {number} */ one, /** @type {number} */ other, /** @type {boolean} */ isHit) => {
      const piece = text.slice(place(one), place(other));
      if (piece) {
        pieces.push([piece, isHit]);
      }
    };
    let at = start;
    hits.filter(([one, other]) => one >= start && other <= end).forEach(([one, other]) => {
      put(at, one, false);
      put(one, other, true);
      at = other;
    });
    put(at, end, false);
    if (pieces.length) { // half of a character beyond the basic plane
      pieces[0][0] = pieces[0][0].replace(/^[\udc00-\udfff]/, "");
      pieces[pieces.length - 1][0] = pieces[pieces.length - 1][0].replace(/[\ud800-\udbff]$/, "");
    }
    if (start > 0) {
      pieces.unshift(["…", false]);
    }
    if (end < folded.length) {
      pieces.push(["…", false]);
    }
    return pieces;
  }

  /**
   * What of the words stands in a text: the whole where it does, else the longest pieces from its start on.
   * @param {string} folded @param {string[]} words @returns {string[]}
   */
  function marksIn(folded, words) {
    /** @type {Set<string>} */
    const marks = new Set();
    words.forEach((word) => {
      for (let at = 0; at + 1 < word.length; ) {
        let end = at + 2;
        while (end <= word.length && folded.indexOf(word.slice(at, end)) >= 0) {
          end += 1;
        }
        if (end - 1 - at > 1) {
          marks.add(word.slice(at, end - 1));
        }
        at = Math.max(end - 1, at + 1);
      }
    });
    const all = Array.from(marks);
    return all.filter((mark) => !all.some((other) => other !== mark && other.indexOf(mark) >= 0));
  }

  /**
   * @param {SearchMeta} meta @param {SearchHit} hit @param {SearchPlace | null} place null: only its page is known
   * @returns {SearchRow}
   */
  function row(meta, hit, place) {
    const [kind, label] = meta.kinds[meta.kind[hit.page]];
    const title = meta.titles[hit.page];
    const anchor = place ? place.anchor : "";
    const above = place ? place.plain.crumbs : [];
    const marks = marksIn(Lianxue.searchFold.fold(place ? place.heading + "\n" + place.text : title), hit.words);
    return {
      url: meta.urls[hit.page] + (anchor ? "#" + anchor : ""),
      title,
      heading: place ? place.heading : "",
      kind,
      label,
      status: meta.statuses[meta.status[hit.page]] || "",
      crumbs: [label, title].concat(above),
      snippet: place ? snippet(place.text, marks) : [],
      marks,
      page: hit.page,
      section: hit.section,
      score: Math.round(hit.score * 100) / 100,
    };
  }

  Lianxue.searchSnippets = { snippet, row };
})();
