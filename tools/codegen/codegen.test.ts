import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable } from '@apollo/client';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type DocumentNode, Kind, parse, print } from 'graphql';
import { metaOf } from './trusted-documents.ts';

jest.setTimeout(60_000);

const root = join(import.meta.dirname, '../..');
let project: string;

/** The generator says nothing where NODE_ENV is `test`. */
const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: project, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'development' } });
const generate = (...args: string[]) => {
  const { status, stdout, stderr } = run('@graphql-codegen/cli/cjs/bin.js', '--config', 'codegen.ts', ...args);
  return { status, said: stdout + stderr };
};
const typecheck = () => run('typescript/bin/tsc', '-p', '.');
const feature = (file: string) => join(project, 'app/src/features/plans', file);
const trusted = () => JSON.parse(readFileSync(join(project, 'app/src/gql/trusted-documents.json'), 'utf8')) as Record<string, string>;

/** A folder at the depth of the fixture, so that its imports hold, and outside of what git or the compiler see. */
beforeAll(() => {
  project = mkdtempSync(join(import.meta.dirname, '.fixtures-'));
  cpSync(join(import.meta.dirname, 'fixtures'), project, { recursive: true });
  expect(generate()).toMatchObject({ status: 0 });
});

afterAll(() => rmSync(project, { recursive: true }));

describe('what is generated', () => {
  test('stands beside each document, with the shared types in one file', () => {
    for (const name of ['plan-list', 'plan-page', 'plan-row', 'owner-name']) expect(existsSync(feature(`${name}.generated.ts`))).toBe(true);
    expect(readFileSync(join(project, 'app/src/gql/schema-types.ts'), 'utf8')).toContain("export type PlanStatus =\n  | 'ACTIVE'\n  | 'DRAFT';");
    expect(readFileSync(feature('plan-list.generated.ts'), 'utf8')).toContain("from './plan-row.generated.ts'");
  });

  test('compiles, accepts right uses and refuses wrong ones', () => {
    expect(typecheck()).toMatchObject({ stdout: '', status: 0 });
  });

  test('fails the type check once the schema no longer has what a component uses', () => {
    const schema = join(project, 'api/schema.graphql');
    const before = readFileSync(schema, 'utf8');
    writeFileSync(schema, before.replace('displayName: String!', 'displayName: String'));
    writeFileSync(join(project, 'app/src/name.ts'), `import type { OwnerNameFragment } from './features/plans/owner-name.generated.ts';\nexport const lengthOf = (owner: OwnerNameFragment) => owner.displayName.length;\n`);
    expect(typecheck().status).toBe(0);
    expect(generate().status).toBe(0);
    expect(typecheck().stdout).toContain("name.ts(2,55): error TS18047: 'owner.displayName' is possibly 'null'");
    writeFileSync(schema, before);
    rmSync(join(project, 'app/src/name.ts'));
    expect(generate().status).toBe(0);
  });

  test('is checked for drift without being written', () => {
    expect(generate('--check').status).toBe(0);
    const file = feature('plan-row.graphql');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace('  dueAt\n', ''));
    expect(generate('--check').status).not.toBe(0);
    expect(readFileSync(feature('plan-row.generated.ts'), 'utf8')).toContain('dueAt');
    writeFileSync(file, before);
  });

  test('asks for names in PascalCase and for a known type of every scalar', () => {
    const file = feature('planted.graphql');
    writeFileSync(file, 'query planted { plans { id } }');
    expect(generate().said).toContain('Operation "planted" needs a name in PascalCase');
    rmSync(file);
    const schema = join(project, 'api/schema.graphql');
    const before = readFileSync(schema, 'utf8');
    writeFileSync(schema, before.replaceAll('Instant', 'Moment'));
    expect(generate().said).toContain('Unknown scalar type Moment');
    writeFileSync(schema, before);
    expect(generate().status).toBe(0);
  });
});

describe('trusted documents', () => {
  test('are listed by the hash of their text', () => {
    const entries = Object.entries(trusted());
    expect(entries).toHaveLength(4);
    for (const [id, text] of entries) expect(id).toBe(createHash('sha256').update(text).digest('hex'));
  });

  test('are named by their id in what reaches the link of a real client, and ask for what its cache asks for', async () => {
    const { PlanListDocument } = (await import(feature('plan-list.generated.ts'))) as Record<string, DocumentNode>;
    const { PlanPageDocument, CreatePlanDocument, PlanChangedDocument } = (await import(feature('plan-page.generated.ts'))) as Record<string, DocumentNode>;
    const sent: DocumentNode[] = [];
    const link = new ApolloLink(({ query }) => {
      sent.push(query);
      return new Observable((observer) => observer.error(new Error('nobody answers here')));
    });
    const client = new ApolloClient({ cache: new InMemoryCache(), link });
    await client.query({ query: PlanListDocument as DocumentNode }).catch(() => undefined);
    await client.query({ query: PlanPageDocument as DocumentNode, variables: { id: '1' } }).catch(() => undefined);
    await client.mutate({ mutation: CreatePlanDocument as DocumentNode, variables: { input: { name: 'Safety' } } }).catch(() => undefined);
    await new Promise<void>((resolve) => {
      client.subscribe({ query: PlanChangedDocument as DocumentNode, variables: { id: '1' } }).subscribe({ next: () => resolve(), error: () => resolve() });
    });

    const texts = trusted();
    const ids = sent.map((query) => (query as { __meta__?: { id: string } }).__meta__?.id ?? '');
    expect(new Set(ids)).toEqual(new Set(Object.keys(texts)));
    for (const [position, query] of sent.entries()) expect(inOneOrder(query)).toBe(inOneOrder(parse(texts[ids[position] as string] as string)));
  });

  test('have the same id in whatever order their fragments stand, and another one when anything else changes', () => {
    const [a, b] = ['fragment A on Plan { id }', 'fragment B on Plan { name }'];
    const query = 'query Q { plans { ...A ...B } }';
    const idOf = (text: string) => metaOf(parse(text))?.id;
    expect(idOf(`${query} ${a} ${b}`)).toBe(idOf(`${b} ${query} ${a}`));
    expect(idOf(`${query} ${a} ${b}`)).not.toBe(idOf(`${query} ${a} ${b.replace('name', 'status')}`));
    expect(metaOf(gql(a))).toBeUndefined();
  });
});

function inOneOrder({ definitions }: DocumentNode): string {
  return print({ kind: Kind.DOCUMENT, definitions: definitions.toSorted((x, y) => (nameOf(x) < nameOf(y) ? -1 : 1)) });
}

function nameOf(definition: DocumentNode['definitions'][number]): string {
  return 'name' in definition ? (definition.name?.value ?? '') : '';
}
