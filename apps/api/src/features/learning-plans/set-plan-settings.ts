import { succeed, type Act } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { updateVersioned } from '../../platform/database/update-versioned.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseStale, refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { mayOnPlan } from '../access/index.ts';
import { resolveAudience } from '../audiences/index.ts';
import { recordAudit } from '../audit/index.ts';
import { LearningPlanRepository } from './learning-plan.repository.ts';

interface PlanReference {
  readonly planId: string;
  readonly rowVersion: number;
}

/** Says who may find a plan (D14): an audience expression, or null for nobody but those to whom it is assigned. */
export async function setPlanVisibleRange(
  transaction: Transaction,
  caller: Caller,
  input: PlanReference & { readonly visibleRange?: unknown; readonly displayOnFrontEnd?: boolean | null; readonly showAddToMyPlans?: boolean | null },
): Promise<Outcome<{ id: string }>> {
  const changes: Record<string, unknown> = {};
  if (input.visibleRange !== undefined) {
    const range = input.visibleRange === null ? succeed(null) : await resolveAudience(transaction, caller, input.visibleRange, 'visibleRange');
    if (!range.ok) return range;
    changes.visible_range = range.value === null ? null : JSON.stringify(range.value);
  }
  if (typeof input.displayOnFrontEnd === 'boolean') changes.display_on_front_end = input.displayOnFrontEnd;
  if (typeof input.showAddToMyPlans === 'boolean') changes.show_add_to_my_plans = input.showAddToMyPlans;
  const changed = await changeSettings(transaction, caller, 'PLAN_SET_VISIBLE_RANGE', input, changes);
  if (changed.ok) await transaction.emit({ type: 'plan.finders_changed', ids: { planId: input.planId } });
  return changed;
}

/** Lets other admins assign a plan, set its visible range and track it, or stops that (D16). */
export async function setPlanCollaboration(
  transaction: Transaction,
  caller: Caller,
  input: PlanReference & { readonly allowed: boolean },
): Promise<Outcome<{ id: string }>> {
  return changeSettings(transaction, caller, 'PLAN_SET_COLLABORATION', input, { collaboration_allowed: input.allowed });
}

async function changeSettings(
  transaction: Transaction,
  caller: Caller,
  act: Act,
  reference: PlanReference,
  changes: Record<string, unknown>,
): Promise<Outcome<{ id: string }>> {
  const plans = new LearningPlanRepository(transaction);
  const plan = await plans.lock(reference.planId);
  if (!plan || !mayOnPlan(caller, 'PLAN_READ', plan)) return refuseWith('NOT_FOUND');
  if (!mayOnPlan(caller, act, plan)) return refuseWith('NOT_ALLOWED');
  const updated = await updateVersioned(transaction, 'learning_plan', plan.id, reference.rowVersion, changes);
  if (updated.kind === 'STALE') return refuseStale(updated.rowVersion);
  if (updated.kind === 'MISSING') return refuseWith('NOT_FOUND');
  await plans.keepSettings(plan.id);
  await recordAudit(transaction, { act, subject: { kind: 'learningPlan', id: plan.id }, after: changes });
  return succeed({ id: plan.id });
}
