import { GROUP_SOURCE_KINDS, type EnrollmentStatus } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { RowsSql, SituatedRows } from '../operations/index.ts';
import { among, type PersonCondition } from '../people/index.ts';

/** A dynamic assignment of one thing, and whom it is for: its audience within what its maker could reach. */
export interface Membership {
  readonly assignmentId: string;
  readonly subjectId: string;
  readonly audience: PersonCondition;
}

/** Which people are looked at. */
export interface Slice {
  /** Only these; absent: everybody. */
  readonly among?: readonly string[];
  readonly limit: number;
}

function conditionsOf(parameters: SqlParameters, { among: ids }: Slice): string {
  return ids ? `AND ${among(parameters, ids)}` : '';
}

/** A person who has the assignment no more, and whom nobody has taken out of it by hand. */
const isOutside = (assignment: string, subject: string): string => `
  NOT EXISTS (SELECT FROM assignment_member m WHERE m.organization_id = $1 AND m.assignment_id = ${assignment} AND m.person_id = p.id
    AND m.subject_id = ${subject} AND (m.state <> 'REMOVED' OR EXISTS (SELECT FROM enrollment_source x WHERE x.organization_id = $1
      AND x.enrollment_id = m.enrollment_id AND x.assignment_id = m.assignment_id AND x.suppressed_reason IS NOT NULL
      AND x.valid_to IS NULL)))`;

/** Who belongs to the audience now and is not in the assignment, as rows of `person p`. */
function joining(parameters: SqlParameters, { assignmentId, subjectId, audience }: Membership): string {
  const [assignment, subject] = [parameters.add(assignmentId, 'uuid'), parameters.add(subjectId, 'uuid')];
  return `FROM person p WHERE p.organization_id = $1 AND p.status = 'ACTIVE' AND ${audience(parameters)} AND ${isOutside(assignment, subject)}`;
}

/**
 * Who is in the assignment and no longer in the audience, those who keep it since they left aside, as rows of `assignment_member m`, its
 * source `x` and its standing `s`. Who is suspended is away, and has left nothing: their sources wait for them (2.5). Whoever leaves is found
 * first (`OFFSET 0` keeps the planner to it): what they have is looked up for them alone, and not for all who stay.
 */
function leaving(parameters: SqlParameters, { assignmentId, subjectId, audience }: Membership, among = ''): string {
  return `
    FROM (
      SELECT m.enrollment_id, m.assignment_id, m.person_id FROM assignment_member m JOIN person p ON p.organization_id = $1 AND p.id = m.person_id
      WHERE m.organization_id = $1 AND m.assignment_id = ${parameters.add(assignmentId, 'uuid')} AND m.subject_id = ${parameters.add(subjectId, 'uuid')}
        AND m.state NOT IN ('DETACHED', 'REMOVED', 'ENDED') AND p.status <> 'SUSPENDED' AND NOT (p.status = 'ACTIVE' AND coalesce(${audience(parameters)}, false)) ${among}
      OFFSET 0
    ) m
    JOIN enrollment_source x ON x.organization_id = $1 AND x.enrollment_id = m.enrollment_id AND x.assignment_id = m.assignment_id
      AND x.valid_to IS NULL AND NOT x.kept
    JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = m.enrollment_id`;
}

/** Who joins, by id, in order. */
export async function findJoining(transaction: Transaction, membership: Membership, slice: Slice): Promise<string[]> {
  const parameters = new SqlParameters(transaction.organizationId);
  const rows = await transaction.query<{ id: string }>(
    `SELECT p.id ${joining(parameters, membership)} ${conditionsOf(parameters, slice)} ORDER BY p.id LIMIT ${slice.limit}`,
    parameters.values,
  );
  return rows.map((row) => row.id);
}

/** Somebody who leaves, with what decides what becomes of them. */
export interface Leaving {
  readonly id: string;
  readonly enrollmentId: string;
  readonly status: EnrollmentStatus;
  readonly hasOtherSource: boolean;
}

/** Who leaves, in the order of ids. */
export async function findLeaving(transaction: Transaction, membership: Membership, slice: Slice): Promise<Leaving[]> {
  const parameters = new SqlParameters(transaction.organizationId);
  return transaction.query<Leaving>(
    `SELECT m.person_id AS id, m.enrollment_id AS "enrollmentId", s.status, EXISTS (SELECT FROM enrollment_source o WHERE o.organization_id = $1
       AND o.enrollment_id = m.enrollment_id AND o.valid_to IS NULL AND o.id <> x.id) AS "hasOtherSource"
     ${leaving(parameters, membership, conditionsOf(parameters, slice))} ORDER BY m.person_id LIMIT ${slice.limit}`,
    parameters.values,
  );
}

/** Everybody who joins or leaves, with the class `JOINS` or `LEAVES`. */
export function joiningAndLeaving(membership: Membership): RowsSql {
  return (parameters) => `SELECT p.id, 'JOINS' AS class ${joining(parameters, membership)} UNION ALL SELECT m.person_id, 'LEAVES' ${leaving(parameters, membership)}`;
}

/** Everybody whom an assignment still gives one of its things, each with what decides what becomes of them when it ends; `people` narrows to some. */
export function heldPeople(assignmentId: string, subjectId: string, people?: readonly string[]): SituatedRows {
  const sql: RowsSql = (parameters) => `
    SELECT m.person_id AS id, s.status, EXISTS (SELECT FROM enrollment_source o
      WHERE o.organization_id = $1 AND o.enrollment_id = m.enrollment_id AND o.valid_to IS NULL AND o.id <> x.id) AS "hasOtherSource"
    FROM assignment_member m
    JOIN enrollment_source x ON x.organization_id = $1 AND x.enrollment_id = m.enrollment_id AND x.assignment_id = m.assignment_id AND x.valid_to IS NULL
    JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = m.enrollment_id
    WHERE m.organization_id = $1 AND m.assignment_id = ${parameters.add(assignmentId, 'uuid')} AND m.subject_id = ${parameters.add(subjectId, 'uuid')}
      AND m.state NOT IN ('DETACHED', 'REMOVED', 'ENDED') ${people ? `AND m.person_id = ANY (${parameters.add(people, 'uuid[]')})` : ''}`;
  return { sql, situation: ['status', 'hasOtherSource'] };
}

/**
 * Marks what people keep although they left; it ends when they get it anew.
 *
 * @param operationId the bulk act by which they left, so that it can be taken back
 */
export async function keepSources(transaction: Transaction, assignmentId: string, enrollmentIds: readonly string[], operationId: string | null = null): Promise<void> {
  if (enrollmentIds.length === 0) return;
  await transaction.query(
    'UPDATE enrollment_source SET kept = true, kept_in = $4 WHERE organization_id = $1 AND assignment_id = $2 AND enrollment_id = ANY ($3::uuid[]) AND valid_to IS NULL AND NOT kept',
    [transaction.organizationId, assignmentId, enrollmentIds, operationId],
  );
}

/** Who kept what they had and belongs to the audience again has it as before. */
export async function takeBackKept(transaction: Transaction, { assignmentId, subjectId, audience }: Membership, people: readonly string[] | undefined): Promise<void> {
  const parameters = new SqlParameters(transaction.organizationId);
  const assignment = parameters.add(assignmentId, 'uuid');
  await transaction.query(
    `WITH left_behind AS MATERIALIZED (
       SELECT id, enrollment_id FROM enrollment_source WHERE organization_id = $1 AND assignment_id = ${assignment} AND kept AND valid_to IS NULL
     )
     UPDATE enrollment_source x SET kept = false FROM left_behind k CROSS JOIN LATERAL (
       SELECT FROM enrollment e JOIN person p ON p.organization_id = $1 AND p.id = e.person_id
       WHERE e.organization_id = $1 AND e.id = k.enrollment_id AND e.subject_id = ${parameters.add(subjectId, 'uuid')}
         AND p.status = 'ACTIVE' AND ${audience(parameters)} ${people ? `AND ${among(parameters, people)}` : ''} LIMIT 1) belongs
     WHERE x.organization_id = $1 AND x.id = k.id`,
    parameters.values,
  );
}

/**
 * Ends what an assignment gave people, and lets what has waited behind it take over: the oldest dormant source of each enrollment that is
 * left without an awake group source with dates (2.4). The enrollments are to be evaluated afterwards.
 *
 * @param end what the members become and why; and the bulk act, where it can be taken back
 */
export async function endSources(
  transaction: Transaction,
  assignmentId: string,
  enrollmentIds: readonly string[],
  { state, because, operationId = null }: { readonly state: 'REMOVED' | 'ENDED'; readonly because: string; readonly operationId?: string | null },
): Promise<void> {
  if (enrollmentIds.length === 0) return;
  const { organizationId, now, actor } = transaction;
  await transaction.query(
    `WITH members AS (
       UPDATE assignment_member SET state = $5, reason = $6, state_before = state, reason_before = reason WHERE organization_id = $1 AND assignment_id = $2 AND enrollment_id = ANY ($3::uuid[])
     )
     UPDATE enrollment_source SET valid_to = $4, ended_because = $6, ended_in = $7, ended_by = $8
     WHERE organization_id = $1 AND assignment_id = $2 AND enrollment_id = ANY ($3::uuid[]) AND valid_to IS NULL`,
    [organizationId, assignmentId, enrollmentIds, now, state, because, operationId, actor.id],
  );
  await transaction.query(
    `WITH woken AS (
       UPDATE enrollment_source SET dormant = false, woken_in = $4 WHERE organization_id = $1 AND id IN (
         SELECT DISTINCT ON (d.enrollment_id) d.id FROM enrollment_source d
         WHERE d.organization_id = $1 AND d.enrollment_id = ANY ($2::uuid[]) AND d.dormant AND d.valid_to IS NULL AND d.suppressed_reason IS NULL
           AND NOT EXISTS (SELECT FROM enrollment_source a WHERE a.organization_id = $1 AND a.enrollment_id = d.enrollment_id AND a.valid_to IS NULL
             AND NOT a.dormant AND a.due_rule IS NOT NULL AND a.kind = ANY ($3::text[]))
         ORDER BY d.enrollment_id, d.valid_from, d.id)
       RETURNING enrollment_id, assignment_id
     )
     UPDATE assignment_member m SET state = 'APPLIED' FROM woken w
     WHERE m.organization_id = $1 AND m.assignment_id = w.assignment_id AND m.enrollment_id = w.enrollment_id AND m.state = 'CONFLICT'`,
    [organizationId, enrollmentIds, GROUP_SOURCE_KINDS, operationId],
  );
}
