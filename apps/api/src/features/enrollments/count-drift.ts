import type { Transaction } from '../../platform/database/transaction.ts';
import { anyShard, keepCounts, owes } from './kept-counts.ts';

/** A count of people that is kept otherwise than it is. */
export interface CountDrift {
  readonly kind: 'STATUS_COUNT' | 'DAY_COUNT' | 'DUE_COUNT';
  readonly subjectId: string;
  /** What is counted: a status, a day of completion, or the end of a due date. */
  readonly of: string;
  readonly kept: number;
  readonly found: number;
}

const counts = [
  { kind: 'STATUS_COUNT', table: 'status_count', column: 'status', counted: 'status', where: 'true' },
  { kind: 'DAY_COUNT', table: 'daily_completion', column: 'on_date', counted: 'completed_on', where: 'completed_on IS NOT NULL' },
  { kind: 'DUE_COUNT', table: 'due_count', column: 'due_ends_at', counted: 'due_ends_at', where: owes },
] as const;

/** Kept and true counts of the subject `$2` that differ, as `status_count_drift (of, kept, found)` and so on. */
const differing = counts
  .map(
    ({ table, column, counted, where }) => `${table}_drift AS MATERIALIZED (
      SELECT of, coalesce(k.people, 0) AS kept, coalesce(f.people, 0) AS found
      FROM (SELECT ${column} AS of, sum(people)::int AS people FROM ${table} WHERE organization_id = $1 AND subject_id = $2 GROUP BY 1) k
      FULL JOIN (SELECT ${counted} AS of, count(*)::int AS people FROM standing WHERE organization_id = $1 AND subject_id = $2 AND is_current AND ${where} GROUP BY 1) f USING (of)
      WHERE coalesce(k.people, 0) <> coalesce(f.people, 0))`,
  )
  .join(', ');

const listed = counts.map(({ kind, table }) => `SELECT '${kind}' AS kind, $2::uuid AS "subjectId", of::text, kept, found FROM ${table}_drift`).join(' UNION ALL ');

/** The counts of one plan, or content, that are not those of its standings. */
export function findCountDrift(transaction: Transaction, subjectId: string): Promise<CountDrift[]> {
  return transaction.query(`WITH ${differing} ${listed} ORDER BY kind, of`, [transaction.organizationId, subjectId]);
}

const more = (table: string, as: string): string => `SELECT $2::uuid AS subject_id, of AS ${as}, found - kept AS people FROM ${table}_drift`;

/** Sets them right by what they differ, in one statement: who completes something meanwhile is counted too. Answers what differed. */
export function repairCounts(transaction: Transaction, subjectId: string): Promise<CountDrift[]> {
  return transaction.query(
    `WITH ${differing}, changed AS (${more('status_count', 'status')}), finished AS (${more('daily_completion', 'on_date')}), owed AS (${more('due_count', 'due_ends_at')}),
     ${keepCounts('$3')} ${listed} ORDER BY kind, of`,
    [transaction.organizationId, subjectId, anyShard()],
  );
}
