import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { cutPage, limitPage, type Page } from '../../platform/graphql/connection.ts';
import { cycleCounts, isOverdue } from '../enrollments/index.ts';
import { foundBy, survivorOf, type PersonCondition } from '../people/index.ts';
import type { PastPoint } from './as-of.ts';
import { departmentThen, wasInDepartment, wasInGroup } from './past-people.queries.ts';

/** Where a person stood in something at the end of a day. */
export interface PastStandingRow {
  readonly enrollmentId: string;
  readonly personId: string;
  readonly planId: string | null;
  readonly learningObjectId: string | null;
  readonly cycle: number;
  readonly status: string;
  /** 0 to 1; null where nobody counted it. */
  readonly progress: number | null;
  readonly startedOn: string | null;
  readonly completedOn: string | null;
  readonly completedLate: boolean;
  readonly completionClass: string | null;
  readonly dueOn: string | null;
  readonly dueEndsAt: Date | null;
  readonly dueOrigin: string | null;
  readonly planVersionNumber: number | null;
  readonly timeZone: string;
  /** In which they were then. */
  readonly departmentId: string | null;
}

/** Whom a list as of a day shows; what is absent does not narrow it. */
export interface PastFilter {
  readonly planId?: string | null;
  readonly learningObjectId?: string | null;
  readonly personId?: string | null;
  readonly search?: string | null;
  readonly statuses?: readonly string[] | null;
  readonly overdue?: boolean | null;
  /** In this department or below it, then. */
  readonly departmentId?: string | null;
  /** In this group then. */
  readonly groupId?: string | null;
}

/** The latest standing of an enrollment that was recorded before a moment. */
const recordedBy = (enrollment: string, until: string): string => `SELECT h.* FROM standing_history h
    WHERE h.organization_id = $1 AND h.enrollment_id = ${enrollment} AND h.recorded_at < ${until} ORDER BY h.recorded_at DESC LIMIT 1`;

/** The same of a person's records, their own first: what a record that was merged away had is theirs. */
const recordedOfPerson = (until: string): string => `SELECT own.* FROM (
    SELECT 0 AS place, k.* FROM (${recordedBy('e.id', until)}) k
    UNION ALL SELECT 1, k.* FROM person m JOIN enrollment x ON x.organization_id = $1 AND x.person_id = m.id AND x.subject_id = e.subject_id AND x.cycle = e.cycle
      CROSS JOIN LATERAL (${recordedBy('x.id', until)}) k WHERE m.organization_id = $1 AND m.merged_into_id = e.person_id
  ) own ORDER BY place LIMIT 1`;

/** Whether something held the person: a source that had begun and had not ended. */
const wasHeld = (until: string): string => `EXISTS (SELECT FROM enrollment_source x WHERE x.organization_id = $1 AND x.enrollment_id = h.enrollment_id
    AND x.suppressed_reason IS NULL AND x.valid_from < ${until} AND (x.valid_to IS NULL OR x.valid_to >= ${until}))`;

const columnsOf: Readonly<Record<PastPoint['knowledge'], (until: string, date: () => string) => string>> = {
  KNOWN_THEN: (until) => `CROSS JOIN LATERAL (
    SELECT h.status, h.progress::float8 AS progress, h.started_on, h.completed_on, h.completed_late, h.completion_class, h.due_on, h.due_ends_at, h.due_origin, h.plan_version_id
    FROM (${recordedBy('e.id', until)}) h) s`,
  KNOWN_TODAY: (until, dateOf) => {
    const date = dateOf();
    return `JOIN standing n ON n.organization_id = $1 AND n.enrollment_id = e.id
  LEFT JOIN LATERAL (${recordedOfPerson(until)}) h ON true
  CROSS JOIN LATERAL (SELECT n.status = 'COMPLETED' AND n.completed_on <= ${date} AS done) t
  CROSS JOIN LATERAL (SELECT CASE WHEN t.done THEN 'COMPLETED' WHEN h.status = 'COMPLETED' AND NOT ${wasHeld(until)} THEN 'WITHDRAWN'
    WHEN h.status IN ('COMPLETED', 'NOT_STARTED') THEN CASE WHEN n.started_on <= ${date} THEN 'IN_PROGRESS' ELSE 'NOT_STARTED' END ELSE h.status END AS status) w
  CROSS JOIN LATERAL (
    SELECT w.status, CASE WHEN t.done THEN 1 WHEN w.status = h.status THEN h.progress::float8 END AS progress,
      CASE WHEN n.started_on <= ${date} THEN n.started_on WHEN w.status <> 'NOT_STARTED' THEN h.started_on END AS started_on,
      CASE WHEN t.done THEN n.completed_on END AS completed_on, t.done AND n.completed_late AS completed_late, CASE WHEN t.done THEN n.completion_class END AS completion_class,
      CASE WHEN h.status IS NULL THEN n.due_on ELSE h.due_on END AS due_on, CASE WHEN h.status IS NULL THEN n.due_ends_at ELSE h.due_ends_at END AS due_ends_at,
      CASE WHEN h.status IS NULL THEN n.due_origin ELSE h.due_origin END AS due_origin, CASE WHEN h.status IS NULL THEN n.plan_version_id ELSE h.plan_version_id END AS plan_version_id) s`;
  },
};

/**
 * The standings of a point in the past, as `enrollment e` of `person p` with the standing `s`, for a FROM; with the conditions that leave those that there were,
 * each person's current cycle of them.
 *
 * @param enrollments those that are asked about, as `e`
 */
export function standingsAt(parameters: SqlParameters, { until, date, knowledge }: PastPoint, enrollments = 'enrollment e'): { readonly from: string; readonly conditions: readonly string[]; readonly until: string } {
  const moment = parameters.add(until, 'timestamptz');
  const later = `NOT EXISTS (SELECT FROM enrollment l CROSS JOIN LATERAL (${recordedBy('l.id', moment)}) k
    WHERE l.organization_id = $1 AND l.person_id = e.person_id AND l.subject_id = e.subject_id AND l.cycle > e.cycle AND l.cycle > 1 AND k.status <> 'WITHDRAWN')`;
  return {
    from: `${enrollments} JOIN person p ON p.organization_id = $1 AND p.id = e.person_id ${columnsOf[knowledge](moment, () => parameters.add(date, 'date'))}`,
    conditions: ['e.organization_id = $1', 's.status IS NOT NULL', cycleCounts('e.cycle', 's.status'), later, ...(knowledge === 'KNOWN_TODAY' ? ['p.merged_into_id IS NULL'] : [])],
    until: moment,
  };
}

/** A filter as conditions on what {@link standingsAt} gives. */
export function pastConditions(parameters: SqlParameters, filter: PastFilter, point: PastPoint, until: string): string[] {
  const conditions: string[] = [];
  const subject = filter.planId ?? filter.learningObjectId;
  if (subject) conditions.push(`e.subject_id = ${parameters.add(subject, 'uuid')}`);
  if (filter.personId) {
    const person = parameters.add(filter.personId, 'uuid');
    conditions.push(`e.person_id = ${point.knowledge === 'KNOWN_TODAY' ? survivorOf(person) : person}`);
  }
  if (filter.search?.trim()) conditions.push(foundBy(parameters, filter.search));
  if (filter.statuses?.length) conditions.push(`s.status = ANY (${parameters.add(filter.statuses, 'text[]')})`);
  if (filter.overdue) conditions.push(isOverdue(until));
  if (filter.departmentId) conditions.push(wasInDepartment(parameters, filter.departmentId, until));
  if (filter.groupId) conditions.push(wasInGroup(parameters, filter.groupId, until));
  return conditions;
}

export const pastColumns = `e.id AS "enrollmentId", e.person_id AS "personId", e.plan_id AS "planId", e.learning_object_id AS "learningObjectId", e.cycle, s.status, s.progress,
  s.started_on::text AS "startedOn", s.completed_on::text AS "completedOn", s.completed_late AS "completedLate", s.completion_class AS "completionClass", s.due_on::text AS "dueOn",
  s.due_ends_at AS "dueEndsAt", s.due_origin AS "dueOrigin", s.plan_version_id, p.time_zone AS "timeZone"`;

/** What is looked up for the rows of a page only. */
export const toldBeside = (personId: string, versionId: string, until: string): string => `${departmentThen(personId, until)} AS "departmentId",
  (SELECT v.number FROM plan_version v WHERE v.organization_id = $1 AND v.id = ${versionId}) AS "planVersionNumber"`;

/** One page of where people stood, in the order in which they got it. */
export async function findPastStandings(
  transaction: Transaction,
  point: PastPoint,
  visible: PersonCondition,
  filter: PastFilter,
  first: number,
  after: readonly (string | number | null)[] | undefined,
): Promise<Page<PastStandingRow>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const { from, conditions, until } = standingsAt(parameters, point);
  const narrowed = [...conditions, visible(parameters), ...pastConditions(parameters, filter, point, until), ...(after ? [`e.id > ${parameters.add(after[0], 'uuid')}`] : [])];
  const page = `SELECT ${pastColumns} FROM ${from} WHERE ${narrowed.join(' AND ')} ORDER BY e.id ${limitPage(first)}`;
  const rows = await transaction.query<PastStandingRow>(
    `SELECT page.*, ${toldBeside('page."personId"', 'page.plan_version_id', until)} FROM (${page}) page ORDER BY page."enrollmentId"`,
    parameters.values,
  );
  return cutPage(rows, first, (row) => [row.enrollmentId]);
}

/** How many people stood where. */
export interface PastTotalsRow {
  readonly counts: readonly { readonly status: string; readonly people: number }[];
  readonly overdue: number;
}

/** Exact totals of whom a filter lets through, counted at this moment. */
export async function countPastStandings(transaction: Transaction, point: PastPoint, visible: PersonCondition, filter: PastFilter): Promise<PastTotalsRow> {
  const parameters = new SqlParameters(transaction.organizationId);
  const { from, conditions, until } = standingsAt(parameters, point);
  const narrowed = [...conditions, visible(parameters), ...pastConditions(parameters, filter, point, until)];
  const rows = await transaction.query<{ status: string; people: number; overdue: number }>(
    `SELECT s.status, count(*)::int AS people, (count(*) FILTER (WHERE ${isOverdue(until)}))::int AS overdue FROM ${from} WHERE ${narrowed.join(' AND ')} GROUP BY s.status`,
    parameters.values,
  );
  return { counts: rows.map(({ status, people }) => ({ status, people })), overdue: rows.reduce((sum, row) => sum + row.overdue, 0) };
}
