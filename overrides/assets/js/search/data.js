/** The search index in the browser: its files arrive by script elements (no fetch, so files work too). */
(function () {
  "use strict";

  // what may lie in memory, in characters; the longest unused goes first and is loaded again when it is wanted
  const ROOM_OF_POSTINGS = 8e6;
  const ROOM_OF_TEXTS = 4.5e6;

  /** @type {SearchMeta | null} */
  let meta = null;
  let sounds = "";
  /** In the order of their last use. @type {Map<string, string>} */
  const postings = new Map();
  /** @type {Map<string, SearchShard>} */
  const texts = new Map();
  /** Those under way. @type {Map<string, Promise<void>>} */
  const loads = new Map();

  /** The index as a page names it, site-relative. @returns {string} */
  function indexUrl() {
    const element = document.querySelector('meta[name="lianxue-search"]');
    return (element && element.getAttribute("content")) || "";
  }

  /** @param {string} url site-relative @returns {Promise<void>} once the script has run */
  function runScript(url) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = Lianxue.site.resolve(url);
      script.onload = () => {
        script.remove();
        resolve();
      };
      script.onerror = () => {
        script.remove();
        reject(new Error("cannot load " + url));
      };
      document.head.appendChild(script);
    });
  }

  /** Two that want the same file share one load; after a failure the next query tries again. @param {string} url @returns {Promise<void>} */
  function load(url) {
    let loading = loads.get(url);
    if (!loading) {
      const forget = () => {
        loads.delete(url);
      };
      loading = Lianxue.searchData.border.runScript(url);
      loads.set(url, loading);
      loading.then(forget, forget);
    }
    return loading;
  }

  /** @param {string} kind @param {string} hash @returns {string} */
  function urlOf(kind, hash) {
    const index = Lianxue.searchData.border.indexUrl();
    return index.slice(0, index.lastIndexOf("/") + 1) + kind + "-" + hash + ".js";
  }

  /** A server that asks for a password answers with a page of its own: that is no file. @param {Map<string, any>} kept @param {string} kind @param {string} hash */
  async function loadInto(kept, kind, hash) {
    const url = urlOf(kind, hash);
    await load(url);
    if (!kept.has(hash)) {
      throw new Error("not a file of the index: " + url);
    }
  }

  /** @template T @param {Map<string, T>} kept @param {string} hash @returns {T | undefined} */
  function use(kept, hash) {
    const value = kept.get(hash);
    if (value !== undefined) {
      kept.delete(hash);
      kept.set(hash, value);
    }
    return value;
  }

  /** @template T @param {Map<string, T>} kept @param {number} room @param {(value: T) => number} sizeOf */
  function dropOldest(kept, room, sizeOf) {
    let size = 0;
    kept.forEach((value) => {
      size += sizeOf(value);
    });
    const oldest = kept.keys();
    while (size > room && kept.size > 1) {
      const hash = oldest.next().value || "";
      size -= sizeOf(/** @type {T} */ (kept.get(hash)));
      kept.delete(hash);
    }
  }

  /** @returns {Promise<SearchMeta>} */
  async function open() {
    if (!meta) {
      await load(Lianxue.searchData.border.indexUrl());
    }
    if (!meta) {
      throw new Error("no search index");
    }
    return meta;
  }

  /**
   * One file that is missing takes nothing from what the others give.
   * @param {Map<string, any>} kept @param {string} kind @param {string[]} hashes @returns {Promise<boolean>} whether all of them are there
   */
  async function loadAll(kept, kind, hashes) {
    const loaded = hashes.map((hash) => (use(kept, hash) === undefined ? loadInto(kept, kind, hash).then(() => true, () => false) : true));
    return (await Promise.all(loaded)).every(Boolean);
  }

  /** @param {string[]} hashes @returns {Promise<boolean>} false where one of them does not load */
  async function openPostings(hashes) {
    dropOldest(postings, ROOM_OF_POSTINGS, (shard) => shard.length);
    return loadAll(postings, "p", hashes);
  }

  /** @param {string[]} hashes @returns {Promise<boolean>} false where one of them does not load */
  async function openTexts(hashes) {
    dropOldest(texts, ROOM_OF_TEXTS, (shard) => shard.size);
    return loadAll(texts, "t", hashes);
  }

  /** Every character under its readings. @returns {Promise<string>} */
  async function openSounds() {
    const { sounds: hash } = await open();
    if (!sounds && hash) {
      await load(urlOf("s", hash));
    }
    return sounds;
  }

  Lianxue.searchData = {
    border: { indexUrl, runScript },
    open,
    openPostings,
    openTexts,
    openSounds,
    /** @param {string} hash @returns {string} "" where it is not loaded */
    postingsOf: (hash) => postings.get(hash) || "",
    /** @param {string} hash @returns {SearchShard | null} null where it is not loaded */
    textsOf: (hash) => texts.get(hash) || null,

    // called by the files of the index
    /** @param {SearchMeta} data */
    meta(data) {
      meta = data;
    },
    /** @param {string} hash @param {string} lists */
    postings(hash, lists) {
      postings.set(hash, lists);
    },
    /** @param {string} hash @param {SearchSection[]} sections @param {[number, string][]} [above] the headings that stand open above its first */
    texts(hash, sections, above) {
      const size = sections.reduce((sum, section) => sum + section[3].length + 50, 0);
      texts.set(hash, { sections, above: above || [], size, plain: [] });
    },
    /** @param {string} readings */
    sounds(readings) {
      sounds = readings;
    },
  };
})();
