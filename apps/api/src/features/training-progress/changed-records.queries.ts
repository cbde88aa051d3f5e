import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { LoggedEvent } from '../../platform/events/event-feed.ts';
import { findItems, isPlanType, personConditions, streamsOf, type TrainingFilter, type TrainingRecordRow, type TrainingScope, type TrainingType } from './training-record.queries.ts';

/** A person, by the record that is left of theirs, and something that may stand otherwise with them. */
export interface ChangedPair {
  readonly personId: string;
  readonly itemId: string;
}

/** Such a pair, and its record now; null: none that the list would show. */
export interface ChangedRecord extends ChangedPair {
  readonly record: TrainingRecordRow | null;
}

/** The people of parts of bulk acts, each with what was recorded, taken back or evaluated of them there. */
export async function readChangedPairs(transaction: Transaction, events: readonly LoggedEvent[]): Promise<ChangedPair[]> {
  if (events.length === 0) return [];
  return transaction.query<ChangedPair>(
    `WITH part AS (
       SELECT n.operation_id, n.subject_id, unnest(c.subject_ids) AS person_id FROM unnest($2::uuid[], $3::int[], $4::uuid[]) AS n (operation_id, number, subject_id)
       JOIN operation_chunk c ON c.organization_id = $1 AND c.operation_id = n.operation_id AND c.number = n.number
     ), kept AS (
       SELECT p.operation_id, p.subject_id, p.person_id, r.id AS record_id FROM part p
       CROSS JOIN LATERAL (SELECT p.person_id AS id UNION ALL SELECT m.id FROM person m WHERE m.organization_id = $1 AND m.merged_into_id = p.person_id) r
     )
     SELECT person_id AS "personId", subject_id AS "itemId" FROM part WHERE subject_id IS NOT NULL
     UNION SELECT k.person_id, f.subject_id FROM kept k JOIN completion_fact f ON f.organization_id = $1 AND f.person_id = k.record_id AND f.operation_id = k.operation_id WHERE k.subject_id IS NULL
     UNION SELECT k.person_id, f.subject_id FROM kept k JOIN revocation_fact x ON x.organization_id = $1 AND x.person_id = k.record_id AND x.operation_id = k.operation_id
       JOIN completion_fact f ON f.organization_id = $1 AND f.id = x.completion_fact_id WHERE k.subject_id IS NULL`,
    [transaction.organizationId, events.map(({ ids }) => ids.operationId), events.map(({ ids }) => ids.chunk), events.map(({ ids }) => ids.subjectId ?? null)],
  );
}

/** How pairs stand now in the list that a filter makes: those of people and things that it could show and the reader may see. */
export async function readChangedRecords(transaction: Transaction, type: TrainingType, scope: TrainingScope, filter: TrainingFilter, pairs: readonly ChangedPair[]): Promise<ChangedRecord[]> {
  const [people, items] = [await findConcernedPeople(transaction, scope, filter, pairs), await findConcernedItems(transaction, type, filter, pairs)];
  const concerned = pairs.filter(({ personId, itemId }) => people.has(personId) && items.has(itemId));
  if (concerned.length === 0) return [];
  const parameters = new SqlParameters(transaction.organizationId);
  const records = await transaction.query<{ id: string }>('SELECT id FROM person WHERE organization_id = $1 AND (id = ANY ($2::uuid[]) OR merged_into_id = ANY ($2::uuid[]))', [transaction.organizationId, [...people]]);
  const streams = streamsOf(parameters, type, scope.records, filter, { people: records.map(({ id }) => id), items: [...items] });
  const found = await transaction.query<TrainingRecordRow>(streams.map(({ columns, from, conditions }) => `SELECT ${columns} FROM ${from} WHERE ${conditions.join(' AND ')}`).join(' UNION ALL '), parameters.values);
  const keyOf = (personId: string, itemId: string | null): string => `${personId} ${itemId}`;
  const byKey = new Map(found.map((row) => [keyOf(row.personId, row.learningObjectId ?? row.planId), row]));
  return concerned.map((pair) => ({ ...pair, record: byKey.get(keyOf(pair.personId, pair.itemId)) ?? null }));
}

async function findConcernedPeople(transaction: Transaction, { people }: TrainingScope, filter: TrainingFilter, pairs: readonly ChangedPair[]): Promise<ReadonlySet<string>> {
  const parameters = new SqlParameters(transaction.organizationId);
  const conditions = [`p.id = ANY (${parameters.add([...new Set(pairs.map(({ personId }) => personId))], 'uuid[]')})`, people(parameters), ...personConditions(parameters, filter, 'ONE_BY_ONE')];
  const rows = await transaction.query<{ id: string }>(`SELECT p.id FROM person p WHERE p.organization_id = $1 AND p.merged_into_id IS NULL AND ${conditions.join(' AND ')}`, parameters.values);
  return new Set(rows.map(({ id }) => id));
}

async function findConcernedItems(transaction: Transaction, type: TrainingType, filter: TrainingFilter, pairs: readonly ChangedPair[]): Promise<ReadonlySet<string>> {
  const named = await findItems(transaction, type, filter);
  const ids = [...new Set(pairs.map(({ itemId }) => itemId))].filter((id) => (!named || named.includes(id)) && (!filter.itemId || filter.itemId === id));
  const rows = await transaction.query<{ id: string }>(
    isPlanType(type)
      ? `SELECT id FROM learning_plan WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND (preset = 'CERTIFICATION_PLAN') = ($3 = 'CERTIFICATION')`
      : 'SELECT id FROM learning_object WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND kind = $3',
    [transaction.organizationId, ids, type],
  );
  return new Set(rows.map(({ id }) => id));
}
