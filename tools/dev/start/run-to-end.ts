import { spawn } from 'node:child_process';
import { withoutLateCompilers } from './server-options.ts';
import { StartProblem } from './steps.ts';

interface RunOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  signal?: AbortSignal;
}

/** Standard output of a program that ran to its end. What it wrote is shown only when it fails, as a `StartProblem` with that text. `signal` ends it. */
export async function runToEnd(what: string, args: string[], { cwd, env, signal }: RunOptions): Promise<string> {
  return await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...withoutLateCompilers, ...args], { cwd, env: { ...process.env, ...env }, signal, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let all = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      all += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      all += text;
    });
    child.on('error', reject);
    child.on('close', (code, killedBy) => {
      if (code === 0) resolve(out);
      else reject(new StartProblem(`${what} failed (${killedBy ?? `exit code ${code}`}):\n${all.trimEnd()}`));
    });
  });
}
