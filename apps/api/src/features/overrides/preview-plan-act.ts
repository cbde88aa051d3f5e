import { isUuid, lengthBeyond, succeed, tidy, WHOLE, type Act, type PlanVersionDefinition, type ReleaseAct } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { mayOnPlan, reachesOnPlan } from '../access/index.ts';
import { actOnContent } from '../assignments/index.ts';
import type { EnrollmentFilter } from '../enrollments/index.ts';
import { learningObjectLoader } from '../learning-objects/index.ts';
import { learningPlanLoader, prepareDefinitions, readLineage, type LearningPlanRow } from '../learning-plans/index.ts';
import { createOperation, storePreview, type Preview } from '../operations/index.ts';
import { REASON_LIMIT } from './lock-overridden.ts';
import { liftSuppression } from './lift-suppression.ts';
import { classifyPlanAct, type PlanAct } from './plan-act.ts';
import type { PlanActInput } from './plan-act-input.ts';
import { classifyReleaseStep, releaseKinds, type ReleaseStepInput } from './release-step.ts';
import { resolveExceptions, type ResolveInput } from './resolve-exceptions.ts';
import { setDue, type SetDueInput } from './set-due.ts';
import { unassign, type UnassignInput } from './unassign.ts';
import { waiveMilestone } from './waive-milestone.ts';

/** For whom of the people of a plan, or of content by itself, and why; one of the two is named. */
export interface NewPlanAct {
  readonly planId: string | null;
  readonly learningObjectId: string | null;
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
  return preview(transaction, caller, ofFacts(unassign), input, async () => succeed({ own: { assignmentId }, title: {} }));
}

/** Previews lifting removals by hand (2.5). */
export function previewLift(transaction: Transaction, caller: Caller, input: OfAssignment): Promise<Outcome<{ id: string }>> {
  const { assignmentId } = input;
  return preview(transaction, caller, ofFacts(liftSuppression), input, async () => succeed({ own: { assignmentId }, title: {} }));
}

/** Previews an individual due date for people (L43); a day that has passed for everybody is refused, for some it is said. */
export function previewSetDue(transaction: Transaction, caller: Caller, input: NewPlanAct & Pick<SetDueInput, 'due'>): Promise<Outcome<{ id: string }>> {
  return preview(transaction, caller, ofFacts(setDue), input, async () => succeed({ own: { due: input.due }, title: { due: input.due } }));
}

/** Previews waiving a milestone, or all of content by itself, for people (L42); an elective is not waived. Of a plan also one that only people on an earlier version have. */
export function previewWaive(transaction: Transaction, caller: Caller, input: NewPlanAct & { readonly milestoneKey: string | null }): Promise<Outcome<{ id: string }>> {
  return preview(transaction, caller, ofFacts(waiveMilestone), input, async (subject) => {
    const wanted = subject.plan ? input.milestoneKey : (input.milestoneKey ?? WHOLE);
    const required = (await definitionsOf(transaction, subject)).flatMap(({ milestones }) => milestones.filter(({ metric }) => metric !== 'NONE'));
    const milestone = required.find(({ key }) => key === wanted);
    if (!milestone) return refuseWith('NOT_FOUND', 'milestoneKey');
    return succeed({ own: { milestoneKey: milestone.key }, title: { milestone: milestone.name } });
  });
}

/** Previews what becomes of cases of the exception inbox in a plan, or in content by itself (2.4, ambition 9). */
export function previewResolveExceptions(transaction: Transaction, caller: Caller, input: NewPlanAct & Pick<ResolveInput, 'choice'>): Promise<Outcome<{ id: string }>> {
  return preview(transaction, caller, ofFacts(resolveExceptions), input, async (subject) => {
    const minimumDays = (await definitionOf(transaction, subject))?.minimumDays ?? 0;
    return succeed({ own: { choice: input.choice, minimumDays }, title: { choice: input.choice } });
  });
}

/** Previews holding a step for people, leaving it to its schedule again, or opening it (C3, C16); of content by itself there are no steps. */
export function previewStepRelease(transaction: Transaction, caller: Caller, input: NewPlanAct & { readonly milestoneKey: string; readonly act: ReleaseAct }): Promise<Outcome<{ id: string }>> {
  const { act } = input;
  const release: PreviewedAct<ReleaseStepInput> = {
    kind: releaseKinds[act],
    act: 'PROGRESS_OVERRIDE',
    preview: (within, id, kept, by) => classifyReleaseStep(within, id, act, kept, by),
  };
  return preview(transaction, caller, release, input, async (subject) => {
    const steps = subject.plan ? (await definitionsOf(transaction, subject)).flatMap(({ milestones }) => milestones) : [];
    const step = steps.find(({ key }) => key === input.milestoneKey);
    return step ? succeed({ own: { milestoneKey: step.key }, title: { milestone: step.name } }) : refuseWith('NOT_FOUND', 'milestoneKey');
  });
}

/** An act as far as its preview goes. */
interface PreviewedAct<Input extends PlanActInput> {
  readonly kind: string;
  readonly act: Act;
  readonly preview: (transaction: Transaction, operationId: string, input: Input, caller: Caller) => Promise<Preview>;
}

/** An act that is decided by facts which one statement reads. */
function ofFacts<Input extends PlanActInput, Facts>(act: PlanAct<Input, Facts>): PreviewedAct<Input> {
  return { kind: act.kind, act: act.act, preview: (transaction, id, input, caller) => classifyPlanAct(transaction, id, act, input, caller) };
}

async function preview<Input extends PlanActInput>(
  transaction: Transaction,
  caller: Caller,
  act: PreviewedAct<Input>,
  input: NewPlanAct,
  more: (subject: ActSubject) => Promise<Outcome<{ readonly own: Omit<Input, keyof PlanActInput>; readonly title: Readonly<Record<string, string | null>> }>>,
): Promise<Outcome<{ id: string }>> {
  if ((input.planId === null) === (input.learningObjectId === null)) return refuseWith('NOTHING_SELECTED', 'planId');
  const subject = await findSubject(transaction, input);
  const asked = subject?.plan ? act.act : actOnContent(act.act);
  const reaches = subject !== undefined && caller.acts.has(asked) && reachesOnPlan(caller, asked, subject.plan);
  if (!subject || !(reaches || mayKnow(caller, subject))) return refuseWith('NOT_FOUND', input.planId === null ? 'learningObjectId' : 'planId');
  if (!reaches) return refuseWith('NOT_ALLOWED');
  const { personIds, filter } = input;
  if ((personIds === null) === (filter === null) || personIds?.length === 0) return refuseWith('NOTHING_SELECTED', 'personIds');
  if (personIds && personIds.length > NAMED_LIMIT) return refuseWith('TOO_MANY', { limit: NAMED_LIMIT }, 'personIds');
  const reason = tidy(input.reason);
  if (reason === '') return refuseWith('REASON_MISSING', 'reason');
  if (lengthBeyond(reason, REASON_LIMIT)) return refuseWith('TOO_LONG', { limit: REASON_LIMIT }, 'reason');
  const added = await more(subject);
  if (!added.ok) return added;
  const { organizationId, viewer, actor } = caller;
  const kept = { ...added.value.own, planId: subject.plan?.id ?? null, learningObjectId: subject.plan ? null : subject.id, selection: { personIds, filter }, reason, caller: { organizationId, viewer, actor } } as unknown as Input;
  const id = await createOperation(transaction, { kind: act.kind, title: { plan: subject.name, ...added.value.title }, input: kept });
  await storePreview(transaction, id, await act.preview(transaction, id, kept, caller));
  return succeed({ id });
}

/** What the people of an act have. */
interface ActSubject {
  readonly id: string;
  readonly name: string;
  /** Null: content by itself. */
  readonly plan: LearningPlanRow | null;
}

async function findSubject(transaction: Transaction, { planId, learningObjectId }: NewPlanAct): Promise<ActSubject | undefined> {
  const id = planId ?? learningObjectId;
  if (id === null || !isUuid(id)) return undefined;
  if (planId === null) {
    const content = (await learningObjectLoader.load(transaction, [id])).get(id);
    return content && { id, name: content.name, plan: null };
  }
  const plan = (await learningPlanLoader.load(transaction, [id])).get(id);
  return plan && { id, name: plan.name, plan };
}

function mayKnow(caller: Caller, { plan }: ActSubject): boolean {
  return plan ? mayOnPlan(caller, 'PLAN_READ', plan) : caller.acts.has('CONTENT_READ');
}

/** What people may have of it: of a plan the published version first, then the others that people may be on, the newest first. */
async function definitionsOf(transaction: Transaction, { id, plan }: ActSubject): Promise<readonly PlanVersionDefinition[]> {
  const versions = plan ? (await readLineage(transaction, plan.id)).toReversed() : [];
  const ids = [...new Set([...(plan?.publishedVersionId ? [plan.publishedVersionId] : []), ...versions.map((version) => version.id)])];
  const known = await prepareDefinitions(transaction, ids, plan ? [] : [id]);
  return (plan ? ids : [id]).flatMap((each) => known.get(each)?.prepared.plan ?? []);
}

async function definitionOf(transaction: Transaction, { id, plan }: ActSubject): Promise<PlanVersionDefinition | undefined> {
  const versionId = plan?.publishedVersionId;
  if (plan && !versionId) return undefined;
  return (await prepareDefinitions(transaction, versionId ? [versionId] : [], versionId ? [] : [id])).get(versionId ?? id)?.prepared.plan;
}
