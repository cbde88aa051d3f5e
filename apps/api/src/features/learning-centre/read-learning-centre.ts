import type { Transaction } from '../../platform/database/transaction.ts';
import type { Page } from '../../platform/graphql/connection.ts';
import { readFindable, type Found } from '../catalogs/index.ts';
import { countOffers, findOffers, readOwnSubjects, type FacetRow, type OfferFilter, type OfferRow, type OfferSort } from './offers.queries.ts';

/** What a person finds, and what they have: being assigned something finds it too (X3). */
export async function readOffered(transaction: Transaction, personId: string): Promise<Found> {
  const [found, own] = await Promise.all([readFindable(transaction, personId), readOwnSubjects(transaction, personId)]);
  return new Map([...[...own].map((id) => [id, new Set<string>()] as const), ...found]);
}

/** A page of the Learning centre with its facets: five statements, however much there is. */
export async function readLearningCentre(
  transaction: Transaction,
  personId: string,
  filter: OfferFilter,
  sort: OfferSort,
  first: number,
  after: readonly (string | number | null)[] | undefined,
): Promise<{ readonly offers: Page<OfferRow>; readonly facets: readonly FacetRow[] }> {
  const found = await readOffered(transaction, personId);
  const [offers, facets] = await Promise.all([findOffers(transaction, personId, found, filter, sort, first, after), countOffers(transaction, personId, found, filter)]);
  return { offers, facets };
}
