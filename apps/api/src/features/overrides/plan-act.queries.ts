import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { enrollmentConditions, type EnrollmentFilter } from '../enrollments/index.ts';
import { classifyRowsOfTargets, type Preview } from '../operations/index.ts';
import { among, lockPeople, type PersonCondition } from '../people/index.ts';

/** Whom of the people of a plan or content an act is for: those named, or all that a filter lets through. */
export interface PlanSelection {
  readonly personIds: readonly string[] | null;
  readonly filter: EnrollmentFilter | null;
}

/** What decides about one of the people, as a JSON object over `enrollment e`, `standing s` and `person p`. */
export type FactsExpression = (parameters: SqlParameters, now: Date) => string;

/** Which of a plan's people an act looks at, and what of them decides. */
export interface PlanQuestion {
  /** The plan, or the content. */
  readonly subjectId: string;
  readonly people: (parameters: SqlParameters) => readonly string[];
  readonly facts: FactsExpression;
}

/** A selection within what some callers reach, as conditions. */
export function selected(subjectId: string, { personIds, filter }: PlanSelection, scopes: readonly PersonCondition[], now: Date): PlanQuestion['people'] {
  return (parameters) => [
    ...scopes.map((scope) => scope(parameters)),
    ...(personIds ? [among(parameters, personIds)] : []),
    ...(filter ? enrollmentConditions(parameters, { ...filter, planId: subjectId, learningObjectId: null }, now) : []),
  ];
}

/** The current enrollment in it of each of the people, with what decides as text: equal people have equal texts. */
function situated(parameters: SqlParameters, { subjectId, people, facts }: PlanQuestion, now: Date): string {
  const subject = parameters.add(subjectId, 'uuid');
  const conditions = ['true', ...people(parameters)];
  return `
    SELECT e.person_id AS id, e.id AS enrollment_id, ${facts(parameters, now)}::text AS facts
    FROM enrollment e
    JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id
    JOIN person p ON p.organization_id = $1 AND p.id = e.person_id
    WHERE e.organization_id = $1 AND e.subject_id = ${subject} AND s.is_current AND ${conditions.join(' AND ')}`;
}

/** Classifies everybody whom a question is about, by what decides, and writes the rows of the preview. */
export function writePlanActRows<Facts>(
  transaction: Transaction,
  operationId: string,
  question: PlanQuestion,
  classOf: (facts: Facts) => string,
  chunkSize: number,
): Promise<Preview> {
  const rows = { sql: (parameters: SqlParameters) => situated(parameters, question, transaction.now), situation: ['facts'] };
  return classifyRowsOfTargets(transaction, operationId, [{ targetId: null, rows, classOf: ({ facts }: { readonly facts: string }) => classOf(JSON.parse(facts) as Facts) }], chunkSize);
}

/** One of a plan's people as they are now. */
export interface PlanActPerson<Facts> {
  readonly personId: string;
  readonly enrollmentId: string;
  readonly facts: Facts;
}

/** Everybody whom a question is about, with what decides about them. */
export async function readPlanActPeople<Facts>(transaction: Transaction, question: PlanQuestion): Promise<PlanActPerson<Facts>[]> {
  const parameters = new SqlParameters(transaction.organizationId);
  const rows = await transaction.query<{ id: string; enrollmentId: string; facts: string }>(
    `SELECT id, enrollment_id AS "enrollmentId", facts FROM (${situated(parameters, question, transaction.now)}) people ORDER BY id`,
    parameters.values,
  );
  return rows.map(({ id, enrollmentId, facts }) => ({ personId: id, enrollmentId, facts: JSON.parse(facts) as Facts }));
}

/** What decides about some people as it is now. They stay locked up to the end of the transaction. */
export async function lockPlanActPeople<Facts>(
  transaction: Transaction,
  personIds: readonly string[],
  question: Pick<PlanQuestion, 'subjectId' | 'facts'>,
): Promise<PlanActPerson<Facts>[]> {
  await lockPeople(transaction, personIds, 'TO_RECORD');
  return readPlanActPeople(transaction, { ...question, people: (parameters) => [among(parameters, personIds)] });
}
