import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isInstalled, markInstalled } from './bootstrap/install-stamp.mjs';

let root: string;

const write = (path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'milepost-bootstrap-'));
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'tools/package.json', 'apps/api/package.json', 'packages/domain/package.json']) write(file, '{}');
});

afterEach(() => rmSync(root, { recursive: true }));

test('a fresh clone is not installed', () => {
  expect(isInstalled(root)).toBe(false);
});

test('an installed one stays so while only sources change', () => {
  mkdirSync(join(root, 'node_modules'));
  markInstalled(root);
  write('apps/api/src/server.ts', 'changed');
  expect(isInstalled(root)).toBe(true);
});

test.each(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'tools/package.json', 'apps/api/package.json', 'packages/new/package.json'])('a change of %s asks for another installation', (file) => {
  mkdirSync(join(root, 'node_modules'));
  markInstalled(root);
  write(file, '{ "changed": true }');
  expect(isInstalled(root)).toBe(false);
});

test('a copied or moved clone is installed anew: its links may lead to the old place', () => {
  mkdirSync(join(root, 'node_modules'));
  markInstalled(root);
  const copy = mkdtempSync(join(tmpdir(), 'milepost-bootstrap-'));
  cpSync(root, copy, { recursive: true });
  expect(isInstalled(copy)).toBe(false);
  rmSync(copy, { recursive: true });
});
