import { equivalentWork, evaluate, neededWork, type Instant, type Situation, type Source } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { prepareDefinitions, type PreparedVersion } from '../learning-plans/index.ts';
import { findProvenPeople, type ProvenPeople } from './proven-people.queries.ts';
import { readEvaluations } from './evaluate-enrollments.ts';
import { partByPart } from './part-by-part.ts';
import { readPeopleWithRevocations } from './revoked-people.queries.ts';
import { readSituations } from './situations.queries.ts';

/** What would be given, as somebody would have it: a plan's published version, or content by itself. */
export interface Given {
  readonly id: string;
  /** Null: content by itself. */
  readonly planVersionId: string | null;
}

/**
 * Those of some people who do not have something and would be complete in it at once, by what is recorded of them already (S10). It is what
 * the evaluator says of them as if they had it from this moment on; nobody without the evidence that completing it takes is evaluated.
 */
export async function findCompleteAtOnce(transaction: Transaction, given: Given, people: Pick<ProvenPeople, 'people' | 'among'>): Promise<readonly string[]> {
  const { planVersionId, id } = given;
  const version = (await prepareDefinitions(transaction, planVersionId ? [planVersionId] : [], planVersionId ? [] : [id])).get(planVersionId ?? id);
  if (!version) return [];
  const found = await findProvenPeople(transaction, { ...people, subjectId: id, needed: neededObjects(version) });
  const newcomers = found.flatMap(({ id: personId, enrollmentId }) => (enrollmentId ? [] : [personId]));
  const returning = new Map(found.flatMap(({ id: personId, enrollmentId }) => (enrollmentId ? [[enrollmentId, personId] as const] : [])));
  // A revocation names its fact: of whom there is one, the facts keep their ids.
  const revoked = newcomers.length > 0 ? await readPeopleWithRevocations(transaction) : new Set<string>();
  const complete: string[] = [];
  const take = (names: 'ALIKE' | 'WITHOUT_NAMES') => async (part: readonly string[]) => void complete.push(...(await completeNewcomers(transaction, given, version, part, names)));
  await partByPart(newcomers.filter((personId) => !revoked.has(personId)), take('ALIKE'));
  await partByPart(newcomers.filter((personId) => revoked.has(personId)), take('WITHOUT_NAMES'));
  await partByPart([...returning.keys()], async (part) => void complete.push(...(await completeReturning(transaction, part)).map((enrollmentId) => returning.get(enrollmentId)!)));
  return complete;
}

/** Which objects are about each of the works that completing it takes; null: no facts complete it. */
function neededObjects({ prepared, linked }: PreparedVersion): readonly (readonly string[])[] | null {
  const workOf = (id: string, key: string | null): string | undefined => prepared.workOfObject.get(id) ?? (key === null ? undefined : equivalentWork(key));
  // An exam's work is that of its instance, which only the item knows.
  const items = prepared.milestones.flatMap((milestone) => milestone.items.map(({ work, definition }) => [definition.learningObjectId as string, work] as const));
  const objects = Map.groupBy([...items, ...Object.entries(linked).map(([id, key]) => [id, workOf(id, key)] as const)], ([, work]) => work);
  return neededWork(prepared)?.map((works) => [...new Set(works.flatMap((work) => objects.get(work)?.map(([id]) => id) ?? []))]) ?? null;
}

async function completeNewcomers(
  transaction: Transaction,
  { id, planVersionId }: Given,
  { prepared, linked }: PreparedVersion,
  personIds: readonly string[],
  names: 'ALIKE' | 'WITHOUT_NAMES',
): Promise<readonly string[]> {
  const asked = { enrollmentIds: [], newcomers: { personIds, planId: planVersionId ? id : null }, linked, readsHireDate: false, readsFirstSignIn: false };
  const [groups] = await readSituations(transaction, [asked], names);
  return groups!.flatMap(({ situation, enrollmentIds }) => (isDone(evaluate(prepared, situation)) ? enrollmentIds : []));
}

/** Who had it taken away is asked by what they had: its version, its day, what was waived for them. */
async function completeReturning(transaction: Transaction, enrollmentIds: readonly string[]): Promise<readonly string[]> {
  const evaluations = await readEvaluations(transaction, enrollmentIds);
  const from = transaction.now.toISOString() as Instant;
  const again = (situation: Situation): Situation => ({ ...situation, sources: [...situation.sources, { id: 'again' as Source['id'], kind: 'INDIVIDUAL', from }] });
  return evaluations.flatMap(({ prepared, situation, enrollmentIds: ids }) => (isDone(evaluate(prepared, again(situation))) ? ids : []));
}

const isDone = ({ status }: ReturnType<typeof evaluate>): boolean => status === 'COMPLETED' || status === 'EXEMPT';
