import { classifyUnassign, GROUP_SOURCE_KINDS, INDIVIDUAL_SOURCE_KINDS, type UnassignSituation } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { registerPlanAct, type PlanAct } from './plan-act.ts';
import type { PlanActInput } from './plan-act-input.ts';
import { endSources } from './end-sources.queries.ts';
import { unassignFacts } from './plan-act-facts.queries.ts';

/** What taking a plan away keeps. */
export interface UnassignInput extends PlanActInput {
  /** The only assignment that is taken away; null: all of the plan. */
  readonly assignmentId: string | null;
}

/** Taking a plan away from many people by hand (L34, 2.5): their assignments end for them; where a rule still matches, that stays until it is lifted. */
export const unassign: PlanAct<UnassignInput, UnassignSituation> = {
  kind: 'UNASSIGN',
  act: 'PLAN_ASSIGN',
  facts: ({ assignmentId }) => unassignFacts(assignmentId ?? null),
  classify: classifyUnassign,
  apply: async (transaction, operation, { reason, assignmentId }, people) => {
    const kinds = [...INDIVIDUAL_SOURCE_KINDS, ...GROUP_SOURCE_KINDS];
    const ended = await endSources(transaction, { enrollmentIds: people.map(({ enrollmentId }) => enrollmentId), kinds, assignmentId, operationId: operation.id });
    await suppress(transaction, operation.id, reason, ended.filter(({ ruled }) => ruled));
  },
};

registerPlanAct(unassign);

async function suppress(transaction: Transaction, operationId: string, reason: string, sources: readonly { readonly id: string }[]): Promise<void> {
  if (sources.length === 0) return;
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `INSERT INTO enrollment_source (organization_id, id, enrollment_id, kind, assignment_id, due_rule, milestone_due_rules, dormant, suppressed_reason, operation_id,
       valid_from, created_at, created_by)
     SELECT $1, n.id, x.enrollment_id, x.kind, x.assignment_id, x.due_rule, x.milestone_due_rules, x.dormant, $4, $5, $6, $6, $7
     FROM unnest($2::uuid[], $3::uuid[]) AS n (id, ended_id) JOIN enrollment_source x ON x.organization_id = $1 AND x.id = n.ended_id`,
    [organizationId, sources.map(() => newId()), sources.map(({ id }) => id), reason, operationId, now, actor.id],
  );
}
