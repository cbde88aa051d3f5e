import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Which processes use one server: a file per process, so that the last one to stop stops it. Called under the cluster's lock.
 * A process that died without a word no longer counts; its number given to another process does not bring it back.
 */
export function addHolder(dataDir: string): void {
  mkdirSync(folderOf(dataDir), { recursive: true, mode: 0o700 });
  writeFileSync(join(folderOf(dataDir), String(process.pid)), startOf(process.pid));
}

/** Takes this process off the list. */
export function removeHolder(dataDir: string): void {
  rmSync(join(folderOf(dataDir), String(process.pid)), { force: true });
}

/** Whether a process that still lives uses the server; forgets those that do not. */
export function isHeld(dataDir: string): boolean {
  let held = false;
  for (const name of namesIn(folderOf(dataDir))) {
    const file = join(folderOf(dataDir), name);
    if (isAlive(Number(name)) && readFileSync(file, 'utf8') === startOf(Number(name))) held = true;
    else rmSync(file, { force: true });
  }
  return held;
}

/** Whether a process has this number, ours to signal or not, and is more than an entry that its parent has not collected. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return statOf(pid)?.[0] !== 'Z';
}

function folderOf(dataDir: string): string {
  return join(dataDir, 'postgres-holders');
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Clock ticks since boot at which the process began; empty where the system does not say (no /proc). */
function startOf(pid: number): string {
  return statOf(pid)?.[19] ?? '';
}

/** The fields of /proc/<pid>/stat from the third (state) on: the second, the name, may hold blanks and brackets. */
function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
