/* Shapes of the big screen. Read by tsc only. */

interface ScreenTeam { name: string; score: number }
interface ScreenShow {
  ids: string[]; title: string; /** a question; 0: no clock */ seconds: number; teams: ScreenTeam[]; /** what one press gives or takes */ amount: number;
  /** of the question; ids.length behind the last */ place: number; /** how far it is revealed */ step: number;
  /** epoch milliseconds when the clock ends, 0: not started */ until: number; isRunning: boolean;
}
interface ScreenMemo { /** fields of the form */ choice: Record<string, string>; show: ScreenShow | null }
type ScreenCommandName =
  "forward" | "back" | "reveal" | "skip" | "plus" | "minus" | "black" | "full" | "leave" | "down" | "up";
interface ScreenCommand { name: ScreenCommandName; /** from 0, -1: none */ team: number }
interface ScreenStage { start(show: ScreenShow, questions: Question[]): void }

interface LianxueNamespace {
  screenShow: {
    QUESTION: number; ANSWER: number; EXPLANATION: number;
    begin(given: { ids: string[]; title: string; seconds: number; names: string[] }): ScreenShow;
    lastStep(question: Question | null): number;
    forward(show: ScreenShow, last: number): ScreenShow; reveal(show: ScreenShow, last: number): ScreenShow;
    skip(show: ScreenShow): ScreenShow; back(show: ScreenShow, lastBefore: number): ScreenShow;
    award(show: ScreenShow, team: number, sign: number): ScreenShow; changeAmount(show: ScreenShow): ScreenShow;
    startClock(show: ScreenShow, now: number): ScreenShow; secondsLeft(show: ScreenShow, now: number): number;
    restore(value: any): ScreenShow | null;
  };
  screenKeys: {
    commandOf(event: { code: string; key: string; shiftKey: boolean; ctrlKey: boolean; altKey: boolean; metaKey: boolean }): ScreenCommand | null;
  };
  fullScreen: { isOn(): boolean; enter(element: Element): void; leave(): void; onChange(listener: () => void): void };
  screenSlide: {
    draw(element: Element, question: Question): void;
    reveal(slide: Element, feedback: HTMLElement, question: Question, step: number): void;
  };
  screenTeams: {
    draw(list: HTMLElement, teams: ScreenTeam[], award: (team: number, sign: number) => void): void;
    refresh(list: Element, teams: ScreenTeam[]): void; fillTable(body: Element, teams: ScreenTeam[]): void;
  };
  screenChoice: {
    CONDITIONS: string; typeLabel(type: string): string;
    fill(form: HTMLFormElement, index: BankIndex, month: string, asked: BankFilter): void;
    read(form: HTMLFormElement): Record<string, string>; write(form: HTMLFormElement, values: Record<string, string>): void;
    ofAddress(query: URLSearchParams, asked: BankFilter): Record<string, string>; draw(values: Record<string, string>): string[];
  };
  screenStage: {
    create(root: HTMLElement, watcher: { onChange: (show: ScreenShow) => void; onEnd: (show: ScreenShow) => void }): ScreenStage;
  };
}
