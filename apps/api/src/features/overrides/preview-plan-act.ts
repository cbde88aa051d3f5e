import { isUuid, lengthBeyond, succeed, tidy } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { mayOnPlan, reachesOnPlan } from '../access/index.ts';
import type { EnrollmentFilter } from '../enrollments/index.ts';
import { learningPlanLoader, prepareDefinitions, type LearningPlanRow } from '../learning-plans/index.ts';
import { createOperation, storePreview } from '../operations/index.ts';
import { REASON_LIMIT } from './override-enrollment.ts';
import { liftSuppression } from './lift-suppression.ts';
import { classifyPlanAct, type PlanAct } from './plan-act.ts';
import type { PlanActInput } from './plan-act-input.ts';
import { resolveExceptions, type ResolveInput } from './resolve-exceptions.ts';
import { setDue, type SetDueInput } from './set-due.ts';
import { unassign, type UnassignInput } from './unassign.ts';
import { waiveMilestone } from './waive-milestone.ts';

/** For whom of a plan's people, and why. */
export interface NewPlanAct {
  readonly planId: string;
  /** Those named; null: all that the filter lets through. */
  readonly personIds: readonly string[] | null;
  readonly filter: EnrollmentFilter | null;
  readonly reason: string;
}

/** How many people one can name; for more there is the filter. */
const NAMED_LIMIT = 1_000;

/** Which of the assignments of a plan an act is about. */
type OfAssignment = NewPlanAct & Pick<UnassignInput, 'assignmentId'>;

/** Previews taking a plan, or one assignment of it, away from people (L34, 2.5). */
export function previewUnassign(transaction: Transaction, caller: Caller, input: OfAssignment): Promise<Outcome<{ id: string }>> {
  const { assignmentId } = input;
  return preview(transaction, caller, unassign, input, async () => succeed({ own: { assignmentId }, title: {} }));
}

/** Previews lifting removals by hand (2.5). */
export function previewLift(transaction: Transaction, caller: Caller, input: OfAssignment): Promise<Outcome<{ id: string }>> {
  const { assignmentId } = input;
  return preview(transaction, caller, liftSuppression, input, async () => succeed({ own: { assignmentId }, title: {} }));
}

/** Previews an individual due date for people (L43); a day that has passed for everybody is refused, for some it is said. */
export function previewSetDue(transaction: Transaction, caller: Caller, input: NewPlanAct & Pick<SetDueInput, 'due'>): Promise<Outcome<{ id: string }>> {
  return preview(transaction, caller, setDue, input, async () => succeed({ own: { due: input.due }, title: { due: input.due } }));
}

/** Previews waiving a milestone for people (L42); an elective is not waived. */
export function previewWaive(transaction: Transaction, caller: Caller, input: NewPlanAct & { readonly milestoneKey: string }): Promise<Outcome<{ id: string }>> {
  return preview(transaction, caller, waiveMilestone, input, async (plan) => {
    const versionId = plan.publishedVersionId;
    const version = versionId ? (await prepareDefinitions(transaction, [versionId])).get(versionId) : undefined;
    const milestone = version?.prepared.plan.milestones.find(({ key }) => key === input.milestoneKey);
    if (!milestone || milestone.metric === 'NONE') return refuseWith('NOT_FOUND', 'milestoneKey');
    return succeed({ own: { milestoneKey: milestone.key }, title: { milestone: milestone.name } });
  });
}

/** Previews what becomes of cases of the exception inbox in a plan (2.4, ambition 9). */
export function previewResolveExceptions(transaction: Transaction, caller: Caller, input: NewPlanAct & Pick<ResolveInput, 'choice'>): Promise<Outcome<{ id: string }>> {
  return preview(transaction, caller, resolveExceptions, input, async (plan) => {
    const versionId = plan.publishedVersionId;
    const version = versionId ? (await prepareDefinitions(transaction, [versionId])).get(versionId) : undefined;
    return succeed({ own: { choice: input.choice, minimumDays: version?.prepared.plan.minimumDays ?? 0 }, title: { choice: input.choice } });
  });
}

async function preview<Input extends PlanActInput, Facts>(
  transaction: Transaction,
  caller: Caller,
  act: PlanAct<Input, Facts>,
  input: NewPlanAct,
  more: (plan: LearningPlanRow) => Promise<Outcome<{ readonly own: Omit<Input, keyof PlanActInput>; readonly title: Readonly<Record<string, string | null>> }>>,
): Promise<Outcome<{ id: string }>> {
  const plan = isUuid(input.planId) ? (await learningPlanLoader.load(transaction, [input.planId])).get(input.planId) : undefined;
  if (!plan || !(mayOnPlan(caller, 'PLAN_READ', plan) || reachesOnPlan(caller, act.act, plan))) return refuseWith('NOT_FOUND', 'planId');
  if (!reachesOnPlan(caller, act.act, plan)) return refuseWith('NOT_ALLOWED');
  const { personIds, filter } = input;
  if ((personIds === null) === (filter === null) || personIds?.length === 0) return refuseWith('NOTHING_SELECTED', 'personIds');
  if (personIds && personIds.length > NAMED_LIMIT) return refuseWith('TOO_MANY', { limit: NAMED_LIMIT }, 'personIds');
  const reason = tidy(input.reason);
  if (reason === '') return refuseWith('REASON_MISSING', 'reason');
  if (lengthBeyond(reason, REASON_LIMIT)) return refuseWith('TOO_LONG', { limit: REASON_LIMIT }, 'reason');
  const added = await more(plan);
  if (!added.ok) return added;
  const { organizationId, viewer, actor } = caller;
  const kept = { ...added.value.own, planId: plan.id, selection: { planId: plan.id, personIds, filter }, reason, caller: { organizationId, viewer, actor } } as unknown as Input;
  const id = await createOperation(transaction, { kind: act.kind, title: { plan: plan.name, ...added.value.title }, input: kept });
  await storePreview(transaction, id, await classifyPlanAct(transaction, id, act, kept, caller));
  return succeed({ id });
}
