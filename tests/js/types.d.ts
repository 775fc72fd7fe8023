/* Shapes shared by the scripts. Read by tsc only; never loaded by a page. */

interface Site { id: string; bankIndex: string; isFile: boolean; resolve(url: string): string }

/* The bank */
interface Citation { text: string; url: string; status: string }
interface Gap { accept: string[]; fold: string[] }
interface Question {
  id: string; revision: string; type: string; rule: string; points: number; any_order?: boolean;
  /** By type: ids, gaps, left → right, points. */ answer: any;
  explanation: string; cite: Citation[];
  /** its position in its quiz, from 1 */ number: number;
  /** HTML: one part, with fill_in one more than there are gaps */ stem: string[];
  /** [id, HTML] in the author's order, where the type has them */ options?: [string, string][]; left?: [string, string][]; right?: [string, string][];
  /** id of the text it shares, "" for none */ material: string;
  /** regulations it rests on that are no longer in force */ stale: string[];
}
interface Material { /** quiz/id */ id: string; /** HTML */ text: string }
interface BankShard { quiz: string; pass_mark: number; materials: Record<string, string>; questions: Question[] }
interface LessonFact { id: string; title: string; month: string; url: string }
/** Names, and columns with one entry a question whose numbers point into the names (-1: none). */
interface BankIndex {
  quizzes: string[]; quiz_titles: string[]; quiz_urls: string[]; /** per quiz, into lessons */ quiz_lessons: number[];
  pass_marks: Record<string, number>; lessons: LessonFact[];
  types: string[]; type_labels: string[]; regulations: string[]; regulation_titles: string[]; regulation_urls: string[];
  disciplines: string[]; difficulties: string[]; shards: string[]; presets: Preset[];
  ids: string[]; quiz: number[]; shard: number[]; type: number[]; revision: string[]; regulation: number[];
  /** number of the first cited article, 0 for none */ article: number[]; discipline: number[]; difficulty: number[]; points: number[];
}
/** Which questions; an absent or empty list asks for nothing. */
interface BankFilter {
  quizzes?: string[]; lessons?: string[]; regulations?: string[]; /** first and last number */ articles?: [number, number];
  disciplines?: string[]; types?: string[]; difficulties?: string[];
}
/** 组卷方案. */
interface Preset {
  id: string; title: string; /** 0: no limit */ minutes: number; /** percent */ pass_mark: number;
  draw: "random" | "unseen_first" | "mistakes_first" | "same_for_all";
  /** of this month's lesson alone */ this_month: boolean;
  filter: BankFilter; rows: PresetRow[]; /** discipline → at least so many */ quotas: Record<string, number>;
}
interface PresetRow { type: string; count: number; points: number; filter: BankFilter }
interface QuestionFact { id: string; revision: string; points: number }

/* Grading */
interface Marks { share: number; parts: boolean[] }
interface Grade extends Marks { verdict: "correct" | "partial" | "wrong" }
interface Result { verdict: string; share: number; points: number }

/* The record */
interface RecordEvent {
  id: string; device: string; sequence: number; /** epoch milliseconds */ time: number; /** local, 2026-11-20 */ date: string;
  /** minutes east of UTC */ offset: number; kind: string; schema: number; payload: any;
}
interface Progress { answered: number; total: number; score: number }
type StudyState = "none" | "started" | "studied" | "passed";
interface Study { state: StudyState; answered: number; total: number }

/* Views */
/** One family of question kinds; `form` is the question's form, `response` what this view's read() gives. */
interface QuestionTypeView {
  read(form: Element): any;
  isAnswered(response: any): boolean;
  /** Only where grading needs a second step by the learner. */ isReadyToGrade?(form: Element, question: Question): boolean;
  show(form: Element, response: any): void;
  mark(form: Element, question: Question, grade: Grade): void;
  answerLines(form: Element, question: Question): string[];
  clear(form: Element): void;
  lock(form: Element, isLocked: boolean): void;
}
interface QuestionController { id: string; revision: string; reset(): void; focus(): void; restore(event: RecordEvent): Promise<void>; result(): Result | null; /** when what was submitted is written; never rejects */ saved(): Promise<void> }
/** What fills the page whose root is [data-lx-page="name"]; resolves when it can be used. */
interface PageView { start(root: HTMLElement): Promise<void> }
interface QuizController { restore(latest: Record<string, RecordEvent>): Promise<void>; preload(): void }

interface LianxueNamespace {
  site: Site;
  pageViews: Record<string, PageView>;
  folding: { fold(text: string, switches: string[]): string; trim(text: string): string };
  grading: { grade(question: Question, response: any): Grade };
  calendar: {
    monthOf(now: Date): string; chooseMonth(months: string[], thisMonth: string): string | null;
    chooseYear(years: string[], thisYear: string): string | null;
  };
  record: {
    SCHEMA: number;
    makeEvent(moment: { id: string; time: number; offset: number }, kind: string, payload: any): RecordEvent;
    placeEvent(event: RecordEvent, device: string, sequence: number): RecordEvent;
    formatUuid(bytes: Uint8Array): string;
    localDate(time: number, offset: number): string;
    readableDate(date: string): string;
    inOrder(events: RecordEvent[]): RecordEvent[];
    isEvent(event: any): boolean; standsBefore(one: RecordEvent, other: RecordEvent): boolean; union(lists: RecordEvent[][]): RecordEvent[];
    unpack(stored: { texts: string[]; unreadable: number }): { events: RecordEvent[]; unreadable: number };
    /** those this version can read, oldest first */ responses(events: RecordEvent[]): RecordEvent[];
    latestResponses(events: RecordEvent[]): Record<string, RecordEvent>;
    noteResponse(latest: Record<string, RecordEvent>, event: RecordEvent): void;
    answerTo(latest: Record<string, RecordEvent>, id: string, revision: string): RecordEvent | null;
    progressOf(questions: QuestionFact[], latest: Record<string, RecordEvent>): Progress;
    scoreOf(gained: number, points: number): number;
    stateOf(quizzes: { progress: Progress; passMark: number }[]): StudyState;
  };
  preferenceShelf: { read(siteId: string, name: string): any; write(siteId: string, name: string, value: any): boolean };
  recordKeeper: { open(siteId: string): RecordKeeper };
  recordFrame: { connect(url: string): RecordKeeper };
  recordStore: {
    ready(): Promise<StoreState>; append(kind: string, payload: any): Promise<RecordEvent>; events(): Promise<RecordEvent[]>;
    /** isWhole: what is stored was read */ read(): Promise<{ events: RecordEvent[]; isWhole: boolean }>;
    preference(name: string): Promise<any>; setPreference(name: string, value: any): Promise<boolean>;
    state(): StoreState; onChange(listener: (state: StoreState) => void): void;
    appendAll(drafts: { kind: string; payload: any; /** the same at each try: it is written once */ id?: string; /** epoch milliseconds, where it is not now */ time?: number }[]): Promise<RecordEvent[]>;
    memo(name: string): Promise<any>; setMemo(name: string, value: any): Promise<boolean>;
    /** null: none; rejects where it cannot be read */ readMemo(name: string): Promise<any>;
    /** where it still is what was read; rejects where it cannot be written */ swapMemo(name: string, before: any, value: any): Promise<Swapped>;
    /* these reject with a reason, as the keeper's do */
    merge(events: RecordEvent[]): Promise<{ added: number }>;
    snapshots(): Promise<Snapshot[]>; restore(date: string): Promise<{ count: number }>;
    people(): Promise<People>; changePeople(change: PeopleChange): Promise<People>;
  };
  preferences: { start(): void };
  bank: {
    add(shard: BankShard): void; index(data: BankIndex): void; load(url: string): Promise<void>;
    open(): Promise<BankIndex>; loadQuestions(ids: string[]): Promise<Question[]>; rowOf(id: string): number; revisionOf(id: string): string;
    materialOf(question: Question): Material | null;
    question(id: string): Question | undefined;
    quizFacts(quizIds: string[]): Promise<{ passMark: number; questions: QuestionFact[] }[]>;
  };
  setBankHtml(element: Element, html: string): void;
  formParts: {
    all<T extends Element = Element>(root: Element, selector: string): T[];
    one<T extends Element = Element>(root: Element, selector: string): T;
    mark(part: Element, state: "right" | "wrong" | "missed", words: string): void;
    unmark(form: Element): void;
    optionText(form: Element, id: string): string;
    lock(form: Element, selector: string, isLocked: boolean): void;
    /* a response of any shape, as what a view can show */
    texts(response: any): string[]; textOf(response: any, name: string): string;
  };
  questionViews: Record<string, QuestionTypeView>;
  feedbackView: {
    show(form: Element, question: Question, grade: Grade, answerLines: string[], answeredOn: string): void;
    clear(form: Element): void; say(form: Element, text: string, isAnnounced: boolean): void;
    /** the right answer, explanation and citations alone */ fill(form: Element, question: Question, answerLines: string[]): void;
  };
  questionView: {
    create(form: HTMLFormElement, quiz: {
      loadQuestion(id: string): Promise<Question>; onChange(event: RecordEvent | null): void; /** of a session */ mode?: string;
    }): QuestionController;
  };
  /* loaded only where the page has something for them */
  quizView?: { create(section: HTMLElement): QuizController };
  citationView?: { start(): void };
  studyView?: {
    refresh(latest: Record<string, RecordEvent>): Promise<void>;
    studyOf(ids: string[], latest: Record<string, RecordEvent>): Promise<Study>; quizIds(element: Element): string[];
  };
  homeView?: { choose(now: Date): void; refresh(latest: Record<string, RecordEvent>, events: RecordEvent[]): Promise<void> };
}

declare var Lianxue: LianxueNamespace;
interface Window { Lianxue: LianxueNamespace }
