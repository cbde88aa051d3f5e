import type { AudienceExpression } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { personColumns, personJoins, type PersonCondition, type PersonRow } from '../people/index.ts';
import { activePeople, audienceCondition } from './audience-condition.queries.ts';

/** How many people an audience has, and the first few of them by name. */
export interface AudiencePreviewRow {
  readonly people: number;
  readonly sample: readonly PersonRow[];
}

/** Counts an audience within what the caller may reach, and shows some of it. */
export async function previewAudience(
  transaction: Transaction,
  expression: AudienceExpression,
  reachable: PersonCondition,
  sampleSize: number,
): Promise<AudiencePreviewRow> {
  const parameters = new SqlParameters(transaction.organizationId);
  const where = `${activePeople} AND ${reachable(parameters)} AND ${audienceCondition(expression, parameters)}`;
  const [counted] = await transaction.query<{ people: string }>(`SELECT count(*) AS people FROM person p WHERE ${where}`, parameters.values);
  const sample = await transaction.query<PersonRow>(
    `SELECT ${personColumns} FROM person p ${personJoins} WHERE ${where} ORDER BY p.name_key, p.id LIMIT ${parameters.add(sampleSize)}`,
    parameters.values,
  );
  return { people: Number(counted!.people), sample };
}
