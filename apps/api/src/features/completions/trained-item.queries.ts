import { isUuid, type CalendarDate, type CompletedItem } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { isPlanType, type TrainingType } from '../training-progress/index.ts';

/** Something that can be completed. */
export interface TrainedItem {
  readonly id: string;
  readonly name: string;
  /** The day on which it came to be, in UTC. */
  readonly existsSince: CalendarDate;
}

const columns = `id, name, (created_at AT TIME ZONE 'UTC')::date::text AS "existsSince"`;

/** The content or plans of a type that somebody may have completed, as a statement. What is a draft still nobody has; what is retired or archived somebody may have, before it was. */
function itemsOf(parameters: SqlParameters, type: TrainingType): string {
  return isPlanType(type)
    ? `SELECT ${columns} FROM learning_plan WHERE organization_id = $1 AND published_version_id IS NOT NULL AND preset ${type === 'PLAN' ? '<>' : '='} 'CERTIFICATION_PLAN'`
    : `SELECT ${columns} FROM learning_object WHERE organization_id = $1 AND kind = ${parameters.add(type, 'text')} AND status <> 'DRAFT'`;
}

/** One of them; undefined when there is none of that type. */
export async function findTrainedItem(transaction: Transaction, type: TrainingType, id: string): Promise<TrainedItem | undefined> {
  if (!isUuid(id)) return undefined;
  const parameters = new SqlParameters(transaction.organizationId);
  const [item] = await transaction.query<TrainedItem>(`${itemsOf(parameters, type)} AND id = ${parameters.add(id, 'uuid')}`, parameters.values);
  return item;
}

/** Those whose name contains what is searched for, in the order of names; so many as one chooses from. */
export function findTrainedItems(transaction: Transaction, type: TrainingType, search: string): Promise<TrainedItem[]> {
  const parameters = new SqlParameters(transaction.organizationId);
  const found = search.trim() === '' ? '' : `AND name_key LIKE ${parameters.addContaining(search)}`;
  return transaction.query(`${itemsOf(parameters, type)} ${found} ORDER BY name_key, id LIMIT 50`, parameters.values);
}

/** All of some types, each with its type. */
export function readTrainedItems(transaction: Transaction, types: readonly CompletedItem['type'][]): Promise<CompletedItem[]> {
  const parameters = new SqlParameters(transaction.organizationId);
  const each = types.map((type) => `SELECT '${type}' AS type, i.* FROM (${itemsOf(parameters, type)}) i`);
  return transaction.query(each.join(' UNION ALL '), parameters.values);
}
