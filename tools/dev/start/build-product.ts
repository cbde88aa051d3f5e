import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { withLock } from '../with-lock.ts';
import { runToEnd } from './run-to-end.ts';

/** Where an app's bundler puts its pages; beside it lie the type checker's own outputs. */
export const siteOf = (root: string, app: 'admin' | 'learner'): string => join(root, 'apps', app, 'dist/site');

const outputsOf = (root: string): string[] => [
  join(root, 'apps/api/dist/server.js'),
  join(root, 'apps/api/dist/migrate.js'),
  join(siteOf(root, 'admin'), 'index.html'),
  join(siteOf(root, 'learner'), 'index.html'),
];
const NOT_SOURCES = new Set(['node_modules', 'dist', 'coverage', 'reports']);

/**
 * Compiles the API and bundles both apps below `root`, unless the sources are what they were at the last build. Two processes that ask at once
 * build once. Says which it was. Whether the apps' types hold is `npm test`'s question.
 */
export async function buildProduct(root: string, signal?: AbortSignal): Promise<'built' | 'unchanged'> {
  return await withLock(join(root, '.data/build.lock'), async () => {
    const stamp = join(root, '.data/build-stamp');
    const fingerprint = fingerprintOfSources(root);
    if (outputsOf(root).every((output) => existsSync(output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return 'unchanged';
    const vite = (app: string) => runToEnd(`Bundling apps/${app}`, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], { cwd: join(root, 'apps', app), signal });
    await Promise.all([runToEnd('Compiling the API', [join(root, 'node_modules/typescript/bin/tsc'), '-b', 'apps/api'], { cwd: root, signal }), vite('admin'), vite('learner')]);
    writeFileSync(stamp, fingerprint);
    return 'built';
  });
}

/** A hash over name and content of everything that a build reads: packages, apps, how they are bundled, versions and compiler settings. */
export function fingerprintOfSources(root: string): string {
  const hash = createHash('sha256');
  const add = (path: string) => hash.update(`${relative(root, path)}\0`).update(readFileSync(path)).update('\0');
  for (const file of ['pnpm-lock.yaml', 'tsconfig.base.json']) add(join(root, file));
  for (const folder of ['packages', 'apps', 'tools/vite']) for (const path of filesBelow(join(root, folder))) add(path);
  return hash.digest('hex');
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return NOT_SOURCES.has(entry.name) ? [] : filesBelow(path);
      return entry.isFile() && !/\.test\.tsx?$|\.tsbuildinfo$/.test(entry.name) ? [path] : [];
    });
}
