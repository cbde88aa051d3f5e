import type { AudienceExpression } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { personLoader, type PersonCondition, type PersonRow } from '../people/index.ts';
import { activePeople, audienceCondition } from './audience-condition.queries.ts';

/** How many people an audience has, and the first few of them by name. */
export interface AudiencePreviewRow {
  readonly people: number;
  /** Whether nobody is left out of those who take part and whom the caller may reach. */
  readonly choosesEverybody: boolean;
  readonly sample: readonly PersonRow[];
}

/** Whether an audience has somebody, and has everybody whom the caller may reach; looks no further than to the first whom it leaves out. */
export async function leavesOutNobody(transaction: Transaction, expression: AudienceExpression, reachable: PersonCondition): Promise<boolean> {
  const parameters = new SqlParameters(transaction.organizationId);
  const within = `${activePeople} AND ${reachable(parameters)}`;
  const [row] = await transaction.query<{ everybody: boolean }>(
    `SELECT EXISTS (SELECT FROM person p WHERE ${within})
       AND NOT EXISTS (SELECT FROM person p WHERE ${within} AND (${audienceCondition(expression, parameters)}) IS NOT TRUE) AS everybody`,
    parameters.values,
  );
  return row!.everybody;
}

/** Counts an audience within what the caller may reach, and chooses some of it to show, by one statement that asks the expression once. */
export async function previewAudience(
  transaction: Transaction,
  expression: AudienceExpression,
  reachable: PersonCondition,
  sampleSize: number,
): Promise<AudiencePreviewRow> {
  const parameters = new SqlParameters(transaction.organizationId);
  const within = `${activePeople} AND ${reachable(parameters)}`;
  const condition = audienceCondition(expression, parameters);
  // Stops at the first whom the expression leaves out.
  const leavesOutNobody = expression.kind === 'EVERYONE' ? 'true' : `NOT EXISTS (SELECT FROM person p WHERE ${within} AND NOT EXISTS (SELECT FROM chosen c WHERE c.id = p.id))`;
  const [chosen] = await transaction.query<{ people: number; everybody: boolean; sample: string[] }>(
    `WITH chosen AS MATERIALIZED (SELECT p.id, p.name_key FROM person p WHERE ${within} AND ${condition})
     SELECT (SELECT count(*)::int FROM chosen) AS people, ${leavesOutNobody} AS everybody,
       ARRAY(SELECT id FROM chosen ORDER BY name_key, id LIMIT ${parameters.add(sampleSize)}) AS sample`,
    parameters.values,
  );
  const { people, everybody, sample } = chosen!;
  const named = await personLoader.load(transaction, sample);
  return { people, choosesEverybody: everybody, sample: sample.flatMap((id) => named.get(id) ?? []) };
}
