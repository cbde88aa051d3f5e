import type { Answer, RefusalProblem } from '@milepost/web/apollo/use-act.ts';
import type { Failure } from '@milepost/web/ui/error-state.tsx';
import type { SaveState } from '@milepost/web/ui/save-state.tsx';
import type { EditedPlanFragment } from './plan-draft.generated.ts';

/** The content of a plan and its settings are versioned apart. */
export type Lane = 'DRAFT' | 'SETTINGS';

type EditResult =
  | ({ readonly __typename: 'LearningPlan' } & EditedPlanFragment)
  | { readonly __typename: 'StaleEdit' | 'InputRefused' | 'NotFound' | 'NotAllowed' | 'PlanNotPublishable'; readonly problems: readonly RefusalProblem[] };

/** One change that an admin makes while writing a plan. */
export interface PlanEdit {
  /** What is changed; a later change of the same takes the place of one that still waits. */
  readonly key: string;
  readonly lane: Lane;
  /** For the comparison after somebody else saved first: what it is called, what was typed, what stands there. */
  readonly label: string;
  readonly mine: string;
  theirs(plan: EditedPlanFragment): string;
  send(rowVersion: number, clientMutationId: string): Promise<Answer<EditResult>>;
}

export interface EditQueueState {
  readonly save: SaveState;
  /** Why the last try got no answer. */
  readonly failure: Failure | null;
  /** Edits that wait because somebody else changed the plan; empty otherwise. */
  readonly conflicting: readonly PlanEdit[];
  /** What the server did not accept, by key. */
  readonly refused: Readonly<Record<string, string>>;
}

type Versions = Readonly<Record<Lane, number>>;

/** The versions that edits of this plan are made on. */
export const versionsOf = (plan: EditedPlanFragment): Versions => ({ DRAFT: plan.draftVersion?.rowVersion ?? 0, SETTINGS: plan.rowVersion });

const typingMs = 600;

/**
 * Saves the changes of one plan one after the other, each on the version that the one before left. What is typed waits until the
 * typing pauses. Nothing is ever dropped by itself: without an answer, or after a stale edit, it waits for {@link retry},
 * {@link keepMine} or {@link takeTheirs}.
 */
export class EditQueue {
  #waiting = new Map<string, { edit: PlanEdit; id: string }>();
  #versions: Versions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #listeners = new Set<() => void>();
  #state: EditQueueState = { save: 'SAVED', failure: null, conflicting: [], refused: {} };

  constructor(versions: Versions) {
    this.#versions = versions;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  readonly state = (): EditQueueState => this.#state;
  /** What the plan stands at by all that was saved here. */
  readonly versions = (): Versions => this.#versions;

  /** Takes a change in; `now` for acts that are no typing. */
  change(edit: PlanEdit, when: 'now' | 'after typing'): void {
    this.#waiting.delete(edit.key);
    this.#waiting.set(edit.key, { edit, id: crypto.randomUUID() });
    if (this.#state.conflicting.length > 0) return this.#tell({ conflicting: this.#edits() });
    this.#tell({ save: 'UNSAVED' });
    clearTimeout(this.#timer);
    if (when === 'now') void this.#run();
    else this.#timer = setTimeout(() => void this.#run(), typingMs);
  }

  /** Saves what waits; true when all of it is saved. */
  async settle(): Promise<boolean> {
    clearTimeout(this.#timer);
    await this.#run();
    return this.#state.save === 'SAVED';
  }

  retry(): void {
    void this.settle();
  }

  /** After a stale edit: saves what was typed over what stands there now. */
  keepMine(versions: Versions): Promise<boolean> {
    this.#versions = versions;
    this.#tell({ conflicting: [] });
    return this.settle();
  }

  /** After a stale edit: gives up what was typed. */
  takeTheirs(versions: Versions): void {
    this.#versions = versions;
    this.#waiting.clear();
    this.#tell({ save: 'SAVED', failure: null, conflicting: [], refused: {} });
  }

  #run(): Promise<void> {
    this.#running ??= this.#saveAll().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #saveAll(): Promise<void> {
    while (this.#state.conflicting.length === 0) {
      const [next] = this.#waiting.values();
      if (!next) break;
      this.#waiting.delete(next.edit.key);
      this.#tell({ save: 'SAVING', failure: null });
      if (!(await this.#save(next))) return;
    }
    const done = this.#state.conflicting.length === 0;
    if (done) this.#tell({ save: Object.keys(this.#state.refused).length > 0 ? 'UNSAVED' : 'SAVED' });
  }

  /** Whether to go on with the next one. */
  async #save({ edit, id }: { edit: PlanEdit; id: string }): Promise<boolean> {
    const answer = await edit.send(this.#versions[edit.lane], id);
    if (answer.is === 'FAILED') {
      this.#putBack(edit, id);
      this.#tell({ save: 'FAILED', failure: answer.failure });
      return false;
    }
    const result = answer.data;
    if (result.__typename === 'StaleEdit') {
      // Sent again, it goes out on another version: another act, so another id.
      this.#putBack(edit, crypto.randomUUID());
      this.#tell({ save: 'FAILED', conflicting: this.#edits() });
      return false;
    }
    const { [edit.key]: _, ...refused } = this.#state.refused;
    if (result.__typename === 'LearningPlan') {
      this.#versions = versionsOf(result);
      this.#tell({ refused });
    } else this.#tell({ refused: { ...refused, [edit.key]: result.problems.map((problem) => problem.message).join(' ') } });
    return true;
  }

  /** What came to nothing goes first again, unless something newer of the same kind was typed meanwhile. */
  #putBack(edit: PlanEdit, id: string): void {
    if (this.#waiting.has(edit.key)) return;
    this.#waiting = new Map([[edit.key, { edit, id }], ...this.#waiting]);
  }

  #edits(): PlanEdit[] {
    return [...this.#waiting.values()].map(({ edit }) => edit);
  }

  #tell(change: Partial<EditQueueState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
