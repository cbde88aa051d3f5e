import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import config, { FEATURE_ORDER } from './dependency-cruiser.config.mjs';

jest.setTimeout(60_000);

const repository = join(import.meta.dirname, '../..');
const PACKAGES = ['typeorm', 'type-graphql', 'react', '@mantine/core', '@apollo/client', 'graphql'];

/** A small product in which every layer uses all that it may. */
const CLEAN: Record<string, string> = {
  'packages/domain/package.json': JSON.stringify({ name: '@milepost/domain', exports: { '.': { source: './src/index.ts' }, './shared/*': { source: './src/shared/*.ts' } } }),
  'packages/domain/src/index.ts': `export * from './shared/ids.ts'; export * from './standing/standing.ts';`,
  'packages/domain/src/shared/ids.ts': 'export type Id = string;',
  'packages/domain/src/standing/standing.ts': `import type { Id } from '../shared/ids.ts'; export const standing = (id: Id) => id;`,
  'packages/domain/src/standing/standing.test.ts': `import 'react'; import { standing } from './standing.ts'; standing('');`,
  'packages/web/src/ui/button.tsx': `import 'react'; import '@mantine/core'; import '../i18n/text.ts'; export const Button = 1;`,
  'packages/web/src/i18n/text.ts': 'export const text = 1;',
  'packages/web/src/apollo/client.ts': `import '@apollo/client'; export const client = 1;`,
  'apps/api/src/config.ts': 'export const config = 1;',
  'apps/api/src/server.ts': `import './features/people/index.ts'; import './platform/database/transaction.ts';`,
  'apps/api/src/platform/database/transaction.ts': `import 'typeorm'; import '../../config.ts'; import type { Id } from '@milepost/domain'; export const transaction = (id: Id) => id;`,
  'apps/api/src/platform/testing/database.ts': 'export const testDatabase = 1;',
  'apps/api/src/features/people/index.ts': `export * from './find-person.ts'; export * from './person.resolver.ts';`,
  'apps/api/src/features/people/person.entity.ts': `import 'typeorm'; import { Department } from './department.entity.ts'; export class Person { of = () => Department; }`,
  'apps/api/src/features/people/department.entity.ts': `import 'typeorm'; import { Person } from './person.entity.ts'; export class Department { of = () => Person; }`,
  'apps/api/src/features/people/person.repository.ts': `import 'typeorm'; import { Person } from './person.entity.ts'; export const repository = Person;`,
  'apps/api/src/features/people/find-person.ts': `import '@milepost/domain'; import { repository } from './person.repository.ts'; export const findPerson = repository;`,
  'apps/api/src/features/people/person.resolver.ts': `import 'type-graphql'; import './find-person.ts'; import './person.type.ts'; export const resolver = 1;`,
  'apps/api/src/features/people/person.type.ts': `import 'type-graphql'; export const type = 1;`,
  'apps/api/src/features/people/person.factory.ts': `import './find-person.ts'; export const buildPerson = 1;`,
  'apps/api/src/features/learning-plans/publish-plan.ts': `import '../people/index.ts'; export const publish = 1;`,
  'apps/api/src/features/learning-plans/publish-plan.test.ts': `import 'typeorm'; import '../people/person.factory.ts'; import './publish-plan.ts';`,
  'apps/admin/src/main.tsx': `import './pages/plans.tsx';`,
  'apps/admin/src/paths.ts': 'export const paths = 1;',
  'apps/admin/src/pages/plans.tsx': `import '../features/plans/list.tsx'; import '../features/people/list.tsx';`,
  'apps/admin/src/features/plans/list.tsx': `import '@apollo/client'; import '@milepost/domain'; import '../../paths.ts'; import './row.tsx';`,
  'apps/admin/src/features/plans/row.tsx': 'export const Row = 1;',
  'apps/admin/src/features/people/list.tsx': 'export const List = 1;',
  'apps/learner/src/main.tsx': 'export const main = 1;',
  'tools/e2e/story.ts': 'export const story = 1;',
};

/** For each rule a file that breaks it and nothing else. */
const PLANTED: Record<string, [file: string, content: string]> = {
  'domain-imports-nothing': ['packages/domain/src/standing/now.ts', `import 'node:fs';`],
  'platform-knows-no-feature': ['apps/api/src/platform/events/planted.ts', `import '../../features/people/index.ts';`],
  'platform-takes-shared-domain': ['apps/api/src/platform/events/wake.ts', `import '@milepost/domain/shared/ids';`],
  'feature-door': ['apps/api/src/features/learning-plans/archive-plan.ts', `import '../people/find-person.ts';`],
  'feature-door-in-tests': ['apps/api/src/features/learning-plans/archive-plan.test.ts', `import '../people/person.repository.ts';`],
  'feature-door-from-outside': ['apps/api/src/worker.ts', `import './features/people/find-person.ts';`],
  'feature-has-a-place': ['apps/api/src/features/weather/forecast.ts', `import '../../config.ts';`],
  'typeorm-in-database-files': ['apps/api/src/features/people/merge-people.ts', `import type { A } from 'typeorm'; export type B = A;`],
  'type-graphql-in-graphql-files': ['apps/api/src/features/people/split-people.ts', `import 'type-graphql';`],
  'resolver-calls-use-cases': ['apps/api/src/features/people/team.resolver.ts', `import './person.repository.ts';`],
  'use-case-knows-no-graphql': ['apps/api/src/features/people/when-person-left.ts', `import './person.type.ts';`],
  'database-files-call-no-use-case': ['apps/api/src/features/people/team.queries.ts', `import './find-person.ts';`],
  'api-knows-no-app': ['apps/api/src/features/people/draw.ts', `import '../../../../../packages/web/src/i18n/text.ts';`],
  'web-ui-packages': ['packages/web/src/ui/table.tsx', `import '@apollo/client';`],
  'web-ui-knows-no-data': ['packages/web/src/ui/list.tsx', `import '../apollo/client.ts';`],
  'web-knows-no-app': ['packages/web/src/i18n/planted.ts', `import '../../../../apps/admin/src/paths.ts';`],
  'app-knows-no-other-app': ['apps/learner/src/features/home/home.tsx', `import '../../../../admin/src/paths.ts';`],
  'app-feature-knows-no-other': ['apps/admin/src/features/plans/owner.tsx', `import '../people/list.tsx';`],
  'app-feature-knows-no-page': ['apps/admin/src/features/people/link.tsx', `import '../../pages/plans.tsx';`],
  'app-has-no-barrel': ['apps/admin/src/pages/home.tsx', `import './parts/index.ts';`],
  'e2e-from-outside': ['tools/e2e/cheat.ts', `import '../../apps/admin/src/paths.ts';`],
  'product-knows-no-tool': ['apps/learner/src/planted.ts', `import '../../../tools/e2e/story.ts';`],
  'no-test-in-product': ['apps/learner/src/untested.ts', `import './planted.test.ts';`],
  'no-circle': ['packages/domain/src/shared/a.ts', `import { b } from './b.ts'; export const a = () => b;`],
  resolves: ['apps/learner/src/lost.ts', `import './missing.ts';`],
};
const BESIDE: Record<string, string> = {
  'apps/admin/src/pages/parts/index.ts': 'export const parts = 1;',
  'apps/learner/src/planted.test.ts': 'export const planted = 1;',
  'packages/domain/src/shared/b.ts': `import { a } from './a.ts'; export const b = () => a;`,
};

let root: string;

const write = (path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};

/** Names of the broken rules, each with the file that breaks it. */
function brokenRules(): { rule: string; file: string }[] {
  const run = spawnSync(
    process.execPath,
    [join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), '--config', join(import.meta.dirname, 'dependency-cruiser.config.mjs'), '--output-type', 'json', 'packages', 'apps', 'tools'],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const { summary } = JSON.parse(run.stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } };
  return summary.violations.map(({ rule, from }) => ({ rule: rule.name, file: from }));
}

function writeProduct(): void {
  write('package.json', JSON.stringify({ type: 'module', dependencies: Object.fromEntries(PACKAGES.map((name) => [name, '1.0.0'])) }));
  for (const name of PACKAGES) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  for (const [path, content] of Object.entries(CLEAN)) write(path, content);
  mkdirSync(join(root, 'node_modules/@milepost'));
  symlinkSync(join(root, 'packages/domain'), join(root, 'node_modules/@milepost/domain'));
}

const inNewProduct = () => {
  root = mkdtempSync(join(tmpdir(), 'milepost-boundaries-'));
  writeProduct();
};
const removeProduct = () => rmSync(root, { recursive: true });

describe('a product in which every layer uses what it may', () => {
  beforeEach(inNewProduct);
  afterEach(removeProduct);

  test('breaks no rule', () => {
    expect(brokenRules()).toEqual([]);
  });

  test('breaks a rule for every feature that imports a later one', () => {
    for (const [position, feature] of FEATURE_ORDER.entries()) {
      write(`apps/api/src/features/${feature}/index.ts`, 'export const door = 1;');
      const next = FEATURE_ORDER[position + 1];
      if (next) write(`apps/api/src/features/${feature}/look-ahead.ts`, `import '../${next}/index.ts';`);
    }
    const expected = FEATURE_ORDER.slice(0, -1).map((feature) => ({ rule: `feature-order-${feature}`, file: `apps/api/src/features/${feature}/look-ahead.ts` }));
    expect(brokenRules()).toHaveLength(expected.length);
    expect(brokenRules()).toEqual(expect.arrayContaining(expected));
  });
});

describe('a planted violation is found, and nothing else', () => {
  let found: { rule: string; file: string }[];
  beforeAll(() => {
    inNewProduct();
    for (const [path, content] of [...Object.entries(BESIDE), ...Object.values(PLANTED)]) write(path, content);
    found = brokenRules();
  });
  afterAll(removeProduct);

  test.each(Object.entries(PLANTED))('%s', (rule, [file]) => {
    expect(found.filter((violation) => violation.rule === rule)).toEqual([{ rule, file }]);
  });

  test('for every rule', () => {
    const rules = config.forbidden.map(({ name }) => name).filter((name) => !name.startsWith('feature-order-'));
    expect(Object.keys(PLANTED).sort()).toEqual(rules.sort());
  });
});
