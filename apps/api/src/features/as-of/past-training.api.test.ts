import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Database } from '../../platform/database/database.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { buildGrant } from '../access/caller.factory.ts';
import { recordByHand, takeBack } from '../completions/completion.factory.ts';
import { buildCourse, type BuiltCourse } from '../learning-objects/course.factory.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let database: Database;
let world: World;
let admin: TestSession;
let people: BuiltPerson[];
let course: BuiltCourse;
let now = Date.parse('2026-01-31T12:00:00Z');

const isAt = (day: string): void => void (now = Date.parse(`${day}T12:00:00Z`));
const ofCourse = ({ id }: BuiltPerson) => ({ type: 'COURSE' as const, itemId: course.id, personId: id });

/**
 * Ana's completion of the 3rd is recorded on the 10th; Ben's of the 4th on the 5th, taken back on the 20th; Cid began on the 6th and completes on the 18th, and leaves Sales on the
 * 12th; Dora began on the 7th. Eva's record is merged into Ana's in the end, with a completion of the 8th.
 */
beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => new Date((now += 1)));
  ({ database } = server.services);
  world = await buildWorld(database, 'Ours');
  people = await buildPeople(database, world.organizationId, ['Ana', 'Ben', 'Cid', 'Dora', 'Eva'].map((displayName) => ({ displayName, department: ['Company', 'Sales'] })));
  course = await buildCourse(database, world.organizationId, { name: 'Ladders' });
  const [ana, ben, cid, dora, eva] = people as [BuiltPerson, BuiltPerson, BuiltPerson, BuiltPerson, BuiltPerson];
  isAt('2026-02-05');
  await recordByHand(database, world.caller, ofCourse(ben), '2026-02-04');
  isAt('2026-02-06');
  await begin(cid);
  isAt('2026-02-07');
  await begin(dora);
  isAt('2026-02-08');
  await recordByHand(database, world.caller, ofCourse(eva), '2026-02-08');
  isAt('2026-02-10');
  await recordByHand(database, world.caller, ofCourse(ana), '2026-02-03');
  isAt('2026-02-12');
  await write('UPDATE affiliation SET valid_to = $2 WHERE person_id = $1', [cid.id, new Date(now)]);
  isAt('2026-02-18');
  await recordByHand(database, world.caller, ofCourse(cid), '2026-02-18');
  isAt('2026-02-20');
  await takeBack(database, world.caller, ofCourse(ben));
  isAt('2026-02-25');
  await write(`UPDATE person SET merged_into_id = $2, status = 'LEFT', merged_at = now() WHERE id = $1`, [eva.id, ana.id]);
  isAt('2026-03-01');
  admin = await server.signInAs(world.admin);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const write = (sql: string, parameters: readonly unknown[]): Promise<object[]> => database.write(world, (transaction) => transaction.query(sql, parameters));
const begin = (person: BuiltPerson): Promise<object[]> =>
  write(
    `INSERT INTO item_progress (organization_id, person_id, learning_object_id, kind, state, progress, started_at, last_activity_at) VALUES ($1, $2, $3, 'COURSE', 'IN_PROGRESS', 0.5, $4, $4)`,
    [world.organizationId, person.id, course.id, new Date(now)],
  );

interface Page {
  readonly edges: readonly { readonly node: { readonly person: { readonly displayName: string }; readonly state: string; readonly completedOn: string | null; readonly startedOn: string | null; readonly department: { readonly name: string } | null } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const query = `query ($type: TrainingType!, $asOf: AsOfInput!, $filter: PastTrainingFilterInput, $first: Int, $after: String) {
  pastTraining(type: $type, asOf: $asOf, filter: $filter, first: $first, after: $after) {
    edges { node { person { displayName } state completedOn startedOn origin department { name } learningObject { name } } } pageInfo { hasNextPage endCursor } }
  pastTrainingCount(type: $type, asOf: $asOf, filter: $filter)
}`;

interface Answer {
  readonly pastTraining: Page;
  readonly pastTrainingCount: number;
}

const ask = (date: string, knowledge: string, more: object = {}, by = admin): Promise<Answer> => by.ask<Answer>(query, { type: 'COURSE', asOf: { date, knowledge }, ...more });
const told = ({ pastTraining }: Answer): string[] => pastTraining.edges.map(({ node }) => `${node.person.displayName} ${node.state === 'COMPLETED' ? node.completedOn : `since ${node.startedOn}`}`);
const list = async (date: string, knowledge: string, filter: object = {}): Promise<string[]> => {
  const answer = await ask(date, knowledge, { filter: { itemId: course.id, ...filter } });
  expect(answer.pastTrainingCount).toBe(answer.pastTraining.edges.length);
  return told(answer);
};

describe('training progress of a past day', () => {
  test('as it was known then: what was recorded later is not in it, what was taken back later is [ambition 5]', async () => {
    expect(await list('2026-02-04', 'KNOWN_THEN')).toEqual([]);
    expect(await list('2026-02-06', 'KNOWN_THEN')).toEqual(['Cid since 2026-02-06', 'Ben 2026-02-04']);
    expect(await list('2026-02-10', 'KNOWN_THEN')).toEqual(['Eva 2026-02-08', 'Dora since 2026-02-07', 'Cid since 2026-02-06', 'Ben 2026-02-04', 'Ana 2026-02-03']);
    expect(await list('2026-02-21', 'KNOWN_THEN')).toEqual(['Cid 2026-02-18', 'Eva 2026-02-08', 'Dora since 2026-02-07', 'Ana 2026-02-03']);
  });

  test('as it is known today: what was true then, with merged records as one person', async () => {
    expect(await list('2026-02-04', 'KNOWN_TODAY')).toEqual(['Ana 2026-02-03']);
    expect(await list('2026-02-10', 'KNOWN_TODAY')).toEqual(['Ana 2026-02-08', 'Dora since 2026-02-07', 'Cid since 2026-02-06']);
    const [ana, , , , eva] = people as [BuiltPerson, BuiltPerson, BuiltPerson, BuiltPerson, BuiltPerson];
    expect(await list('2026-02-10', 'KNOWN_TODAY', { personId: eva.id })).toEqual(['Ana 2026-02-08']);
    expect(await list('2026-02-10', 'KNOWN_THEN', { personId: ana.id })).toEqual(['Ana 2026-02-03']);
    expect(await list('2026-03-01', 'KNOWN_TODAY')).toEqual(['Cid 2026-02-18', 'Ana 2026-02-08', 'Dora since 2026-02-07']);
  });

  test('departments are those of then, in the tree of then; the filters hold together', async () => {
    const departmentId = people[0]!.departmentId;
    expect(await list('2026-02-11', 'KNOWN_THEN', { departmentId, state: 'IN_PROGRESS' })).toEqual(['Dora since 2026-02-07', 'Cid since 2026-02-06']);
    expect(await list('2026-02-13', 'KNOWN_THEN', { departmentId, state: 'IN_PROGRESS' })).toEqual(['Dora since 2026-02-07']);
    expect(await list('2026-02-10', 'KNOWN_THEN', { search: 'be', from: '2026-02-04', to: '2026-02-04', origins: ['MANUAL'] })).toEqual(['Ben 2026-02-04']);
    expect(await list('2026-02-10', 'KNOWN_THEN', { origins: ['IMPORT'] })).toEqual([]);
    expect(await list('2026-02-10', 'KNOWN_THEN', { itemSearch: 'ladd', personId: people[3]!.id })).toEqual(['Dora since 2026-02-07']);
    const { pastTraining } = await ask('2026-02-13', 'KNOWN_THEN', { filter: { itemId: course.id } });
    expect(pastTraining.edges.map(({ node }) => `${node.person.displayName} ${node.department?.name ?? '–'}`)).toContain('Cid –');
  });

  test('pages follow one another', async () => {
    const all = await list('2026-02-10', 'KNOWN_THEN');
    const found: string[] = [];
    for (let after: string | null = null; ; ) {
      const answer: Answer = await ask('2026-02-10', 'KNOWN_THEN', { filter: { itemId: course.id }, first: 2, after });
      found.push(...told(answer));
      if (!answer.pastTraining.pageInfo.hasNextPage) break;
      after = answer.pastTraining.pageInfo.endCursor;
    }
    expect(found).toEqual(all);
  });

  test('people out of reach are not told of; a day to come and plans are refused', async () => {
    const [boss] = (await buildPeople(database, world.organizationId, [{ displayName: 'Partner admin', partnerAccount: 'Allied' }])) as [BuiltPerson];
    await buildGrant(database, boss, 'PARTNER_ADMIN', { scopeKind: 'PARTNER_ACCOUNT', scopeId: boss.partnerAccountId! });
    expect(told(await ask('2026-02-10', 'KNOWN_THEN', { filter: { itemId: course.id } }, await server.signInAs(boss)))).toEqual([]);
    const elsewhere = await server.signInAs((await buildWorld(database, 'Theirs')).admin);
    expect(told(await ask('2026-02-10', 'KNOWN_THEN', { filter: { itemId: course.id } }, elsewhere))).toEqual([]);
    for (const variables of [{ type: 'COURSE', asOf: { date: '2027-01-01' } }, { type: 'PLAN', asOf: { date: '2026-02-10' } }]) {
      expect((await admin.graphql(query, variables)).body.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    }
  });
});
