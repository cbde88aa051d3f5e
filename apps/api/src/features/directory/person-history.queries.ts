import type { ToldDueChange } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { cutPage, limitPage, type Page } from '../../platform/graphql/connection.ts';

/** One thing that happened to a person: what it was before and what it is since, by name or code. */
export interface HistoryRow {
  readonly key: string;
  readonly at: Date;
  readonly kind: string;
  /** What it is about where the kind does not say it: a plan, a group. */
  readonly about: string | null;
  /** Which cycle of that, where it is learning. */
  readonly cycle: number | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly byId: string | null;
  /** Of a due date that moved: why. */
  readonly moved: Pick<ToldDueChange, 'cause' | 'anchor' | 'nameBefore' | 'nameAfter'> | null;
}

/** Fields whose revisions are told, with how their values are told. */
const told = [
  ['NAME', 'display_name', (value: string) => value],
  ['STATUS', 'status', (value: string) => value],
  ['LANGUAGE', 'locale', (value: string) => value],
  ['TIME_ZONE', 'time_zone', (value: string) => value],
  ['HIRE_DATE', 'hire_date', (value: string) => `${value}::text`],
  ['MANAGER', 'manager_id', (value: string) => `(SELECT display_name FROM person WHERE organization_id = $1 AND id = ${value})`],
  ['PARTNER_ACCOUNT', 'partner_account_id', (value: string) => `(SELECT name FROM partner_account WHERE organization_id = $1 AND id = ${value})`],
] as const;

/** Where somebody belonged, with the table that names it. */
const places = [
  ['DEPARTMENT', 'department_id', 'department'],
  ['POSITION', 'position_id', 'job_position'],
  ['JOB_ROLE', 'job_role_id', 'job_role'],
] as const;

/** What a merge itself did to the record that it merged away says nothing of the person. */
const before = (time: string, mergedAt: string): string => `(${mergedAt} IS NULL OR ${time} < ${mergedAt})`;

const revisions = `
  SELECT r.id, r.valid_from, r.created_by, ${told.map(([, column]) => `r.${column}, lag(r.${column}) OVER w AS old_${column}`).join(', ')}, row_number() OVER w AS place
  FROM person_revision r JOIN record k ON k.id = r.person_id AND ${before('r.valid_from', 'k.merged_at')} WHERE r.organization_id = $1 WINDOW w AS (PARTITION BY r.person_id ORDER BY r.valid_from, r.id)`;

const affiliations = `
  SELECT a.id, a.valid_from, a.created_by, ${places.map(([, column]) => `a.${column}, lag(a.${column}) OVER w AS old_${column}`).join(', ')}
  FROM affiliation a JOIN record k ON k.id = a.person_id AND ${before('a.valid_from', 'k.merged_at')} WHERE a.organization_id = $1 WINDOW w AS (PARTITION BY a.person_id ORDER BY a.valid_from, a.id)`;

const nameIn = (table: string, id: string): string => `(SELECT name FROM ${table} WHERE organization_id = $1 AND id = ${id})`;

const ofThemselves = [
  `SELECT id, valid_from AS at, 'CREATED' AS kind, NULL AS about, NULL AS before, display_name AS after, created_by AS by_id, NULL::integer AS cycle FROM revision WHERE place = 1`,
  ...told.map(
    ([kind, column, say]) =>
      `SELECT id, valid_from, '${kind}', NULL, ${say(`old_${column}`)}, ${say(column)}, created_by, NULL FROM revision WHERE place > 1 AND ${column} IS DISTINCT FROM old_${column}`,
  ),
  ...places.map(
    ([kind, column, table]) =>
      `SELECT id, valid_from, '${kind}', NULL, ${nameIn(table, `old_${column}`)}, ${nameIn(table, column)}, created_by, NULL FROM belonging WHERE ${column} IS DISTINCT FROM old_${column}`,
  ),
  `SELECT m.id, m.valid_from, 'GROUP_JOINED', g.name, NULL, NULL, CASE WHEN m.cause <> 'RULE' THEN m.created_by END, NULL FROM record k JOIN group_membership m ON m.organization_id = $1 AND m.person_id = k.id
   JOIN person_group g ON g.organization_id = $1 AND g.id = m.group_id WHERE ${before('m.valid_from', 'k.merged_at')}`,
  `SELECT m.id, m.valid_to, 'GROUP_LEFT', g.name, NULL, NULL, CASE WHEN m.ended_because <> 'RULE' THEN m.ended_by END, NULL FROM record k JOIN group_membership m ON m.organization_id = $1 AND m.person_id = k.id
   JOIN person_group g ON g.organization_id = $1 AND g.id = m.group_id WHERE m.valid_to IS NOT NULL AND ${before('m.valid_to', 'k.merged_at')}`,
];

const ofRecords = `SELECT id, merged_at, 'RECORD_MERGED', name, NULL, NULL, NULL::uuid, NULL FROM record WHERE merged_into_id IS NOT NULL`;

const ofLearning = [
  `SELECT s.id, s.valid_from, 'LEARNING_GIVEN', e.name, NULL, coalesce(a.name, s.kind), s.created_by, e.cycle FROM learning e
   JOIN enrollment_source s ON s.organization_id = $1 AND s.enrollment_id = e.id LEFT JOIN assignment a ON a.organization_id = $1 AND a.id = s.assignment_id
   WHERE ${before('s.valid_from', 'e.until')} AND NOT EXISTS (SELECT FROM operation o WHERE o.organization_id = $1 AND o.id = s.operation_id AND o.kind = 'MERGE_PERSON' AND o.undo_of IS NULL)`,
  `SELECT s.id, s.valid_to, 'LEARNING_ENDED', e.name, NULL, coalesce(a.name, s.kind), s.ended_by, e.cycle FROM learning e
   JOIN enrollment_source s ON s.organization_id = $1 AND s.enrollment_id = e.id AND s.valid_to IS NOT NULL AND ${before('s.valid_to', 'e.until')}
   LEFT JOIN assignment a ON a.organization_id = $1 AND a.id = s.assignment_id`,
  `SELECT enrollment_id, recorded_at, 'LEARNING_STATUS', name, old_status, status, NULL, cycle FROM (
     SELECT h.enrollment_id, h.recorded_at, e.name, e.cycle, h.status, lag(h.status) OVER (PARTITION BY h.enrollment_id ORDER BY h.recorded_at) AS old_status
     FROM learning e JOIN standing_history h ON h.organization_id = $1 AND h.enrollment_id = e.id AND ${before('h.recorded_at', 'e.until')}) s
   WHERE status IS DISTINCT FROM old_status AND old_status IS NOT NULL`,
  `SELECT c.id, c.recorded_at, 'DUE_MOVED', concat_ws(' › ', e.name, (SELECT m.name FROM standing s JOIN milestone m ON m.organization_id = $1
     AND m.plan_version_id = s.plan_version_id AND m.key = c.milestone_key WHERE s.organization_id = $1 AND s.enrollment_id = e.id)),
     c.due_before::text, c.due_after::text, c.created_by, e.cycle FROM learning e JOIN due_change c ON c.organization_id = $1 AND c.enrollment_id = e.id AND ${before('c.recorded_at', 'e.until')}`,
];

/**
 * What happened to a person, the newest first, from what is kept dated anyway: who they were, where they belonged, in which groups they
 * were, and `withLearning` what was given to them and how far they came.
 */
export async function findHistory(transaction: Transaction, personId: string, withLearning: boolean, first: number, after?: readonly (string | number | null)[]): Promise<Page<HistoryRow>> {
  const rows = await transaction.query<HistoryRow>(
    `WITH record AS (SELECT id, display_name AS name, merged_at, merged_into_id FROM person WHERE organization_id = $1 AND (id = $2 OR merged_into_id = $2)),
     revision AS (${revisions}), belonging AS (${affiliations}), learning AS (
       SELECT e.id, e.cycle, coalesce(p.name, o.name) AS name, k.merged_at AS until FROM record k JOIN enrollment e ON e.organization_id = $1 AND e.person_id = k.id LEFT JOIN learning_plan p ON p.organization_id = $1 AND p.id = e.plan_id
       LEFT JOIN learning_object o ON o.organization_id = $1 AND o.id = e.learning_object_id
     ), entry AS (${[...ofThemselves, ofRecords, ...(withLearning ? ofLearning : [])].join(' UNION ALL ')}),
     keyed AS (SELECT *, to_char(at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') || kind || id AS key FROM entry),
     page AS (SELECT * FROM keyed WHERE $3::text IS NULL OR key < $3 COLLATE "C" ORDER BY key COLLATE "C" DESC ${limitPage(first)})
     SELECT key, at, kind, about, cycle, before, after, by_id AS "byId",
       CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('cause', c.cause, 'anchor', c.anchor, 'nameBefore', b.name, 'nameAfter', a.name) END AS moved
     FROM page
     LEFT JOIN due_change c ON c.organization_id = $1 AND page.kind = 'DUE_MOVED' AND c.id = page.id
     LEFT JOIN assignment b ON b.organization_id = $1 AND b.id = c.source_before
     LEFT JOIN assignment a ON a.organization_id = $1 AND a.id = c.source_after
     ORDER BY key COLLATE "C" DESC`,
    [transaction.organizationId, personId, after?.[0] ?? null],
  );
  return cutPage(rows, first, (row) => [row.key]);
}
