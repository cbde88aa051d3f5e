import type { Transaction } from '../../platform/database/transaction.ts';

/** The lists that can be kept as they are narrowed. */
export type SavedViewPage = 'TRAINING_PROGRESS';

/** A list as somebody narrowed it. */
export interface SavedViewRow {
  readonly id: string;
  readonly page: SavedViewPage;
  readonly name: string;
  /** What stands behind the `?` of the page's address. */
  readonly query: string;
}

/** A person's own views of a list, in the order of their names. */
export function findSavedViews(transaction: Transaction, personId: string, page: SavedViewPage): Promise<SavedViewRow[]> {
  return transaction.query('SELECT id, page, name, query FROM saved_view WHERE organization_id = $1 AND person_id = $2 AND page = $3 ORDER BY name_key, id', [
    transaction.organizationId,
    personId,
    page,
  ]);
}
