import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, renameSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { StartProblem } from './steps.ts';

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 20_000;
const POLL_MS = 100;

/** A process of the product, watched. */
export interface Supervised {
  /** Resolves when the process has ended, with words for how. */
  ended: Promise<string>;
  /** Asks it to end and waits; `force` does not ask. Leaves none of its children. */
  stop: (force?: boolean) => Promise<void>;
}

/**
 * Starts `args` with Node in a process group of its own, so that Ctrl-C reaches it once, through us. What it writes goes to `logFile` (the
 * last run's log stays beside it as `….1`), or to our own output where there is none. A process that cares notices by its IPC channel
 * (event `disconnect`) when we are killed.
 */
export function supervise(args: string[], { cwd, env, logFile }: { cwd: string; env: NodeJS.ProcessEnv; logFile?: string }): Supervised {
  const log = logFile ? openLog(logFile) : 'inherit';
  const child = spawn(process.execPath, args, { cwd, env, detached: true, stdio: ['ignore', log, log, 'ipc'] });
  if (typeof log === 'number') closeSync(log);
  const ended = once(child, 'exit').then(
    ([code, signal]: (number | NodeJS.Signals | null)[]) => {
      const how = signal ? `killed by ${signal}` : `exit code ${code}`;
      return logFile ? `${how}; its log (${logFile}) ends with:\n${lastLines(logFile)}` : how;
    },
    (error: Error) => error.message,
  );
  return { ended, stop: (force = false) => stopGroup(child, force) };
}

/** Resolves when `url` answers 200; refuses when `api` ends before, after a minute, and when `signal` says so. */
export async function waitUntilReady(url: string, api: Pick<Supervised, 'ended'>, signal: AbortSignal): Promise<void> {
  let end: string | undefined;
  void api.ended.then((how) => (end = how));
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await isOk(url))) {
    if (end) throw new StartProblem(`The API stopped while it started: ${end}`);
    if (Date.now() > deadline) throw new StartProblem(`The API is not ready after ${READY_WITHIN_MS / 1000} s (${url}).`);
    await delay(POLL_MS, undefined, { signal });
  }
}

async function isOk(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

async function stopGroup(child: ChildProcess, force: boolean): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, 'exit');
    if (force) signalGroup(child, 'SIGKILL');
    else child.kill('SIGTERM');
    await Promise.race([exit, delay(STOP_WITHIN_MS, undefined, { ref: false })]);
  }
  signalGroup(child, 'SIGKILL');
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function openLog(logFile: string): number {
  try {
    renameSync(logFile, `${logFile}.1`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return openSync(logFile, 'w', 0o600);
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
}
