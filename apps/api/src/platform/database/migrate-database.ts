import pg from 'pg';
import { openDataSource } from './data-source.ts';
import { ensureRoles } from './roles.ts';

const migrationLock = 4_815_162_342;

/**
 * Brings the schema to the newest migration. Safe when several processes start at once: one migrates, the others wait.
 *
 * @param ownerUrl the role that owns the schema
 * @param urls what the application and the relay connect with
 * @returns the names of the migrations that ran
 */
export async function migrateDatabase(ownerUrl: string, urls: { readonly app: string; readonly relay: string }): Promise<string[]> {
  const lock = new pg.Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await ensureRoles(lock, urls);
    const source = await openDataSource(ownerUrl, [], 2).initialize();
    try {
      const ran = await source.runMigrations({ transaction: 'each' });
      return ran.map((migration) => migration.name);
    } finally {
      await source.destroy();
    }
  } finally {
    await lock.end();
  }
}
