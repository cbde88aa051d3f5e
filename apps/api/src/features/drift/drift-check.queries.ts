import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { DriftPosition } from './check-part.ts';
import type { DriftReport } from './drift-report.ts';

/** A check that somebody began. */
export interface DriftCheckRow {
  readonly id: string;
  readonly state: 'RUNNING' | 'DONE' | 'FAILED';
  readonly repair: boolean;
  /** Where it goes on; null: nowhere, it is done. */
  readonly position: DriftPosition | null;
  readonly report: DriftReport;
  readonly startedAt: Date;
  readonly startedById: string | null;
  readonly finishedAt: Date | null;
}

const columns = 'id, state, repair, position, report, created_at AS "startedAt", created_by AS "startedById", finished_at AS "finishedAt"';

/** So many of the latest checks are shown. */
const shown = 10;

/** The latest checks, the newest first. */
export function readDriftChecks(transaction: Transaction): Promise<DriftCheckRow[]> {
  return transaction.query(`SELECT ${columns} FROM drift_check WHERE organization_id = $1 ORDER BY id DESC LIMIT ${shown}`, [transaction.organizationId]);
}

/** One check; undefined: there is none. */
export async function readDriftCheck(transaction: Transaction, id: string): Promise<DriftCheckRow | undefined> {
  const [row] = await transaction.query<DriftCheckRow>(`SELECT ${columns} FROM drift_check WHERE organization_id = $1 AND id = $2`, [transaction.organizationId, id]);
  return row;
}

/** A check that is under way, if there is one. */
export async function findRunningCheck(transaction: Transaction): Promise<{ readonly id: string } | undefined> {
  await transaction.query(`SELECT 1 FROM organization WHERE organization_id = $1 FOR NO KEY UPDATE`, [transaction.organizationId]);
  const [row] = await transaction.query<{ id: string }>(`SELECT id FROM drift_check WHERE organization_id = $1 AND state = 'RUNNING'`, [transaction.organizationId]);
  return row;
}

/** Writes down that a check begins. */
export async function createDriftCheck(transaction: Transaction, { repair, position, report }: Pick<DriftCheckRow, 'repair' | 'position' | 'report'>): Promise<string> {
  const id = newId();
  await transaction.query(`INSERT INTO drift_check (organization_id, id, state, repair, position, report, created_at, created_by) VALUES ($1, $2, 'RUNNING', $3, $4, $5, $6, $7)`, [
    transaction.organizationId,
    id,
    repair,
    JSON.stringify(position),
    JSON.stringify(report),
    transaction.now,
    transaction.actor.id,
  ]);
  return id;
}

/** Notes where a check goes on and what it has come to; without a position it is done. */
export async function moveDriftCheck(transaction: Transaction, id: string, position: DriftPosition | null, report: DriftReport): Promise<void> {
  await transaction.query(
    `UPDATE drift_check SET position = $3, report = $4, state = CASE WHEN $3::jsonb IS NULL THEN 'DONE' ELSE state END, finished_at = CASE WHEN $3::jsonb IS NULL THEN $5::timestamptz END
     WHERE organization_id = $1 AND id = $2 AND state = 'RUNNING'`,
    [transaction.organizationId, id, position && JSON.stringify(position), JSON.stringify(report), transaction.now],
  );
}

/** Ends a check that cannot go on; what it came to stays. */
export async function failDriftCheck(transaction: Transaction, id: string): Promise<void> {
  await transaction.query(`UPDATE drift_check SET state = 'FAILED', finished_at = $3 WHERE organization_id = $1 AND id = $2 AND state = 'RUNNING'`, [transaction.organizationId, id, transaction.now]);
}
