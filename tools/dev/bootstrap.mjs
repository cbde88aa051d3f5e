// `npm start`, `npm test` and `npm run dev`, for whatever Node ≥ 20.19 the machine has: installs what the lockfile says where that is not there yet, then runs
// tools/dev/<name>.ts on the Node that the lockfile brought. Plain JavaScript without a dependency, because nothing is installed when it begins.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled, markInstalled } from './bootstrap/install-stamp.mjs';

const PNPM = 'pnpm@12.21.0';
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const [name, ...args] = process.argv.slice(2);

/**
 * Runs a program in the terminal's process group and passes on what only we are told; resolves with its exit code.
 * @param {string} program
 * @param {string[]} programArgs
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
function run(program, programArgs, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArgs, { cwd: root, stdio: 'inherit', ...options });
    /** @type {(signal: NodeJS.Signals) => void} */
    const passOn = (signal) => void child.kill(signal);
    // Ctrl-C reaches the child by itself; we only wait for it to end.
    const wait = () => undefined;
    process.on('SIGINT', wait).on('SIGTERM', passOn).on('SIGHUP', passOn);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      process.off('SIGINT', wait).off('SIGTERM', passOn).off('SIGHUP', passOn);
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM']);
    });
  });
}

if (!isInstalled(root)) {
  const code = await run('npx', ['--yes', PNPM, 'install'], { shell: process.platform === 'win32' });
  if (code !== 0) process.exit(code);
  markInstalled(root);
}

const brought = ['x64', 'arm64'].map((cpu) => join(root, `node_modules/node-linux-${cpu}/bin/node`)).find((path) => existsSync(path));
const node = brought ?? process.execPath;
const path = [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
// As in start/server-options.ts: with these Node 24 ends when it should.
const options = ['--no-maglev', '--no-concurrent-sparkplug', '--import', new URL('check-node.mjs', import.meta.url).href];
process.exit(await run(node, [...options, join(root, `tools/dev/${name}.ts`), ...args], { env: { ...process.env, PATH: path } }));
