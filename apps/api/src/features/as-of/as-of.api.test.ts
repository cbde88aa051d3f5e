import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Database } from '../../platform/database/database.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { buildGrant } from '../access/caller.factory.ts';
import { assignPlan } from '../assignments/assignment.factory.ts';
import { recordByHand, takeBack } from '../completions/completion.factory.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let database: Database;
let world: World;
let other: World;
let admin: TestSession;
let supervisor: TestSession;
let people: BuiltPerson[];
let planId: string;
let now = Date.parse('2026-01-31T12:00:00Z');

const isAt = (day: string): void => void (now = Date.parse(`${day}T12:00:00Z`));

/** Assigned on 1 February to everybody; Ana's completion of the 3rd is recorded on the 10th, Ben's of the 4th on the 5th and taken back on the 20th; Cid leaves Sales on the 12th. */
beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => new Date((now += 1)));
  ({ database } = server.services);
  [world, other] = [await buildWorld(database, 'Ours'), await buildWorld(database, 'Theirs')];
  const [boss] = await buildPeople(database, world.organizationId, [{ displayName: 'Boss' }]);
  people = await buildPeople(database, world.organizationId, [
    { displayName: 'Ana', department: ['Company', 'Sales'], managerNumber: boss!.employeeNumber! },
    { displayName: 'Ben', department: ['Company', 'Sales'] },
    { displayName: 'Cid', department: ['Company', 'Sales'] },
  ]);
  isAt('2026-02-01');
  planId = await buildPlan(database, world.caller, { name: 'Ladders', milestones: [{ items: [world.course.id] }] });
  await assignPlan(database, world.caller, planId, { name: 'All climbers', audience: { kind: 'PEOPLE', personIds: people.map(({ id }) => id as never) } });
  isAt('2026-02-05');
  await recordByHand(database, world.caller, ofPlan(people[1]!), '2026-02-04');
  isAt('2026-02-10');
  await recordByHand(database, world.caller, ofPlan(people[0]!), '2026-02-03');
  isAt('2026-02-12');
  await database.write(world, (transaction) => transaction.query('UPDATE affiliation SET valid_to = $2 WHERE person_id = $1', [people[2]!.id, transaction.now]));
  isAt('2026-02-20');
  await takeBack(database, world.caller, ofPlan(people[1]!));
  isAt('2026-03-01');
  admin = await server.signInAs(world.admin);
  supervisor = await server.signInAs(boss!);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const ofPlan = ({ id }: BuiltPerson) => ({ type: 'PLAN' as const, itemId: planId, personId: id });

interface Listed {
  readonly pastStandings: { readonly edges: readonly { readonly node: { readonly person: { readonly displayName: string }; readonly status: string; readonly completedOn: string | null } }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string } };
  readonly pastTotals: { readonly total: number; readonly overdue: number; readonly counts: readonly object[] };
}

const listed = `query ($asOf: AsOfInput!, $filter: PastStandingFilterInput!, $subject: PastSubjectInput!, $first: Int, $after: String) {
  pastStandings(asOf: $asOf, filter: $filter, first: $first, after: $after) {
    edges { node { person { displayName } department { name } status progress completedOn planVersionNumber subject { name } } } pageInfo { hasNextPage endCursor } }
  pastTotals(asOf: $asOf, filter: $subject) { total overdue counts { status people } }
}`;

const statusesOf = ({ pastStandings }: Listed): Record<string, string> =>
  Object.fromEntries(pastStandings.edges.map(({ node }) => [node.person.displayName, [node.status, ...(node.completedOn ? [node.completedOn] : [])].join(' ')]));

const lookBack = (client: TestSession, date: string, knowledge: string, filter: object = {}): Promise<Listed> =>
  client.ask<Listed>(listed, { asOf: { date, knowledge }, filter: { planId, ...filter }, subject: { planId } });

const differences = `query ($from: AsOfInput!, $to: AsOfInput!, $filter: StandingChangesFilterInput!) {
  standingChanges(from: $from, to: $to, filter: $filter) {
    edges { node { kind before { status } after { status person { displayName } } causes { kind at on reason sort name assignmentNumber by { name } } } } }
  standingChangeCounts(from: $from, to: $to, filter: $filter) { kind people }
}`;

test('a day is told as it was known on its evening, and as it is known today [ambition 5]', async () => {
  expect(statusesOf(await lookBack(admin, '2026-02-06', 'KNOWN_THEN'))).toEqual({ Ana: 'NOT_STARTED', Ben: 'COMPLETED 2026-02-04', Cid: 'NOT_STARTED' });
  expect(statusesOf(await lookBack(admin, '2026-02-06', 'KNOWN_TODAY'))).toEqual({ Ana: 'COMPLETED 2026-02-03', Ben: 'IN_PROGRESS', Cid: 'NOT_STARTED' });
  expect(statusesOf(await lookBack(admin, '2026-01-31', 'KNOWN_THEN'))).toEqual({});
  const { pastTotals } = await lookBack(admin, '2026-02-15', 'KNOWN_THEN');
  expect({ ...pastTotals, counts: new Set(pastTotals.counts) }).toEqual({ total: 3, overdue: 0, counts: new Set([{ status: 'COMPLETED', people: 2 }, { status: 'NOT_STARTED', people: 1 }]) });
});

test('departments are those of then, also in the tree above; pages follow one another', async () => {
  const [company] = await database.read(world, (transaction) => transaction.query<{ id: string }>(`SELECT id FROM department WHERE name = 'Company' AND organization_id = $1`, [world.organizationId]));
  for (const departmentId of [people[0]!.departmentId, company!.id]) {
    expect(Object.keys(statusesOf(await lookBack(admin, '2026-02-11', 'KNOWN_THEN', { departmentId })))).toEqual(expect.arrayContaining(['Ana', 'Ben', 'Cid']));
    expect(Object.keys(statusesOf(await lookBack(admin, '2026-02-13', 'KNOWN_TODAY', { departmentId })))).not.toContain('Cid');
  }
  const asOf = { date: '2026-02-11', knowledge: 'KNOWN_THEN' };
  const names: string[] = [];
  for (let after: string | null = null; ; ) {
    const { pastStandings: page }: Listed = await admin.ask<Listed>(listed, { asOf, filter: { planId }, subject: { planId }, first: 2, after });
    names.push(...page.edges.map(({ node }) => node.person.displayName));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  expect(names.toSorted()).toEqual(['Ana', 'Ben', 'Cid']);
});

test('two days differ by who changed, each with its causes; what was learned since is the difference of one day from itself', async () => {
  const between = await admin.ask<{ standingChanges: { edges: { node: object }[] }; standingChangeCounts: object[] }>(differences, {
    from: { date: '2026-02-06', knowledge: 'KNOWN_THEN' }, to: { date: '2026-02-28', knowledge: 'KNOWN_THEN' }, filter: { planId },
  });
  const by = { name: expect.stringMatching(/^Ada Admin/) };
  const cause = { name: null, assignmentNumber: null, by };
  expect(new Set(between.standingChanges.edges.map(({ node }) => node))).toEqual(
    new Set([
      {
        kind: 'COMPLETED', before: { status: 'NOT_STARTED' }, after: { status: 'COMPLETED', person: { displayName: 'Ana' } },
        causes: [{ ...cause, kind: 'RECORDED', at: expect.stringMatching(/^2026-02-10T/), on: '2026-02-03', reason: 'Seen on site', sort: 'MANUAL' }],
      },
      {
        kind: 'REOPENED', before: { status: 'COMPLETED' }, after: { status: 'IN_PROGRESS', person: { displayName: 'Ben' } },
        causes: [{ ...cause, kind: 'TAKEN_BACK', at: expect.stringMatching(/^2026-02-20T/), on: '2026-02-04', reason: 'Mixed up', sort: 'MANUAL' }],
      },
    ]),
  );
  const since = await admin.ask<{ standingChangeCounts: object[] }>(differences, { from: { date: '2026-02-06', knowledge: 'KNOWN_THEN' }, to: { date: '2026-02-06', knowledge: 'KNOWN_TODAY' }, filter: { planId } });
  expect(since.standingChangeCounts).toEqual([{ kind: 'COMPLETED', people: 1 }, { kind: 'REOPENED', people: 1 }]);
  const joined = await admin.ask<{ standingChanges: { edges: { node: { causes: object[] } }[] } }>(differences, { from: { date: '2026-01-01' }, to: { date: '2026-02-02' }, filter: { planId, personId: people[2]!.id, kinds: ['JOINED'] } });
  expect(joined.standingChanges.edges).toMatchObject([{ node: { kind: 'JOINED', before: null, causes: [{ kind: 'GIVEN', name: 'All climbers', assignmentNumber: expect.any(Number), sort: 'INDIVIDUAL' }] } }]);
});

describe('who asks', () => {
  test('a supervisor is told of their reports only, whichever day; another organization of nobody', async () => {
    expect(statusesOf(await lookBack(supervisor, '2026-02-06', 'KNOWN_TODAY'))).toEqual({ Ana: 'COMPLETED 2026-02-03' });
    expect((await lookBack(supervisor, '2026-02-06', 'KNOWN_THEN')).pastTotals.total).toBe(1);
    const stranger = await server.signInAs(other.admin);
    expect(statusesOf(await lookBack(stranger, '2026-02-06', 'KNOWN_THEN'))).toEqual({});
    const changes = await stranger.ask<{ standingChanges: { edges: object[] }; standingChangeCounts: object[] }>(differences, { from: { date: '2026-01-01' }, to: { date: '2026-02-28' }, filter: { planId } });
    expect(changes).toEqual({ standingChanges: { edges: [] }, standingChangeCounts: [] });
  });

  test('two records that were merged are two as it was known then, and one as it is known today', async () => {
    const [record1, survivor] = await buildPeople(database, world.organizationId, [{ displayName: 'Dee before' }, { displayName: 'Dee' }]);
    isAt('2026-03-03');
    await assignPlan(database, world.caller, planId, { name: 'More climbers', audience: { kind: 'PEOPLE', personIds: [record1!.id, survivor!.id] as never } });
    isAt('2026-03-05');
    await buildGrant(database, survivor!, 'AUDITOR');
    await database.write(world, (transaction) => transaction.query(`UPDATE person SET merged_into_id = $2, status = 'LEFT', merged_at = $3 WHERE id = $1`, [record1!.id, survivor!.id, transaction.now]));
    isAt('2026-03-06');
    const search = { search: 'Dee' };
    expect(Object.keys(statusesOf(await lookBack(await server.signInAs(world.admin), '2026-03-04', 'KNOWN_THEN', search)))).toEqual(expect.arrayContaining(['Dee before', 'Dee']));
    expect(Object.keys(statusesOf(await lookBack(await server.signInAs(world.admin), '2026-03-04', 'KNOWN_TODAY', search)))).toEqual(['Dee']);
  });

  test('is told what to name, and that tomorrow is not known yet', async () => {
    const session = await server.signInAs(world.admin);
    const ask = (variables: object) => session.graphql(listed, variables);
    const nothing = await ask({ asOf: { date: '2026-02-01' }, filter: {}, subject: { planId } });
    expect(JSON.stringify(nothing.body)).toMatch(/Name a plan, content or a person/);
    const tomorrow = await ask({ asOf: { date: '2099-01-01' }, filter: { planId }, subject: { planId } });
    expect(JSON.stringify(tomorrow.body)).toMatch(/may not be after today, 2026-03-/);
    const noDay = await ask({ asOf: { date: '2026-02-30' }, filter: { planId }, subject: { planId } });
    expect(JSON.stringify(noDay.body)).toMatch(/no calendar date|calendar/i);
    expect(statusesOf(await lookBack(session, '2026-02-06', 'KNOWN_THEN', { planId: 'x' }))).toEqual({});
    expect(statusesOf(await lookBack(session, '0001-01-01', 'KNOWN_TODAY'))).toEqual({});
  });
});
