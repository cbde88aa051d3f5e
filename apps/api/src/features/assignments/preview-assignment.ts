import { compareDates, dateIn, isUuid, lengthBeyond, succeed, tidy, type AssignmentMode, type AudienceExpression, type DueRule, type GroupConflictPolicy, type OnLeavePolicy } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { mayOnPlan, peopleScope, reachesOnPlan } from '../access/index.ts';
import { audienceCondition, resolveAudience } from '../audiences/index.ts';
import { learningPlanLoader, prepareDefinitions, type LearningPlanRow } from '../learning-plans/index.ts';
import { classesOf, classifyRows, createOperation, storePreview, type Preview } from '../operations/index.ts';
import { lockPeople, type PersonCondition } from '../people/index.ts';
import { classify, type MemberClass } from './classify-member.ts';
import { sourceKind } from './source-kind.ts';
import { readSituation, situatedPeople, type StoredSituation } from './assignment.queries.ts';

/** What an admin decides when assigning. */
export interface NewAssignment {
  readonly name?: string | null;
  readonly planId: string;
  readonly audience: unknown;
  readonly dueRule?: DueRule | null;
  readonly notify?: boolean | null;
  readonly mode?: AssignmentMode | null;
  readonly onLeave?: OnLeavePolicy | null;
}

/** What the operation keeps of it; the people whom its maker may reach are part of it. */
export interface AssignmentInput {
  readonly assignmentId: string;
  readonly name: string;
  readonly planId: string;
  readonly audience: AudienceExpression;
  readonly dueRule: DueRule | null;
  readonly notify: boolean;
  readonly mode: AssignmentMode;
  readonly onLeave: OnLeavePolicy;
  readonly caller: Pick<Caller, 'organizationId' | 'viewer' | 'actor'>;
}

/** People per chunk: a transaction of a bulk act stays short, because events of everybody wait for the oldest one. */
export const chunkSize = 250;
const nameLimit = 200;

/**
 * Previews giving a plan to an audience: who gets it, who has it already, who has completed it. Nothing is given before the
 * operation is committed.
 */
export async function previewAssignment(transaction: Transaction, caller: Caller, input: NewAssignment): Promise<Outcome<{ id: string }>> {
  const plan = isUuid(input.planId) ? await findPlan(transaction, input.planId) : undefined;
  const mayAssign = plan !== undefined && reachesOnPlan(caller, 'PLAN_ASSIGN', plan);
  // Who may assign without reading plans, as a manager does, gets to know of those only that can be assigned.
  const isSeen = plan && (mayOnPlan(caller, 'PLAN_READ', plan) || (mayAssign && plan.lifecycle === 'ACTIVE'));
  if (!isSeen) return refuseWith('NOT_FOUND', 'planId');
  if (!mayAssign) return refuseWith('NOT_ALLOWED');
  if (plan.lifecycle !== 'ACTIVE') return refuseWith('PLAN_NOT_ACTIVE', 'planId');
  const audience = await resolveAudience(transaction, caller, input.audience, 'audience');
  if (!audience.ok) return audience;
  const name = tidy(input.name ?? '') || plan.name;
  if (lengthBeyond(name, nameLimit)) return refuseWith('TOO_LONG', { limit: nameLimit }, 'name');
  const today = dateIn(transaction.now.toISOString() as never, caller.timeZone);
  const { dueRule } = input;
  if (dueRule?.kind === 'FIXED' && compareDates(dueRule.date, today) < 0) return refuseWith('DUE_IN_PAST', { due: dueRule.date }, 'dueRule.date');

  const { organizationId, viewer, actor } = caller;
  const kept: AssignmentInput = {
    assignmentId: newId(),
    name,
    planId: plan.id,
    audience: audience.value,
    dueRule: dueRule && dueRule.kind !== 'NONE' ? dueRule : null,
    notify: input.notify ?? false,
    mode: input.mode ?? 'ONE_TIME',
    onLeave: input.onLeave ?? 'KEEP_IF_STARTED',
    caller: { organizationId, viewer, actor },
  };
  const id = await createOperation(transaction, { kind: 'ASSIGN', title: { name, plan: plan.name }, input: kept });
  await storePreview(transaction, id, await classifyAssignment(transaction, id, kept, caller));
  return succeed({ id });
}

/** Classifies everybody in the audience as of now, and stores the rows: whom its maker could reach then and the caller can now. */
export async function classifyAssignment(transaction: Transaction, operationId: string, input: AssignmentInput, caller: Caller): Promise<Preview> {
  const plan = await findPlan(transaction, input.planId);
  const scopes = [input.caller as Caller, caller].map((each) => peopleScope(each, 'PLAN_ASSIGN', plan));
  const people: PersonCondition = (parameters) =>
    [...scopes.map((scope) => scope(parameters)), audienceCondition(input.audience, parameters)].join(' AND ');
  const classOf = await readClassifier(transaction, input);
  const situated = situatedPeople({ people, subjectId: input.planId, dueRule: input.dueRule }, transaction.now);
  return classifyRows<StoredSituation>(transaction, operationId, situated, (situation) => classOf(situation).class, chunkSize);
}

/**
 * The class of each of some people as of now; whoever has left has none. The people are locked up to the end of the transaction, so that
 * whoever records something of one of them at the same time comes either before, and is seen, or after, and sees.
 */
export async function lockClasses(transaction: Transaction, input: AssignmentInput, personIds: readonly string[]): Promise<ReadonlyMap<string, MemberClass>> {
  await lockPeople(transaction, personIds, 'TO_RECORD');
  const classOf = await readClassifier(transaction, input);
  const audience = { people: () => 'true', subjectId: input.planId, dueRule: input.dueRule, among: personIds };
  return classesOf(transaction, situatedPeople(audience, transaction.now), classOf);
}

async function readClassifier(transaction: Transaction, { audience, dueRule, planId }: AssignmentInput): Promise<(situation: StoredSituation) => MemberClass> {
  const [organization] = await transaction.query<{ policy: GroupConflictPolicy }>('SELECT group_conflict AS policy FROM organization WHERE organization_id = $1', [
    transaction.organizationId,
  ]);
  const versionId = (await findPlan(transaction, planId))?.publishedVersionId;
  const version = versionId ? (await prepareDefinitions(transaction, [versionId])).get(versionId) : undefined;
  const rules = { kind: sourceKind(audience), dueRule, groupConflict: organization!.policy, minimumDays: version?.prepared.plan.minimumDays ?? 0 };
  return (situation) => classify(readSituation(situation), rules);
}

/** The plan that an assignment is of. */
export async function findPlan(transaction: Transaction, planId: string): Promise<LearningPlanRow | undefined> {
  return (await learningPlanLoader.load(transaction, [planId])).get(planId);
}
