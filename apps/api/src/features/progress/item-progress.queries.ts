import type { ItemProgress } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import { recordsOf } from '../people/index.ts';
import { ofCourse } from '../facts/index.ts';

/** How far a person is with a learning object. */
export interface ItemProgressRow {
  readonly learningObjectId: string;
  readonly progress: ItemProgress;
}

/** How far a person is with a course and its modules, or with a module by itself; what was never opened is missing. */
export async function readItemProgress(transaction: Transaction, personId: string, courseId: string): Promise<ReadonlyMap<string, ItemProgressRow>> {
  const rows = await transaction.query<ItemProgressRow>(
    `SELECT learning_object_id AS "learningObjectId", jsonb_build_object('state', state, 'progress', progress, 'startedAt', started_at,
       'lastActivityAt', last_activity_at, 'resume', position) AS progress
     FROM item_progress WHERE organization_id = $1 AND person_id = ANY (${recordsOf('$2::uuid')}) AND ${ofCourse('learning_object_id', '$3')}
     ORDER BY state = 'COMPLETED', progress`,
    [transaction.organizationId, personId, courseId],
  );
  // Of several records of one person the furthest counts.
  return new Map(rows.map((row) => [row.learningObjectId, row]));
}

/** Stores how far a person is with a learning object. */
export async function saveItemProgress(transaction: Transaction, personId: string, learningObjectId: string, item: ItemProgress): Promise<void> {
  await transaction.query(
    `INSERT INTO item_progress (organization_id, person_id, learning_object_id, kind, state, progress, position, started_at, last_activity_at)
     SELECT $1, $2, o.id, o.kind, $4, $5, $6, $7, $8 FROM learning_object o WHERE o.organization_id = $1 AND o.id = $3
     ON CONFLICT (organization_id, person_id, learning_object_id) DO UPDATE SET state = excluded.state, progress = excluded.progress,
       position = excluded.position, started_at = excluded.started_at, last_activity_at = excluded.last_activity_at`,
    [
      transaction.organizationId,
      personId,
      learningObjectId,
      item.state,
      item.progress,
      item.resume ? JSON.stringify(item.resume) : null,
      item.startedAt,
      item.lastActivityAt,
    ],
  );
}
