import type { Database } from '../../platform/database/database.ts';
import type { Caller } from '../../platform/request/caller.ts';
import type { Outcome } from '../../platform/request/user-problem.ts';
import { carryOut } from '../assignments/assignment.factory.ts';
import { commitAsSeen } from '../operations/operation.factory.ts';
import { previewAdding } from './add-completions.ts';
import { previewRevoking } from './revoke-completions.ts';

/** What somebody is said to have completed. */
export interface CompletionOverrides {
  readonly type: 'PLAN' | 'COURSE' | 'MODULE';
  readonly itemId: string;
  readonly personId: string;
}

/** Records by hand that a person has completed something on a day, to the end. */
export async function recordByHand(database: Database, admin: Caller, { personId, ...of }: CompletionOverrides, completedOn: string): Promise<void> {
  const input = { ...of, reason: 'Seen on site', personIds: [personId], completedOn: completedOn as never, evidenceFileId: null, again: false };
  await toTheEnd(database, admin, await database.write(admin, (transaction) => previewAdding(transaction, admin, input)));
}

/** Takes such a completion back, and nothing that rests on it. */
export async function takeBack(database: Database, admin: Caller, { type, ...record }: CompletionOverrides): Promise<void> {
  const input = { type, reason: 'Mixed up', records: [record], filter: null, cascade: 'NONE' as const };
  await toTheEnd(database, admin, await database.write(admin, (transaction) => previewRevoking(transaction, admin, input)));
}

async function toTheEnd(database: Database, admin: Caller, previewed: Outcome<{ readonly id: string }>): Promise<void> {
  if (!previewed.ok) throw new Error(`Refused: ${JSON.stringify(previewed.problem)}`);
  await commitAsSeen(database, admin, previewed.value.id);
  await carryOut(database, admin.organizationId, previewed.value.id);
}
