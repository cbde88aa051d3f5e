import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until the answer is something, at most for `seconds`. Throws, saying what did not come. */
export async function eventually<T>(what: string, ask: () => Promise<T | undefined | false> | T | undefined | false, seconds = 20): Promise<T> {
  const end = Date.now() + seconds * 1000;
  while (true) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited ${seconds} s in vain: ${what}`);
    await pause(20);
  }
}
