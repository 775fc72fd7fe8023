/* Shapes of the search: the index as its files give it, and the engine. Read by tsc only. */

/** What m-<hash>.js hands over; a page is its place in the lists. */
interface SearchMeta {
  titles: string[]; /** site-relative */ urls: string[]; /** name and label */ kinds: [string, string][]; kind: number[]; /** a kind */ weights: number[];
  statuses: string[]; status: number[]; /** 0–6 */ ranks: number[]; /** short titles and aliases by page */ names: Record<string, string[]>;
  sections: number[]; /** runs: 2:1~7,33:120-1 */ articles: string[]; /** hash, first section, hash, … */ parts: (string | number)[][];
  /** hashes; their number is a power of two */ postings: string[]; /** traditional, simplified, … */ variants: string; synonyms: [string, string][];
  sounds: string; glossary: string;
}
/** level (1: the page itself), anchor, heading, text */
type SearchSection = [number, string, string, string];
interface SearchShard {
  sections: SearchSection[]; above: [number, string][]; /** characters */ size: number;
  /** by place, made when first read */ plain: SearchPlain[];
}
/** What is looked at: folded, without punctuation and blanks; crumbs as they stand. */
interface SearchPlain { heading: string; text: string; /** headings above it */ above: string; /** the innermost, without its number */ under: string; /** directly below that one */ isFirst: boolean; title: string; crumbs: string[] }
/** How a word is met. */
interface SearchMet { /** about 0–2 */ strength: number; spots: number[]; isPhrase: boolean }
interface SearchRow {
  /** site-relative, with #anchor but for a whole page */ url: string; title: string; /** "": the page itself */ heading: string;
  kind: string; label: string; /** of a regulation */ status: string; /** label, title, chapters */ crumbs: string[];
  /** pieces of plain text; true: a hit */ snippet: [string, boolean][]; /** what was met, folded */ marks: string[];
  page: number; section: number; score: number;
}

/** Sections counted through all pages. */
interface SearchPlaces { total: number; /** a page's first */ bases: Int32Array; pageOf: Uint16Array }
interface SearchPlace { anchor: string; heading: string; text: string; plain: SearchPlain }
interface SearchHit { page: number; /** within the page */ section: number; score: number; /** folded; what to look for there */ words: string[]; /** known by the lists alone */ isUnread?: boolean; /** all that was typed stands there in a row */ isOnePiece?: boolean; /** an article that was asked for: gives way to nothing */ isMeant?: boolean }
/** Rows in order. isPartial: a file of the index could not be read, more might have been found (有的文件没有读到，结果可能不全). */
type SearchRows = SearchRow[] & { isPartial?: boolean; /** a higher limit brings more */ hasMore?: boolean };
interface ArticleRun { section: number; first: number; last: number; /** 120-1, or "" */ inserted: string }
interface SearchWay { text: string; terms: string[]; /** beside the word itself */ worth: number }
interface SearchWord { text: string; /** as typed first, then other digits and synonyms */ ways: SearchWay[] }
interface WordHits { word: SearchWord; body: Int32Array; heading: Int32Array; /** of the word, a section of body; null: all of it */ shares: Float32Array | null; weight: number; /** its lists were to be had */ isKnown: boolean }

interface SearchArticles { sectionsOf(page: number, article: string): number[]; endOfChapter(page: number, section: number): number; has(page: number): boolean }
interface SearchPostings { hashOf(term: string): string; listOf(term: string): Int32Array; /** its file is loaded */ isThere(term: string): boolean }
interface SearchSounds {
  /** 2: the same sound, 1: nearly */ likeness(one: string, other: string): number;
  /** characters */ startingWith(letter: string): Set<string>;
  spell(letters: string, name: string, place: number): { count: number; full: number } | null;
}
interface SearchTitles {
  /** likeness by page, 0–1 */ find(asked: string): Map<number, number>; each(like: (name: string) => number, least: number): Map<number, number>;
  isName(asked: string): boolean; containing(text: string): number[];
}
interface SearchSections { /** of its file of texts */ hashOf(section: number): string; read(section: number): SearchPlace | null }
interface SearchGathering { all(words: SearchWord[]): Promise<WordHits[]>; soft(hits: WordHits, words: number): Promise<WordHits>; /** words written as one, told apart */ split(text: string, isTried: boolean): Promise<string[]> }
/** phrases: which words were met as typed, anywhere; whole: sections that have all of them so */
interface SearchRound { hits: SearchHit[]; phrases: boolean[]; whole: number; /** hits by the lists alone */ unread: SearchHit[] }
interface SearchOrderBy {
  pagesOf(word: SearchWord): number[]; endOfChapter(page: number, section: number): number;
  isWanted: ((page: number) => boolean) | null; /** pages that were named; the others count less */ boost: Map<number, number> | null;
}
interface SearchRanking { /** best first */ order(found: WordHits[], by: SearchOrderBy): Int32Array }
/** What every query stands on. */
interface SearchGround {
  meta: SearchMeta; places: SearchPlaces; worth: Float32Array; titles: SearchTitles; articles: SearchArticles; sections: SearchSections;
  postings: SearchPostings; /** a zero a section, to count in */ share: Float32Array; ranking: SearchRanking; synonyms: [string, string][]; sounds: SearchSounds | null;
}
/** One query under way. */
interface SearchTask {
  /** all that was typed, folded, without punctuation */ asked: string;
  on: SearchGround; isWanted: ((page: number) => boolean) | null; lookedAt: number; gathering: SearchGathering;
  /** none where their file is missing */ openSounds(): Promise<SearchSounds>; /** takes more files while there are fewer than most; gives all that are looked at */ openTexts(sections: ArrayLike<number>, most: number): Promise<Set<string>>;
}

interface LianxueNamespace {
  searchData: {
    /** where files come from; tests put their own here */ border: { indexUrl(): string; runScript(url: string): Promise<void> };
    open(): Promise<SearchMeta>; /** false where one does not load */ openPostings(hashes: string[]): Promise<boolean>; openTexts(hashes: string[]): Promise<boolean>; openSounds(): Promise<string>;
    postingsOf(hash: string): string; textsOf(hash: string): SearchShard | null;
    /* called by the files of the index */
    meta(data: SearchMeta): void; postings(hash: string, lists: string): void;
    texts(hash: string, sections: SearchSection[], above?: [number, string][]): void; sounds(readings: string): void;
  };
  searchFold: {
    useVariants(pairs: string): void; fold(text: string): string; foldInPlace(text: string): { folded: string; from: number[] | null };
    isCjk(text: string): boolean; runs(folded: string): string[]; compact(folded: string): string;
  };
  searchNumerals: {
    article(folded: string): { article: string; isMarked: boolean; before: string; after: string } | null;
    articles(folded: string): { articles: string[]; isMarked: boolean; before: string; after: string } | null;
    lastNumber(folded: string): { article: string; before: string } | null; alternatives(run: string): string[]; label(article: string): string;
  };
  searchArticles: { create(articles: string[]): SearchArticles };
  searchPostings: {
    create(meta: SearchMeta, bases: Int32Array, shards: (hash: string) => string): SearchPostings; shardOf(term: string, count: number): number;
    find(lists: string, term: string): string; decode(list: string, bases: Int32Array): Int32Array; placeOf(list: Int32Array, number: number, start: number): number; intersect(lists: Int32Array[]): Int32Array;
  };
  searchSounds: { create(table: string): SearchSounds };
  searchTitles: { create(meta: SearchMeta): SearchTitles; likeness(asked: string, name: string): number; formsOf(written: string): [string, number][]; ENDING: RegExp };
  searchFuzzyTitles: {
    slips(asked: string, titles: SearchTitles, sounds: SearchSounds): Map<number, number>; spelt(letters: string, titles: SearchTitles, sounds: SearchSounds): Map<number, number>;
    mixed(asked: string, titles: SearchTitles, sounds: SearchSounds): Map<number, number>; nearest(asked: string, titles: SearchTitles): Map<number, number>;
    distance(asked: string, name: string, sounds: SearchSounds, most: number): { cost: number; isEnd: boolean; isStart: boolean } | null;
  };
  searchWords: {
    pieces(folded: string): string[]; read(folded: string, synonyms: [string, string][]): SearchWord[];
    word(text: string, synonyms: [string, string][]): SearchWord; way(text: string, worth: number): SearchWay;
  };
  searchCutting: {
    cut(text: string, listOf: (pair: string) => Int32Array | null, isTried: boolean): string[]; apart(text: string, words: string[]): string[];
    pairs(text: string): string[]; bonds(lists: (Int32Array | null)[]): number[]; STRANGERS: number;
  };
  searchGathering: {
    create(postings: SearchPostings, load: (hashes: string[]) => Promise<void>, share: Float32Array): SearchGathering;
    inOrder(terms: string[]): string[]; unite(lists: Int32Array[]): Int32Array;
  };
  searchRanking: { create(places: SearchPlaces, worth: Float32Array): SearchRanking; worthOfPages(meta: SearchMeta): Float32Array };
  searchSections: { places(meta: SearchMeta): SearchPlaces; create(meta: SearchMeta, where: SearchPlaces, shards: (hash: string) => SearchShard | null): SearchSections };
  searchVerifying: {
    verify(found: WordHits[], place: SearchPlain): { score: number; phrases: boolean[] };
    meet(word: SearchWord, place: SearchPlain, weight: number): SearchMet;
    nearestPart(text: string, asked: string, terms: string[]): { share: number; at: number };
  };
  searchSnippets: { snippet(text: string, marks: string[]): [string, boolean][]; row(meta: SearchMeta, hit: SearchHit, place: SearchPlace | null): SearchRow };
  searchByWords: { search(folded: string, task: SearchTask, context: Map<number, number> | null): Promise<SearchHit[]> };
  searchQuery: { answer(folded: string, task: SearchTask): Promise<SearchHit[]> };
  searchByName: {
    SURE: number; TITLE: number; resolve(asked: string, task: SearchTask): Promise<Map<number, number>>;
    nameWithin(folded: string, task: SearchTask): { pages: Map<number, number>; rest: string } | null;
    titleHits(task: SearchTask, pages: Map<number, number>, most: number, words: string[]): SearchHit[]; /** "": no letters */ lettersOf(folded: string): string; bestOf(found: Map<number, number>): number; NO_NAME: RegExp;
  };
  searchByArticle: { search(folded: string, task: SearchTask): Promise<SearchHit[] | null> };
  /* loaded when the search is opened */
  searchEngine: {
    query(text: string, limit?: number, kind?: string, isCurrent?: () => boolean): Promise<SearchRows>; nearest(text: string, limit?: number): Promise<{ url: string; title: string }[]>;
    open(): Promise<SearchMeta>;
  };
}
