import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type DatabaseUser, giveTo, runAs } from './database-user.ts';
import { isAlive } from './holders.ts';
import type { PostgresBinaries } from './locate-binaries.ts';
import type { ClusterPlace } from './place-cluster.ts';

const run = promisify(execFile);

const START_TRIES = 12;
const BETWEEN_TRIES_MS = 500;
/** No process has it: Linux stops at 2^22. */
const PID_OF_NOBODY = 2_147_483_647;

/** `test`: a server whose data nobody misses, which therefore never waits for the disk. */
export type ClusterPurpose = 'product' | 'test';

/** What is needed to act on one cluster. */
export interface Cluster {
  place: ClusterPlace;
  binaries: PostgresBinaries;
  user: DatabaseUser;
  purpose: ClusterPurpose;
}

/** On today's disks, and in memory, a page out of order costs what the next one does: without that the planner reads whole tables beside a covering index. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  max_wal_size: '2GB',
  jit: 'off',
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
};

/** A quarter of the memory that there is, as PostgreSQL's manual has it; a development machine has others to feed. */
const PRODUCT_SETTINGS: Record<string, string> = {
  shared_buffers: `${Math.floor(Math.min(2048, Math.max(128, memoryMegabytes() / 4)))}MB`,
};

const TEST_SETTINGS: Record<string, string> = {
  shared_buffers: '256MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum_naptime: '10min',
};

/** What this process may use of the machine's memory. */
function memoryMegabytes(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Infinity) / 2 ** 20;
}

/** Creates the data directory where there is none: SCRAM over loopback and nothing else. Whole or, after a crash, not at all. */
export async function initCluster({ place, binaries, user, purpose }: Cluster, superuserPassword: string): Promise<void> {
  if (existsSync(place.clusterDir)) return;
  const draft = mkdtempSync(join(place.ownFolder, '.initdb-'));
  const passwordFile = `${draft}.password`;
  try {
    giveTo(user, draft);
    writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
    giveTo(user, passwordFile);
    await run(
      binaries.initdb,
      [
        `--pgdata=${draft}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        ...(purpose === 'test' ? ['--no-sync'] : []),
      ],
      runAs(user),
    );
    writeFileSync(join(draft, 'pg_hba.conf'), '# Passwords over loopback only.\nhost all all 127.0.0.1/32 scram-sha-256\n');
    renameSync(draft, place.clusterDir);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The port on which this cluster's server says that it listens, if its process lives; no promise that it answers. */
export function claimedPort({ place }: Cluster): number | undefined {
  const file = readPidFile(place);
  return file?.port && isPostmaster(file, place) ? file.port : undefined;
}

/** Starts the server on a free port of the loopback interface, or on `wanted`, and returns that port once it accepts connections. */
export async function startCluster(cluster: Cluster, wanted?: number): Promise<number> {
  disarmStalePidFile(cluster.place);
  for (let tries = 1; ; tries++) {
    const port = wanted ?? (await freePort());
    try {
      await pgCtl(cluster, ['--wait', '--timeout', '60', '--log', join(cluster.place.clusterDir, 'server.log'), '--options', serverOptions(cluster, port), 'start']);
      return port;
    } catch (error) {
      // The children of a killed server need a moment to let go of its memory; another program may have taken the port.
      if (tries === START_TRIES) throw new Error(`PostgreSQL does not start. Its log ends with:\n${endOfLog(cluster.place)}`, { cause: error });
      await delay(BETWEEN_TRIES_MS);
    }
  }
}

/** Ends the server's connections and stops it; does nothing where none runs. */
export async function stopCluster(cluster: Cluster): Promise<void> {
  const file = readPidFile(cluster.place);
  if (!file || !isPostmaster(file, cluster.place)) return;
  const mode = cluster.purpose === 'test' ? 'immediate' : 'fast';
  await pgCtl(cluster, ['--wait', '--timeout', '60', '--mode', mode, 'stop']);
}

async function pgCtl({ place, binaries, user }: Cluster, args: string[]): Promise<void> {
  await run(binaries.pg_ctl, ['--pgdata', place.clusterDir, ...args], runAs(user));
}

function serverOptions({ purpose }: Cluster, port: number): string {
  const settings = { ...SETTINGS, port: String(port), ...(purpose === 'test' ? TEST_SETTINGS : PRODUCT_SETTINGS) };
  return Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`).join(' ');
}

interface PidFile {
  pid: number;
  dataDirectory: string;
  port: number;
}

function readPidFile({ clusterDir }: ClusterPlace): PidFile | undefined {
  try {
    const [pid, dataDirectory = '', , port] = readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(pid), dataDirectory, port: Number(port) };
  } catch {
    return undefined;
  }
}

/**
 * A pid file left by a killed server, or copied with its folder, may name a number that another process has by now; PostgreSQL then
 * refuses to start for good. The number is put out of use; the rest stays, because PostgreSQL checks by it that no orphan still writes.
 */
function disarmStalePidFile(place: ClusterPlace): void {
  const file = readPidFile(place);
  if (!file) return;
  if (file.dataDirectory !== place.clusterDir) return rmSync(join(place.clusterDir, 'postmaster.pid'));
  if (isPostmaster(file, place)) return;
  const path = join(place.clusterDir, 'postmaster.pid');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/, String(PID_OF_NOBODY)));
}

/** Whether the number in the pid file is this cluster's server, and not that of a copied folder or of a later process. */
function isPostmaster({ pid, dataDirectory }: PidFile, { clusterDir }: ClusterPlace): boolean {
  if (dataDirectory !== clusterDir || !isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(clusterDir);
  } catch {
    // Without /proc the living number is all there is to go by.
    return true;
  }
}

function endOfLog({ clusterDir }: ClusterPlace): string {
  try {
    return readFileSync(join(clusterDir, 'server.log'), 'utf8').trimEnd().split('\n').slice(-8).join('\n');
  } catch {
    return '(no log)';
  }
}

/** A TCP port on which nothing listens on the loopback interface at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
