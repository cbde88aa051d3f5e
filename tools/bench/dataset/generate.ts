import type { EmbeddedPostgres } from '../../dev/postgres.ts';
import { withClient } from '../../dev/postgres/prepare-database.ts';
import { openProduct } from '../product.ts';
import { copyStandings, findRepresentatives, loadEnrollments } from './load-history.ts';
import { loadStructure } from './load-structure.ts';

/** What the acts need to know of the generated organization. */
export interface World {
  readonly organizationId: string;
  readonly adminId: string;
  readonly people: number;
  readonly today: string;
}

/** The organization of an earlier run; undefined when there is none. */
export async function findWorld(postgres: EmbeddedPostgres): Promise<World | undefined> {
  return withClient(postgres.url('superuser'), async (client) => {
    const { rows } = await client.query<World>(
      `SELECT organization_id AS "organizationId", admin_id AS "adminId", people, today::text FROM bench.world`,
    ).catch(() => ({ rows: [] }));
    return rows[0];
  });
}

/**
 * Fills a freshly migrated database: one organization with so many people, ten enrollments and thirty completions each, by set-based
 * SQL without checks of foreign keys; standings are the evaluator's own, made for one of each kind of people and copied to the rest.
 */
export async function generate(postgres: EmbeddedPostgres, people: number): Promise<World> {
  await withClient(postgres.url('superuser'), async (client) => {
    await client.query(`SET session_replication_role = replica; SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'; SET synchronous_commit = off`);
    await loadStructure(client, people);
    await loadEnrollments(client);
  });
  const world = (await findWorld(postgres))!;
  const representatives = await withClient(postgres.url('superuser'), findRepresentatives);
  const product = await openProduct(postgres.url('app'), 2);
  try {
    await product.write({ organizationId: world.organizationId }, (transaction) => product.evaluateEnrollments(transaction, representatives));
  } finally {
    await product.close();
  }
  await withClient(postgres.url('superuser'), async (client) => {
    await client.query(`SET session_replication_role = replica; SET work_mem = '256MB'; SET synchronous_commit = off`);
    await copyStandings(client);
  });
  return world;
}
