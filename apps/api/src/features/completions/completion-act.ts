import { reachesEverybody } from '../access/index.ts';
import type { Caller } from '../../platform/request/caller.ts';
import type { OperationKind } from '../operations/index.ts';
import type { TrainingType } from '../training-progress/index.ts';

/** What every act on completions keeps; those whom its maker may reach are part of it. */
export interface CompletionActInput {
  readonly type: TrainingType;
  readonly caller: Pick<Caller, 'organizationId' | 'viewer' | 'actor'>;
}

/** Reasons are read by people. */
export const REASON_LIMIT = 500;

/** How many people or records one can name; for more there is the filter. */
export const NAMED_LIMIT = 1_000;

/** People per chunk: a transaction of a bulk act stays short, because events of everybody wait for the oldest one. */
export const chunkSize = 250;

/** What all kinds of acts on completions share: those of others are for who may do the same on everybody. */
export const changingCompletions = {
  act: 'COMPLETIONS_CHANGE',
  ofOthers: (caller, intent) => () => String(reachesEverybody(caller, 'COMPLETIONS_CHANGE') || (intent === 'SEE' && caller.acts.has('AUDIT_READ') && reachesEverybody(caller, 'PEOPLE_READ'))),
  fills: ['completion_fact', 'revocation_fact', 'standing', 'standing_history'],
  chunksAreIndependent: true,
} satisfies Partial<OperationKind>;
