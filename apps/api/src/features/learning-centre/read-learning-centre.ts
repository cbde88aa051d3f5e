import type { Transaction } from '../../platform/database/transaction.ts';
import type { Page } from '../../platform/graphql/connection.ts';
import { readFindable, readOpenToPerson } from '../catalogs/index.ts';
import { countOffers, findOffers, readOwnSubjects, type FacetRow, type OfferFilter, type OfferRow, type OfferSort } from './offers.queries.ts';

/** What a person finds, and what they have: being assigned something finds it too (X3). */
export async function readOffered(transaction: Transaction, personId: string): Promise<ReadonlySet<string>> {
  const [found, own] = await Promise.all([readFindable(transaction, personId), readOwnSubjects(transaction, personId)]);
  return new Set([...own, ...found.keys()]);
}

/** A page of the Learning centre with its facets: four statements, however much there is. */
export async function readLearningCentre(
  transaction: Transaction,
  personId: string,
  filter: OfferFilter,
  sort: OfferSort,
  first: number,
  after: readonly (string | number | null)[] | undefined,
): Promise<{ readonly offers: Page<OfferRow>; readonly facets: readonly FacetRow[] }> {
  const finder = { personId, open: await readOpenToPerson(transaction, personId), now: transaction.now };
  const [offers, facets] = await Promise.all([findOffers(transaction, finder, filter, sort, first, after), countOffers(transaction, finder, filter)]);
  return { offers, facets };
}
