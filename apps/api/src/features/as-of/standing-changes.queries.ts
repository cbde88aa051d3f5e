import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { cutPage, limitPage, type Page } from '../../platform/graphql/connection.ts';
import type { PersonCondition } from '../people/index.ts';
import type { PastPoint } from './as-of.ts';
import { pastColumns, pastConditions, standingsAt, toldBeside, type PastFilter, type PastStandingRow } from './past-standings.queries.ts';

/** What became of a person between two points: the one thing that says most. */
export type StandingChangeKind = 'COMPLETED' | 'EXEMPTED' | 'CLOSED' | 'REOPENED' | 'RENEWED' | 'JOINED' | 'STARTED' | 'LEFT' | 'CHANGED';

/** Somebody who stands otherwise at one point than at another. */
export interface StandingChangeRow {
  readonly personId: string;
  readonly subjectId: string;
  readonly kind: StandingChangeKind;
  readonly before: PastStandingRow | null;
  readonly after: PastStandingRow | null;
}

/** Which changes: who is asked about, and how they changed. */
export interface ChangesFilter extends Omit<PastFilter, 'statuses' | 'overdue'> {
  readonly kinds?: readonly StandingChangeKind[] | null;
}

/** Two points to compare. They may be one day by two kinds of knowledge. */
export interface PointsCompared {
  readonly from: PastPoint;
  readonly to: PastPoint;
}

/** Days of people are those of their zones: what is told of the end of a day may have been recorded so much earlier. */
const zonesApart = 2 * 86_400_000;

const hadIt = (alias: string): string => `coalesce(${alias}.status <> 'WITHDRAWN', false)`;

/** The kind of a change from `a` to `b`, null where nothing has changed. What stands first outranks what follows. */
const kindOf = `CASE
  WHEN NOT ${hadIt('a')} AND NOT ${hadIt('b')} THEN NULL
  WHEN NOT ${hadIt('b')} THEN 'LEFT'
  WHEN b.status = 'COMPLETED' AND a.status IS DISTINCT FROM 'COMPLETED' THEN 'COMPLETED'
  WHEN NOT ${hadIt('a')} THEN 'JOINED'
  WHEN b.cycle > a.cycle THEN 'RENEWED'
  WHEN b.status = 'EXEMPT' AND a.status <> 'EXEMPT' THEN 'EXEMPTED'
  WHEN b.status = 'NOT_COMPLETED' AND a.status <> 'NOT_COMPLETED' THEN 'CLOSED'
  WHEN a.status = 'NOT_STARTED' AND b.status = 'IN_PROGRESS' THEN 'STARTED'
  WHEN a.status <> b.status THEN 'REOPENED'
  WHEN (a.cycle, a.completed_on, a.due_on, a.plan_version_id) IS DISTINCT FROM (b.cycle, b.completed_on, b.due_on, b.plan_version_id) THEN 'CHANGED' END`;

const ofMoved = 'moved JOIN enrollment e ON e.organization_id = $1 AND e.person_id = moved.person_id AND e.subject_id = moved.subject_id';

/**
 * The statement up to `changed (key, subject_id, kind, before_id, after_id)`. Only who has a standing recorded between the two points can differ; of those both points are read. A person is known
 * by the record that is left of theirs: of several at one point the one that is complete, or else the first.
 */
function changedBetween(parameters: SqlParameters, { from, to }: PointsCompared, visible: PersonCondition, filter: ChangesFilter): string {
  const first = new Date(Math.min(from.until.getTime(), to.until.getTime()) - zonesApart);
  const last = [from, to].some(({ knowledge }) => knowledge === 'KNOWN_TODAY') ? 'infinity' : new Date(Math.max(from.until.getTime(), to.until.getTime()));
  const at = (name: string, point: PastPoint) => {
    const { from: relation, conditions, until } = standingsAt(parameters, point, ofMoved);
    const statement = `${name} AS MATERIALIZED (
      SELECT DISTINCT ON (key, e.subject_id) coalesce(p.merged_into_id, p.id) AS key, e.subject_id, e.id, e.cycle, s.status, s.completed_on, s.due_on, s.plan_version_id
      FROM ${relation}
      WHERE ${conditions.join(' AND ')} ORDER BY key, e.subject_id, s.status = 'COMPLETED' DESC, e.id)`;
    return { statement, until };
  };
  const [before, after] = [at('a', from), at('b', to)];
  return `WITH touched AS MATERIALIZED (
      SELECT DISTINCT coalesce(p.merged_into_id, p.id) AS key, e.subject_id FROM enrollment e JOIN person p ON p.organization_id = $1 AND p.id = e.person_id
      WHERE e.organization_id = $1 AND ${[visible(parameters), ...pastConditions(parameters, filter, to, after.until)].join(' AND ')}
        AND EXISTS (SELECT FROM standing_history h WHERE h.organization_id = $1 AND h.enrollment_id = e.id
          AND h.recorded_at >= ${parameters.add(first, 'timestamptz')} AND h.recorded_at < ${parameters.add(last, 'timestamptz')})
    ), moved AS MATERIALIZED (
      SELECT t.key, t.subject_id, r.id AS person_id FROM touched t CROSS JOIN LATERAL (
        SELECT t.key AS id UNION ALL SELECT m.id FROM person m WHERE m.organization_id = $1 AND m.merged_into_id = t.key) r
    ), ${before.statement}, ${after.statement}, changed AS MATERIALIZED (
      SELECT key, subject_id, a.id AS before_id, b.id AS after_id, ${kindOf} AS kind FROM a FULL JOIN b USING (key, subject_id)
    )`;
}

/** One page of who stands otherwise, and how. */
export async function findStandingChanges(
  transaction: Transaction,
  points: PointsCompared,
  visible: PersonCondition,
  filter: ChangesFilter,
  first: number,
  after: readonly (string | number | null)[] | undefined,
): Promise<Page<StandingChangeRow>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const changed = changedBetween(parameters, points, visible, filter);
  const conditions = [filter.kinds?.length ? `kind = ANY (${parameters.add(filter.kinds, 'text[]')})` : 'kind IS NOT NULL'];
  if (after) conditions.push(`(key, subject_id) > (${parameters.add(after[0], 'uuid')}, ${parameters.add(after[1], 'uuid')})`);
  const rows = await transaction.query<{ key: string; subjectId: string; kind: StandingChangeKind; beforeId: string | null; afterId: string | null }>(
    `${changed} SELECT key, subject_id AS "subjectId", kind, before_id AS "beforeId", after_id AS "afterId" FROM changed
     WHERE ${conditions.join(' AND ')} ORDER BY key, subject_id ${limitPage(first)}`,
    parameters.values,
  );
  const [before, since] = await Promise.all([
    readPastStandings(transaction, points.from, rows.flatMap(({ beforeId }) => beforeId ?? [])),
    readPastStandings(transaction, points.to, rows.flatMap(({ afterId }) => afterId ?? [])),
  ]);
  const told = rows.map(({ key, subjectId, kind, beforeId, afterId }) => ({
    personId: key, subjectId, kind, before: (beforeId && before.get(beforeId)) || null, after: (afterId && since.get(afterId)) || null,
  }));
  return cutPage(told, first, (row) => [row.personId, row.subjectId]);
}

/** How many people changed how. */
export async function countStandingChanges(
  transaction: Transaction,
  points: PointsCompared,
  visible: PersonCondition,
  filter: ChangesFilter,
): Promise<readonly { readonly kind: StandingChangeKind; readonly people: number }[]> {
  const parameters = new SqlParameters(transaction.organizationId);
  const changed = changedBetween(parameters, points, visible, filter);
  return transaction.query(`${changed} SELECT kind, count(*)::int AS people FROM changed WHERE kind IS NOT NULL GROUP BY kind ORDER BY kind`, parameters.values);
}

/** Some standings of a point by their enrollments. */
async function readPastStandings(transaction: Transaction, point: PastPoint, enrollmentIds: readonly string[]): Promise<ReadonlyMap<string, PastStandingRow>> {
  if (enrollmentIds.length === 0) return new Map();
  const parameters = new SqlParameters(transaction.organizationId);
  const { from, until } = standingsAt(parameters, point);
  const rows = await transaction.query<PastStandingRow>(
    `SELECT ${pastColumns}, ${toldBeside('e.person_id', 's.plan_version_id', until)}
     FROM ${from} WHERE e.organization_id = $1 AND e.id = ANY (${parameters.add(enrollmentIds, 'uuid[]')})`,
    parameters.values,
  );
  return new Map(rows.map((row) => [row.enrollmentId, row]));
}
