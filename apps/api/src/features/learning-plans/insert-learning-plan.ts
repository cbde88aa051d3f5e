import { foldForSearch, lengthBeyond, PLAN_LIMITS, succeed, tidy, type PlanVersionDefinition } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { recordAudit } from '../audit/index.ts';
import { LearningPlanRepository } from './learning-plan.repository.ts';

/** What a new plan begins with. */
export interface NewPlan {
  readonly ownerId: string;
  readonly definition: PlanVersionDefinition;
  /** How it came to be, for the audit. */
  readonly act: 'learningPlan.create' | 'learningPlan.duplicate' | 'learningPlan.import';
  readonly origin: Readonly<Record<string, string | number>>;
}

/** Writes a new plan with its first draft; nobody has it, and nobody finds it yet. */
export async function insertLearningPlan(transaction: Transaction, { ownerId, definition, act, origin }: NewPlan): Promise<Outcome<{ id: string }>> {
  const name = tidy(definition.name);
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
      preset: definition.preset,
      lifecycle: 'DRAFT',
      ownerId,
      name,
      nameKey: foldForSearch(name),
      descriptionKey: '',
      collaborationAllowed: false,
      visibleRange: null,
      displayOnFrontEnd: true,
      showAddToMyPlans: false,
      archivedAt: null,
      createdAt: now,
      createdBy: actor.id,
      updatedAt: now,
    },
    { ...definition, name },
  );
  await plans.keepSettings(id);
  await recordAudit(transaction, { act, subject: { kind: 'learningPlan', id }, after: { name, preset: definition.preset, ...origin } });
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
