import { DATABASE, withClient } from '../../dev/postgres/prepare-database.ts';
import type { EmbeddedPostgres } from '../../dev/postgres.ts';

const asGenerated = 'milepost_as_generated';

/**
 * Puts a copy of the generated data aside. Acts assign, complete and move; a later run that took over what they left would measure
 * people with more and more plans, and compare it with figures of ten.
 */
export async function keepAsGenerated(postgres: EmbeddedPostgres): Promise<void> {
  await withClient(postgres.url('superuser', 'postgres'), async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${asGenerated}`);
    await client.query(`CREATE DATABASE ${asGenerated} TEMPLATE ${DATABASE} STRATEGY file_copy`);
  });
}

/** Makes the database anew as it was generated, or empty where no copy was put aside. */
export async function restoreAsGenerated(postgres: EmbeddedPostgres): Promise<void> {
  const isKept = await withClient(postgres.url('superuser', 'postgres'), async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [asGenerated]);
    return rowCount === 1;
  });
  await postgres.renew(isKept ? asGenerated : undefined);
}
