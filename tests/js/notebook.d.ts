/* Shapes of the mistake book and of 记一笔. Read by tsc only. */

/** A question of the bank without HTML; lines are separated by \n. */
interface PlainQuestion {
  id: string; stem: string; /** with their letters */ options: string[]; answer: string; explanation: string; citations: string[];
}
interface NotedEntry { noted: Noted; /** null for a page, and for a question the bank no longer has */ words: PlainQuestion | null }
/** What a reader reports; question, revision and stem are "" for a page. */
interface ReportedPlace { question: string; revision: string; stem: string; /** its title */ page: string; url: string }

/** 记一笔 under a question (parent: its form) or a lesson. */
interface NoteRow { target: string; parent: Element; root: HTMLElement; show(): Promise<void>; say(words: string): void }

interface LianxueNamespace {
  /* learning/: pure */
  questionWords: {
    plainQuestion(question: Question, plain: (html: string) => string): PlainQuestion;
    responseWords(question: Question, response: any): string;
    historyLine(event: RecordEvent): string;
  };
  mistakeTable: {
    rows(entries: { words: PlainQuestion; material: string; type: string; discipline: string; response: string; mistake: Mistake }[]): string[][];
  };
  notesText: {
    make(title: string, entries: NotedEntry[]): string; rows(entries: NotedEntry[]): string[][];
    isFound(entry: NotedEntry, typed: string): boolean;
  };
  problemReport: { make(place: ReportedPlace, words: string, date: string): string };

  /* views */
  plainText(html: string): string;
  make(tag: string, attributes: Record<string, string>, children?: (Node | string)[]): any;
  printSheet: { print(sheet: HTMLElement): void };
  /* 记一笔; on pages with questions, and at the end of a lesson */
  notebook?: {
    /** Puts the row under every question and lesson of the page; call once. */ start(): void;
    /** Shows in those rows what this record has. */ refresh(events: RecordEvent[]): void;
    /** The row under one question that a script made. */ attach(form: Element): void;
    of(target: string): Promise<Noted>; put(noted: Noted): Promise<void>;
  };
  /* loaded when a button of the row is pressed */
  noteActions: { press(row: NoteRow, button: Element): Promise<void> };
  noteRecord: {
    /* both resolve to a sentence: what was kept, or that it was not */
    star(place: { target: string; title: string }, on: boolean): Promise<string>;
    note(place: { target: string; title: string }, text: string): Promise<string>;
  };
  noteEditor: {
    make(place: { target: string; title: string }, text: string, onChange: (words: string, isDone: boolean, text: string) => void): HTMLElement;
  };
  reportView: { make(place: ReportedPlace): HTMLElement };
}

/** A question of the mistake book; isChanged: its answer or options are no longer those that were answered. */
interface BookEntry { mistake: Mistake; row: number; isChanged: boolean }
interface BookChoice { value: string; words: string }

interface LianxueNamespace {
  mistakeBook: {
    entries(index: BankIndex, mistakes: Mistake[], rowOf: (id: string) => number): BookEntry[];
    choose(book: BookEntry[], rows: number[], withMastered: boolean): BookEntry[];
    open(book: BookEntry[]): BookEntry[];
    choices(index: BankIndex, book: BookEntry[]): Record<string, BookChoice[]>;
    latestWrong(responses: RecordEvent[]): RecordEvent | null;
    tally(mistake: Mistake): string;
  };
  mistakeFilters: {
    start(form: HTMLFormElement, choices: Record<string, BookChoice[]>, onChange: () => void): {
      read(): { filter: BankFilter; withMastered: boolean }; clear(): void;
    };
  };
  mistakeItem: {
    make(index: BankIndex, entry: BookEntry, question: Question | undefined, responses: RecordEvent[], place: { number: number; total: number }): HTMLElement;
  };
  mistakePaper: {
    make(questions: Question[], labelOf: (question: Question) => string, asked: { facts: string; withAnswers: boolean }): HTMLElement;
  };
}

interface LianxueNamespace {
  noteItem: { make(entry: NotedEntry, index: BankIndex | null, onChange: (noted: Noted, words: string) => void): HTMLElement };
}
