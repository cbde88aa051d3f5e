import type { AudienceExpression } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { personColumns, personJoins, type PersonCondition, type PersonRow } from '../people/index.ts';
import { activePeople, audienceCondition } from './audience-condition.queries.ts';

/** How many people an audience has, and the first few of them by name. */
export interface AudiencePreviewRow {
  readonly people: number;
  /** Whether nobody is left out of those who take part and whom the caller may reach. */
  readonly choosesEverybody: boolean;
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
  const within = `${activePeople} AND ${reachable(parameters)}`;
  const condition = audienceCondition(expression, parameters);
  const where = `${within} AND ${condition}`;
  const [counted] = await transaction.query<{ people: number; everybody: boolean }>(
    `SELECT (SELECT count(*)::int FROM person p WHERE ${where}) AS people,
       NOT EXISTS (SELECT FROM person p WHERE ${within} AND NOT coalesce(${condition}, false)) AS everybody`,
    parameters.values,
  );
  const sample = await transaction.query<PersonRow>(
    `SELECT ${personColumns} FROM person p ${personJoins} WHERE ${where} ORDER BY p.name_key, p.id LIMIT ${parameters.add(sampleSize)}`,
    parameters.values,
  );
  return { people: counted!.people, choosesEverybody: counted!.everybody, sample };
}
