import type { Act } from '@milepost/domain';
import type { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Actor } from '../../platform/request/actor.ts';
import type { Caller } from '../../platform/request/caller.ts';
import type { Outcome, UserProblem } from '../../platform/request/user-problem.ts';

export type OperationState =
  | 'ANALYSING' | 'PREVIEWED' | 'SCHEDULED' | 'APPLYING' | 'DONE' | 'FAILED' | 'CANCELLED' | 'EXPIRED' | 'UNDOING' | 'UNDONE';

/** A bulk act: previewed, committed, and carried out chunk by chunk. */
export interface Operation<Input = unknown> {
  readonly id: string;
  readonly kind: string;
  readonly state: OperationState;
  readonly title: Readonly<Record<string, string | number>>;
  readonly input: Input;
  readonly previewHash: string | null;
  /** How many rows each class of the preview has. */
  readonly counts: Readonly<Record<string, number>>;
  /** The same for each thing that it gives, where it gives several. */
  readonly countsByTarget: CountsByTarget | null;
  /** What came of it, by outcome, when it is done. */
  readonly result: Readonly<Record<string, number>>;
  readonly rowsTotal: number;
  readonly rowsDone: number;
  readonly problem: { readonly code: string; readonly params?: Readonly<Record<string, string | number>> } | null;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly committedAt: Date | null;
  /** Whoever committed it; null: nobody yet, or it follows from something else. Its job acts for them. */
  readonly committedBy: Actor | null;
  /** When it begins, or began, where that was not at once with the commit. */
  readonly startsAt: Date | null;
  readonly finishedAt: Date | null;
  /** The operation that this one takes back. */
  readonly undoOf: string | null;
  /** Up to when it can be taken back; null: not at all, or not yet. */
  readonly undoUntil: Date | null;
}

/** How many rows each class has, by the id of what the rows are about. */
export type CountsByTarget = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Some rows of an operation, which are applied together: each row has a subject and the class that the preview gave it. */
export interface OperationChunk {
  readonly number: number;
  /** What the rows are about beside their subjects, such as the plan that is given; null: nothing in particular. */
  readonly targetId: string | null;
  readonly subjectIds: readonly string[];
  readonly classes: readonly string[];
  readonly details: readonly unknown[] | null;
}

/** What a preview came to. */
export interface Preview {
  readonly hash: string;
  readonly counts: Readonly<Record<string, number>>;
  /** Where it is about several things: the counts of each. */
  readonly countsByTarget?: CountsByTarget | null;
  readonly rowsTotal: number;
}

/** A condition on `operation o`, for statements that are put together. */
export type OperationCondition = (parameters: SqlParameters) => string;

/** What somebody wants with an operation: to see it with all of its rows, to give its preview up, or to commit it and go on with it. */
export type OperationIntent = 'SEE' | 'GIVE_UP' | 'CARRY_OUT';

/** Which operations each intent is allowed with: the acts are refused by the same conditions by which lists tell what may be done. */
export type OperationScopes = Readonly<Record<OperationIntent, OperationCondition>>;

/** An operation as a caller has it before them: what they may do with it, whatever its state. */
export interface SeenOperation extends Operation {
  readonly mayGiveUp: boolean;
  readonly mayCarryOut: boolean;
}

/**
 * A kind of operation, registered by the feature that it belongs to. The engine knows how to be interrupted, resumed and watched;
 * the kind knows what its rows mean.
 */
export interface OperationKind {
  readonly kind: string;
  /** Whoever may do this on something at least may begin one, and see and carry out what they began. */
  readonly act: Act;
  /** Which of those that others began are for the caller. Their rows name people, so only for who reaches everybody. */
  readonly ofOthers: (caller: Caller, intent: OperationIntent) => OperationCondition;
  /** Which of what they began the caller may still carry out; absent: all. */
  readonly ownToCarryOut?: (caller: Caller) => OperationCondition;
  /** Refuses to commit what nobody can carry out any more. */
  readonly check?: (transaction: Transaction, operation: Operation) => Promise<Outcome<null>>;
  /** Whether operations of this kind are worked on one after the other within an organization. */
  readonly oneByOne?: boolean;
  /**
   * Whether another operation is being carried out that touches the same: what its rows come to is not known yet, so that no preview
   * holds. Commits that could meet wait for each other here.
   */
  readonly isOvertaken?: (transaction: Transaction, operation: Operation) => Promise<boolean>;
  /**
   * Classifies once more just before the commit, replacing the stored rows; its hash must equal the preview's. Within what its maker
   * could reach and the caller who commits can at this moment.
   */
  readonly classify: (transaction: Transaction, operation: Operation, caller: Caller) => Promise<Preview>;
  /** Makes a new preview when the old one no longer holds; else {@link classify} does. */
  readonly renew?: (transaction: Transaction, operation: Operation) => Promise<void>;
  /** The tables that it adds rows to: while they grow, the database is told how large they are. */
  readonly fills: readonly string[];
  /** When it is to begin; null, or past: at once with the commit. */
  readonly startsAt?: (operation: Operation) => Date | null;
  /**
   * At the moment at which it was to begin: classifies anew, within what its maker could reach, replacing the stored rows. Refuses
   * what cannot be carried out any more; nothing comes of it then.
   */
  readonly start?: (transaction: Transaction, operation: Operation) => Promise<Outcome<Preview>>;
  /** Whether the commit changes something though its rows concern nobody, as a rule that is saved does; absent: it does not. */
  readonly changesBeyondRows?: (operation: Operation) => boolean;
  /** What the commit itself changes, before the first chunk. */
  readonly begin?: (transaction: Transaction, operation: Operation) => Promise<void>;
  /**
   * Carries out one chunk in one short transaction; answers the outcome of each row, in order. A row that is no longer what its preview
   * showed is left out with the outcome {@link changedSincePreview}, so that the rows always sum to the preview.
   */
  readonly applyChunk: (transaction: Transaction, operation: Operation, chunk: OperationChunk) => Promise<readonly string[]>;
  /** That no chunk needs what another has done: two are carried out at a time, so that one is thought about while the other is written. */
  readonly chunksAreIndependent?: true;
  /** What is wrong with a row, by what the preview kept of it. */
  readonly problemsOf?: (details: unknown) => readonly UserProblem[];
  /** After the last chunk. */
  readonly finish?: (transaction: Transaction, operation: Operation) => Promise<void>;
  /** How it is taken back; absent: it cannot be. */
  readonly undo?: OperationUndo;
}

/**
 * How operations of a kind are taken back: by an operation of the same kind and input with `undoOf`, previewed, committed and carried out
 * like any other. Rows that have changed since are classified as {@link leftChangedSince} and left alone.
 */
export type OperationUndo = Pick<OperationKind, 'classify' | 'begin' | 'applyChunk' | 'finish'>;

/** The class and outcome of a row that an undo leaves alone, because something has changed since. */
export const leftChangedSince = 'LEFT_CHANGED_SINCE';

/** How long an operation can be taken back (2.0.6). */
export const undoMilliseconds = 72 * 3_600_000;

/** The outcome of a row that something has changed since its preview was accepted. */
export const changedSincePreview = 'SKIPPED_CHANGED_SINCE_PREVIEW';

/** The queue in which jobs of one kind run one after the other within an organization. */
export function queueOf(kind: string, organizationId: string): string {
  return `${kind}:${organizationId}`;
}

const registered = new Map<string, OperationKind>();

/** Makes a kind known; called once when its feature is loaded. */
export function registerOperationKind(kind: OperationKind): void {
  registered.set(kind.kind, kind);
}

/** The kind of an operation. Throws for one that nobody registered. */
export function operationKind(name: string): OperationKind {
  const kind = registered.get(name);
  if (!kind) throw new Error(`Nobody registered operations of the kind ${name}`);
  return kind;
}

/** What classifies and carries out an operation: its kind, or where it takes another one back, the kind's undo. */
export function actsOf(operation: Pick<Operation, 'kind' | 'undoOf'>): OperationUndo {
  const kind = operationKind(operation.kind);
  if (!operation.undoOf) return kind;
  if (!kind.undo) throw new Error(`Operations of the kind ${operation.kind} cannot be taken back`);
  return kind.undo;
}

/** Which operations are for the caller: their own while they may still do the like, and those of others that their kind opens. */
export function operationScopes(caller: Caller): OperationScopes {
  return { SEE: scopeOf(caller, 'SEE'), GIVE_UP: scopeOf(caller, 'GIVE_UP'), CARRY_OUT: scopeOf(caller, 'CARRY_OUT') };
}

function scopeOf(caller: Caller, intent: OperationIntent): OperationCondition {
  return (parameters) => {
    const each = [...registered.values()].map(({ kind, act, ofOthers, ownToCarryOut }) => {
      const begun = caller.acts.has(act) ? `o.created_by = ${parameters.add(caller.actor.id, 'uuid')}` : 'false';
      const own = intent === 'CARRY_OUT' && ownToCarryOut ? `(${begun} AND ${ownToCarryOut(caller)(parameters)})` : begun;
      return `(o.kind = ${parameters.add(kind, 'text')} AND (${own} OR ${ofOthers(caller, intent)(parameters)}))`;
    });
    return `(${each.join(' OR ')})`;
  };
}
