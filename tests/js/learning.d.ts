/* Shapes of the learner's side: folds over the record, practice, exams. Read by tsc only. */

/* Payloads of events. A response may carry `mode` (absent: on a quiz or lesson page) and the exam it was given in. */
interface ResponsePayload {
  question: string; revision: string; response: any; verdict: "correct" | "partial" | "wrong"; share: number;
  mode?: string; exam?: string;
}
interface StarPayload { /** question:<full id> or page:<site-relative url> */ target: string; title: string; on: boolean }
interface NotePayload { target: string; title: string; /** "" takes the note away; line breaks are kept */ text: string }
interface SettingPayload { name: string; value: any }
interface ExamPayload {
  /** uuid of the sitting */ exam: string; preset: string; title: string; /** epoch milliseconds */ started: number; ended: number;
  /** 0: no limit */ minutes: number; by: "hand" | "time"; pass_mark: number; points: number; gained: number; /** 0–100 */ score: number;
  items: ExamItem[];
}
interface ExamItem {
  question: string; revision: string; type: string; discipline: string; points: number; share: number;
  verdict: "correct" | "partial" | "wrong" | "none"; /** null: not answered */ response: any;
}

/* Folds */
interface Settings {
  /** right answers on different days until a mistake is mastered */ mastered_after: number;
  /** reviews a day */ daily_limit: number; /** 2026-12-01, "" for none */ exam_date: string;
  /** exam clock: 1 as set, 1.5, 2; 0 off */ exam_time: number;
}
interface Mistake {
  question: string; revision: string; /** of the latest wrong or partial verdict */ date: string; wrong: number; right: number;
  /** days with a right answer since then */ right_days: number; needed: number; is_mastered: boolean;
}
interface SchedulerCard {
  state: "new" | "learning" | "review" | "relearning"; step: number | null; stability: number | null; difficulty: number | null;
  /** epoch milliseconds */ due: number; last_review: number | null;
}
interface ReviewItem { question: string; card: SchedulerCard; /** local date it is due */ due: string }
interface Noted { target: string; title: string; is_starred: boolean; note: string; /** latest change */ date: string }

/* Practice */
type SessionMode = "month" | "mistakes" | "review" | "drill" | "order" | "random" | "unseen" | "recite" | "daily";

interface People { current: string; people: { /** "" is the first */ id: string; name: string }[] }
interface Snapshot { /** local date */ date: string; count: number }
/** What a backup file holds, or why it is refused. */
type BackupReading = { events: RecordEvent[]; person: string; made: string; refused: "" } | { refused: string };

interface LianxueNamespace {
  /* learning/: pure folds */
  settings: { DEFAULTS: Settings; fold(events: RecordEvent[]): Settings; check(name: string, value: any): any };
  history: {
    /** responses by full id, oldest first */ byQuestion(events: RecordEvent[]): Record<string, RecordEvent[]>;
    /** each once, newest first */ exams(events: RecordEvent[]): RecordEvent[];
  };
  mistakes: { fold(history: Record<string, RecordEvent[]>, settings: Settings, revisionOf?: (id: string) => string): Mistake[] };
  scheduler: {
    PARAMETERS: number[];
    newCard(now: number): SchedulerCard;
    /** rating 1 again, 2 hard, 3 good, 4 easy */ review(card: SchedulerCard, rating: number, now: number, options?: any): SchedulerCard;
    retrievability(card: SchedulerCard, now: number): number;
  };
  review: {
    ratingOf(verdict: string): number;
    /** every seen question of its present revision, soonest due first */
    fold(history: Record<string, RecordEvent[]>, revisions: (id: string) => string, settings: Settings, today: string): ReviewItem[];
    /** what to offer today: at most the daily limit less what was reviewed today */
    today(items: ReviewItem[], history: Record<string, RecordEvent[]>, settings: Settings, today: string): string[];
  };
  notes: { fold(events: RecordEvent[]): Noted[] };
  csv: { /** with a byte order mark, CRLF, formulas made harmless */ make(rows: string[][]): string };

  /* practice/: pure */
  random: {
    /** the same seed gives the same numbers anywhere */ seeded(seed: string): () => number;
    shuffle<T>(items: T[], random: () => number): T[];
  };
  selection: {
    rows(index: BankIndex, filter: BankFilter): number[];
    /** of the address */ readFilter(query: URLSearchParams): BankFilter; writeFilter(filter: BankFilter): string;
    words(index: BankIndex, filter: BankFilter): string;
    /** names of the filter that the bank does not have */ unknown(index: BankIndex, filter: BankFilter): string[];
  };
  session: {
    /** full ids in the order they are asked */
    choose(mode: SessionMode, given: {
      index: BankIndex; rows: number[]; history: Record<string, RecordEvent[]>; settings: Settings; today: string;
      random: () => number; /** 0: all */ count: number; siteId: string; position: string;
    }): string[];
    /** this month's lesson that has questions */ lessonOfMonth(index: BankIndex, month: string): LessonFact | null;
  };
  presetDraw: {
    /** lacking: one entry a row that cannot be filled; ids and points are empty then */
    draw(index: BankIndex, preset: Preset, given: {
      month: string; today: string; history: Record<string, RecordEvent[]>; settings: Settings; random: () => number; siteId: string;
    }): { ids: string[]; points: number[]; lacking: { row: number; have: number }[]; /** how many there are */ lacking_quotas: Record<string, number> };
    /** those with a lesson that has questions: calendar.chooseMonth chooses among them */ months(index: BankIndex): string[];
  };

  /* views */
  questionForm: {
    /** A form from the page's blanks, as the templates would have made it. */
    make(question: Question, facts: { number: number; total: number; label: string; difficulty: string }): HTMLFormElement;
    /** The group of a shared text, its forms may be put into it; null where it has none. */ material(question: Question): HTMLElement | null;
    /** of its form, on the quiz's page too */ anchorOf(id: string): string;
  };
  download: { /** Offer a text as a file. */ save(name: string, type: string, text: string): void };
  /** The learner's day as a local date. */
  today(): string;
}
