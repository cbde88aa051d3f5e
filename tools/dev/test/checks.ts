import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesOfTheProject, MOST_LINES, tooLong } from '../../boundaries/file-length.ts';
import { removeAbandonedTestServers } from '../../jest/test-database.ts';
import { startPostgres } from '../postgres.ts';
import { isWithinBudget } from './bundle-budget.ts';
import { type Check, type Outcome, single, sum } from './outcome.ts';
import { runBrowserStories } from './run-browser-stories.ts';
import { runNode } from './run-command.ts';
import { runJest } from './run-jest.ts';

/** Everything that proves the product below `root`, in the order in which `npm test` runs it: what is quick and breaks most comes first. */
export function checksOf(root: string): Check[] {
  const bin = (path: string) => join(root, 'node_modules', path);
  const node = async (...args: string[]) => single(await runNode(args, { cwd: root }));
  const tsc = (...args: string[]) => node(bin('typescript/bin/tsc'), ...args);

  /** A check of something that a part of the product brings: once its source is there, the check is not optional. */
  const once = async (source: string, run: () => Promise<Outcome>): Promise<Outcome> => {
    if (existsSync(join(root, source))) return await run();
    return { passed: 0, failed: 0, notRun: [`what checks ${source}, which is not there yet`] };
  };

  return [
    { id: 'types', title: 'Types', run: async () => sum([await tsc('-b'), await once('packages/domain/tsconfig.test.json', () => tsc('-p', 'packages/domain/tsconfig.test.json'))]) },
    { id: 'lint', title: 'Lint', run: () => node(bin('oxlint/bin/oxlint'), '--type-aware') },
    { id: 'boundaries', title: 'Boundaries (who may import whom)', run: () => node(bin('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', 'tools/boundaries/dependency-cruiser.config.mjs', 'packages', 'apps', 'tools') },
    { id: 'unused', title: 'Unused files, exports and dependencies', run: () => node(bin('knip/bin/knip.js'), '--no-config-hints') },
    { id: 'length', title: `File length (${MOST_LINES} lines)`, run: async () => checkFileLength(root) },
    { id: 'schema', title: 'Drift: the GraphQL schema is what the code emits', run: () => once('apps/api/src/build-schema.ts', () => node('apps/api/dist/build-schema.js', '--check')) },
    { id: 'codegen', title: 'Drift: generated documents and hooks', run: () => once('apps/api/schema.graphql', () => node(bin('@graphql-codegen/cli/cjs/bin.js'), '--config', 'codegen.ts', '--check')) },
    { id: 'migrations', title: 'Drift: the migrations make what the entities say', run: () => once('apps/api/src/check-migrations.ts', () => checkMigrations(root)) },
    { id: 'seed', title: 'Drift: the demonstration’s files are what their generator writes', run: () => once('tools/seed/generate.ts', () => node('tools/seed/generate.ts', '--check')) },
    { id: 'jest', title: 'Tests (jest)', run: () => runJest(root, []) },
    ...(['admin', 'learner'] as const).map((app) => ({
      id: app,
      title: `Bundle of apps/${app} and its budget`,
      run: () => once(`apps/${app}/index.html`, () => buildApp(root, app)),
    })),
    { id: 'stories', title: 'Browser stories', run: () => runBrowserStories(root) },
  ];
}

function checkFileLength(root: string): Outcome {
  const long = tooLong(root, filesOfTheProject(root));
  for (const { path, lines } of long) console.log(`${path}: ${lines} lines`);
  return single(long.length === 0);
}

async function buildApp(root: string, app: 'admin' | 'learner'): Promise<Outcome> {
  const built = await runNode(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], { cwd: join(root, 'apps', app) });
  return built ? sum([single(true), single(isWithinBudget(root, app))]) : single(false);
}

/** On an empty database of its own. */
async function checkMigrations(root: string): Promise<Outcome> {
  await removeAbandonedTestServers();
  const postgres = await startPostgres({ dataDir: mkdtempSync(join(tmpdir(), 'milepost-test-')), purpose: 'test' });
  try {
    const env = { DATABASE_OWNER_URL: postgres.url('owner'), DATABASE_URL: postgres.url('app'), DATABASE_RELAY_URL: postgres.url('relay') };
    return single(await runNode(['--enable-source-maps', 'apps/api/dist/check-migrations.js'], { cwd: root, env }));
  } finally {
    await postgres.stop();
  }
}
