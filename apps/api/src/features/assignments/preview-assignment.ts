import { compareDates, dateIn, isUuid, lengthBeyond, succeed, tidy, type AssignmentMode, type AudienceExpression, type DueRule, type GroupConflictPolicy, type ListIdentifier, type OnLeavePolicy } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { refuseWith, type Outcome } from '../../platform/request/user-problem.ts';
import { mayOnPlan, peopleScope, reachesOnPlan } from '../access/index.ts';
import { audienceCondition, resolveAudience } from '../audiences/index.ts';
import { learningPlanLoader, prepareDefinitions, type LearningPlanRow } from '../learning-plans/index.ts';
import { createOperation, storePreview, type Preview } from '../operations/index.ts';
import { among, type PersonCondition } from '../people/index.ts';
import { classify, type MemberClass } from './classify-member.ts';
import { sourceKind } from './source-kind.ts';
import { lockSituations, readMemberSituations, readSharedSituations, writePreviewRows, type AssignmentPeople, type MemberSituation, type SharedSituation } from './assignment.queries.ts';

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
  /** The people of a list, who are then in no audience. */
  readonly list?: AssignedList;
  readonly caller: Pick<Caller, 'organizationId' | 'viewer' | 'actor'>;
}

/** A list of people to whom a plan is given. */
export interface AssignedList {
  readonly name: string;
  readonly by: ListIdentifier;
}

/** People per chunk: a transaction of a bulk act stays short, because events of everybody wait for the oldest one. */
export const chunkSize = 250;
const nameLimit = 200;

/**
 * Previews giving a plan to an audience: who gets it, who has it already, who has completed it. Nothing is given before the
 * operation is committed.
 */
export async function previewAssignment(transaction: Transaction, caller: Caller, input: NewAssignment): Promise<Outcome<{ id: string }>> {
  const checked = await checkGift(transaction, caller, input);
  if (!checked.ok) return checked;
  const audience = await resolveAudience(transaction, caller, input.audience, 'audience');
  if (!audience.ok) return audience;
  const kept: AssignmentInput = { ...checked.value.kept, audience: audience.value, mode: input.mode ?? 'ONE_TIME', onLeave: input.onLeave ?? 'KEEP_IF_STARTED' };
  const id = await createOperation(transaction, { kind: 'ASSIGN', title: { name: kept.name, plan: checked.value.planName }, input: kept });
  await storePreview(transaction, id, await classifyAssignment(transaction, id, kept, caller));
  return succeed({ id });
}

/** What an operation keeps of an assignment, whomever it is for, and what its plan is called. */
interface CheckedGift {
  readonly planName: string;
  readonly kept: Omit<AssignmentInput, 'audience' | 'mode' | 'onLeave'>;
}

/** Refuses what cannot be given, by this caller, under this name, by this date; for whom it is, is asked separately. */
export async function checkGift(transaction: Transaction, caller: Caller, input: Omit<NewAssignment, 'audience'>): Promise<Outcome<CheckedGift>> {
  const plan = isUuid(input.planId) ? await findPlan(transaction, input.planId) : undefined;
  const mayAssign = plan !== undefined && reachesOnPlan(caller, 'PLAN_ASSIGN', plan);
  // Who may assign without reading plans, as a manager does, gets to know of those only that can be assigned.
  const isSeen = plan && (mayOnPlan(caller, 'PLAN_READ', plan) || (mayAssign && plan.lifecycle === 'ACTIVE'));
  if (!isSeen) return refuseWith('NOT_FOUND', 'planId');
  if (!mayAssign) return refuseWith('NOT_ALLOWED');
  if (plan.lifecycle !== 'ACTIVE') return refuseWith('PLAN_NOT_ACTIVE', 'planId');
  const name = tidy(input.name ?? '') || plan.name;
  if (lengthBeyond(name, nameLimit)) return refuseWith('TOO_LONG', { limit: nameLimit }, 'name');
  const today = dateIn(transaction.now.toISOString() as never, caller.timeZone);
  const { dueRule } = input;
  if (dueRule?.kind === 'FIXED' && compareDates(dueRule.date, today) < 0) return refuseWith('DUE_IN_PAST', { due: dueRule.date }, 'dueRule.date');
  const { organizationId, viewer, actor } = caller;
  const kept = {
    assignmentId: newId(),
    name,
    planId: plan.id,
    dueRule: dueRule && dueRule.kind !== 'NONE' ? dueRule : null,
    notify: input.notify ?? false,
    caller: { organizationId, viewer, actor },
  };
  return succeed({ planName: plan.name, kept });
}

/** Classifies everybody in the audience as of now, and stores the rows: whom its maker could reach then and the caller can now. */
export async function classifyAssignment(transaction: Transaction, operationId: string, input: AssignmentInput, caller: Caller): Promise<Preview> {
  const plan = await findPlan(transaction, input.planId);
  const scopes = [input.caller as Caller, caller].map((each) => peopleScope(each, 'PLAN_ASSIGN', plan));
  const people: PersonCondition = (parameters) =>
    [...scopes.map((scope) => scope(parameters)), audienceCondition(input.audience, parameters)].join(' AND ');
  const audience = { people, subjectId: input.planId, dueRule: input.dueRule };
  const situations = await readMemberSituations(transaction, audience);
  const classOf = await readClassifier(transaction, input);
  return writePreviewRows(transaction, operationId, audience, situations.map((situation) => ({ situation, class: classOf(situation).class })), chunkSize);
}

/** The class of each of some people as of now; whoever has left has none. The people stay locked up to the end of the transaction. */
export async function lockClasses(transaction: Transaction, input: AssignmentInput, personIds: readonly string[]): Promise<ReadonlyMap<string, MemberClass>> {
  return toClasses(transaction, input, await lockSituations(transaction, somePeople(input, personIds), personIds));
}

/** The same for a preview, which locks nobody. */
export async function readClasses(transaction: Transaction, input: AssignmentInput, personIds: readonly string[]): Promise<ReadonlyMap<string, MemberClass>> {
  return toClasses(transaction, input, await readSharedSituations(transaction, somePeople(input, personIds)));
}

function somePeople({ planId, dueRule, list }: AssignmentInput, personIds: readonly string[]): AssignmentPeople {
  return { people: (parameters: SqlParameters) => among(parameters, personIds), subjectId: planId, dueRule, ...(list && { list }) };
}

async function toClasses(transaction: Transaction, input: AssignmentInput, situations: readonly SharedSituation[]): Promise<ReadonlyMap<string, MemberClass>> {
  const classOf = await readClassifier(transaction, input);
  return new Map(situations.flatMap((situation) => situation.personIds.map((id) => [id, classOf(situation)] as const)));
}

async function readClassifier(transaction: Transaction, { audience, list, dueRule, planId }: AssignmentInput): Promise<(situation: MemberSituation) => MemberClass> {
  const [organization] = await transaction.query<{ policy: GroupConflictPolicy }>('SELECT group_conflict AS policy FROM organization WHERE organization_id = $1', [
    transaction.organizationId,
  ]);
  const versionId = (await findPlan(transaction, planId))?.publishedVersionId;
  const version = versionId ? (await prepareDefinitions(transaction, [versionId])).get(versionId) : undefined;
  const rules = { kind: sourceKind({ audience, ...(list && { list }) }), dueRule, groupConflict: organization!.policy, minimumDays: version?.prepared.plan.minimumDays ?? 0, expectsEmployeeNumber: list !== undefined };
  return (situation) => classify(situation, rules);
}

/** The plan that an assignment is of. */
export async function findPlan(transaction: Transaction, planId: string): Promise<LearningPlanRow | undefined> {
  return (await learningPlanLoader.load(transaction, [planId])).get(planId);
}
