import {
  dateIn, GROUP_SOURCE_KINDS, INDIVIDUAL_SOURCE_KINDS, OWN_SOURCE_KINDS, type AssignmentState, type AssignmentTarget, type AudienceExpression, type CalendarDate, type DueRule,
  type Instant, type ListIdentifier, type SourceKind,
} from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { cutPage, limitPage, type Page } from '../../platform/graphql/connection.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { defineLoader, defineLoaderFor } from '../../platform/request/loader.ts';
import { activePeople } from '../audiences/index.ts';
import { cycleCounts } from '../enrollments/index.ts';
import type { RowsSql, SituatedRows } from '../operations/index.ts';
import type { PersonCondition } from '../people/index.ts';
import type { Target } from './assignment-target.ts';
import { assignableAssignments } from './assignment-scope.queries.ts';

/** An assignment as lists show it. */
export interface AssignmentRow {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly audience: AudienceExpression;
  /** The file whose people it is for; null: it is for an audience. */
  readonly listName: string | null;
  readonly mode: 'ONE_TIME' | 'DYNAMIC';
  readonly onLeave: 'KEEP' | 'KEEP_IF_STARTED' | 'REMOVE';
  readonly dueRule: DueRule | null;
  readonly state: string;
  readonly operationId: string | null;
  readonly startsAt: Date | null;
  readonly again: boolean;
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

const columns = `a.id, a.number, a.name, a.audience, a.list_name AS "listName", a.mode, a.on_leave AS "onLeave", a.due_rule AS "dueRule", a.state, a.operation_id AS "operationId",
  a.starts_at AS "startsAt", a.again, a.created_at AS "createdAt", a.created_by AS "createdBy"`;

/** Which assignments a list shows; what is absent does not narrow it. */
export interface AssignmentFilter {
  readonly id?: string;
  /** Its number, with or without `#`; part of its name, or of the name of something that it gives. */
  readonly search?: string | null;
  readonly states?: readonly string[] | null;
}

/** A condition on `assignment a`, for statements that are put together. */
export type AssignmentCondition = (parameters: SqlParameters) => string;

/** One page of the assignments that a condition lets through, the newest first. */
export async function findAssignments(
  transaction: Transaction,
  visible: AssignmentCondition,
  filter: AssignmentFilter,
  first: number,
  after?: readonly (string | number | null)[],
): Promise<Page<AssignmentRow>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const conditions = ['a.organization_id = $1', "a.state <> 'DRAFT'", visible(parameters)];
  if (filter.states?.length) conditions.push(`a.state = ANY (${parameters.add(filter.states, 'text[]')})`);
  if (filter.search?.trim()) conditions.push(foundBy(parameters, filter.search.trim()));
  if (filter.id) conditions.push(`a.id = ${parameters.add(filter.id, 'uuid')}`);
  if (after) conditions.push(`a.number < ${parameters.add(after[0], 'bigint')}`);
  const rows = await transaction.query<AssignmentRow>(
    `SELECT ${columns} FROM assignment a WHERE ${conditions.join(' AND ')} ORDER BY a.number DESC ${limitPage(first)}`,
    parameters.values,
  );
  return cutPage(rows, first, (row) => [row.number]);
}

function foundBy(parameters: SqlParameters, search: string): string {
  const pattern = parameters.addContaining(search);
  const named = `a.name_key LIKE ${pattern} OR EXISTS (SELECT FROM (${targetNames} WHERE t.organization_id = $1) named
    WHERE named."assignmentId" = a.id AND named.key LIKE ${pattern})`;
  const [, number] = /^#?(\d{1,9})$/.exec(search) ?? [];
  return number === undefined ? `(${named})` : `(a.number = ${parameters.add(Number(number), 'integer')} OR ${named})`;
}

/** Something that an assignment gives, as lists and pages name it. */
export interface TargetRow {
  readonly id: string;
  readonly kind: 'PLAN' | 'MODULE' | 'COURSE' | 'ACTIVITY' | 'EXAM';
  readonly name: string;
  readonly code: string | null;
}

/** Named by what they give, as `t` of the organization `$1`. */
const targetNames = `
  SELECT t.subject_id AS id, t.assignment_id AS "assignmentId", CASE WHEN p.id IS NOT NULL THEN 'PLAN' ELSE o.kind END AS kind, coalesce(p.name, o.name) AS name, p.code,
    coalesce(p.name_key, o.name_key) AS key
  FROM assignment_target t
  LEFT JOIN learning_plan p ON p.organization_id = $1 AND p.id = t.plan_id
  LEFT JOIN learning_object o ON o.organization_id = $1 AND o.id = t.learning_object_id`;

/** What assignments give, plans before content. */
export const assignmentTargetsLoader = defineLoader<string, readonly TargetRow[]>(async (transaction, ids) => {
  const rows = await transaction.query<TargetRow & { assignmentId: string }>(
    `${targetNames} WHERE t.organization_id = $1 AND t.assignment_id = ANY ($2::uuid[]) ORDER BY p.id IS NULL, coalesce(p.name_key, o.name_key), t.subject_id`,
    [transaction.organizationId, ids],
  );
  return Map.groupBy(rows, (row) => row.assignmentId);
});

/** What is given under an id, whoever gives it: a plan or content. */
export const targetLoader = defineLoader<string, TargetRow>(async (transaction, ids) => {
  const rows = await transaction.query<TargetRow>(
    `SELECT id, 'PLAN' AS kind, name, code FROM learning_plan WHERE organization_id = $1 AND id = ANY ($2::uuid[])
     UNION ALL SELECT id, kind, name, NULL FROM learning_object WHERE organization_id = $1 AND id = ANY ($2::uuid[])`,
    [transaction.organizationId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
});

/** What one assignment gives, as rules know it. */
export async function readAssignmentTargets(transaction: Transaction, assignmentId: string): Promise<AssignmentTarget[]> {
  const rows = await transaction.query<{ target: AssignmentTarget }>(
    `SELECT CASE WHEN plan_id IS NOT NULL THEN jsonb_build_object('kind', 'PLAN', 'planId', plan_id)
       ELSE jsonb_build_object('kind', 'LEARNING_OBJECT', 'learningObjectId', learning_object_id) END AS target
     FROM assignment_target WHERE organization_id = $1 AND assignment_id = $2 ORDER BY subject_id`,
    [transaction.organizationId, assignmentId],
  );
  return rows.map(({ target }) => target);
}

/** How many members assignments have, by what they give and by state. */
export type MemberCounts = readonly { readonly targetId: string; readonly state: string; readonly people: number }[];

/** Counts the members of assignments, those only whom a condition on `person p` lets through. */
export async function countMembers(transaction: Transaction, visible: PersonCondition | undefined, ids: readonly string[]): Promise<ReadonlyMap<string, MemberCounts>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const wanted = parameters.add(ids, 'uuid[]');
  const rows = await transaction.query<{ assignmentId: string; targetId: string; state: string; people: number }>(
    `SELECT m.assignment_id AS "assignmentId", m.subject_id AS "targetId", m.state, count(*)::int AS people
     FROM assignment_member m ${visible ? `JOIN person p ON p.organization_id = $1 AND p.id = m.person_id AND ${visible(parameters)}` : ''}
     WHERE m.organization_id = $1 AND m.assignment_id = ANY (${wanted}) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    parameters.values,
  );
  return Map.groupBy(rows, (row) => row.assignmentId);
}

/** How far the people of assignments are, by what they have by them and by status. */
export type MemberProgress = readonly { readonly targetId: string; readonly status: string; readonly people: number; readonly overdue: number }[];

/** Counts how far those are who have something by assignments, those only whom a condition on `person p` lets through. */
export async function countProgress(transaction: Transaction, visible: PersonCondition | undefined, ids: readonly string[]): Promise<ReadonlyMap<string, MemberProgress>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const wanted = parameters.add(ids, 'uuid[]');
  const now = parameters.add(transaction.now, 'timestamptz');
  const rows = await transaction.query<MemberProgress[number] & { assignmentId: string }>(
    `SELECT m.assignment_id AS "assignmentId", m.subject_id AS "targetId", s.status, count(*)::int AS people,
       (count(*) FILTER (WHERE s.status IN ('NOT_STARTED', 'IN_PROGRESS') AND s.due_ends_at < ${now}))::int AS overdue
     FROM assignment_member m JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = m.enrollment_id
     ${visible ? `JOIN person p ON p.organization_id = $1 AND p.id = m.person_id AND ${visible(parameters)}` : ''}
     WHERE m.organization_id = $1 AND m.assignment_id = ANY (${wanted}) AND m.state NOT IN ('REMOVED', 'ENDED', 'DISMISSED') GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    parameters.values,
  );
  return Map.groupBy(rows, (row) => row.assignmentId);
}

/** How many people assignments have, each person once. */
export async function countPeople(transaction: Transaction, visible: PersonCondition | undefined, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const wanted = parameters.add(ids, 'uuid[]');
  const rows = await transaction.query<{ assignmentId: string; people: number }>(
    `SELECT m.assignment_id AS "assignmentId", count(DISTINCT m.person_id)::int AS people
     FROM assignment_member m ${visible ? `JOIN person p ON p.organization_id = $1 AND p.id = m.person_id AND ${visible(parameters)}` : ''}
     WHERE m.organization_id = $1 AND m.assignment_id = ANY (${wanted}) GROUP BY 1`,
    parameters.values,
  );
  return new Map(rows.map((row) => [row.assignmentId, row.people]));
}

/** What decides how an assignment meets a person; people of one situation are classified alike. */
export interface MemberSituation {
  /** Of their latest enrollment; null when they have none. */
  readonly status: string | null;
  /** Whether they do not have it, and would be complete in it at once (S10). */
  readonly isDone: boolean;
  /** The causes that it still has. */
  readonly liveSources: readonly { readonly kind: SourceKind; readonly hasDueRule: boolean }[];
  /** The day that the assignment's due rule counts from; null: unknown, not yet, or no matter. */
  readonly anchorOn: CalendarDate | null;
  /** In the zone of the person; null where there is no due rule. */
  readonly today: CalendarDate | null;
  /** Suspended: named by a list all the same. */
  readonly isAway: boolean;
  /** An employee without a job number, where that matters. */
  readonly isNumberless: boolean;
}

/** Which people are looked at, and what would be given to them; the people as a condition on `person p`. */
export interface AssignmentPeople {
  readonly people: PersonCondition;
  readonly target: Pick<Target, 'id'>;
  /** Those who would be complete at once. */
  readonly done: readonly string[];
  /** By when it would be due: what of the people that depends on tells them apart. */
  readonly dueRule: DueRule | null;
  /** Only these; absent: everybody. */
  readonly among?: readonly string[];
  /** They are named by a list: also who is suspended, and with whether they have a job number if the list did not find them by it. */
  readonly list?: { readonly by: ListIdentifier };
}

/**
 * Whether another assignment of one of some things is being carried out and has not come yet to somebody whom this one is for. Commits of
 * assignments of one thing wait for each other here, up to the end of the transaction.
 */
export async function meetsRunningAssignment(transaction: Transaction, operationId: string, targetIds: readonly string[]): Promise<boolean> {
  for (const id of targetIds.toSorted()) await transaction.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`assign:${id}`]);
  const [row] = await transaction.query<{ meets: boolean }>(
    `SELECT EXISTS (
       SELECT FROM operation o
       JOIN operation_chunk c ON c.organization_id = $1 AND c.operation_id = o.id AND c.state = 'PENDING' AND c.target_id = ANY ($3::uuid[])
       CROSS JOIN LATERAL unnest(c.subject_ids) AS theirs (person_id)
       WHERE o.organization_id = $1 AND o.kind IN ('ASSIGN', 'IMPORT_ASSIGNMENT') AND o.state = 'APPLYING' AND o.id <> $2
         AND (c.target_id, theirs.person_id) IN (
           SELECT own.target_id, unnest(own.subject_ids) FROM operation_chunk own WHERE own.organization_id = $1 AND own.operation_id = $2)
     ) AS meets`,
    [transaction.organizationId, operationId, targetIds],
  );
  return row!.meets;
}

/** A {@link MemberSituation} as statements group people by it. */
export interface StoredSituation extends Omit<MemberSituation, 'liveSources' | 'today'> {
  /** Of the person; null where there is no due rule. The day that it is there is worked out once for each zone. */
  readonly zone: string | null;
  /** What causes an enrollment still has: two bits for each kind of source, one for those with a due date of their own and one for those without. */
  readonly kinds: number | null;
}

const sourceKinds: readonly SourceKind[] = [...INDIVIDUAL_SOURCE_KINDS, ...GROUP_SOURCE_KINDS, ...OWN_SOURCE_KINDS];
const kindBits = `bit_or(1 << (2 * array_position('{${sourceKinds.join()}}'::text[], x.kind) - CASE WHEN x.due_rule IS NULL THEN 2 ELSE 1 END))`;

/** What the rule is asked with. */
export function readSituation({ kinds, zone, ...situation }: StoredSituation, now: Date): MemberSituation {
  const has = (bit: number): boolean => ((kinds ?? 0) & (1 << bit)) !== 0;
  const liveSources = sourceKinds.flatMap((kind, index) => [false, true].flatMap((hasDueRule) => (has(2 * index + Number(hasDueRule)) ? [{ kind, hasDueRule }] : [])));
  return { ...situation, liveSources, today: zone === null ? null : dateIn(now.toISOString() as Instant, zone) };
}

/** Whether the cycle of `enrollment e` counts. The standing is looked at for later cycles only, and the order of the index by cycle stays. */
export const isCycleThatCounts = cycleCounts('e.cycle', '(SELECT c.status FROM standing c WHERE c.organization_id = $1 AND c.enrollment_id = e.id)');

/** Everybody in the audience with what decides about them: their latest enrollment in the subject, its live sources, and what their due date counts from. */
export function situatedPeople({ people, target, done, dueRule, among: ids, list }: AssignmentPeople): SituatedRows {
  const sql: RowsSql = (parameters) => {
    const subject = parameters.add(target.id, 'uuid');
    const only = ids && parameters.add(ids, 'uuid[]');
    return `
      SELECT p.id, e.status, d.id IS NOT NULL AS "isDone", e.kinds, ${anchorColumn(dueRule)} AS "anchorOn", ${dueRule === null ? 'NULL::text' : 'p.time_zone'} AS zone,
        ${list ? "p.status <> 'ACTIVE'" : 'false'} AS "isAway", ${list && list.by !== 'EMPLOYEE_NUMBER' ? 'p.employee_number IS NULL AND p.partner_account_id IS NULL' : 'false'} AS "isNumberless"
      FROM person p
      LEFT JOIN (
        SELECT DISTINCT ON (e.person_id) e.person_id, e.enrolled_on, s.status, (
          SELECT ${kindBits} FROM enrollment_source x
          WHERE x.organization_id = $1 AND x.enrollment_id = e.id AND x.valid_to IS NULL AND x.suppressed_reason IS NULL) AS kinds
        FROM enrollment e LEFT JOIN standing s ON s.organization_id = $1 AND s.subject_id = ${subject} AND s.enrollment_id = e.id
        WHERE e.organization_id = $1 AND e.subject_id = ${subject}${only ? ` AND e.person_id = ANY (${only})` : ''} AND ${isCycleThatCounts}
        ORDER BY e.person_id, e.cycle DESC
      ) e ON e.person_id = p.id
      LEFT JOIN unnest(${parameters.add(done, 'uuid[]')}) AS d (id) ON d.id = p.id
      WHERE ${list ? "p.organization_id = $1 AND p.status <> 'LEFT'" : activePeople} AND ${people(parameters)}${only ? ` AND p.id = ANY (${only})` : ''}`;
  };
  return { sql, situation: ['status', 'isDone', 'kinds', 'anchorOn', 'zone', 'isAway', 'isNumberless'], isWhole: ids === undefined };
}

/** Which assignments give nothing but what the caller may assign to everybody in their reach. */
export const assignableLoader = defineLoaderFor<Caller, string, true>(async (transaction, ids, caller) => {
  const parameters = new SqlParameters(transaction.organizationId);
  const rows = await transaction.query<{ id: string }>(
    `SELECT a.id FROM assignment a WHERE a.organization_id = $1 AND a.id = ANY (${parameters.add(ids, 'uuid[]')}) AND ${assignableAssignments(caller)(parameters)}`,
    parameters.values,
  );
  return new Map(rows.map((row) => [row.id, true]));
});

/** Puts an assignment into a state that its lifecycle allows. */
export async function setAssignmentState(transaction: Transaction, assignmentId: string, state: AssignmentState): Promise<void> {
  await transaction.query('UPDATE assignment SET state = $3, updated_at = $4, updated_by = $5 WHERE organization_id = $1 AND id = $2', [
    transaction.organizationId,
    assignmentId,
    state,
    transaction.now,
    transaction.actor.id,
  ]);
}

/** Only what a rule is counted from tells people apart: of everything else equal people stay equal. */
function anchorColumn(dueRule: DueRule | null): string {
  switch (dueRule?.kind === 'RELATIVE' ? dueRule.anchor : null) {
    case 'HIRE_DATE':
      return 'p.hire_date';
    case 'FIRST_SIGN_IN':
      return '(p.first_sign_in_at AT TIME ZONE p.time_zone)::date';
    case 'ENROLLED':
      return 'e.enrolled_on';
    default:
      return 'NULL::date';
  }
}
