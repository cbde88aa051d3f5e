import { evaluate, liveSources, type CompletionFact, type Instant, type ItemState, type Situation } from '@milepost/domain';
import type { Reading, Transaction } from '../../platform/database/transaction.ts';
import { readFindable } from '../catalogs/index.ts';
import { prepareDefinitions, type PreparedVersion } from '../learning-plans/index.ts';
import type { Evaluation } from './evaluate-enrollments.ts';
import { readArchived } from './archived.queries.ts';
import { readPersonRecord, type PersonRecord, type RecordedEnrollment } from './person-record.queries.ts';

/** One enrollment of one person, evaluated at this moment. */
export interface PersonEvaluation extends Evaluation {
  readonly enrollmentId: string;
  /** What was assigned by itself; null: a plan. */
  readonly learningObjectId: string | null;
  /** The status that is stored; null: none yet. */
  readonly storedStatus: string | null;
  /** Its plan is inactive at present. */
  readonly planInactive: boolean;
  readonly contents: PreparedVersion['contents'];
}

/**
 * Evaluates a person's enrollments, all or some, without writing anything. One statement reads the whole record of the person; what the
 * plans ask for is known to the process. For many people of one plan there is `evaluateEnrollments`, which groups equal ones.
 */
export async function evaluatePerson(transaction: Transaction, personId: string, only?: readonly string[]): Promise<PersonEvaluation[]> {
  const record = await readPersonRecord(transaction, personId, only && { only });
  return record ? evaluateRecord(transaction, personId, record) : [];
}

/** Evaluates the enrollments of a record that was read, most often without reading more. */
export async function evaluateRecord(reading: Reading, personId: string, record: PersonRecord): Promise<PersonEvaluation[]> {
  const { enrollments } = record;
  const definitions = await prepareDefinitions(
    reading,
    enrollments.flatMap(({ planVersionId }) => planVersionId ?? []),
    enrollments.flatMap(({ planVersionId, learningObjectId }) => (planVersionId ? [] : (learningObjectId ?? []))),
  );
  const now = reading.now.toISOString() as Situation['now'];
  const [findable, archived] = await Promise.all([findableOfWithdrawn(reading, personId, record, now), archivedOfClosed(reading, record)]);
  const known = sortRecord(record);
  return enrollments.map((recorded) => {
    const { prepared, linked, contents } = definitions.get((recorded.planVersionId ?? recorded.learningObjectId)!)!;
    const { planId } = recorded;
    const plan = { findable: planId !== null && findable.has(planId), archivedAt: (planId && archived.get(planId)) || null };
    const situation = situationOf(known, recorded, linked, plan, now);
    return {
      enrollmentId: recorded.id,
      enrollmentIds: [recorded.id],
      planId,
      learningObjectId: recorded.learningObjectId,
      planVersionId: recorded.planVersionId,
      storedStatus: recorded.status,
      planInactive: recorded.planInactive,
      contents,
      prepared,
      situation,
      standing: evaluate(prepared, situation),
    };
  });
}

/** A record sorted by what its facts and items are about, for one enrollment after the other. */
interface SortedRecord extends Pick<PersonRecord, 'person' | 'policies' | 'revocations'> {
  readonly factsOf: ReadonlyMap<string, PersonRecord['facts']>;
  readonly itemsOf: ReadonlyMap<string, PersonRecord['itemStates']>;
}

function sortRecord({ person, policies, revocations, facts, itemStates }: PersonRecord): SortedRecord {
  return {
    person,
    policies,
    revocations,
    factsOf: Map.groupBy(facts, ({ planId, learningObjectId }) => planId ?? learningObjectId ?? ''),
    itemsOf: Map.groupBy(itemStates, ({ learningObjectId }) => learningObjectId),
  };
}

function situationOf(record: SortedRecord, recorded: RecordedEnrollment, linked: PreparedVersion['linked'], plan: Situation['plan'], now: Situation['now']): Situation {
  const { person, policies, revocations, factsOf, itemsOf } = record;
  const { enrollment, overrides, sources, planId } = recorded;
  const facts: CompletionFact[] = [];
  const itemStates: ItemState[] = [];
  for (const [id, equivalenceKey] of Object.entries(linked)) {
    for (const fact of factsOf.get(id) ?? []) facts.push((equivalenceKey === null ? fact : { ...fact, equivalenceKey }) as CompletionFact);
    for (const item of itemsOf.get(id) ?? []) itemStates.push(item);
  }
  const planFacts = planId === null ? [] : (factsOf.get(planId) ?? []).filter(({ cycle }) => cycle === enrollment.cycle);
  return {
    enrollment,
    person,
    facts,
    planFacts,
    revocations,
    itemStates,
    overrides,
    sources,
    plan,
    policies,
    now,
  };
}

/** Whether a plan can be found without being assigned matters only to those whom nothing holds in it any more (S5). */
async function findableOfWithdrawn(reading: Reading, personId: string, { enrollments }: PersonRecord, now: Situation['now']): Promise<ReadonlySet<string>> {
  const withdrawn = enrollments.filter(({ sources }) => sources.length > 0 && liveSources(sources, now).length === 0);
  const planIds = withdrawn.flatMap(({ planId }) => planId ?? []);
  return planIds.length > 0 ? reading.read(async (transaction) => new Set((await readFindable(transaction, personId, planIds)).keys())) : new Set();
}

/** When plans were archived matters only to those who are closed: while their bulk act is on its way, the others are open still. */
async function archivedOfClosed(reading: Reading, { enrollments }: PersonRecord): Promise<ReadonlyMap<string, Instant>> {
  const planIds = enrollments.flatMap(({ planId, status }) => (status === 'NOT_COMPLETED' ? (planId ?? []) : []));
  return planIds.length > 0 ? reading.read((transaction) => readArchived(transaction, planIds)) : new Map();
}

/**
 * Whether a piece of content cannot be done yet: whoever may do it by any of their plans may do it, and what is in none is not locked by any.
 *
 * @param ids it, and of a module also the courses that hold it: a module is as locked as they are
 */
export function isLocked(evaluations: readonly Evaluation[], ids: readonly string[]): boolean {
  const places = evaluations.flatMap(({ standing }) =>
    standing.milestones.flatMap((milestone) => milestone.items.filter((item) => ids.includes(item.learningObjectId))),
  );
  return places.length > 0 && places.every((item) => item.locked !== null);
}
