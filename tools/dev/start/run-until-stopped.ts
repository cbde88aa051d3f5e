import { StartProblem } from './steps.ts';

const PARENT_CHECK_MS = 1_000;
/** One Ctrl-C can arrive twice: from the terminal and from the npm above us. */
const SAME_REQUEST_MS = 500;

/** What a start is given: when to give up, and where to say what runs, so that it is stopped (last first), however far the start came. */
export interface Running {
  signal: AbortSignal;
  stops: ((force: boolean) => Promise<void>)[];
}

/**
 * Runs `start` and then waits: for Ctrl-C, SIGTERM, SIGHUP, the end of whoever started us, or the end of what `start` resolved with, which
 * should not end. Stops everything in `running` and returns the exit code. A second Ctrl-C does not ask politely any more.
 */
export async function runUntilStopped(start: (running: Running) => Promise<{ ended: Promise<string> }>): Promise<number> {
  const asked = listenForStop();
  const running: Running = { signal: asked.once, stops: [] };
  let code = 0;
  try {
    const { ended } = await start(running);
    const end = await Promise.race([ended, whenAborted(asked.once)]);
    if (end !== undefined) throw new StartProblem(`The API stopped by itself: ${end}`);
  } catch (error) {
    // A start that was interrupted fails by that, which is no news.
    if (!asked.once.aborted) {
      console.error(`\n${error instanceof StartProblem ? error.message : ((error as Error).stack ?? String(error))}\n`);
      code = 1;
    }
  }
  for (const stop of running.stops.toReversed()) {
    const forced = whenAborted(asked.twice).then(() => stop(true));
    await Promise.race([stop(asked.twice.aborted), forced]);
  }
  if (asked.once.aborted) console.log('Stopped; nothing is left running.');
  asked.forget();
  return code;
}

function whenAborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}

/** Two signals: the first request to stop, and the second, which insists. `forget` takes the listeners away. */
function listenForStop(): { once: AbortSignal; twice: AbortSignal; forget: () => void } {
  const first = new AbortController();
  const second = new AbortController();
  let askedAt = 0;
  const ask = (): void => {
    const now = performance.now();
    if (!first.signal.aborted) {
      askedAt = now;
      console.log('\nStopping … (once more: at once)');
      first.abort();
    } else if (now - askedAt > SAME_REQUEST_MS) {
      second.abort();
    }
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, ask);
  const parent = process.ppid;
  // npm and its shells do not all pass a signal on: when they are gone, nobody is left who could stop us.
  const orphaned = setInterval(() => {
    if (process.ppid !== parent && !first.signal.aborted) ask();
  }, PARENT_CHECK_MS).unref();
  const forget = (): void => {
    clearInterval(orphaned);
    for (const signal of signals) process.off(signal, ask);
  };
  return { once: first.signal, twice: second.signal, forget };
}
