/** One edit that can be taken back: how it is undone and how it is done again. */
export interface HistoryStep<Request> {
  /** What it changes; typing on in the same field is one step. */
  readonly key: string;
  readonly label: string;
  readonly undo: Request;
  readonly redo: Request;
  readonly typing: boolean;
}

export interface EditHistoryState {
  /** What undoing would take back; null: nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
}

/** So long a pause makes what is typed after it a step of its own. */
const pauseMs = 2000;
const kept = 200;

/** The edits of one visit in the editor, to take back and do again. It forgets the oldest beyond 200. */
export class EditHistory<Request> {
  #past: HistoryStep<Request>[] = [];
  #future: HistoryStep<Request>[] = [];
  #typedAt = 0;
  #listeners = new Set<() => void>();
  #state: EditHistoryState = { undo: null, redo: null };
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  readonly state = (): EditHistoryState => this.#state;

  /** Remembers an edit that was made; what was undone before can no longer be done again. */
  record(step: HistoryStep<Request>): void {
    const last = this.#past.at(-1);
    const goesOn = step.typing && last?.typing === true && last.key === step.key && this.#now() - this.#typedAt < pauseMs;
    this.#past = goesOn && last ? [...this.#past.slice(0, -1), { ...step, undo: last.undo }] : [...this.#past, step].slice(-kept);
    this.#typedAt = this.#now();
    this.#future = [];
    this.#tell();
  }

  /** Takes the last edit back; undefined: there is none. */
  undo(): HistoryStep<Request> | undefined {
    const step = this.#past.pop();
    if (!step) return undefined;
    this.#future.push(step);
    this.#typedAt = 0;
    this.#tell();
    return step;
  }

  /** Does again what was undone last; undefined: there is none. */
  redo(): HistoryStep<Request> | undefined {
    const step = this.#future.pop();
    if (!step) return undefined;
    this.#past.push(step);
    this.#typedAt = 0;
    this.#tell();
    return step;
  }

  /** Forgets everything: what stands there is no longer what these edits were made on. */
  clear(): void {
    this.#past = [];
    this.#future = [];
    this.#tell();
  }

  #tell(): void {
    this.#state = { undo: this.#past.at(-1)?.label ?? null, redo: this.#future.at(-1)?.label ?? null };
    for (const listener of this.#listeners) listener();
  }
}
