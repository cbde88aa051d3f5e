import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../dev/postgres.ts';
import { startCluster, stopCluster, type Cluster } from '../dev/postgres/cluster.ts';
import { chooseDatabaseUser } from '../dev/postgres/database-user.ts';
import { isAlive } from '../dev/postgres/holders.ts';
import { locateBinaries } from '../dev/postgres/locate-binaries.ts';
import type { DatabaseRole } from '../dev/postgres/passwords.ts';
import { placeCluster } from '../dev/postgres/place-cluster.ts';
import { eventually } from './eventually.ts';

/** A PostgreSQL server that a test may crash and stop as it likes: nobody else uses it, and it waits for the disk as a real one does. */
export interface OwnPostgres {
  readonly url: (role: DatabaseRole) => string;
  /** Every process of it ends at once, as in a crash; resolves when the last is gone. */
  crash(): Promise<void>;
  /** Starts it again on the same port; it recovers from its log. */
  start(): Promise<void>;
  /** Every process of it stands still, and no connection is closed: what a server looks like whose disk or machine hangs. */
  freeze(): Promise<void>;
  thaw(): void;
  /** Stops it and deletes its data. */
  remove(): Promise<void>;
}

export async function startOwnPostgres(): Promise<OwnPostgres> {
  const dataDir = mkdtempSync(join(tmpdir(), 'milepost-test-'));
  const postgres = await startPostgres({ dataDir, purpose: 'test' });
  // Of a test's server no folder outlives it; but one that is crashed must have written what it has promised.
  const user = chooseDatabaseUser();
  const cluster: Cluster = { place: placeCluster(dataDir, user), user, purpose: 'product', binaries: await locateBinaries(user) };
  const mainProcess = (): number => Number(readFileSync(join(cluster.place.clusterDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const crash = async (): Promise<void> => {
    const main = mainProcess();
    process.kill(main, 'SIGQUIT');
    await eventually('the database is gone', () => !isAlive(main));
  };
  const start = async (): Promise<void> => void (await startCluster(cluster, postgres.port));
  let frozen: number[] = [];
  const thaw = (): void => {
    for (const pid of frozen.toReversed()) process.kill(pid, 'SIGCONT');
    frozen = [];
  };
  // Stopped in order: a test's server promises nothing of its last moments, and the grants were made just now.
  await stopCluster(cluster);
  await start();
  return {
    url: (role) => postgres.url(role),
    crash,
    start,
    freeze: async () => {
      frozen = [mainProcess(), ...(await processesOf(postgres.url('superuser')))];
      for (const pid of frozen) process.kill(pid, 'SIGSTOP');
    },
    thaw,
    remove: () => {
      thaw();
      return postgres.stop();
    },
  };
}

/** The server's processes but the first and the one that is asked. */
async function processesOf(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>('SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()');
    return rows.map(({ pid }) => pid);
  } finally {
    await client.end();
  }
}
