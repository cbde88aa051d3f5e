import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { claimedPort, type Cluster, type ClusterPurpose, initCluster, startCluster, stopCluster } from './postgres/cluster.ts';
import { chooseDatabaseUser } from './postgres/database-user.ts';
import { addHolder, isHeld, removeHolder } from './postgres/holders.ts';
import { locateBinaries } from './postgres/locate-binaries.ts';
import { type DatabaseRole, loadPasswords, type Passwords, ROLE_NAMES } from './postgres/passwords.ts';
import { placeCluster } from './postgres/place-cluster.ts';
import { DATABASE, prepareDatabase, withClient } from './postgres/prepare-database.ts';
import { withLock } from './with-lock.ts';

const RECOVERY_TRIES = 60;
const BETWEEN_TRIES_MS = 250;

/** A running embedded PostgreSQL. */
export interface EmbeddedPostgres {
  /** The address of `database` (default: the product's) for a role, password included: not for logs. */
  url: (role: DatabaseRole, database?: string) => string;
  port: number;
  /** Whether the server ran already: another process of this clone uses it, or its starter was killed. */
  adopted: boolean;
  /** Given by initdb: another one means that the data are others. */
  systemIdentifier: string;
  /** PostgreSQL's data directory. */
  clusterDir: string;
  /** Deletes the product's database and makes it anew, whoever is connected: empty, or as a copy of another database of this server. */
  renew: (copyOf?: string) => Promise<void>;
  /** Stops the server, unless another living process of this clone uses it. A test server's `dataDir` is deleted, too. */
  stop: () => Promise<void>;
}

/**
 * Starts the embedded PostgreSQL that belongs to `dataDir`, or takes over the one that already runs there, with roles, database and
 * extensions in place. It listens on 127.0.0.1 only and asks every role for its generated password (`postgres-passwords.json`, 0600).
 *
 * Works as root (the server then runs as another user, see `placeCluster`), for several clones and several processes of one clone at
 * once, and after `kill -9` of anything. `test`: no waiting for the disk, and `stop` deletes `dataDir`.
 */
export async function startPostgres({ dataDir, purpose }: { dataDir: string; purpose: ClusterPurpose }): Promise<EmbeddedPostgres> {
  const user = chooseDatabaseUser();
  const place = placeCluster(dataDir, user);
  const cluster: Cluster = { place, user, purpose, binaries: await locateBinaries(user) };
  const locked = <T>(work: () => Promise<T>) => withLock(join(place.dataDir, 'postgres.lock'), work);

  const { port, adopted, passwords, systemIdentifier } = await locked(async () => {
    const passwordFile = join(place.dataDir, 'postgres-passwords.json');
    if (existsSync(place.clusterDir) && !existsSync(passwordFile)) {
      throw new Error(`The passwords of the database in ${place.clusterDir} are gone (${passwordFile}). Restore that file, or delete the database to start anew.`);
    }
    const passwords = loadPasswords(passwordFile);
    const running = await findRunning(cluster, passwords);
    const port = running ?? (await startAnew(cluster, passwords));
    addHolder(place.dataDir);
    return { port, adopted: running !== undefined, passwords, systemIdentifier: await systemIdentifierAt(urlFor(passwords, port, 'superuser', 'postgres')) };
  });

  return {
    port,
    adopted,
    systemIdentifier,
    clusterDir: place.clusterDir,
    url: (role, database = DATABASE) => urlFor(passwords, port, role, database),
    renew: (copyOf) =>
      locked(async () => {
        const urlOf = (database: string): string => urlFor(passwords, port, 'superuser', database);
        await withClient(urlOf('postgres'), (client) => client.query(`drop database if exists ${DATABASE} with (force)`));
        await prepareDatabase(urlOf, passwords, purpose, copyOf);
      }),
    stop: () =>
      locked(async () => {
        removeHolder(place.dataDir);
        if (isHeld(place.dataDir)) return;
        await stopCluster(cluster);
        if (purpose === 'test') deleteCluster(cluster);
      }),
  };
}

/** Stops and deletes the test server of `dataDir`, and the folder, if nobody alive uses it any more; says whether it did. */
export async function removeAbandonedTestServer(dataDir: string): Promise<boolean> {
  const user = chooseDatabaseUser();
  const place = placeCluster(dataDir, user);
  const cluster: Cluster = { place, user, purpose: 'test', binaries: await locateBinaries(user) };
  return await withLock(join(place.dataDir, 'postgres.lock'), async () => {
    if (isHeld(place.dataDir)) return false;
    await stopCluster(cluster);
    deleteCluster(cluster);
    return true;
  });
}

function deleteCluster({ place }: Cluster): void {
  rmSync(place.clusterDir, { recursive: true, force: true });
  rmSync(place.ownFolder, { recursive: true, force: true });
  rmSync(place.dataDir, { recursive: true, force: true });
}

async function startAnew(cluster: Cluster, passwords: Passwords): Promise<number> {
  await initCluster(cluster, passwords.superuser);
  const port = await startCluster(cluster);
  await prepareDatabase((database) => urlFor(passwords, port, 'superuser', database), passwords, cluster.purpose);
  return port;
}

/**
 * The port of this cluster's server, after asking the server itself: a port may be another program's by now. A server that still
 * starts or recovers is waited for; one whose process ended meanwhile is none.
 */
async function findRunning(cluster: Cluster, passwords: Passwords): Promise<number | undefined> {
  for (let tries = 1; ; tries++) {
    const port = claimedPort(cluster);
    if (!port) return undefined;
    try {
      return (await dataDirectoryAt(urlFor(passwords, port, 'superuser', 'postgres'))) === cluster.place.clusterDir ? port : undefined;
    } catch (error) {
      if (tries === RECOVERY_TRIES) throw new Error(`PostgreSQL in ${cluster.place.clusterDir} runs but lets nobody in: ${(error as Error).message}`, { cause: error });
      await delay(BETWEEN_TRIES_MS);
    }
  }
}

async function dataDirectoryAt(url: string): Promise<string | undefined> {
  return await withClient(url, async (client) => (await client.query<{ data_directory: string }>('show data_directory')).rows[0]?.data_directory);
}

async function systemIdentifierAt(url: string): Promise<string> {
  return await withClient(url, async (client) => (await client.query<{ id: string }>('select system_identifier::text as id from pg_control_system()')).rows[0]?.id ?? '');
}

function urlFor(passwords: Passwords, port: number, role: DatabaseRole, database: string): string {
  return `postgres://${ROLE_NAMES[role]}:${passwords[role]}@127.0.0.1:${port}/${database}`;
}
