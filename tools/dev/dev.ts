import { join } from 'node:path';
import { choosePort } from './start/choose-port.ts';
import { runToEnd } from './start/run-to-end.ts';
import { type Running, runUntilStopped } from './start/run-until-stopped.ts';
import { originOf, prepare, printAddresses } from './start/start-product.ts';
import { step } from './start/steps.ts';
import { supervise, type Supervised, waitUntilReady } from './start/supervise.ts';
import { serverOptions } from './start/server-options.ts';

const root = join(import.meta.dirname, '../..');
const tsc = join(root, 'node_modules/typescript/bin/tsc');

/** As `npm start`, but every part restarts or reloads by itself when its sources change. */
async function startWithReload(running: Running): Promise<Supervised> {
  const host = process.env.HOST || '127.0.0.1';
  const [api, admin, learner] = [await choosePort(host, process.env.PORT), await choosePort(host, undefined), await choosePort(host, undefined)];
  await step('Compiling the API', () => runToEnd('The compiler', [tsc, '-b', 'apps/api'], { cwd: root, signal: running.signal }));
  const { serverEnv, accounts } = await prepare({ root, env: process.env }, running);
  const origin = originOf(host, api.port);

  const keepRunning = (args: string[], cwd: string, env: NodeJS.ProcessEnv): Supervised => {
    const child = supervise(args, { cwd, env });
    running.stops.push((force) => child.stop(force));
    return child;
  };
  const bundler = (app: string, port: number) =>
    keepRunning(['node_modules/vite/bin/vite.js', '--host', host, '--port', String(port), '--strictPort'], join(root, 'apps', app), { ...process.env, API_URL: origin });

  const parts = [
    keepRunning([tsc, '-b', 'apps/api', '--watch', '--preserveWatchOutput'], root, process.env),
    keepRunning([...serverOptions, '--watch', 'apps/api/dist/server.js'], root, { ...serverEnv, HOST: host, PORT: String(api.port) }),
    bundler('admin', admin.port),
    bundler('learner', learner.port),
  ];
  const ended = Promise.race(parts.map((part) => part.ended));
  await step('API', () => waitUntilReady(`${origin}/readyz`, { ended }, running.signal));
  printAddresses(origin, accounts, `${originOf(host, admin.port)}/admin/`, `${originOf(host, learner.port)}/learn/`);
  return { ended, stop: async () => undefined };
}

console.log('Milepost, for development');
process.exit(await runUntilStopped(startWithReload));
