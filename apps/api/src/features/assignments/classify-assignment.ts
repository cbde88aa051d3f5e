import { subjectOf, type GroupConflictPolicy } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { audienceCondition } from '../audiences/index.ts';
import { findCompleteAtOnce } from '../enrollments/index.ts';
import { classesOf, classifyRowsOfTargets, type Preview, type SituatedRowsOfTarget } from '../operations/index.ts';
import { lockPeople, type PersonCondition } from '../people/index.ts';
import { minimumDaysOf, readTargets, receiversOf, type Target } from './assignment-target.ts';
import { readSituation, situatedPeople, type AssignmentPeople, type StoredSituation } from './assignment.queries.ts';
import { classify, type MemberClass } from './classify-member.ts';
import type { AssignmentInput } from './preview-assignment.ts';
import { sourceKind } from './source-kind.ts';

/** People per chunk: a transaction of a bulk act stays short, because events of everybody wait for the oldest one. */
export const chunkSize = 250;

/**
 * Classifies everybody in the audience as of now, for each thing that is given, and stores the rows: whom its maker could reach then and
 * the caller can now.
 */
export async function classifyAssignment(transaction: Transaction, operationId: string, input: AssignmentInput, caller: Caller): Promise<Preview> {
  const rows: SituatedRowsOfTarget<StoredSituation>[] = [];
  const policy = await readGroupConflict(transaction);
  for (const target of await readTargets(transaction, input.targets)) {
    const scopes = [input.caller as Caller, caller].map((each) => receiversOf(each, target));
    const people: PersonCondition = (parameters) =>
      [...scopes.map((scope) => scope(parameters)), audienceCondition(input.audience, parameters)].join(' AND ');
    const classOf = await readClassifier(transaction, input, target, policy);
    const done = await findDone(transaction, target, { people });
    const situated = situatedPeople({ people, target, done, dueRule: input.dueRule });
    rows.push({ targetId: target.id, rows: situated, classOf: (situation) => classOf(situation).class });
  }
  return classifyRowsOfTargets(transaction, operationId, rows, chunkSize);
}

/**
 * The class of each of some people as of now; whoever has left has none. The people are locked up to the end of the transaction, so that
 * whoever records something of one of them at the same time comes either before, and is seen, or after, and sees.
 */
export async function lockClasses(
  transaction: Transaction,
  input: AssignmentInput,
  target: Target,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, MemberClass>> {
  await lockPeople(transaction, personIds, 'TO_RECORD');
  return readClasses(transaction, input, target, personIds);
}

/** The same for a preview, which locks nobody. */
export async function readClasses(transaction: Transaction, input: AssignmentInput, target: Target, personIds: readonly string[]): Promise<ReadonlyMap<string, MemberClass>> {
  const { dueRule, list } = input;
  const audience = { people: () => 'true', among: personIds };
  const asked = { ...audience, target, done: await findDone(transaction, target, audience), dueRule, ...(list && { list }) };
  // Asked anew for each chunk: while a long act is carried out the policy may be changed, and who comes after that is met by the new one.
  const policy = await readGroupConflict(transaction);
  return classesOf(transaction, situatedPeople(asked), await readClassifier(transaction, input, target, policy));
}

function findDone(transaction: Transaction, { id, plan }: Target, people: Pick<AssignmentPeople, 'people' | 'among'>): Promise<readonly string[]> {
  return findCompleteAtOnce(transaction, { id, planVersionId: plan?.publishedVersionId ?? null }, people);
}

async function readGroupConflict(transaction: Transaction): Promise<GroupConflictPolicy> {
  const [organization] = await transaction.query<{ policy: GroupConflictPolicy }>('SELECT group_conflict AS policy FROM organization WHERE organization_id = $1', [
    transaction.organizationId,
  ]);
  return organization!.policy;
}

async function readClassifier(
  transaction: Transaction,
  { audience, list, dueRule, again }: AssignmentInput,
  target: Target,
  groupConflict: GroupConflictPolicy,
): Promise<(situation: StoredSituation) => MemberClass> {
  const minimumDays = await minimumDaysOf(transaction, target);
  const rules = { kind: sourceKind({ audience, ...(list && { list }) }), dueRule, again: again ?? false, groupConflict, minimumDays, expectsEmployeeNumber: list !== undefined };
  return (situation) => classify(readSituation(situation, transaction.now), rules);
}

/** What an assignment gives under an id. */
export async function readTarget(transaction: Transaction, { targets }: Pick<AssignmentInput, 'targets'>, id: string): Promise<Target> {
  const [found] = await readTargets(transaction, targets.filter((target) => subjectOf(target) === id));
  if (!found) throw new Error(`The assignment does not give ${id}`);
  return found;
}
