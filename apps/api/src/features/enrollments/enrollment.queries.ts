import { GROUP_SOURCE_KINDS, INDIVIDUAL_SOURCE_KINDS, OWN_SOURCE_KINDS, type SourceKind } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { cutPage, limitPage, type Page } from '../../platform/graphql/connection.ts';
import { defineLoader } from '../../platform/request/loader.ts';
import { affiliationOf, foundBy, inDepartments, survivorOf, type PersonCondition } from '../people/index.ts';
import { audienceName } from './person-record.queries.ts';

/** An enrollment with its standing and person, as lists show it; see {@link StandingDetails} for the rest. */
export interface EnrollmentRow {
  readonly id: string;
  readonly personId: string;
  readonly planId: string | null;
  readonly learningObjectId: string | null;
  /** Which time the person has it; 1 for the first. */
  readonly cycle: number;
  readonly isCurrent: boolean;
  readonly status: string;
  readonly progress: number;
  readonly completedOn: string | null;
  readonly completedLate: boolean;
  readonly completionClass: string | null;
  readonly dueOn: string | null;
  readonly dueEndsAt: Date | null;
  readonly dueOrigin: string | null;
  readonly displayName: string;
  readonly employeeNumber: string | null;
  readonly timeZone: string;
  readonly departmentId: string | null;
}

/** A milestone's standing as it is stored with the enrollment's. */
export interface StoredMilestone {
  readonly key: string;
  readonly status: string;
  readonly unitsRequired: string;
  readonly unitsEarned: string;
  readonly satisfiedOn: string | null;
  readonly due: string | null;
  readonly opensOn: string | null;
}

const columns = `
  e.id, e.person_id AS "personId", e.plan_id AS "planId", e.learning_object_id AS "learningObjectId", e.cycle, s.is_current AS "isCurrent", s.status,
  s.progress::float8 AS progress, s.completed_on::text AS "completedOn", s.completed_late AS "completedLate", s.completion_class AS "completionClass", s.due_on::text AS "dueOn",
  s.due_ends_at AS "dueEndsAt", s.due_origin AS "dueOrigin", p.display_name AS "displayName", p.employee_number AS "employeeNumber",
  p.time_zone AS "timeZone"`;
const joins = `
  FROM enrollment e
  JOIN standing s ON s.organization_id = e.organization_id AND s.enrollment_id = e.id
  JOIN person p ON p.organization_id = e.organization_id AND p.id = e.person_id`;

/** The version of its plan that `enrollment e` with its `standing s` is pinned to. */
const pinnedVersion = 'coalesce(s.plan_version_id, e.plan_version_id)';

/** Whether a `standing s` is open and its due date has passed at a moment. */
export const isOverdue = (now: string): string => `s.status IN ('NOT_STARTED', 'IN_PROGRESS') AND s.due_ends_at < ${now}`;

/** Adds the department to each row of a page: only after the page was cut, lest it be looked up for the whole list. */
const withDepartments = (page: string): string =>
  `SELECT page.*, a.department_id AS "departmentId" FROM (${page}) page ${affiliationOf('page."personId"')} ORDER BY page.id`;

/** Which enrollments a list shows; what is absent does not narrow it. */
export interface EnrollmentFilter {
  readonly planId?: string | null;
  readonly learningObjectId?: string | null;
  readonly personId?: string | null;
  readonly statuses?: readonly string[] | null;
  readonly overdue?: boolean | null;
  readonly completionClasses?: readonly string[] | null;
  readonly departmentId?: string | null;
  readonly search?: string | null;
  /** How the people have it: by an assignment, or by their own doing; who has it both ways is in both (L38). */
  readonly reach?: EnrollmentReach | null;
  /** Only those with an open case of the exception inbox. */
  readonly exceptions?: boolean | null;
  /** Only who is on a version of one of these numbers, as a whole or on what it asks beyond another. */
  readonly planVersionNumbers?: readonly number[] | null;
  /** Which of the cycles that people have of the same thing; absent: the current ones. */
  readonly cycles?: EnrollmentCycles | null;
}

export type EnrollmentCycles = 'CURRENT' | 'FORMER' | 'ALL';

export type EnrollmentReach = 'ASSIGNED' | 'REGISTERED';

const kindsOf: Readonly<Record<EnrollmentReach, readonly SourceKind[]>> = {
  ASSIGNED: [...INDIVIDUAL_SOURCE_KINDS, ...GROUP_SOURCE_KINDS],
  REGISTERED: OWN_SOURCE_KINDS,
};

/** Whether a filter leaves so few or so many that the way to them depends on its values; what belongs to one plan or person does not. */
export function isNarrowed({ statuses, overdue, completionClasses, departmentId, search, reach, exceptions, cycles, planVersionNumbers }: EnrollmentFilter): boolean {
  return Boolean(statuses?.length || overdue || planVersionNumbers?.length || reach || exceptions || cycles === 'FORMER' || completionClasses?.length || departmentId || search?.trim());
}

/** One page of enrollments in the order in which they were made, the newest last; every page as fast as the first. */
export async function findEnrollments(
  transaction: Transaction,
  visible: PersonCondition,
  filter: EnrollmentFilter,
  first: number,
  after: readonly (string | number | null)[] | undefined,
): Promise<Page<EnrollmentRow>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const conditions = ['e.organization_id = $1', visible(parameters), ...enrollmentConditions(parameters, filter, transaction.now)];
  if (after) conditions.push(`e.id > ${parameters.add(after[0], 'uuid')}`);
  const rows = await transaction.query<EnrollmentRow>(
    withDepartments(`SELECT ${columns} ${joins} WHERE ${conditions.join(' AND ')} ORDER BY e.id ${limitPage(first)}`),
    parameters.values,
  );
  return cutPage(rows, first, (row) => [row.id]);
}

/** How many enrollments a filter lets through. */
export async function countEnrollments(transaction: Transaction, visible: PersonCondition, filter: EnrollmentFilter): Promise<number> {
  const parameters = new SqlParameters(transaction.organizationId);
  const conditions = ['e.organization_id = $1', visible(parameters), ...enrollmentConditions(parameters, filter, transaction.now)];
  const [row] = await transaction.query<{ count: number }>(`SELECT count(*)::int AS count ${joins} WHERE ${conditions.join(' AND ')}`, parameters.values);
  return row!.count;
}

/** A filter as conditions on `enrollment e` with its `standing s` and `person p`. */
export function enrollmentConditions(parameters: SqlParameters, filter: EnrollmentFilter, now: Date): string[] {
  const conditions: string[] = [];
  const subject = filter.planId ?? filter.learningObjectId;
  if (subject) {
    const id = parameters.add(subject, 'uuid');
    conditions.push(`e.subject_id = ${id}`);
    // For the indexes by status and of former cycles; beside an equal condition it would only make the planner believe that next to nothing is left.
    if (filter.statuses?.length || filter.overdue || filter.cycles === 'FORMER') conditions.push(`s.subject_id = ${id}`);
  }
  if (filter.cycles !== 'ALL') conditions.push(filter.cycles === 'FORMER' ? 'NOT s.is_current' : 's.is_current');
  if (filter.personId) conditions.push(`e.person_id = ${survivorOf(parameters.add(filter.personId, 'uuid'))}`);
  if (filter.statuses?.length) conditions.push(`s.status = ANY (${parameters.add(filter.statuses, 'text[]')})`);
  if (filter.overdue) conditions.push(isOverdue(parameters.add(now, 'timestamptz')));
  if (filter.completionClasses?.length) conditions.push(`s.completion_class = ANY (${parameters.add(filter.completionClasses, 'text[]')})`);
  if (filter.departmentId) conditions.push(inDepartments(parameters, [filter.departmentId], true));
  if (filter.search?.trim()) conditions.push(foundBy(parameters, filter.search));
  if (filter.exceptions) {
    conditions.push(`e.id IN (SELECT m.enrollment_id FROM assignment_member m WHERE m.organization_id = $1 AND m.state = 'EXCEPTION')`);
  }
  if (filter.planVersionNumbers?.length) {
    conditions.push(`${pinnedVersion} IN (SELECT v.id FROM plan_version v WHERE v.organization_id = $1 AND v.plan_id = e.plan_id
      AND v.number = ANY (${parameters.add(filter.planVersionNumbers, 'int[]')}))`);
  }
  if (filter.reach) {
    conditions.push(`EXISTS (SELECT FROM enrollment_source x WHERE x.organization_id = $1 AND x.enrollment_id = e.id AND x.valid_to IS NULL
      AND x.suppressed_reason IS NULL AND x.kind = ANY (${parameters.add(kindsOf[filter.reach], 'text[]')}))`);
  }
  return conditions;
}

/** Enrollments by id, those of visible people only; where there is a filter, those that it lets through. */
export async function readEnrollments(
  transaction: Transaction,
  ids: readonly string[],
  visible: PersonCondition,
  filter: EnrollmentFilter = { cycles: 'ALL' },
): Promise<ReadonlyMap<string, EnrollmentRow>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const narrowed = enrollmentConditions(parameters, filter, transaction.now);
  const conditions = ['e.organization_id = $1', visible(parameters), `e.id = ANY (${parameters.add(ids, 'uuid[]')})`, ...narrowed];
  const rows = await transaction.query<EnrollmentRow>(withDepartments(`SELECT ${columns} ${joins} WHERE ${conditions.join(' AND ')}`), parameters.values);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The other cycles of what enrollments are in, of the same person, the first one first. */
export const otherCyclesLoader = defineLoader<string, readonly EnrollmentRow[]>(async (transaction, enrollmentIds) => {
  const rows = await transaction.query<EnrollmentRow & { otherThan: string }>(
    `SELECT o.id AS "otherThan", ${columns}, a.department_id AS "departmentId" ${joins}
     JOIN enrollment o ON o.organization_id = $1 AND o.person_id = e.person_id AND o.subject_id = e.subject_id AND o.id <> e.id ${affiliationOf('e.person_id')}
     WHERE e.organization_id = $1 AND o.id = ANY ($2::uuid[]) ORDER BY e.cycle`,
    [transaction.organizationId, enrollmentIds],
  );
  return Map.groupBy(rows, (row) => row.otherThan);
});

/** Those of some enrollments that are a person's own. */
export async function findOwnEnrollments(transaction: Transaction, personId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await transaction.query<{ id: string }>('SELECT id FROM enrollment WHERE organization_id = $1 AND person_id = $2 AND id = ANY ($3::uuid[])', [
    transaction.organizationId,
    personId,
    ids,
  ]);
  return new Set(rows.map((row) => row.id));
}

/** What a person has of some plans. */
export function findOwnEnrollmentsInPlans(transaction: Transaction, personId: string, planIds: readonly string[]): Promise<{ id: string; planId: string }[]> {
  return transaction.query('SELECT id, plan_id AS "planId" FROM enrollment WHERE organization_id = $1 AND person_id = $2 AND subject_id = ANY ($3::uuid[])', [
    transaction.organizationId,
    personId,
    planIds,
  ]);
}

/** What of an enrollment and its standing most lists do without. */
export interface StandingDetails {
  readonly enrolledOn: string;
  readonly startedOn: string | null;
  readonly evidenceWithdrawn: boolean;
  readonly evaluatedAt: Date;
  readonly planVersionId: string | null;
  readonly milestones: readonly StoredMilestone[];
}

export const standingDetailsLoader = defineLoader<string, StandingDetails>(async (transaction, enrollmentIds) => {
  const rows = await transaction.query<StandingDetails & { id: string }>(
    `SELECT e.id, e.enrolled_on::text AS "enrolledOn", s.started_on::text AS "startedOn", s.evidence_withdrawn AS "evidenceWithdrawn",
       s.evaluated_at AS "evaluatedAt", ${pinnedVersion} AS "planVersionId", s.milestones
     FROM enrollment e JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id
     WHERE e.organization_id = $1 AND e.id = ANY ($2::uuid[])`,
    [transaction.organizationId, enrollmentIds],
  );
  return new Map(rows.map((row) => [row.id, row]));
});

/** Why a person has an enrollment. */
export interface SourceRow {
  readonly enrollmentId: string;
  readonly kind: string;
  readonly assignmentId: string | null;
  readonly assignmentNumber: number | null;
  readonly name: string | null;
  readonly audience: string | null;
  readonly dormant: boolean;
  readonly suppressedBecause: string | null;
  readonly validFrom: Date;
  readonly validTo: Date | null;
  readonly endedBecause: string | null;
}

export const sourcesLoader = defineLoader<string, readonly SourceRow[]>(async (transaction, enrollmentIds) => {
  const rows = await transaction.query<SourceRow>(
    `SELECT x.enrollment_id AS "enrollmentId", x.kind, x.assignment_id AS "assignmentId", a.number AS "assignmentNumber", a.name,
       CASE WHEN a.id IS NOT NULL THEN ${audienceName} END AS audience,
       x.dormant AND s.due_source_id IS DISTINCT FROM x.assignment_id AS dormant, x.suppressed_reason AS "suppressedBecause",
       x.valid_from AS "validFrom", x.valid_to AS "validTo", x.ended_because AS "endedBecause"
     FROM enrollment_source x LEFT JOIN assignment a ON a.organization_id = x.organization_id AND a.id = x.assignment_id
     LEFT JOIN standing s ON s.organization_id = x.organization_id AND s.enrollment_id = x.enrollment_id
     WHERE x.organization_id = $1 AND x.enrollment_id = ANY ($2::uuid[]) ORDER BY x.valid_from, x.id`,
    [transaction.organizationId, enrollmentIds],
  );
  return Map.groupBy(rows, (row) => row.enrollmentId);
});

/** How the people of a plan get on. */
export interface ProgressTotals {
  readonly counts: readonly { readonly status: string; readonly people: number }[];
  readonly overdue: number;
  readonly completions: readonly { readonly date: string; readonly people: number }[];
}

/** The columns of {@link ProgressTotals} of the subject that an expression names; `$3` is the clock, `$4` the first day of the trend. */
const totalsOf = (subject: string): string => `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('status', status, 'people', people)), '[]') FROM (
    SELECT status, sum(people)::int AS people FROM status_count WHERE organization_id = $1 AND subject_id = ${subject} GROUP BY status
    HAVING sum(people) > 0) c) AS counts,
  (SELECT coalesce(sum(people), 0)::int FROM due_count WHERE organization_id = $1 AND subject_id = ${subject} AND due_ends_at < $3) AS overdue,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('date', on_date, 'people', people) ORDER BY on_date), '[]') FROM (
    SELECT on_date, sum(people)::int AS people FROM daily_completion WHERE organization_id = $1 AND subject_id = ${subject} AND on_date >= $4::date
    GROUP BY on_date HAVING sum(people) > 0) d) AS completions`;

/** Exact totals of a plan or learning object; completions by day from `since` on. */
export async function readProgressTotals(transaction: Transaction, subjectId: string, since: string): Promise<ProgressTotals> {
  const [row] = await transaction.query<ProgressTotals>(`SELECT ${totalsOf('$2')}`, [transaction.organizationId, subjectId, transaction.now, since]);
  return row!;
}

const trendMilliseconds = 90 * 86_400_000;

/** The day on which the trend of completions begins. */
export function trendStart(now: Date): string {
  return new Date(now.getTime() - trendMilliseconds).toISOString().slice(0, 10);
}

/** The same of many plans, by one statement. */
export const progressTotalsLoader = defineLoader<string, ProgressTotals>(async (transaction, planIds) => {
  const { organizationId, now } = transaction;
  const rows = await transaction.query<ProgressTotals & { id: string }>(
    `SELECT s.id, ${totalsOf('s.id')} FROM unnest($2::uuid[]) AS s (id)`,
    [organizationId, planIds, now, trendStart(now)],
  );
  return new Map(rows.map(({ id, ...totals }) => [id, totals]));
});

/** The same of those only whom a condition on `enrollment e` of `person p` lets through, counted at this moment by one statement. */
export async function countVisibleProgress(transaction: Transaction, visible: PersonCondition, planIds: readonly string[]): Promise<ReadonlyMap<string, ProgressTotals>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const ids = parameters.add(planIds, 'uuid[]');
  const now = parameters.add(transaction.now, 'timestamptz');
  const since = parameters.add(trendStart(transaction.now), 'date');
  const rows = await transaction.query<ProgressTotals & { id: string }>(
    `WITH seen AS MATERIALIZED (
       SELECT e.subject_id AS id, s.status, coalesce(${isOverdue(now)}, false) AS overdue, CASE WHEN s.completed_on >= ${since} THEN s.completed_on END AS on_date,
         count(*)::int AS people
       ${joins} WHERE e.organization_id = $1 AND e.subject_id = ANY (${ids}) AND s.is_current AND ${visible(parameters)} GROUP BY 1, 2, 3, 4
     )
     SELECT n.id,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('status', status, 'people', people)), '[]') FROM (
         SELECT status, sum(people)::int AS people FROM seen WHERE seen.id = n.id GROUP BY status) c) AS counts,
       (SELECT coalesce(sum(people), 0)::int FROM seen WHERE seen.id = n.id AND overdue) AS overdue,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('date', on_date, 'people', people) ORDER BY on_date), '[]') FROM (
         SELECT on_date, sum(people)::int AS people FROM seen WHERE seen.id = n.id AND on_date IS NOT NULL GROUP BY on_date) d) AS completions
     FROM unnest(${ids}) AS n (id)`,
    parameters.values,
  );
  return new Map(rows.map(({ id, ...totals }) => [id, totals]));
}
