import { migrateDatabase } from '../database/migrate-database.ts';

/** Migrates the database that every test file copies; runs once before the tests, with the addresses that the run was given. */
export async function prepareTemplate(ownerUrl: string): Promise<void> {
  const { TEST_APP_URL: app = ownerUrl, TEST_RELAY_URL: relay = ownerUrl } = process.env;
  await migrateDatabase(ownerUrl, { app, relay });
}
