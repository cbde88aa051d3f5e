import type { AssignmentMode, AssignmentTarget, AudienceExpression, DueRule, OnLeavePolicy } from '@milepost/domain';
import type { Database } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { runJob } from '../../platform/testing/run-job.ts';
import { applyOperation } from '../operations/index.ts';
import { commitAsSeen } from '../operations/operation.factory.ts';
import './apply-assignment.ts';
import { readTargets } from './assignment-target.ts';
import { giveToPeople } from './give-to-people.ts';
import { previewAssignment } from './preview-assignment.ts';

/** Whom a test's assignment is for, and until when. */
export interface AssignmentOverrides {
  /** Instead of a plan. */
  readonly targets?: readonly AssignmentTarget[];
  readonly audience?: AudienceExpression;
  readonly dueRule?: DueRule | null;
  readonly startsAt?: string | null;
  readonly again?: boolean;
  readonly name?: string;
  readonly mode?: AssignmentMode;
  readonly onLeave?: OnLeavePolicy;
  readonly notify?: boolean;
}

/** Previews an assignment; answers the operation's id. */
export async function buildAssignmentPreview(
  database: Database,
  admin: Caller,
  planId: string | null,
  overrides: AssignmentOverrides = {},
): Promise<string> {
  const previewed = await database.write(admin, (transaction) =>
    previewAssignment(transaction, admin, { confirmEverybody: true, ...overrides, planId, audience: overrides.audience ?? { kind: 'EVERYONE' } }),
  );
  if (!previewed.ok) throw new Error(`Not assigned: ${previewed.problem.map((each) => each.code).join(', ')}`);
  return previewed.value.id;
}

/** Gives a plan, or what the overrides name, to an audience and carries it out to the end; answers the operation's id. */
export async function assignPlan(database: Database, admin: Caller, planId: string | null, overrides: AssignmentOverrides = {}): Promise<string> {
  const operationId = await buildAssignmentPreview(database, admin, planId, overrides);
  await commitAsSeen(database, admin, operationId);
  await carryOut(database, admin.organizationId, operationId);
  return operationId;
}

/** Does what a worker would do with a committed operation, here and now. */
export async function carryOut(database: Database, organizationId: string, operationId: string): Promise<void> {
  await runJob(applyOperation, database, organizationId, { operationId });
}

/** Gives a plan by an assignment to somebody who has never had it, within a transaction of the test's: what a re-evaluation does with whoever comes to belong to its audience. */
export async function givePlan(transaction: Transaction, given: { readonly planId: string; readonly assignmentId: string; readonly personId: string }): Promise<void> {
  const [target] = await readTargets(transaction, [{ kind: 'PLAN', planId: given.planId as never }]);
  const gift = { assignmentId: given.assignmentId, target: target!, dueRule: null, givenBy: null, audience: { kind: 'EVERYONE' as const } };
  await giveToPeople(transaction, gift, new Map([[given.personId, { class: 'APPLIED', state: 'APPLIED', startsCycle: false, exception: null }]]));
}
