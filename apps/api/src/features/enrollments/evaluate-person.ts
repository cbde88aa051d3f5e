import { evaluate, liveSources, type CompletionFact, type Situation } from '@milepost/domain';
import type { Reading, Transaction } from '../../platform/database/transaction.ts';
import { prepareDefinitions, type PreparedVersion } from '../learning-plans/index.ts';
import type { Evaluation } from './evaluate-enrollments.ts';
import { readFindable } from './findable.queries.ts';
import { readPersonRecord, type PersonRecord, type RecordedEnrollment } from './person-record.queries.ts';

/** One enrollment of one person, evaluated at this moment. */
export interface PersonEvaluation extends Evaluation {
  readonly enrollmentId: string;
  /** What was assigned by itself; null: a plan. */
  readonly learningObjectId: string | null;
  /** The status that is stored; null: none yet. */
  readonly storedStatus: string | null;
  readonly contents: PreparedVersion['contents'];
}

/**
 * Evaluates a person's enrollments, all or some, without writing anything. One statement reads the whole record of the person; what the
 * plans ask for is known to the process. For many people of one plan there is `evaluateEnrollments`, which groups equal ones.
 */
export async function evaluatePerson(transaction: Transaction, personId: string, only?: readonly string[]): Promise<PersonEvaluation[]> {
  const record = await readPersonRecord(transaction, personId, only);
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
  const findable = await findableOfWithdrawn(reading, personId, record, now);
  return enrollments.map((recorded) => {
    const { prepared, linked, contents } = definitions.get((recorded.planVersionId ?? recorded.learningObjectId)!)!;
    const situation = situationOf(record, recorded, linked, findable.has(recorded.planId ?? ''), now);
    return {
      enrollmentId: recorded.id,
      enrollmentIds: [recorded.id],
      planId: recorded.planId,
      learningObjectId: recorded.learningObjectId,
      planVersionId: recorded.planVersionId,
      storedStatus: recorded.status,
      contents,
      prepared,
      situation,
      standing: evaluate(prepared, situation),
    };
  });
}

function situationOf(record: PersonRecord, recorded: RecordedEnrollment, linked: PreparedVersion['linked'], findable: boolean, now: Situation['now']): Situation {
  const { person, policies, revocations } = record;
  const { enrollment, overrides, sources } = recorded;
  const facts = record.facts.flatMap((fact) => {
    if (fact.learningObjectId === null || !(fact.learningObjectId in linked)) return [];
    const equivalenceKey = linked[fact.learningObjectId];
    return [(equivalenceKey === null ? fact : { ...fact, equivalenceKey }) as CompletionFact];
  });
  const planFacts = record.facts.filter((fact) => fact.planId !== null && fact.planId === recorded.planId && fact.cycle === enrollment.cycle);
  return {
    enrollment,
    person,
    facts,
    planFacts,
    revocations,
    itemStates: record.itemStates.filter(({ learningObjectId }) => learningObjectId in linked),
    overrides,
    sources,
    plan: { findable, archivedAt: null },
    policies,
    now,
  };
}

/** Whether a plan can be found without being assigned matters only to those whom nothing holds in it any more (S5). */
async function findableOfWithdrawn(reading: Reading, personId: string, { enrollments }: PersonRecord, now: Situation['now']): Promise<ReadonlySet<string>> {
  const withdrawn = enrollments.filter(({ sources }) => sources.length > 0 && liveSources(sources, now).length === 0);
  const planIds = withdrawn.flatMap(({ planId }) => planId ?? []);
  return planIds.length > 0 ? reading.read((transaction) => readFindable(transaction, personId, planIds)) : new Set();
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
