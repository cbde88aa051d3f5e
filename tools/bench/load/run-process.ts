import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Runs a file of this folder in a process of its own: sends it the order, answers its report. Throws when it ends without one. */
export async function runProcess<Report>(file: string, order: unknown): Promise<Report> {
  const child = fork(join(import.meta.dirname, file), { serialization: 'advanced' });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${file} ended with ${String(code)} and without a report`);
  });
  ended.catch(() => {});
  const reported = once(child, 'message').then(([report]) => report as Report);
  child.send(order as object);
  return Promise.race([reported, ended]);
}
