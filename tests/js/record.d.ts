/* Shapes of the record and of what looks after it. Read by tsc only. */

interface StoreState {
  kind: "stored" | "memory"; /** "" | denied | full | newer | silent | removed | failed */ reason: string;
  /** pieces of the stored record that cannot be read; they are left where they are */ unreadable: number;
  /** whether this page is the first to meet them */ isNews: boolean;
}
/** A record as it is stored: JSON texts of lists of events, the last one of those that lie loose. */
interface StoredRecord { texts: string[]; loose: number; unreadable: number; isNewer: boolean }
interface TakenSnapshot extends Snapshot { /** counts up, whatever the clock does */ taken: number }
/** Sent as data: a frame passes no functions. */
type PeopleChange =
  | { kind: "add" | "rename"; id: string; name: string } | { kind: "choose"; id: string }
  | { /** the record of that person too */ kind: "remove"; id: string };
interface People { /** id of the person this page keeps the record of */ here?: string }

interface RecordConnection {
  transact<T>(mode: "readonly" | "readwrite", names: string[], work: (store: (name: string) => IDBObjectStore) => Promise<T>): Promise<T>;
  has(store: string): boolean; /** written by a newer version: read only */ isNewer(): boolean;
}
/** Whether a memo was written, or stands as another page has written it meanwhile. */
interface Swapped { isKept: boolean; standing: any }
/** Where the page gets the record from; every promise may reject with an error named denied, newer, full, silent, damaged, removed, taken, unknown or failed. */
interface RecordKeeper {
  ready(): Promise<boolean>;
  appendAll(drafts: RecordEvent[]): Promise<RecordEvent[]>; read(): Promise<StoredRecord>;
  memo(name: string): Promise<any>; setMemo(name: string, value: any): Promise<boolean>; swapMemo(name: string, before: any, value: any): Promise<Swapped>;
  snapshots(): Promise<Snapshot[]>; /** packing and the copy of the day; whether the day has one */ upkeep(date: string): Promise<boolean>; restore(date: string, keepAs: string): Promise<{ count: number }>;
  /** adds those whose id is not there yet */ merge(events: RecordEvent[]): Promise<{ added: number }>;
  people(): Promise<People>; changePeople(change: PeopleChange): Promise<People>;
  preference(name: string): Promise<any>; setPreference(name: string, value: any): Promise<boolean>;
}

/** An element of my_record.html by its name there. */
type RecordPart = (name: string) => HTMLElement;

interface LianxueNamespace {
  recordPack: {
    pack(events: RecordEvent[]): string;
    unpack(text: string, isEvent: (event: any) => boolean): { events: RecordEvent[]; unreadable: number };
  };
  backup: {
    MOST_BYTES: number; TOO_LARGE: string;
    /** made: local, 2026-11-22 09:30 */ make(events: RecordEvent[], person: string, siteId: string, made: string): string;
    read(text: string, siteId: string): BackupReading;
  };
  storageNotice: {
    /** "" while everything is kept */ sentence(state: StoreState): string; /** "" when everything can be read */ damage(state: StoreState): string;
    /** keeps an element saying it */ watch(element: Element): void;
  };
  personView: { start(): void; nameOf(people: People, id: string): string };
  recordAsk(place: HTMLElement, words: { text: string; yes: string; no: string }, onYes: () => void, onNo?: () => void): void;
  recordParts: {
    why(error: any, otherwise?: string): string;
    backup: { start(part: RecordPart, onChanged: () => void): void }; days: { start(part: RecordPart, onChanged: () => void): Promise<void> };
    people: { start(part: RecordPart): Promise<void> };
  };
  recordDatabase: {
    open(name: string, how?: { isKept: boolean }): Promise<RecordConnection>; remove(name: string): Promise<void>; done<T>(request: IDBRequest<T>): Promise<T>;
    failure(reason: string, cause: any): Error; newId(): string;
  };
  recordLog: {
    appendAll(database: RecordConnection, drafts: RecordEvent[]): Promise<RecordEvent[]>;
    read(database: RecordConnection): Promise<StoredRecord>; readWithin(store: (name: string) => IDBObjectStore): Promise<StoredRecord>;
    fact(database: RecordConnection, name: string): Promise<any>; setFact(database: RecordConnection, name: string, value: any): Promise<boolean>;
    swapFact(database: RecordConnection, name: string, before: any, value: any): Promise<Swapped>;
  };
  recordSnapshots: {
    list(snapshots: IDBObjectStore): Promise<TakenSnapshot[]>; take(database: RecordConnection, date: string): Promise<boolean>;
    add(snapshots: IDBObjectStore, standing: TakenSnapshot[], copy: { date: string; count: number; texts: string[]; unreadable?: any[] }): Promise<any>;
  };
  /* loaded when needed; in record.html at once */
  recordUpkeep: {
    run(database: RecordConnection, date: string): Promise<boolean>;
    snapshots(database: RecordConnection): Promise<Snapshot[]>; merge(database: RecordConnection, events: RecordEvent[]): Promise<{ added: number }>;
    restore(database: RecordConnection, date: string, keepAs: string): Promise<{ count: number }>;
    changePeople(first: RecordConnection, change: PeopleChange, check: (stored: any) => People, nameOf: (person: string) => string): Promise<void>;
  };
}
