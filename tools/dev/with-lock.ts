import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';

const SQLITE_BUSY = 5;
const POLL_MS = 50;

/**
 * Runs `work` while no other process and no other caller in this one holds the lock at `path`; waits up to `patienceMs`
 * and then refuses with an error that names the file.
 *
 * The lock is SQLite's exclusive lock on an empty file: the kernel frees it when its holder dies, even by `kill -9`, so
 * there is no stale lock to judge.
 */
export async function withLock<T>(path: string, work: () => Promise<T>, patienceMs = 120_000): Promise<T> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    const deadline = Date.now() + patienceMs;
    while (!tryToLock(lock)) {
      if (Date.now() > deadline) throw new Error(`Another process holds ${path} for more than ${patienceMs / 1000} s.`);
      await delay(POLL_MS);
    }
    return await work();
  } finally {
    lock.close();
  }
}

function tryToLock(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return false;
    throw error;
  }
}
