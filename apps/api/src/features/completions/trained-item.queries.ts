import { isUuid, type CalendarDate } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { TrainingType } from '../training-progress/index.ts';

/** Something that can be completed. */
export interface TrainedItem {
  readonly id: string;
  readonly name: string;
  /** The day on which it came to be, in UTC. */
  readonly existsSince: CalendarDate;
}

/** The content or plan of a type; what is a draft still nobody has completed. What is retired or archived somebody may have, before it was. */
export async function findTrainedItem(transaction: Transaction, type: TrainingType, id: string): Promise<TrainedItem | undefined> {
  if (!isUuid(id)) return undefined;
  const [item] = await transaction.query<TrainedItem>(
    type === 'PLAN' || type === 'CERTIFICATION'
      ? `SELECT id, name, (created_at AT TIME ZONE 'UTC')::date::text AS "existsSince" FROM learning_plan
         WHERE organization_id = $1 AND id = $2 AND published_version_id IS NOT NULL AND (preset = 'CERTIFICATION_PLAN') = ($3 = 'CERTIFICATION')`
      : `SELECT id, name, (created_at AT TIME ZONE 'UTC')::date::text AS "existsSince" FROM learning_object WHERE organization_id = $1 AND id = $2 AND kind = $3 AND status <> 'DRAFT'`,
    [transaction.organizationId, id, type],
  );
  return item;
}
