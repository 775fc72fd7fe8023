/** The search itself: names first, then articles, then words. */
(function () {
  "use strict";

  const MOST_TEXTS = 8; // files of texts that are looked at for the words
  const TEXTS_FOR_ROWS = 3; // more of them at least, to show what the lists alone say
  const ROWS_A_TEXT = 8; // where many rows are wanted, one for so many
  const TEXTS_FOR_PAGES = 3; // and what pages begin with
  const LOOKED_AT = 260; // sections that are verified
  const MANY = 0.3; // what later rows of a page are worth
  const ON_A_PAGE = 7; // rows of one page that stand before those of others
  const LEAST = 1; // a word that is met scores about fifty
  const LONGEST = 200; // characters of a query; the field takes no more
  const data = Lianxue.searchData;
  const { fold, compact } = Lianxue.searchFold;

  /** @type {SearchGround | null} */
  let ground = null;

  /** @returns {Promise<SearchGround>} what every query stands on */
  async function open() {
    const meta = await data.open();
    if (ground && ground.meta === meta) {
      return ground;
    }
    Lianxue.searchFold.useVariants(meta.variants);
    const places = Lianxue.searchSections.places(meta);
    const worth = Lianxue.searchRanking.worthOfPages(meta);
    const postings = Lianxue.searchPostings.create(meta, places.bases, data.postingsOf);
    ground = {
      meta, places, worth,
      titles: Lianxue.searchTitles.create(meta),
      articles: Lianxue.searchArticles.create(meta.articles),
      sections: Lianxue.searchSections.create(meta, places, data.textsOf),
      postings,
      share: new Float32Array(places.total),
      ranking: Lianxue.searchRanking.create(places, worth),
      synonyms: meta.synonyms.map(([from, to]) => [compact(fold(from)), compact(fold(to))]),
      sounds: null,
    };
    return ground;
  }

  /** @param {SearchGround} on @returns {Promise<SearchSounds>} */
  async function openSounds(on) {
    if (!on.sounds) {
      on.sounds = Lianxue.searchSounds.create(await data.openSounds());
    }
    return on.sounds;
  }

  /** @param {SearchGround} on @param {SearchHit[]} hits @returns {SearchHit[]} the best first; a page's later ones and words said before give way a little, and the same place stands once */
  function inOrder(on, hits) {
    const sorted = hits.slice().sort((one, other) => other.score - one.score || one.page - other.page || one.section - other.section);
    /** @type {Map<number, number>} */
    const onPage = new Map();
    const seen = new Set();
    /** @type {Map<string, number>} */
    const said = new Map();
    /** @type {SearchHit[]} */
    const kept = [];
    sorted.forEach((hit) => {
      const place = on.places.bases[hit.page] + hit.section;
      const before = onPage.get(hit.page) || 0;
      if (!seen.has(place)) {
        seen.add(place);
        onPage.set(hit.page, before + 1);
        const there = hit.section && !hit.isUnread ? on.sections.read(place) : null;
        const words = there ? there.plain.heading + there.plain.text : "";
        const again = words.length > 20 ? said.get(words) || 0 : 0;
        said.set(words, again + 1);
        kept.push(hit.isMeant ? hit : Object.assign({}, hit, { score: hit.score * Math.pow(0.97, Math.max(0, before - 1)) * Math.pow(0.8, again) * (before < ON_A_PAGE ? 1 : MANY) }));
      }
    });
    return kept.sort((one, other) => other.score - one.score);
  }

  /** @param {SearchGround} on @param {ArrayLike<number>} sections best first @param {number} most files @returns {string[]} the files that have the first of them */
  function filesOf(on, sections, most) {
    /** @type {Set<string>} */
    const wanted = new Set();
    for (let at = 0; at < sections.length && wanted.size < most; at += 1) {
      const hash = on.sections.hashOf(sections[at]);
      if (hash) {
        wanted.add(hash);
      }
    }
    return Array.from(wanted);
  }

  /**
   * One query under way. It looks at the same files whatever lies in memory, so that it finds the same again.
   * @param {SearchGround} on @param {string} asked @param {((page: number) => boolean) | null} isWanted @param {() => boolean} isCurrent a query nobody waits for takes what is there
   * @returns {SearchTask & {showTexts: (sections: number[], most: number) => Promise<void>, isPartial: () => boolean}}
   */
  function begin(on, asked, isWanted, isCurrent) {
    let isPartial = false;
    const note = (/** @type {boolean} */ isThere) => {
      isPartial = isPartial || !isThere;
    };
    /** @type {Set<string>} */
    const looked = new Set();

    /** @param {string[]} files */
    async function load(files) {
      if (isCurrent() || files.every(data.textsOf)) {
        note(await data.openTexts(files));
      }
    }

    /** @param {ArrayLike<number>} sections best first @param {number} most files so far @returns {Promise<Set<string>>} all files that may be looked at */
    async function openTexts(sections, most) {
      filesOf(on, sections, MOST_TEXTS).forEach((hash) => {
        if (looked.size < Math.min(most, MOST_TEXTS)) {
          looked.add(hash);
        }
      });
      await load(Array.from(looked));
      return looked;
    }

    return {
      on, isWanted, asked, openTexts,
      gathering: Lianxue.searchGathering.create(on.postings, async (hashes) => note(await data.openPostings(hashes)), on.share),
      openSounds: () => openSounds(on).catch(() => {
        note(false);
        return Lianxue.searchSounds.create("");
      }),
      lookedAt: LOOKED_AT,
      showTexts: (sections, most) => load(filesOf(on, sections, most)),
      isPartial: () => isPartial,
    };
  }

  /** A hit of no worth without a word that was met is no hit. @param {SearchRow} row @returns {boolean} */
  const saysSomething = (row) => row.score >= LEAST || row.marks.length > 0;

  /**
   * @param {string} text @param {number} [limit] @param {string} [kind] of content, as the index names it
   * @param {() => boolean} [isCurrent] whether somebody still waits for the answer
   * @returns {Promise<SearchRows>} in order; isPartial where a file could not be read, hasMore where a higher limit brings more; rejects where nothing is found because of that
   */
  async function query(text, limit = 20, kind = "", isCurrent = () => true) {
    const on = await open();
    const kindAt = on.meta.kinds.findIndex(([name]) => name === kind);
    const isWanted = kind ? (/** @type {number} */ page) => on.meta.kind[page] === kindAt : null;
    const folded = fold(text.slice(0, LONGEST)).trim();
    if (!compact(folded)) {
      return [];
    }
    const task = begin(on, compact(folded), isWanted, isCurrent);
    const found = await Lianxue.searchQuery.answer(folded, task);
    const hits = inOrder(on, isWanted ? found.filter((hit) => isWanted(hit.page)) : found);
    const first = hits.slice(0, limit);
    const numbers = first.map((hit) => on.places.bases[hit.page] + hit.section);
    const unread = numbers.filter((section) => !on.sections.read(section));
    const isPage = (/** @type {number} */ section) => on.places.bases[on.places.pageOf[section]] === section;
    await task.showTexts(unread.filter((section) => !isPage(section)), Math.max(TEXTS_FOR_ROWS, limit > 40 ? limit / ROWS_A_TEXT : 0));
    await task.showTexts(unread.filter(isPage), TEXTS_FOR_PAGES);
    const telling = hits.filter((hit) => hit.score >= LEAST).length;
    const rows = /** @type {SearchRows} */ (hits
      .map((hit) => ({ hit, place: on.sections.read(on.places.bases[hit.page] + hit.section) }))
      .filter(({ hit, place }) => place || hit.section === 0)
      .slice(0, limit)
      .map(({ hit, place }) => Lianxue.searchSnippets.row(on.meta, hit, place))
      .filter(saysSomething));
    if (!rows.length && task.isPartial()) {
      throw new Error("no answer without the files that are missing");
    }
    return Object.assign(rows, task.isPartial() ? { isPartial: true } : {}, telling > rows.length ? { hasMore: true } : {});
  }

  /** @param {string} text @param {number} [limit] @returns {Promise<{url: string, title: string}[]>} pages with a name somewhat like it */
  async function nearest(text, limit = 5) {
    const on = await open();
    const asked = compact(fold(text));
    const near = Lianxue.searchFuzzyTitles.nearest(asked, on.titles);
    return Array.from(near)
      .sort((one, other) => other[1] * on.worth[other[0]] - one[1] * on.worth[one[0]] || one[0] - other[0])
      .slice(0, limit)
      .map(([page]) => ({ url: on.meta.urls[page], title: on.meta.titles[page] }));
  }

  Lianxue.searchEngine = { query, nearest, /** @returns {Promise<SearchMeta>} */ open: async () => (await open()).meta };
})();
