import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { fingerprintOfSources } from './start/build-product.ts';

let root: string;

const write = (path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'milepost-build-'));
  write('pnpm-lock.yaml', 'lockfileVersion: 9');
  write('tsconfig.base.json', '{}');
  write('packages/domain/src/index.ts', 'export const a = 1;');
  write('apps/admin/index.html', '<main>');
});

afterEach(() => rmSync(root, { recursive: true }));

test.each([
  ['a source', 'packages/domain/src/index.ts'],
  ['a new file', 'apps/learner/src/new.tsx'],
  ['a page', 'apps/admin/index.html'],
  ['a version', 'pnpm-lock.yaml'],
  ['a compiler setting', 'tsconfig.base.json'],
])('%s that changed makes the next start build again', (_, path) => {
  const before = fingerprintOfSources(root);
  write(path, 'changed');
  expect(fingerprintOfSources(root)).not.toBe(before);
});

test.each([
  ['an installed package', 'apps/admin/node_modules/x/index.js'],
  ['a build’s output', 'apps/admin/dist/index.html'],
  ['a test', 'packages/domain/src/index.test.ts'],
  ['the compiler’s notes', 'packages/domain/tsconfig.tsbuildinfo'],
])('%s that changed does not', (_, path) => {
  const before = fingerprintOfSources(root);
  write(path, 'changed');
  expect(fingerprintOfSources(root)).toBe(before);
});

test('moving a line from one file to another counts as a change', () => {
  write('packages/domain/src/a.ts', 'one\ntwo\n');
  write('packages/domain/src/b.ts', '');
  const before = fingerprintOfSources(root);
  write('packages/domain/src/a.ts', 'one\n');
  write('packages/domain/src/b.ts', 'two\n');
  expect(fingerprintOfSources(root)).not.toBe(before);
});
