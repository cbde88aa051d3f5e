import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildCaller, buildGrant } from '../access/caller.factory.ts';
import { buildOrganization } from '../organizations/organization.factory.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';

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
  organizationId = await buildOrganization(database, { name: 'Tree' });
  people = await buildPeople(database, organizationId, [{ department: ['Head'] }, { department: ['Sales', 'North'] }, { department: ['Sales', 'South'] }, { department: ['一部'] }]);
  await buildGrant(database, people[0]!, 'MASTER_ADMIN');
  admin = await server.signInAs(people[0]!);
});

interface Shown {
  readonly __typename: string;
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly path: string[];
  readonly rowVersion: number;
  readonly peopleCount: number;
  readonly currentRowVersion?: number;
  readonly problems?: readonly { readonly code: string; readonly message: string; readonly field: string | null }[];
}

const tree = async (): Promise<Shown[]> => (await admin.ask<{ departments: Shown[] }>('{ departments { id name parentId path rowVersion peopleCount } }')).departments;
const paths = async (): Promise<string[]> => (await tree()).map((each) => `${each.path.join('/')} ${each.peopleCount}`);
const find = async (name: string): Promise<Shown> => (await tree()).find((each) => each.name === name)!;

async function act(name: string, input: object, client: TestSession = admin): Promise<Shown> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const shown = name === 'removeDepartment' ? '... on Removed { id }' : '... on Department { id name parentId path rowVersion }';
  const answer = await client.ask<Record<string, Shown>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${shown} ... on Refusal { problems { code message field } } ... on StaleEdit { currentRowVersion } } }`,
    { input },
  );
  return answer[name]!;
}

const on = ({ id, rowVersion }: Shown) => ({ departmentId: id, rowVersion });
const events = async (): Promise<string[]> => {
  const rows = await server.services.database.read({ organizationId }, (transaction) =>
    transaction.query<{ type: string; department: string }>(`SELECT type, ids->>'departmentId' AS department FROM event_log WHERE organization_id = $1 AND type = 'departments.changed' ORDER BY occurred_at`, [organizationId]),
  );
  return rows.map((row) => row.department);
};

describe('the tree of departments [D23, 2.1]', () => {
  test('grows at the top and below, and every change is told as an event', async () => {
    const finance = await act('createDepartment', { name: ' Finance ' });
    expect(finance).toMatchObject({ __typename: 'Department', name: 'Finance', path: ['Finance'], parentId: null });
    const audit = await act('createDepartment', { name: 'Audit', parentId: finance.id });
    expect(audit.path).toEqual(['Finance', 'Audit']);
    expect(await events()).toEqual([finance.id, audit.id]);
    expect(await paths()).toContain('Finance/Audit 0');
  });

  test('has no two of one name at a place, whatever their case', async () => {
    expect(await act('createDepartment', { name: 'SALES' })).toMatchObject({ __typename: 'InputRefused', problems: [{ code: 'DEPARTMENT_NAME_TAKEN', field: 'name' }] });
    expect(await act('createDepartment', { name: 'North', parentId: (await find('Head')).id })).toMatchObject({ __typename: 'Department' });
  });

  test('a department is renamed; what it was called stays, dated', async () => {
    const sales = await find('Sales');
    expect(await act('renameDepartment', { ...on(sales), name: 'Field' })).toMatchObject({ name: 'Field', rowVersion: sales.rowVersion + 1 });
    const kept = await server.services.database.read({ organizationId }, (transaction) =>
      transaction.query<{ name: string }>('SELECT name FROM department_revision WHERE organization_id = $1 AND department_id = $2 ORDER BY valid_from', [organizationId, sales.id]),
    );
    expect(kept.map(({ name }) => name)).toEqual(['Sales', 'Field']);
    expect(await paths()).toContain('Field/North 1');
  });

  test('a stale edit is refused with the version that there is now', async () => {
    const sales = await find('Sales');
    await act('renameDepartment', { ...on(sales), name: 'Field' });
    expect(await act('moveDepartment', { ...on(sales), parentId: (await find('Head')).id })).toMatchObject({ __typename: 'StaleEdit', currentRowVersion: sales.rowVersion + 1 });
  });

  test('a department moves with all below it, and who is counted moves along', async () => {
    await act('moveDepartment', { ...on(await find('Sales')), parentId: (await find('Head')).id });
    expect(await paths()).toEqual(['Head 3', 'Head/Sales 2', 'Head/Sales/North 1', 'Head/Sales/South 1', '一部 1']);
    await act('moveDepartment', { ...on(await find('Sales')), parentId: null });
    expect(await paths()).toContain('Sales 2');
  });

  test('no department comes below itself: the way is told by names', async () => {
    const refused = await act('moveDepartment', { ...on(await find('Sales')), parentId: (await find('North')).id });
    expect(refused).toMatchObject({ __typename: 'InputRefused', problems: [{ code: 'DEPARTMENT_UNDER_ITSELF', field: 'parentId' }] });
    expect(refused.problems![0]!.message).toContain('Sales › North');
  });

  test('of two moves at once that would make a circle, one is refused', async () => {
    const [head, sales] = [await find('Head'), await find('Sales')];
    const answers = await Promise.all([act('moveDepartment', { ...on(head), parentId: sales.id }), act('moveDepartment', { ...on(sales), parentId: head.id })]);
    expect(answers.map((each) => each.__typename).sort()).toEqual(['Department', 'InputRefused']);
    expect(await tree()).toHaveLength(5);
  });

  test('a department of another organization is not there', async () => {
    const other = await buildOrganization(server.services.database, { name: 'Other' });
    const [theirs] = await buildPeople(server.services.database, other, [{ department: ['Theirs'] }]);
    expect(await act('createDepartment', { name: 'X', parentId: theirs!.departmentId })).toMatchObject({ problems: [{ code: 'UNKNOWN_DEPARTMENT' }] });
    expect(await act('renameDepartment', { departmentId: theirs!.departmentId, rowVersion: 1, name: 'X' })).toMatchObject({ __typename: 'NotFound' });
  });
});

describe('removing a department', () => {
  test('which nobody refers to, frees its name', async () => {
    const empty = await act('createDepartment', { name: 'Empty' });
    expect(await act('removeDepartment', on(empty))).toEqual({ __typename: 'Removed', id: empty.id });
    expect((await tree()).map(({ name }) => name)).not.toContain('Empty');
    expect(await act('createDepartment', { name: 'Empty' })).toMatchObject({ __typename: 'Department' });
  });

  test('is refused while somebody is in it, something below it, an audience, a range or a scope names it: all of them are told', async () => {
    const { database } = server.services;
    const sales = await find('Sales');
    await buildGrant(database, people[1]!, 'SUB_ADMIN', { scopeKind: 'DEPARTMENT', scopeId: sales.id });
    await database.write(buildCaller(people[0]!, 'MASTER_ADMIN'), async (transaction) => {
      const audience = JSON.stringify({ kind: 'OR', operands: [{ kind: 'EVERYONE' }, { kind: 'DEPARTMENTS', departmentIds: [sales.id], includeSubDepartments: true }] });
      await transaction.query(
        `INSERT INTO assignment (organization_id, id, number, name, audience, mode, state, on_leave) VALUES
         ($1, gen_random_uuid(), 7, 'Security', $2, 'DYNAMIC', 'ACTIVE', 'KEEP'), ($1, gen_random_uuid(), 8, 'Long done', $2, 'ONE_TIME', 'DONE', 'KEEP')`,
        [organizationId, audience],
      );
      await transaction.query(`INSERT INTO person_group (organization_id, id, name, name_key, kind, rule) VALUES ($1, gen_random_uuid(), 'Sellers', 'sellers', 'DYNAMIC', $2)`, [organizationId, audience]);
    });
    const refused = await act('removeDepartment', on(sales));
    expect(refused).toMatchObject({ __typename: 'InputRefused', problems: [{ code: 'STILL_USED' }] });
    const { message } = refused.problems![0]!;
    for (const part of ['“Sales”', '2 departments below it', '“7 Security”', '“Sellers”', people[1]!.displayName]) expect(message).toContain(part);
    expect(message).not.toContain('Long done');
    const inUse = await act('removeDepartment', on(await find('一部')));
    expect(inUse.problems![0]!.message).toContain('1 person');
  });
});
