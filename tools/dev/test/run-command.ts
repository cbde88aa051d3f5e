import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { withoutLateCompilers } from '../start/server-options.ts';

/** No check takes half as long; one that hangs would keep the others from being told of. */
const patienceMilliseconds = 40 * 60_000;

interface RunOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds. */
  readonly patience?: number;
}

/** Runs Node with `args`, its output on our screen; says whether it ended well. What does not end is ended, with a word. */
export async function runNode(args: string[], { cwd, env, patience = patienceMilliseconds }: RunOptions): Promise<boolean> {
  const child = spawn(process.execPath, [...withoutLateCompilers, ...args], { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] });
  const tooLong = setTimeout(() => {
    console.error(`Ended after ${patience / 60_000} minutes: ${args.join(' ')}`);
    child.kill('SIGKILL');
  }, patience);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(tooLong);
  return code === 0;
}
