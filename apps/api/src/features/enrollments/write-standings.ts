import { isInherited, opensNextAt, type EffectiveDue, type Standing } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { anyShard, keepCounts, owes } from './kept-counts.ts';
import { settleCycles } from './settle-cycles.ts';

/** A standing and the enrollments that have it. */
export interface SharedStanding {
  readonly enrollmentIds: readonly string[];
  readonly planVersionId: string | null;
  /** Which time they have it. */
  readonly cycle: number;
  readonly standing: Standing;
  /** In which the person's days begin. */
  readonly zone: string;
}

/** An enrollment some of whose due dates may have moved, or are decided by something else, with what was kept of them before. */
export interface MovedDues {
  readonly enrollmentId: string;
  readonly kept: {
    readonly status: Standing['status'];
    readonly evaluatedAt: string;
    readonly due: string | null;
    readonly origin: EffectiveDue['origin'] | null;
    readonly sourceId: string | null;
    readonly milestones: readonly { readonly key: string; readonly due: string | null; readonly dueFrom?: { readonly origin: EffectiveDue['origin']; readonly sourceId: string | null } }[];
  };
}

/** An enrollment that had steps which were not open, and which those were: their keys. */
export interface WaitingSteps {
  readonly enrollmentId: string;
  readonly keys: readonly string[];
}

/** What writing standings changed. */
export interface WrittenStandings {
  readonly changed: string[];
  readonly moved: MovedDues[];
  /** Of those that changed: what was closed to them before. */
  readonly waited: WaitingSteps[];
}

/**
 * Writes standings, with their history, the exact counts and the completions of the day, in one statement. A standing that has not
 * changed writes nothing. Counts are those of current cycles; only a later cycle can change which one is, and only then a second statement
 * looks.
 *
 * @returns the enrollments whose standing did change, or that are current now and were not, or the reverse
 */
export async function writeStandings(transaction: Transaction, standings: readonly SharedStanding[]): Promise<WrittenStandings> {
  if (standings.length === 0) return { changed: [], moved: [], waited: [] };
  const rows = await transaction.query<{ id: string; kept: MovedDues['kept'] | null; closed: string[] | null }>(statement, [
    transaction.organizationId,
    JSON.stringify(standings.map(toRow)),
    transaction.now,
    anyShard(),
  ]);
  const written = new Set(rows.map(({ id }) => id));
  const later = standings.flatMap(({ cycle, enrollmentIds }) => (cycle > 1 ? enrollmentIds.filter((id) => written.has(id)) : []));
  const turned = await settleCycles(transaction, later);
  return {
    changed: [...new Set([...written, ...turned])],
    moved: rows.flatMap(({ id, kept }) => (kept ? [{ enrollmentId: id, kept }] : [])),
    waited: rows.flatMap(({ id, closed }) => (closed ? [{ enrollmentId: id, keys: closed }] : [])),
  };
}

const columns = `status, progress, plan_version_id, started_on, completed_on, completed_late, evidence_withdrawn, completion_class,
  due_on, due_ends_at, due_origin, due_source_id`;
const compared = `${columns}, milestones, opens_at`;
const qualified = (alias: string): string => compared.split(',').map((column) => `${alias}.${column.trim()}`).join(', ');

const movedFrom = (alias: string): string => `(${alias}.due_on, ${alias}.due_source_id, jsonb_path_query_array(${alias}.milestones, '$[*].due'))`;

/** A list of {@link toRow}, given by a parameter, as the rows `input`: one for each enrollment. */
export const inputOfStandings = (parameter: string): string => `input AS MATERIALIZED (
    SELECT id::uuid AS enrollment_id, r.* FROM jsonb_array_elements(${parameter}::jsonb) g
    CROSS JOIN LATERAL jsonb_to_record(g->'standing') AS r (status text, progress numeric, plan_version_id uuid, started_on date,
      completed_on date, completed_late boolean, evidence_withdrawn boolean, completion_class text, due_on date,
      due_ends_at timestamptz, due_origin text, due_source_id uuid, milestones jsonb, opens_at timestamptz)
    CROSS JOIN LATERAL jsonb_array_elements_text(g->'enrollmentIds') AS id
  )`;

const statement = `
  WITH ${inputOfStandings('$2')}, before AS MATERIALIZED (
    SELECT s.enrollment_id, s.subject_id, s.status, s.completed_on, s.due_on, s.due_ends_at, s.due_origin, s.due_source_id, s.milestones, s.evaluated_at
    FROM standing s JOIN input i USING (enrollment_id)
    WHERE s.organization_id = $1
  ), written AS (
    INSERT INTO standing (organization_id, enrollment_id, subject_id, ${compared}, evaluated_at)
    SELECT $1, i.enrollment_id, e.subject_id, ${qualified('i')}, $3
    FROM input i JOIN enrollment e ON e.organization_id = $1 AND e.id = i.enrollment_id
    ORDER BY i.enrollment_id
    ON CONFLICT (organization_id, enrollment_id) DO UPDATE
    SET (${compared}, evaluated_at) = (${qualified('excluded')}, excluded.evaluated_at)
    WHERE (${qualified('standing')}) IS DISTINCT FROM (${qualified('excluded')})
    RETURNING enrollment_id, subject_id, ${compared}, is_current
  ), history AS (
    INSERT INTO standing_history (organization_id, enrollment_id, subject_id, ${columns}, recorded_at)
    SELECT $1, w.enrollment_id, w.subject_id, ${columns}, greatest($3::timestamptz, (SELECT max(h.recorded_at) + interval '1 microsecond'
      FROM standing_history h WHERE h.organization_id = $1 AND h.enrollment_id = w.enrollment_id)) FROM written w
  ), counting AS (
    SELECT * FROM written WHERE is_current
  ), changed AS (
    SELECT w.subject_id, w.status, 1 AS people FROM counting w LEFT JOIN before b USING (enrollment_id) WHERE b.status IS DISTINCT FROM w.status
    UNION ALL
    SELECT w.subject_id, b.status, -1 FROM counting w JOIN before b USING (enrollment_id) WHERE b.status <> w.status
  ), finished AS (
    SELECT w.subject_id, w.completed_on AS on_date, 1 AS people FROM counting w LEFT JOIN before b USING (enrollment_id)
    WHERE w.completed_on IS NOT NULL AND w.completed_on IS DISTINCT FROM b.completed_on
    UNION ALL
    SELECT w.subject_id, b.completed_on, -1 FROM counting w JOIN before b USING (enrollment_id)
    WHERE b.completed_on IS NOT NULL AND w.completed_on IS DISTINCT FROM b.completed_on
  ), owed AS (
    SELECT subject_id, due_ends_at, 1 AS people FROM counting WHERE ${owes}
    UNION ALL
    SELECT subject_id, due_ends_at, -1 FROM before WHERE enrollment_id IN (SELECT enrollment_id FROM counting) AND ${owes}
  ), ${keepCounts('$4')}
  SELECT w.enrollment_id AS id, CASE WHEN ${movedFrom('b')} IS DISTINCT FROM ${movedFrom('w')} AND b.enrollment_id IS NOT NULL
    THEN jsonb_build_object('status', b.status, 'evaluatedAt', b.evaluated_at, 'due', b.due_on, 'origin', b.due_origin, 'sourceId', b.due_source_id,
      'milestones', b.milestones) END AS kept,
    CASE WHEN b.milestones @> '[{"status": "NOT_RELEASED"}]' THEN jsonb_path_query_array(b.milestones, '$[*] ? (@.status == "NOT_RELEASED").key') END AS closed
  FROM written w LEFT JOIN before b USING (enrollment_id)`;

/** A standing as the columns that are kept of it. */
export function toRow({ enrollmentIds, planVersionId, standing, zone }: SharedStanding): unknown {
  const due = standing.effectiveDue;
  return {
    enrollmentIds,
    standing: {
      status: standing.status,
      progress: standing.progress,
      plan_version_id: planVersionId,
      started_on: standing.startedOn,
      completed_on: standing.completedOn,
      completed_late: standing.completedLate,
      evidence_withdrawn: standing.evidenceWithdrawn,
      completion_class: standing.completionClass,
      due_on: due?.date ?? null,
      due_ends_at: due?.endsAt ?? null,
      due_origin: due?.origin ?? null,
      due_source_id: due?.sourceId ?? null,
      opens_at: opensNextAt(standing, zone),
      milestones: standing.milestones.map((milestone) => ({
        key: milestone.key,
        status: milestone.status,
        unitsRequired: milestone.unitsRequired,
        unitsEarned: milestone.unitsEarned,
        satisfiedOn: milestone.satisfiedOn,
        due: milestone.effectiveDue?.date ?? null,
        dueFrom: isInherited(milestone.effectiveDue) ? undefined : { origin: milestone.effectiveDue!.origin, sourceId: milestone.effectiveDue!.sourceId },
        opensOn: milestone.opensOn,
      })),
    },
  };
}
