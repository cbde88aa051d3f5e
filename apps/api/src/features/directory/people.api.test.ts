import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { searchWords } from '@milepost/domain';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildGrant } from '../access/caller.factory.ts';
import { buildOrganization } from '../organizations/organization.factory.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let organizationId: string;
let admin: TestSession;
let people: Readonly<Record<'admin' | 'boss' | 'mia' | 'partner' | 'sales', BuiltPerson>>;

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
  organizationId = await buildOrganization(database, { name: 'People' });
  const [one, boss, mia, partner, sales] = (await buildPeople(database, organizationId, [
    { displayName: 'Ada Admin', department: ['Head'] },
    { displayName: 'Bo Boss', employeeNumber: 'B1', department: ['Sales'] },
    { displayName: 'Mia Müller', employeeNumber: 'M1', email: 'mia@example.com', managerNumber: 'B1', department: ['Sales', 'North'] },
    { displayName: 'Pat Partner', partnerAccount: 'Contoso' },
    { displayName: 'Sam Sub', department: ['Sales'] },
  ])) as [BuiltPerson, BuiltPerson, BuiltPerson, BuiltPerson, BuiltPerson];
  people = { admin: one, boss, mia, partner, sales };
  await buildGrant(database, one, 'MASTER_ADMIN');
  await buildGrant(database, partner, 'PARTNER_ADMIN', { scopeKind: 'PARTNER_ACCOUNT', scopeId: partner.partnerAccountId });
  await buildGrant(database, sales, 'SUB_ADMIN', { scopeKind: 'DEPARTMENT', scopeId: sales.departmentId });
  admin = await server.signInAs(one);
});

interface Shown {
  readonly __typename: string;
  readonly id: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly status: string;
  readonly rowVersion: number;
  readonly department: { readonly name: string } | null;
  readonly manager: { readonly name: string } | null;
  readonly partnerAccount: { readonly name: string } | null;
  readonly viewerCan: { readonly edit: boolean };
  readonly currentRowVersion?: number;
  readonly problems?: readonly { readonly code: string; readonly message: string; readonly field: string | null }[];
}
const shown = 'id displayName email status rowVersion locale timeZone department { name } manager { name } partnerAccount { name } viewerCan { edit }';

async function act(name: 'createPerson' | 'updatePerson' | 'setPersonStatus' | 'updateMyProfile', input: object, client: TestSession = admin): Promise<Shown> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const answer = await client.ask<Record<string, Shown>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on Person { ${shown} } ... on Refusal { problems { code message field } } ... on StaleEdit { currentRowVersion } } }`,
    { input },
  );
  return answer[name]!;
}
const read = async (id: string, client: TestSession = admin): Promise<Shown> => (await client.ask<{ person: Shown }>(`query ($id: ID!) { person(id: $id) { ${shown} } }`, { id })).person;
const on = async ({ id }: BuiltPerson) => ({ personId: id, rowVersion: (await read(id)).rowVersion });
const refused = (answer: Shown) => [answer.__typename, ...(answer.problems ?? []).map(({ code, field }) => `${code} ${field}`)];
const rows = <Row extends object>(sql: string, parameters: unknown[]): Promise<Row[]> =>
  server.services.database.read({ organizationId }, (transaction) => transaction.query<Row>(sql, [organizationId, ...parameters]));

describe('a person by hand [D26, 2.1]', () => {
  test('is created with what was typed, tidied; the rest is as the organization has it', async () => {
    const made = await act('createPerson', { displayName: '  Zoë  Zhang ', employeeNumber: ' Z-1 ', departmentId: people.mia.departmentId, managerId: people.boss.id });
    expect(made).toMatchObject({ __typename: 'Person', displayName: 'Zoë Zhang', status: 'ACTIVE', department: { name: 'North' }, manager: { name: 'Bo Boss' }, rowVersion: 1 });
    expect(await rows('SELECT status FROM person_revision WHERE organization_id = $1 AND person_id = $2', [made.id])).toEqual([{ status: 'ACTIVE' }]);
    expect(await rows(`SELECT act FROM audit_entry WHERE organization_id = $1 AND subject_id = $2`, [made.id])).toEqual([{ act: 'person.create' }]);
    expect(await rows(`SELECT type FROM event_log WHERE organization_id = $1 AND ids->>'personId' = $2`, [made.id])).toEqual([{ type: 'people.changed' }]);
  });

  test('is refused with everything that is wrong, each at its field', async () => {
    expect(refused(await act('createPerson', { displayName: ' ', email: 'no address', timeZone: 'Mars/Base' }))).toEqual(['InputRefused', 'INVALID_EMAIL email', 'NAME_MISSING displayName', 'UNKNOWN_TIME_ZONE timeZone']);
    expect(refused(await act('createPerson', { displayName: 'Nobody' }))).toEqual(['InputRefused', 'MISSING_IDENTIFIER null']);
    expect(refused(await act('createPerson', { displayName: 'Twice', email: 'MIA@example.com', employeeNumber: 'm1' }))).toEqual(['InputRefused', 'IDENTIFIER_TAKEN employeeNumber', 'IDENTIFIER_TAKEN email']);
    expect(refused(await act('createPerson', { displayName: 'Lost', email: 'x@example.com', departmentId: people.admin.id }))).toEqual(['InputRefused', 'UNKNOWN_DEPARTMENT departmentId']);
  });

  test('changes only in what is sent; where they belonged stays, dated', async () => {
    const changed = await act('updatePerson', { ...(await on(people.mia)), departmentId: people.admin.departmentId, email: null });
    expect(changed).toMatchObject({ displayName: 'Mia Müller', email: null, department: { name: 'Head' }, manager: { name: 'Bo Boss' } });
    const kept = await rows<{ name: string; live: boolean }>(
      `SELECT d.name, a.valid_to IS NULL AS live FROM affiliation a JOIN department d ON d.organization_id = $1 AND d.id = a.department_id
       WHERE a.organization_id = $1 AND a.person_id = $2 ORDER BY a.valid_from`,
      [people.mia.id],
    );
    expect(kept).toEqual([{ name: 'North', live: false }, { name: 'Head', live: true }]);
  });

  test('has what another system knows them by, which nobody else has, and which is told by its case [X5]', async () => {
    const made = await act('createPerson', { displayName: 'Xia', employeeNumber: 'X-1', externalId: ' 003A ' });
    const externalIdOf = async (id: unknown) => (await rows('SELECT external_id AS is FROM person WHERE organization_id = $1 AND id = $2', [id]))[0];
    expect(await externalIdOf(made.id)).toEqual({ is: '003A' });
    expect(refused(await act('updatePerson', { ...(await on(people.mia)), externalId: '003A' }))).toEqual(['InputRefused', 'IDENTIFIER_TAKEN externalId']);
    await act('updatePerson', { ...(await on(people.mia)), externalId: '003a' });
    expect(await externalIdOf(people.mia.id)).toEqual({ is: '003a' });
  });

  test('keeps one of the two identifiers', async () => {
    expect(refused(await act('updatePerson', { ...(await on(people.mia)), email: null, employeeNumber: null }))).toEqual(['InputRefused', 'MISSING_IDENTIFIER null']);
  });

  test('a stale edit is refused, and nothing of it is saved', async () => {
    const seen = await on(people.mia);
    await act('updatePerson', { ...seen, displayName: 'Mia Meier' });
    expect(await act('updatePerson', { ...seen, email: 'new@example.com' })).toMatchObject({ __typename: 'StaleEdit', currentRowVersion: seen.rowVersion + 1 });
    expect(await read(people.mia.id)).toMatchObject({ displayName: 'Mia Meier', email: 'mia@example.com' });
  });

  test('nobody manages themselves through others: the circle is told by names', async () => {
    const circle = await act('updatePerson', { ...(await on(people.boss)), managerId: people.mia.id });
    expect(refused(circle)).toEqual(['InputRefused', 'MANAGER_CYCLE managerId']);
    expect(circle.problems![0]!.message).toMatch(/Mia Müller.*Bo Boss/);
    expect(refused(await act('updatePerson', { ...(await on(people.boss)), managerId: people.boss.id }))).toEqual(['InputRefused', 'MANAGER_CYCLE managerId']);
  });

  test('of two edits at once that would make a circle, one is refused', async () => {
    const [first, second] = [await on(people.admin), await on(people.sales)];
    const answers = await Promise.all([act('updatePerson', { ...first, managerId: people.sales.id }), act('updatePerson', { ...second, managerId: people.admin.id })]);
    expect(answers.map((each) => each.__typename).sort()).toEqual(['InputRefused', 'Person']);
  });
});

describe('suspend, return, leave [2.1, 2.5]', () => {
  const audience = async (): Promise<number> =>
    (await admin.ask<{ audiencePreview: { people: number } }>('{ audiencePreview(audience: {kind: "EVERYONE"}) { ... on AudiencePreview { people } } }')).audiencePreview.people;

  test('who is suspended is in no audience and signed out, and is back after the return; each is kept, dated', async () => {
    const mia = await server.signInAs(people.mia);
    const before = await audience();
    expect(await act('setPersonStatus', { ...(await on(people.mia)), status: 'SUSPENDED', reason: 'Parental leave' })).toMatchObject({ __typename: 'Person', status: 'SUSPENDED' });
    expect(await audience()).toBe(before - 1);
    expect((await mia.graphql('{ viewer { id } }')).body.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    await act('setPersonStatus', { ...(await on(people.mia)), status: 'ACTIVE' });
    expect(await audience()).toBe(before);
    expect(await rows('SELECT status FROM person_revision WHERE organization_id = $1 AND person_id = $2 ORDER BY valid_from', [people.mia.id])).toEqual([
      { status: 'ACTIVE' }, { status: 'SUSPENDED' }, { status: 'ACTIVE' },
    ]);
  });

  test('nobody suspends themselves, nor an admin whom they could not have named', async () => {
    expect(refused(await act('setPersonStatus', { ...(await on(people.admin)), status: 'LEFT' }))).toEqual(['InputRefused', 'NOT_ONESELF null']);
    const { database } = server.services;
    const [helper] = await buildPeople(database, organizationId, [{}]);
    await buildGrant(database, helper!, 'PLAN_ADMIN', { rights: ['PEOPLE'] });
    const client = await server.signInAs(helper!);
    expect(refused(await act('setPersonStatus', { ...(await on(people.admin)), status: 'LEFT' }, client))).toEqual(['NotAllowed', 'NOT_ALLOWED null']);
    expect(refused(await act('setPersonStatus', { ...(await on(people.mia)), status: 'LEFT' }, client))).toEqual(['Person']);
  });
});

describe('within one’s scope [D35, U41]', () => {
  test('a partner admin looks after the partner’s people and nobody else, and adds them to the partner', async () => {
    const client = await server.signInAs(people.partner);
    const made = await act('createPerson', { displayName: 'New Partner', email: 'np@contoso.example' }, client);
    expect(made).toMatchObject({ __typename: 'Person', partnerAccount: { name: 'Contoso' }, viewerCan: { edit: true } });
    expect(refused(await act('createPerson', { displayName: 'Not ours', email: 'no@example.com', partnerAccountId: null }, client))).toEqual(['InputRefused', 'OUTSIDE_OWN_SCOPE null']);
    expect(refused(await act('updatePerson', { ...(await on(people.mia)), displayName: 'Taken' }, client))).toEqual(['NotFound', 'NOT_FOUND null']);
    const theirs = { personId: made.id, rowVersion: made.rowVersion };
    expect(refused(await act('updatePerson', { ...theirs, departmentId: people.admin.departmentId }, client))).toEqual(['InputRefused', 'UNKNOWN_DEPARTMENT departmentId']);
    expect(refused(await act('updatePerson', { ...theirs, managerId: people.boss.id }, client))).toEqual(['InputRefused', 'UNKNOWN_PERSON managerId']);
    expect(refused(await act('updatePerson', { ...theirs, partnerAccountId: null }, client))).toEqual(['InputRefused', 'OUTSIDE_OWN_SCOPE null']);
  });

  test('a department’s sub admin looks after those in it and below, and moves nobody out of it', async () => {
    const client = await server.signInAs(people.sales);
    expect(await act('updatePerson', { ...(await on(people.mia)), displayName: 'Mia M.' }, client)).toMatchObject({ __typename: 'Person' });
    expect(refused(await act('updatePerson', { ...(await on(people.mia)), departmentId: people.admin.departmentId }, client))).toEqual(['InputRefused', 'UNKNOWN_DEPARTMENT departmentId']);
    expect(refused(await act('updatePerson', { ...(await on(people.admin)), displayName: 'X' }, client))).toEqual(['NotFound', 'NOT_FOUND null']);
    expect(await act('createPerson', { displayName: 'Ours', email: 'ours@example.com', departmentId: people.sales.departmentId }, client)).toMatchObject({ __typename: 'Person' });
  });

  test('everybody sets their own language and time zone, and nothing else', async () => {
    const mia = await server.signInAs(people.mia);
    expect(await act('updateMyProfile', { timeZone: 'Asia/Shanghai', locale: 'zh_cn' }, mia)).toMatchObject({ __typename: 'Person', locale: 'zh-CN', timeZone: 'Asia/Shanghai', displayName: 'Mia Müller' });
    expect(refused(await act('updateMyProfile', { timeZone: 'Mars/Base' }, mia))).toEqual(['InputRefused', 'UNKNOWN_TIME_ZONE timeZone']);
    const { body } = await mia.graphql('mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { __typename } }', { input: { ...(await on(people.mia)), displayName: 'Boss' } });
    expect(body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

test('a person’s history is one dated list: who they were, where they belonged, and who did it [L37, L40]', async () => {
  await act('updatePerson', { ...(await on(people.mia)), departmentId: people.admin.departmentId, displayName: 'Mia Meier' });
  await act('setPersonStatus', { ...(await on(people.mia)), status: 'SUSPENDED' });
  const page = async (after: string | null) =>
    (await admin.ask<{ person: { history: { edges: { node: Record<string, unknown> }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } }>(
      'query ($id: ID!, $after: String) { person(id: $id) { history(first: 3, after: $after) { edges { node { kind before after by { name } } } pageInfo { hasNextPage endCursor } } } }',
      { id: people.mia.id, after },
    )).person.history;
  const [first, second] = [await page(null), await page((await page(null)).pageInfo.endCursor)];
  const told = [...first.edges, ...second.edges].map(({ node }) => node);
  expect(told).toEqual([
    { kind: 'STATUS', before: 'ACTIVE', after: 'SUSPENDED', by: { name: 'Ada Admin' } },
    { kind: 'NAME', before: 'Mia Müller', after: 'Mia Meier', by: { name: 'Ada Admin' } },
    { kind: 'DEPARTMENT', before: 'North', after: 'Head', by: { name: 'Ada Admin' } },
    { kind: 'DEPARTMENT', before: null, after: 'North', by: null },
    { kind: 'CREATED', before: null, after: 'Mia Müller', by: null },
  ]);
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
});

describe('the search', () => {
  const find = async (search: string): Promise<string[]> => {
    const { people: found } = await admin.ask<{ people: { edges: { node: { displayName: string } }[] } }>('query ($search: String) { people(first: 50, filter: { search: $search }) { edges { node { displayName } } } }', { search });
    return found.edges.map(({ node }) => node.displayName);
  };

  test.each([
    ['muller', 'Mia Müller'], ['MÜLLER mia', 'Mia Müller'], ['üll', 'Mia Müller'], ['mia@exam', 'Mia Müller'], ['oconnor', 'Sinéad O’Connor'], ["o'con", 'Sinéad O’Connor'],
    ['一部', '田中一部'], ['jean luc', 'Jean-Luc Picard'], ['jeanluc', 'Jean-Luc Picard'], ['nr 17', 'Jean-Luc Picard'], ['محمد', 'محمد علي'], ['иван', 'Иван Петров'],
  ])('“%s” finds %s', async (search, name) => {
    await buildPeople(server.services.database, organizationId, [
      { displayName: 'Sinéad O’Connor' }, { displayName: '田中一部' }, { displayName: 'Jean-Luc Picard', employeeNumber: 'NR-17' }, { displayName: 'محمد علي' }, { displayName: 'Иван Петров' },
    ]);
    expect(await find(search)).toEqual([name]);
  });

  test('finds nobody by what is no word, and takes no sign for a pattern', async () => {
    expect(await find(' – ')).toEqual([]);
    expect(await find('%')).toEqual([]);
    expect(await find('A_a')).toEqual([]);
  });

  test('people’s search keys leave out what the words of a search leave out', async () => {
    const signs = [...Array.from({ length: 94 }, (_, index) => String.fromCodePoint(33 + index)), ...Array.from('’‘ʼ´“”·・•‐‑–—《》、。')].filter((sign) => !/[\p{L}\p{N}]/u.test(sign) && sign !== '<' && sign !== '>');
    const [signed] = await buildPeople(server.services.database, organizationId, [{ displayName: `x${signs.join('')}y`, email: 'q@example.com', employeeNumber: 'Q1' }]);
    const [row] = await rows<{ key: string }>('SELECT search_key AS key FROM person WHERE organization_id = $1 AND id = $2', [signed!.id]);
    expect(row!.key).toBe(searchWords(`x${signs.join('')}y q@example.com Q1`).join(' '));
  });
});
