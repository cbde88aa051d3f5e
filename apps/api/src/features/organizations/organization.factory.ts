import type { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/new-id.ts';
import { createOrganization, type NewOrganization } from './create-organization.ts';

/** An organization with nobody in it; answers its id. */
export async function buildOrganization(database: Database, overrides: Partial<NewOrganization> = {}): Promise<string> {
  const organizationId = newId();
  await database.write({ organizationId }, (transaction) =>
    createOrganization(transaction, { name: 'Example Ltd', defaultLocale: 'en', defaultTimeZone: 'Europe/Berlin', ...overrides }),
  );
  return organizationId;
}
