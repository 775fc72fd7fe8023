/* Shapes of 我的学习, and of the states beside lessons and quizzes. Read by tsc only. */

interface QuizTally { passMark: number; answered: number; total: number; points: number; gained: number }
/** A lesson with how far it is done; score 0–100. */
interface StudyLesson extends LessonFact, Study { score: number }
/** isNamed: a discipline of the vocabulary, not 其他. */
interface StudyDiscipline { name: string; isNamed: boolean; total: number; answered: number; right: number }
interface StudyArticle { /** 《…》第九十七条 */ title: string; /** "" where the register does not have it */ url: string; status: string; mistakes: number }
/** Everything the page shows, read once. */
interface StudyRecord {
  index: BankIndex; history: Record<string, RecordEvent[]>; latest: Record<string, RecordEvent>; mistakes: Mistake[];
  exams: RecordEvent[];
}

interface LianxueNamespace {
  /* learning/: pure */
  progress: {
    /** what a state is called */ WORDS: Record<StudyState, string>;
    tallies(index: BankIndex, latest: Record<string, RecordEvent>): QuizTally[];
    studyOf(quizzes: QuizTally[]): Study; scoreOf(quizzes: QuizTally[]): number;
  };
  studyFacts: {
    years(index: BankIndex): string[];
    lessons(index: BankIndex, latest: Record<string, RecordEvent>, year: string): StudyLesson[];
    ring(lessons: StudyLesson[]): { done: number; total: number };
    disciplines(index: BankIndex, latest: Record<string, RecordEvent>): StudyDiscipline[];
    standing(index: BankIndex, mistakes: Mistake[]): { id: string; row: number }[];
    telling(index: BankIndex, mistakes: Mistake[], most: number): string[];
    articles(questions: { cite: Citation[] }[]): StudyArticle[];
  };

  /* views */
  studyChart: { ring(lessons: StudyLesson[]): SVGElement; bar(discipline: StudyDiscipline): SVGElement };
  studyTable: {
    /** Cells by column; the column `head` names the row. Roles are said aloud: narrow screens lay the rows out anew. */
    make(name: string, caption: string, head: number, columns: string[], rows: (Node | string)[][]): HTMLElement;
  };
  studySections: {
    lessons(section: HTMLElement, record: StudyRecord, thisYear: string): void;
    disciplines(section: HTMLElement, record: StudyRecord): void;
    articles(section: HTMLElement, record: StudyRecord): Promise<void>;
    exams(section: HTMLElement, record: StudyRecord): void;
  };
  studySettings: { show(section: HTMLElement, settings: Settings): void; start(section: HTMLElement, onKept: () => void): void };
  homeStudy?: {
    show(box: HTMLElement, lesson: HTMLElement | null, latest: Record<string, RecordEvent>, events: RecordEvent[]): Promise<void>;
  };
  /** The section 学习记录, where its scripts are loaded. */
  recordPanel?: { start(section: HTMLElement): Promise<void> };
}
