import type { AudienceExpression } from '@milepost/domain';
import type { Database } from '../../platform/database/database.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { createCatalog } from './edit-catalog.ts';
import { addToCatalogs } from './fill-catalogs.ts';

/** What a test says of a catalog; the rest is made up. */
export interface CatalogOverrides {
  readonly name?: string;
  /** Default: everybody. */
  readonly audience?: AudienceExpression | null;
  readonly planIds?: readonly string[];
  readonly learningObjectIds?: readonly string[];
}

let counter = 0;

/** A catalog with what it lists; answers its id. */
export async function buildCatalog(database: Database, admin: Caller, { name = `Catalog ${++counter}`, audience = { kind: 'EVERYONE' }, planIds = [], learningObjectIds = [] }: CatalogOverrides = {}): Promise<string> {
  return database.write(admin, async (transaction) => {
    const made = await createCatalog(transaction, admin, { name, audience });
    if (!made.ok) throw new Error(`No catalog: ${made.problem[0]?.code}`);
    if (planIds.length + learningObjectIds.length > 0) {
      const filled = await addToCatalogs(transaction, admin, { catalogIds: [made.value.id], planIds, learningObjectIds });
      if (!filled.ok || filled.value.some(({ code }) => code)) throw new Error('Not filled');
    }
    return made.value.id;
  });
}
