import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { MOST_LINES, tooLong } from './file-length.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'milepost-length-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const lengthOf = (path: string, lines: number) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), 'x\n'.repeat(lines));
  return tooLong(root, [path]);
};

test('a file may have 400 lines', () => {
  expect(lengthOf('apps/api/src/a.ts', MOST_LINES)).toEqual([]);
});

test.each(['apps/api/src/a.ts', 'apps/admin/src/a.test.tsx', 'packages/web/src/ui/a.css', 'README.md'])('a longer one is named: %s', (path) => {
  expect(lengthOf(path, MOST_LINES + 1)).toEqual([{ path, lines: 401 }]);
});

test.each(['apps/admin/src/features/a/list.generated.ts', 'apps/api/src/platform/database/migrations/1-first.ts', 'pnpm-lock.yaml', 'apps/api/schema.graphql', 'tools/seed/data/people.csv'])(
  'what a machine wrote may be longer: %s',
  (path) => {
    expect(lengthOf(path, 1000)).toEqual([]);
  },
);
