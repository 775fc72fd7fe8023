/* The search dialog and the border between pages and the engine (search.d.ts). Read by tsc only. */

/** What the dialog is made of. */
interface SearchBox {
  root: HTMLElement; field: HTMLInputElement; list: HTMLElement; kinds: HTMLElement;
  /** seen at once */ count: HTMLElement; /** read aloud when typing rests */ status: HTMLElement;
  /** below the list: hints, ways out */ note: HTMLElement; clear: HTMLButtonElement;
}
interface SearchModal { open(): void; close(): void; isOpen(): boolean }
/** The hits of one page. */
interface SearchGroup {
  root: HTMLElement; /** unfolds the rest */ more: HTMLElement; rest: HTMLElement[];
  count: number; /** shown before the rest is folded */ most: number;
}
/** The active option of the listbox. */
interface SearchChoice {
  move(step: 1 | -1): void; walk(step: 1 | -1): void; reset(): void; grow(change: () => void): void;
  follow(option: HTMLElement, isNewTab: boolean): void;
  active(): HTMLElement | null; first(): HTMLElement | null;
}

interface LianxueNamespace {
  search: {
    query(text: string, limit?: number, kind?: string, isCurrent?: () => boolean): Promise<SearchRows>;
    nearest(text: string, limit?: number): Promise<{ url: string; title: string }[]>;
    open(text?: string): Promise<void>; about(): Promise<SearchMeta>; start(): void; /** characters of an address */ LONGEST: { q: number; h: number };
  };
  /* loaded when the search is opened */
  searchMarks: { pieces(text: string, words: string[]): [string, boolean][] };
  lastQuery: { read(): string; write(text: string): void };
  searchModal: { create(element: any, onClosed: () => void, mayClose: () => boolean): SearchModal };
  searchResults: {
    clear(list: HTMLElement): void; addRows(list: HTMLElement, rows: SearchRow[]): { hits: number; pages: number; isLonger: boolean };
    showNearest(list: HTMLElement, pages: { url: string; title: string }[]): void;
  };
  searchChoice: { create(field: HTMLInputElement, list: HTMLElement): SearchChoice };
  searchBox: {
    create(): SearchBox; hints(last: string): HTMLElement[]; nothing(text: string, kind: string, glossary: string): HTMLElement[];
    rest(isCut: boolean, isSeen: boolean, isPartial: boolean): HTMLElement[]; failure(): HTMLElement[]; kind(id: string, label: string, isChosen: boolean): HTMLElement;
  };
  searchDialog: { open(text?: string, typed?: string): void };
  /* where the address carries words to mark */
  searchHighlight: { show(words: string): void };
}
