import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { ofPartners } from '../people/index.ts';
import { streamsOf, type TrainingScope } from './training-record.queries.ts';

/** A certification, and how many people have completed it. */
export interface CertificationCountRow {
  readonly id: string;
  readonly name: string;
  readonly people: number;
}

/** The certifications that most people of a partner account have completed, those with most of them first (U8); of people and plans that the reader may see. */
export async function findTopCertifications(transaction: Transaction, partnerAccountId: string, scope: TrainingScope, first: number): Promise<CertificationCountRow[]> {
  const ofPartner = new SqlParameters(transaction.organizationId);
  const people = await transaction.query<{ id: string }>(
    `SELECT r.id FROM person p JOIN person r ON r.organization_id = $1 AND (r.id = p.id OR r.merged_into_id = p.id)
     WHERE p.organization_id = $1 AND p.merged_into_id IS NULL AND ${ofPartners(ofPartner, [partnerAccountId])} AND ${scope.people(ofPartner)}`,
    ofPartner.values,
  );
  if (people.length === 0) return [];
  const parameters = new SqlParameters(transaction.organizationId);
  const streams = streamsOf(parameters, 'CERTIFICATION', scope.records, { state: 'COMPLETED' }, { people: people.map(({ id }) => id) });
  const records = streams.map(({ columns, from, conditions }) => `SELECT ${columns} FROM ${from} WHERE ${conditions.join(' AND ')}`).join(' UNION ALL ');
  return transaction.query(
    `SELECT l.id, l.name, c.people FROM (SELECT subject, count(DISTINCT "personId")::int AS people FROM (${records}) r GROUP BY subject) c
     JOIN learning_plan l ON l.organization_id = $1 AND l.id = c.subject ORDER BY c.people DESC, l.name_key, l.id LIMIT ${parameters.add(first, 'int')}`,
    parameters.values,
  );
}
