import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { buildGrant } from '../access/caller.factory.ts';
import { applyOperation } from '../operations/index.ts';
import { buildOrganization } from '../organizations/organization.factory.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';
import { runJob } from '../../platform/testing/run-job.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let organizationId: string;
let admin: TestSession;
let people: readonly BuiltPerson[];

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

beforeEach(async () => {
  const { database } = server.services;
  organizationId = await buildOrganization(database, { name: 'Merging' });
  people = await buildPeople(database, organizationId, [
    { department: ['Head'], partnerAccount: 'Alpha' },
    { department: ['Sales'], partnerAccount: 'Beta' },
    { department: ['Sales'], partnerAccount: 'Beta' },
    { department: ['Sales', 'North'] },
    { department: ['Field', 'South'] },
  ]);
  await buildGrant(database, people[0]!, 'MASTER_ADMIN');
  admin = await server.signInAs(people[0]!);
});

interface Shown {
  readonly __typename: string;
  readonly id: string;
  readonly state: string;
  readonly previewHash: string;
  readonly counts: readonly { readonly class: string; readonly rows: number }[];
  readonly result: readonly { readonly class: string; readonly rows: number }[];
  readonly rows: { readonly edges: readonly { readonly node: { readonly class: string; readonly details: { readonly name?: string } | null; readonly person: { readonly id: string } | null } }[] };
  readonly problems?: readonly { readonly code: string; readonly message: string }[];
}

const shown = 'id state previewHash counts { class rows } result { class rows } rows(first: 50) { edges { node { class details person { id } } } }';
const counted = (counts: Shown['counts']): Record<string, number> => Object.fromEntries(counts.map((each) => [each.class, each.rows]));

async function ask(field: string, input: object): Promise<Shown> {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
  const answer = await admin.ask<Record<string, Shown>>(
    `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ... on Operation { ${shown} } ... on Refusal { problems { code message } } } }`,
    { input },
  );
  return answer[field]!;
}

async function carryOut({ id, previewHash }: Pick<Shown, 'id' | 'previewHash'>): Promise<Shown> {
  const committed = await ask('commitOperation', { operationId: id, previewHash });
  if (committed.__typename !== 'Operation') return committed;
  await runJob(applyOperation, server.services.database, organizationId, { operationId: id });
  return (await admin.ask<{ operation: Shown }>(`query ($id: ID!) { operation(id: $id) { __typename ${shown} } }`, { id })).operation;
}

interface Place {
  readonly id: string;
  readonly name: string;
  readonly path: string[];
  readonly rowVersion: number;
  readonly peopleCount: number;
}
const tree = async (): Promise<Place[]> => (await admin.ask<{ departments: Place[] }>('{ departments { id name path rowVersion peopleCount } }')).departments;
const paths = async (): Promise<string[]> => (await tree()).map((each) => `${each.path.join('/')} ${each.peopleCount}`);
const department = async (name: string): Promise<Place> => (await tree()).find((each) => each.name === name)!;
const audience = async (departmentId: string): Promise<number> => {
  const { audiencePreview } = await admin.ask<{ audiencePreview: { people: number } }>('query ($audience: Json!) { audiencePreview(audience: $audience) { ... on AudiencePreview { people } } }', {
    audience: { kind: 'DEPARTMENTS', departmentIds: [departmentId], includeSubDepartments: false },
  });
  return audiencePreview.people;
};
const preview = async (from: string, into: string): Promise<Shown> => ask('previewMerge', { place: 'DEPARTMENT', fromId: (await department(from)).id, intoId: (await department(into)).id });

describe('merging a department into another [U21, X10]', () => {
  test('previews who moves and what comes below the other, and changes nothing before it is committed', async () => {
    const previewed = await preview('Sales', 'Field');
    expect(counted(previewed.counts)).toEqual({ MERGED: 1, PART: 1, MOVED: 2 });
    expect(previewed.rows.edges.map(({ node }) => node.details?.name ?? node.class)).toEqual(['Sales', 'North', 'MOVED', 'MOVED']);
    expect(previewed.rows.edges.filter(({ node }) => node.class === 'MOVED').map(({ node }) => node.person!.id).sort()).toEqual([people[1]!.id, people[2]!.id].sort());
    expect(await paths()).toContain('Sales 3');
  });

  test('moves its people and parts; an audience that names it means the other; all rows have an outcome', async () => {
    const sales = await department('Sales');
    const done = await carryOut(await preview('Sales', 'Field'));
    expect(done).toMatchObject({ state: 'DONE' });
    expect(counted(done.result)).toEqual({ MERGED: 1, PART: 1, MOVED: 2 });
    expect(await paths()).toEqual(['Field 4', 'Field/North 1', 'Field/South 1', 'Head 1']);
    expect(await audience(sales.id)).toBe(2);
  });

  test('is refused as stale when somebody came meanwhile, and the new preview shows them', async () => {
    const previewed = await preview('Sales', 'Field');
    await buildPeople(server.services.database, organizationId, [{ department: ['Sales'] }]);
    expect(await carryOut(previewed)).toMatchObject({ __typename: 'StalePreview' });
    const again = await admin.ask<{ operation: Shown }>(`query ($id: ID!) { operation(id: $id) { ${shown} } }`, { id: previewed.id });
    expect(counted(again.operation.counts)).toMatchObject({ MOVED: 3 });
  });

  test('is refused into itself, into a part of it, and where both have parts of one name', async () => {
    expect(await preview('Sales', 'North')).toMatchObject({ __typename: 'InputRefused', problems: [{ code: 'DEPARTMENT_INTO_OWN_PART' }] });
    await buildPeople(server.services.database, organizationId, [{ department: ['Field', 'North'] }]);
    const alike = await preview('Sales', 'Field');
    expect(alike).toMatchObject({ __typename: 'InputRefused', problems: [{ code: 'DEPARTMENT_PARTS_ALIKE' }] });
    expect(alike.problems![0]!.message).toContain('“North”');
  });

  test('taken back, all is as it was; who was moved on since stays where they are', async () => {
    const done = await carryOut(await preview('Sales', 'Field'));
    const { person } = await admin.ask<{ person: { rowVersion: number } }>('query ($id: ID!) { person(id: $id) { rowVersion } }', { id: people[1]!.id });
    const moved = await admin.ask<{ updatePerson: { __typename: string } }>('mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { __typename } }', {
      input: { personId: people[1]!.id, rowVersion: person.rowVersion, departmentId: (await department('Head')).id },
    });
    expect(moved.updatePerson.__typename).toBe('Person');
    const undo = await ask('previewUndo', { operationId: done.id });
    expect(counted(undo.counts)).toEqual({ TAKEN_BACK: 3, LEFT_CHANGED_SINCE: 1 });
    const undone = await carryOut(undo);
    expect(counted(undone.result)).toEqual({ TAKEN_BACK: 3, LEFT_CHANGED_SINCE: 1 });
    expect(await paths()).toEqual(['Field 1', 'Field/South 1', 'Head 2', 'Sales 2', 'Sales/North 1']);
  });

  test('cannot be taken back where its name has been given to another: all is left, and listed', async () => {
    const done = await carryOut(await preview('Sales', 'Field'));
    await buildPeople(server.services.database, organizationId, [{ department: ['Sales'] }]);
    const undo = await ask('previewUndo', { operationId: done.id });
    expect(counted(undo.counts)).toEqual({ LEFT_CHANGED_SINCE: 4 });
  });
});

test('partner accounts merge too, and their people learn for the other from then on', async () => {
  const { partnerAccounts } = await admin.ask<{ partnerAccounts: { id: string; name: string }[] }>('{ partnerAccounts { id name } }');
  const id = (name: string): string => partnerAccounts.find((each) => each.name === name)!.id;
  const done = await carryOut(await ask('previewMerge', { place: 'PARTNER_ACCOUNT', fromId: id('Beta'), intoId: id('Alpha') }));
  expect(counted(done.result)).toEqual({ MERGED: 1, MOVED: 2 });
  const listed = async () => (await admin.ask<{ namedPlaces: { name: string; peopleCount: number }[] }>('{ namedPlaces(kind: PARTNER_ACCOUNT) { name peopleCount } }')).namedPlaces;
  expect(await listed()).toEqual([{ name: 'Alpha', peopleCount: 3 }]);
  await carryOut(await ask('previewUndo', { operationId: done.id }));
  // Who belonged to the other before is not told from who was moved there, but by the rows of the merge.
  expect(await listed()).toEqual([{ name: 'Alpha', peopleCount: 1 }, { name: 'Beta', peopleCount: 2 }]);
});
