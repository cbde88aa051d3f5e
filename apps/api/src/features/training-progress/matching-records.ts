import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { RowsSql } from '../operations/index.ts';
import type { PersonCondition } from '../people/index.ts';
import { findItems, streamsOf, type TrainingFilter, type TrainingType } from './training-record.queries.ts';

/** Which completed records are meant: all that a filter of training progress lets through. */
export interface MatchingRecords {
  readonly type: TrainingType;
  readonly filter: TrainingFilter;
}

/** What the completed records that a filter lets through are about. */
export async function findItemsOfRecords(transaction: Transaction, records: MatchingRecords, people: PersonCondition): Promise<readonly string[]> {
  const items = await findItems(transaction, records.type, records.filter);
  const parameters = new SqlParameters(transaction.organizationId);
  const found = await transaction.query<{ id: string }>(`${completed('f.subject_id', parameters, records, people, items)} ORDER BY id`, parameters.values);
  return found.map(({ id }) => id);
}

/** The people of the completed records about one thing that a filter lets through, as rows of an operation. */
export function peopleOfRecords(records: MatchingRecords, itemId: string, people: PersonCondition): RowsSql {
  return (parameters) => completed('p.id', parameters, { ...records, filter: { ...records.filter, itemId } }, people);
}

function completed(id: string, parameters: SqlParameters, { type, filter }: MatchingRecords, people: PersonCondition, items?: readonly string[]): string {
  const streams = streamsOf(parameters, type, people, { ...filter, state: 'COMPLETED' }, { items });
  return streams.map(({ from, conditions }) => `SELECT DISTINCT ${id} AS id FROM ${from} WHERE ${conditions.join(' AND ')}`).join(' UNION ');
}
