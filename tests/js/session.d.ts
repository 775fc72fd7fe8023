/* Shapes of practice sessions. Read by tsc only. */

interface BankIndex { /** first row and number of questions of every shared material */ materials: [number, number][] }

interface Ground {
  index: BankIndex; /** as they were when it was opened */ events: RecordEvent[];
  choose(mode: SessionMode, rows: number[], count?: number, position?: string): string[];
  /** the latest response, to whatever revision */ latest(id: string): RecordEvent | null;
  /** the latest response to the question as it now is */ current(id: string): RecordEvent | null;
  note(event: RecordEvent): void;
}
/** A session as its address asks for it. */
interface SessionPlan {
  mode: SessionMode; filter: BankFilter; /** 0: all */ count: number; ids: string[];
  /** how many come before the first of ids in the whole (顺序练习) */ before: number;
  /** place in ids to begin at */ start: number;
  /** already answered in this run, by full id */ results: Map<string, SessionResult>;
  lesson: LessonFact | null; /** one sentence above the first question, "" for none */ note: string;
  /** all of what was chosen, not some of it once more */ isWhole: boolean; /** begun on this page before: the focus goes along */ isAgain: boolean;
  /** after its last question */ isThrough: boolean;
}
interface SessionResult extends Result { event: RecordEvent }
/** A way on: a link, or something this page does. */
interface Way { text: string; url?: string; act?: () => void }
interface SessionActs { goOn(): void; again(ids: string[]): void; anew(): void }

interface LianxueNamespace {
  ground: { open(): Promise<Ground> };
  drillForm: { start(form: HTMLFormElement, index: BankIndex): Promise<void> };
  reciteView: { reveal(form: HTMLFormElement, question: Question): void };
  answerKeys: { listen(stage: HTMLElement): void };
  sessionWords: {
    TITLES: Record<SessionMode, string>; empty(plan: SessionPlan): string;
    /** 得分 or 答对 */ score(plan: SessionPlan, index: BankIndex): string;
  };
  sessionPlan: {
    make(query: URLSearchParams, ground: Ground): Promise<SessionPlan>; anew(plan: SessionPlan): Promise<void>;
    again(plan: SessionPlan, ids: string[]): SessionPlan;
  };
  ways: { fill(element: Element, ways: Way[]): void };
  sessionEnd: { show(root: HTMLElement, plan: SessionPlan, ground: Ground, acts: SessionActs): Promise<void> };
  runView: { /** resolves once the question stands */ start(root: HTMLElement, plan: SessionPlan, ground: Ground, onEnd: (isThrough: boolean) => void): Promise<void> };
}
