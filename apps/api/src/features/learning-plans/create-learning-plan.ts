import { foldForSearch, lengthBeyond, newPlanVersion, PLAN_LIMITS, succeed, tidy, type PlanPreset } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { recordAudit } from '../audit/index.ts';
import { LearningPlanRepository } from './learning-plan.repository.ts';

/** Creates a plan with an empty draft and the defaults of its preset. The caller owns it. */
export async function createLearningPlan(
  transaction: Transaction,
  ownerId: string,
  input: { readonly name: string; readonly preset: PlanPreset },
): Promise<Outcome<{ id: string }>> {
  const name = tidy(input.name);
  if (name === '') return refuseWith('NAME_MISSING', 'name');
  if (lengthBeyond(name, PLAN_LIMITS.name)) return refuseWith('TOO_LONG', { limit: PLAN_LIMITS.name }, 'name');
  const { organizationId, now, actor } = transaction;
  const id = newId();
  const plans = new LearningPlanRepository(transaction);
  await plans.insert(
    {
      organizationId,
      id,
      code: await nextCode(transaction),
      preset: input.preset,
      lifecycle: 'DRAFT',
      ownerId,
      name,
      nameKey: foldForSearch(name),
      collaborationAllowed: false,
      visibleRange: null,
      displayOnFrontEnd: true,
      showAddToMyPlans: false,
      createdAt: now,
      createdBy: actor.id,
      updatedAt: now,
    },
    newPlanVersion(input.preset, name),
  );
  await plans.keepSettings(id);
  await recordAudit(transaction, { act: 'learningPlan.create', subject: { kind: 'learningPlan', id }, after: { name, preset: input.preset } });
  return succeed({ id });
}

/** The next code of the organization; two plans created at once wait for each other. */
async function nextCode(transaction: Transaction): Promise<string> {
  await transaction.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`plan-code:${transaction.organizationId}`]);
  const [row] = await transaction.query<{ last: number }>(
    `SELECT coalesce(max(substring(code FROM '^P-([0-9]+)$')::int), 0) AS last FROM learning_plan WHERE organization_id = $1`,
    [transaction.organizationId],
  );
  return `P-${String(row!.last + 1).padStart(4, '0')}`;
}
