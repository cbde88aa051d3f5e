import type { AudienceExpression } from '@milepost/domain';
import { SqlParameters } from '../../platform/database/sql-parameters.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { activePeople, audienceCondition } from '../audiences/index.ts';
import type { CatalogRow } from './catalog.queries.ts';
import { readOtherFinders } from './finders.queries.ts';

/** What would be out of sight without a catalog. */
export interface CatalogRemovalRow {
  /** People who would no longer find something of it; those to whom it is assigned keep it all the same. */
  readonly people: number;
  /** Plans and courses that nobody could find any more. */
  readonly hidden: number;
}

/** What would be out of sight without a catalog, by one statement for the people, however much it lists. */
export async function readCatalogRemoval(transaction: Transaction, { id, audience }: Pick<CatalogRow, 'id' | 'audience'>): Promise<CatalogRemovalRow> {
  if (!audience) return { people: 0, hidden: 0 };
  const listed = await readOtherFinders(transaction, id);
  const hidden = listed.reduce((sum, { others, subjects }) => (others.length === 0 ? sum + subjects : sum), 0);
  return { people: await countLosing(transaction, audience, listed.map(({ others }) => others)), hidden };
}

async function countLosing(transaction: Transaction, audience: AudienceExpression, listed: readonly (readonly AudienceExpression[])[]): Promise<number> {
  if (listed.length === 0) return 0;
  const parameters = new SqlParameters(transaction.organizationId);
  const within = audienceCondition(audience, parameters);
  // What nobody else is shown is lost by all: then the others need not be asked about.
  const found = listed.some((others) => others.length === 0) ? [] : listed.map((operands) => audienceCondition({ kind: 'OR', operands: [...operands] }, parameters));
  const loses = found.length === 0 ? 'true' : `NOT (${found.map((each) => `coalesce(${each}, false)`).join(' AND ')})`;
  const [row] = await transaction.query<{ people: number }>(`SELECT count(*)::int AS people FROM person p WHERE ${activePeople} AND ${within} AND ${loses}`, parameters.values);
  return row!.people;
}
