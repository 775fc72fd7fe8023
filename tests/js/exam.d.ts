/* Shapes of mock exams. Read by tsc only. */

/** What is known of a question before anybody answers it. */
interface SittingItem { question: string; revision: string; type: string; discipline: string; points: number }
/** One exam being sat: plain JSON, kept as the memo "exam" until it is handed in. */
interface Sitting {
  /** uuid */ exam: string; preset: string; title: string; pass_mark: number;
  /** as lengthened by the learner's setting; 0: no limit */ minutes: number; /** epoch milliseconds */ started: number;
  items: SittingItem[]; /** by full id; no entry: not answered */ responses: Record<string, any>; marked: string[];
  /** place on the screen, from 0 */ at: number; clock: SavedClock | null;
  /** being written to the record: nothing may be changed any more */ handed: HandedIn | null;
}
/** epoch milliseconds */
interface HandedIn { by: "hand" | "time"; ended: number }
/** milliseconds left at a moment of the wall clock */
interface SavedClock { left: number; seen: number }
/** now: of the wall clock; steady: of a clock that is never set, from any origin (both milliseconds) */
interface Moment { now: number; steady: number }
interface RunningClock { left: number; /** where this page began to look */ start: { left: number; now: number; steady: number } }
interface ExamTally { name: string; count: number; right: number; points: number; gained: number }
interface SittingView { stop(): void; refresh(): void }
interface SittingKeeper {
  state(): Sitting; change(work: (sitting: Sitting) => Sitting): void;
  /** once all is written, or was tried; false: this exam was handed in or given up in another window */ settled(): Promise<boolean>;
  /** the last change; false as of settled() */ handOver(handed: HandedIn): Promise<boolean>;
  /** rejects where it stays */ giveUp(): Promise<void>; /** nothing is written any more */ stop(): void;
}
/** What the views of the page share. */
interface ExamGround { index: BankIndex; root: HTMLElement; typeLabel(type: string): string; open(view: string): HTMLElement; note(text: string): void; /** of the list, with something to say */ toList(text: string): Promise<void>; setAddress(query: string): void }

interface LianxueNamespace {
  placement: {
    create(order: number[], pools: Set<number>[], capacities: number[]): {
      capacities: number[]; rowsOf: Map<number, number[]>; rowOf: Map<number, number>; held: number[][];
    };
    fill(placement: any): number;
    addOfGroup(placement: any, wanted: string, members: Map<string, number[]>, groupOf: (question: number) => string): boolean;
  };
  exam: {
    begin(given: { exam: string; preset: Preset; minutes: number; started: number; items: SittingItem[] }): Sitting;
    answer(sitting: Sitting, id: string, response: any): Sitting;
    mark(sitting: Sitting, id: string, isMarked: boolean): Sitting;
    goTo(sitting: Sitting, place: number): Sitting;
    keepClock(sitting: Sitting, clock: SavedClock): Sitting;
    handOver(sitting: Sitting, handed: HandedIn): Sitting;
    /** without the questions that are not as they were */ drop(sitting: Sitting, revisions: Record<string, string>): Sitting;
    gaps(sitting: Sitting): number[]; gapWords(sitting: Sitting): string;
    isSitting(value: any): boolean;
    grade(sitting: Sitting, questions: Record<string, Question>, handed: HandedIn): ExamPayload;
    drafts(payload: ExamPayload): { id: string; time: number; kind: string; payload: any }[];
    tally(payload: ExamPayload, by: "type" | "discipline"): ExamTally[];
    /** at most one decimal */ readable(points: number): string;
  };
  examClock: {
    limit(minutes: number): number; lengthened(minutes: number, factor: number): number;
    begin(minutes: number, now: number): SavedClock | null;
    resume(saved: SavedClock, moment: Moment): RunningClock; look(clock: RunningClock, moment: Moment): RunningClock;
    save(clock: RunningClock, moment: Moment): SavedClock; deadline(saved: SavedClock): number;
    words(left: number): string; announcement(before: number, after: number): string;
  };
  sittingKeeper: {
    create(sitting: Sitting, isThere: boolean, first: (sitting: Sitting) => Sitting, tell: { onWritten(isKept: boolean): void; onElsewhere(): void }): SittingKeeper;
    load(): Promise<any>; put(sitting: Sitting): Promise<Swapped>; clear(exam: string): Promise<void>; discard(): Promise<boolean>;
  };
  examWords: {
    time(minutes: number): string; row(index: BankIndex, row: PresetRow): string; draw(preset: Preset): string;
    lacking(index: BankIndex, preset: Preset, drawn: { lacking: { row: number; have: number }[]; lacking_quotas: Record<string, number> }): string[];
    passed(payload: ExamPayload): string; counts(payload: ExamPayload): string;
  };
  examList: {
    show(ground: ExamGround, events: RecordEvent[], onStart: ((preset: Preset, ids: string[], points: number[], settings: Settings) => Promise<void>) | null, wanted: string): void;
  };
  examSheet: { show(list: HTMLElement, sitting: Sitting, onChosen: (place: number) => void): void };
  examSitting: {
    show(ground: ExamGround, keeper: SittingKeeper, questions: Record<string, Question>, ways: {
      handIn(by: "hand" | "time"): void; giveUp(): void;
    }): SittingView;
  };
  examResult: { show(ground: ExamGround, payload: ExamPayload, date: string): Promise<void> };
  examHandIn: {
    handedBy(sitting: Sitting, by: "hand" | "time"): HandedIn; find(events: RecordEvent[], exam: string): RecordEvent | undefined;
    record(ground: ExamGround, sitting: Sitting, questions: Record<string, Question>, handed: HandedIn): Promise<void>;
  };
  examRun: {
    sit(ground: ExamGround, sitting: Sitting, isThere: boolean, first: (sitting: Sitting) => Sitting, questions: Record<string, Question>): void;
    goOn(ground: ExamGround, stored: any, words: string): Promise<void>; byId(loaded: Question[]): Record<string, Question>;
  };
  examReview: { fill(ground: ExamGround, list: HTMLElement, payload: ExamPayload, questions: Record<string, Question>): void };
  certificate: { show(ground: ExamGround, payload: ExamPayload, date: string, onBack: () => void): void };
}
