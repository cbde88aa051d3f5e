import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs Node with `args`, its output on our screen; says whether it ended well. */
export async function runNode(args: string[], { cwd, env }: { cwd: string; env?: NodeJS.ProcessEnv }): Promise<boolean> {
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0;
}
