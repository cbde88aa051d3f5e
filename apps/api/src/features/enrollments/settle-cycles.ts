import type { Transaction } from '../../platform/database/transaction.ts';
import { anyShard, keepCounts, owes } from './kept-counts.ts';

/** Whether a cycle counts, by expressions for its number and its status: a later one that was taken back is as if it had never been. */
export const cycleCounts = (cycle: string, status: string): string => `(${cycle} = 1 OR ${status} IS DISTINCT FROM 'WITHDRAWN')`;

/**
 * Says of all cycles that the people of some enrollments have of the same things which one is current: the latest that counts. What stops
 * being current leaves the exact counts, what becomes so enters them. Cycles begin in their order, and the people are to be locked before.
 *
 * @returns the enrollments that became current, or stopped being so
 */
export async function settleCycles(transaction: Transaction, enrollmentIds: readonly string[]): Promise<readonly string[]> {
  if (enrollmentIds.length === 0) return [];
  const rows = await transaction.query<{ id: string }>(statement, [transaction.organizationId, enrollmentIds, anyShard()]);
  return rows.map(({ id }) => id);
}

/** All cycles of what the people of the enrollments in `$2` have, as `judged (id, is_current)`. */
export const judgedCycles = `whose AS (
    SELECT DISTINCT person_id, subject_id FROM enrollment WHERE organization_id = $1 AND id = ANY ($2::uuid[])
  ), judged AS MATERIALIZED (
    SELECT e.id, e.id = first_value(e.id) OVER (PARTITION BY e.person_id, e.subject_id ORDER BY ${cycleCounts('e.cycle', 's.status')} DESC, e.cycle DESC) AS is_current
    FROM whose w
    JOIN enrollment e ON e.organization_id = $1 AND e.person_id = w.person_id AND e.subject_id = w.subject_id
    JOIN standing s ON s.organization_id = $1 AND s.enrollment_id = e.id
  )`;

const statement = `
  WITH ${judgedCycles}, turned AS (
    UPDATE standing s SET is_current = j.is_current FROM judged j
    WHERE s.organization_id = $1 AND s.enrollment_id = j.id AND s.is_current <> j.is_current
    RETURNING s.enrollment_id, s.subject_id, s.status, s.completed_on, s.due_ends_at, CASE WHEN s.is_current THEN 1 ELSE -1 END AS people
  ), changed AS (
    SELECT subject_id, status, people FROM turned
  ), finished AS (
    SELECT subject_id, completed_on AS on_date, people FROM turned WHERE completed_on IS NOT NULL
  ), owed AS (
    SELECT subject_id, due_ends_at, people FROM turned WHERE ${owes}
  ), ${keepCounts('$3')}
  SELECT enrollment_id AS id FROM turned`;
