import type { Transaction } from '../../platform/database/transaction.ts';

/** How far a person is with a learning object, as it is stored. */
export interface ItemProgressRow {
  readonly learningObjectId: string;
  readonly state: 'NOT_STARTED' | 'IN_PROGRESS' | 'COMPLETED' | 'FAILED';
  readonly progress: number;
  readonly position: { readonly value: number } | null;
  readonly positionAt: Date | null;
  readonly startedAt: Date;
  readonly lastActivityAt: Date;
}

/** How far a person is with some learning objects. */
export async function readItemProgress(transaction: Transaction, personId: string, ids: readonly string[]): Promise<ReadonlyMap<string, ItemProgressRow>> {
  const rows = await transaction.query<ItemProgressRow>(
    `SELECT learning_object_id AS "learningObjectId", state, progress::float8 AS progress, position, position_at AS "positionAt",
       started_at AS "startedAt", last_activity_at AS "lastActivityAt"
     FROM item_progress WHERE organization_id = $1 AND person_id = $2 AND learning_object_id = ANY ($3::uuid[])`,
    [transaction.organizationId, personId, ids],
  );
  return new Map(rows.map((row) => [row.learningObjectId, row]));
}

/** Stores how far a person is with a learning object. */
export async function saveItemProgress(transaction: Transaction, personId: string, item: ItemProgressRow): Promise<void> {
  await transaction.query(
    `INSERT INTO item_progress (organization_id, person_id, learning_object_id, state, progress, position, position_at, started_at, last_activity_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (organization_id, person_id, learning_object_id) DO UPDATE SET state = excluded.state, progress = excluded.progress,
       position = excluded.position, position_at = excluded.position_at, last_activity_at = excluded.last_activity_at`,
    [
      transaction.organizationId,
      personId,
      item.learningObjectId,
      item.state,
      item.progress,
      item.position ? JSON.stringify(item.position) : null,
      item.positionAt,
      item.startedAt,
      item.lastActivityAt,
    ],
  );
}
