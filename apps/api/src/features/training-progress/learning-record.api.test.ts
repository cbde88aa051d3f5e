import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { buildGrant } from '../access/caller.factory.ts';
import { assignPlan } from '../assignments/assignment.factory.ts';
import { buildCourse, type BuiltCourse } from '../learning-objects/course.factory.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { carryOutAsSeen, undoAsSeen } from '../operations/operation.factory.ts';
import { buildPeople, type BuiltPerson, type PersonOverrides } from '../people-import/person.factory.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

interface Entry {
  readonly key: string;
  readonly kind: string;
  readonly recordedAt: string;
  readonly completedOn: string;
  readonly origin: string;
  readonly reason: string | null;
  readonly isGivenBack: boolean;
  readonly operationId: string | null;
  readonly by: { readonly name: string } | null;
  readonly plan: { readonly name: string } | null;
  readonly learningObject: { readonly name: string } | null;
  readonly restsOn: readonly { readonly name: string }[];
  readonly supports: readonly { readonly name: string }[];
  readonly revocation: { readonly at: string; readonly reason: string; readonly operationId: string | null; readonly by: { readonly name: string } | null } | null;
}

interface PageOfEntries {
  readonly edges: readonly { readonly node: Entry }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const query = `query ($id: ID!, $first: Int, $after: String) { person(id: $id) { learningRecord(first: $first, after: $after) { edges { node {
  key kind recordedAt completedOn origin reason isGivenBack operationId by { name } plan { name } learningObject { name } restsOn { name } supports { name }
  revocation { at reason operationId by { name } } } } pageInfo { hasNextPage endCursor } } } }`;

/** All that is on record of a person for a reader, in pages of any size; null where there is no such person for them. */
async function readAll(client: TestSession, personId: string, first = 50): Promise<Entry[] | null> {
  const entries: Entry[] = [];
  for (let after: string | null = null; ; ) {
    const { person }: { person: { learningRecord: PageOfEntries } | null } = await client.ask(query, { id: personId, first, after });
    if (!person) return null;
    entries.push(...person.learningRecord.edges.map(({ node }) => node));
    if (!person.learningRecord.pageInfo.hasNextPage) return entries;
    after = person.learningRecord.pageInfo.endCursor;
  }
}

const nameOf = ({ plan, learningObject }: Entry): string => (plan ?? learningObject)!.name;
const say = (entry: Entry): string => `${entry.kind} ${nameOf(entry)}${entry.isGivenBack ? ' again' : ''}${entry.revocation ? ' (revoked)' : ''}`;
const newPeople = (...overrides: PersonOverrides[]): Promise<BuiltPerson[]> => buildPeople(server.services.database, world.organizationId, overrides);

/** A plan of one course, assigned to a person, who does all of it. */
async function learnPlan(person: BuiltPerson, name: string): Promise<{ course: BuiltCourse; planId: string }> {
  const course = await buildCourse(server.services.database, world.organizationId, { name: `${name} course`, modules: 2 });
  const planId = await buildPlan(server.services.database, world.caller, { name: `${name} plan`, milestones: [{ items: [course.id] }] });
  await assignPlan(server.services.database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [person.id] as never } });
  await learn(person, course);
  return { course, planId };
}

async function learn(person: BuiltPerson, course: BuiltCourse): Promise<void> {
  const learner = await server.signInAs(person);
  for (const moduleId of course.moduleIds) {
    await learner.ask('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', {
      input: { moduleId, courseId: course.id, at: new Date().toISOString(), viewed: 1, reachedEnd: true, confirmed: true },
    });
  }
}

/** Previews an act and carries it out. */
async function carryOut(mutation: 'AddCompletions' | 'RevokeCompletions', input: object): Promise<string> {
  const answer = await admin.ask<Record<string, { id: string }>>(
    `mutation ($input: Preview${mutation}Input!) { preview${mutation}(input: $input) { ... on Operation { id } } }`,
    { input },
  );
  const { id } = answer[`preview${mutation}`]!;
  await carryOutAsSeen(server.services.database, world.caller, id);
  return id;
}

const revoke = (person: BuiltPerson, itemId: string, cascade: string): Promise<string> =>
  carryOut('RevokeCompletions', { type: 'COURSE', records: [{ personId: person.id, itemId }], reason: 'Copied answers', cascade });

describe('what is on record of a person', () => {
  test('what was learned stands there with what it rests on and what rests on it, the latest first [D4, 2.0.3]', async () => {
    const [person] = (await newPeople({ displayName: 'Rosa' })) as [BuiltPerson];
    await learnPlan(person, 'Rosa');
    const entries = (await readAll(admin, person.id))!;
    expect(entries.map(say).toSorted()).toEqual(['COMPLETED Rosa course', 'COMPLETED Rosa course, part 1', 'COMPLETED Rosa course, part 2', 'COMPLETED Rosa plan']);
    expect(entries.map(({ recordedAt }) => recordedAt)).toEqual(entries.map(({ recordedAt }) => recordedAt).toSorted().reverse());
    const found = Object.fromEntries(entries.map((entry) => [nameOf(entry), entry]));
    expect(found['Rosa plan']).toMatchObject({ origin: 'AUTO', by: null, restsOn: [{ name: 'Rosa course' }], supports: [] });
    expect(found['Rosa course']!.restsOn.map(({ name }) => name).toSorted()).toEqual(['Rosa course, part 1', 'Rosa course, part 2']);
    expect(found['Rosa course']!.supports).toEqual([{ name: 'Rosa plan' }]);
    expect(found['Rosa course, part 1']).toMatchObject({ by: { name: 'Rosa' }, restsOn: [], supports: [{ name: 'Rosa course' }], revocation: null });
  });

  test('both clocks are told: a day long ago that became known today, by whom, why and by which act [2.0.3, U13]', async () => {
    const [person] = (await newPeople({})) as [BuiltPerson];
    const course = await buildCourse(server.services.database, world.organizationId, { name: 'First aid', modules: 1 });
    const operationId = await carryOut('AddCompletions', { type: 'COURSE', itemId: course.id, personIds: [person.id], completedOn: '2020-02-29', reason: 'Certificate seen' });
    const [entry, ...others] = (await readAll(admin, person.id))!;
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ kind: 'COMPLETED', completedOn: '2020-02-29', origin: 'MANUAL', reason: 'Certificate seen', operationId, by: { name: expect.stringContaining('Ada Admin') } });
    expect(Math.abs(Date.parse(entry!.recordedAt) - Date.now())).toBeLessThan(600_000);
  });

  test('a revocation is an entry of its own, and so is what its undo gives back; nothing goes [U29–U34, X9]', async () => {
    const [person] = (await newPeople({})) as [BuiltPerson];
    const { course } = await learnPlan(person, 'Omar');
    const before = (await readAll(admin, person.id))!;
    const operationId = await revoke(person, course.id, 'PARENTS');
    const revoked = (await readAll(admin, person.id))!;
    expect(revoked.map(say).slice(0, 2).toSorted()).toEqual(['REVOKED Omar course', 'REVOKED Omar plan']);
    expect(revoked.slice(2).map(({ key }) => key)).toEqual(before.map(({ key }) => key));
    expect(revoked[0]).toMatchObject({ reason: 'Copied answers', operationId, by: { name: expect.stringContaining('Ada Admin') }, revocation: null });
    expect(revoked.find((entry) => say(entry) === 'COMPLETED Omar course (revoked)')!.revocation).toEqual({
      at: revoked[0]!.recordedAt, reason: 'Copied answers', operationId, by: { name: expect.stringContaining('Ada Admin') },
    });
    await undoAsSeen(server.services.database, world.caller, operationId);
    const givenBack = (await readAll(admin, person.id))!;
    expect(givenBack.map(say).slice(0, 2).toSorted()).toEqual(['COMPLETED Omar course again', 'COMPLETED Omar plan again']);
    expect(givenBack.slice(2)).toEqual(revoked);
    // What rested on the first one rests on the same once more.
    expect(givenBack.find((entry) => say(entry) === 'COMPLETED Omar course again')!.supports).toEqual([{ name: 'Omar plan' }]);
  });

  test('the pages of any size make the same list', async () => {
    const [person] = (await newPeople({})) as [BuiltPerson];
    const { course } = await learnPlan(person, 'Lin');
    await revoke(person, course.id, 'NONE');
    const whole = (await readAll(admin, person.id))!;
    expect(whole).toHaveLength(5);
    for (const first of [1, 2, 3]) expect(await readAll(admin, person.id, first)).toEqual(whole);
  });

  test('what was done under a merged record stands on the record that is left [2.6]', async () => {
    const [person, earlier] = (await newPeople({}, {})) as [BuiltPerson, BuiltPerson];
    const course = await buildCourse(server.services.database, world.organizationId, { name: 'Before', modules: 1 });
    await learn(earlier, course);
    await server.services.database.write(world, (transaction) => transaction.query(`UPDATE person SET merged_into_id = $2, status = 'LEFT', merged_at = now() WHERE id = $1`, [earlier.id, person.id]));
    expect((await readAll(admin, person.id))!.map(say)).toEqual(expect.arrayContaining(['COMPLETED Before', 'COMPLETED Before, part 1']));
  });
});

describe('it is told within what the reader may see', () => {
  test('a partner admin reads the people of their partner; of others, and another organization\'s, there is nobody [U8, 2.11]', async () => {
    const [inside, outside, delegate] = (await newPeople({ partnerAccount: 'Allied' }, {}, { partnerAccount: 'Allied' })) as [BuiltPerson, BuiltPerson, BuiltPerson];
    const course = await buildCourse(server.services.database, world.organizationId, { name: 'Shared', modules: 1 });
    for (const person of [inside, outside]) await learn(person, course);
    await buildGrant(server.services.database, delegate, 'PARTNER_ADMIN', { scopeKind: 'PARTNER_ACCOUNT', scopeId: delegate.partnerAccountId! });
    const partner = await server.signInAs(delegate);
    expect((await readAll(partner, inside.id))!.map(say).toSorted()).toEqual(['COMPLETED Shared', 'COMPLETED Shared, part 1']);
    expect(await readAll(partner, outside.id)).toBeNull();
    const foreign = await buildWorld(server.services.database, 'Elsewhere');
    expect(await readAll(await server.signInAs(foreign.admin), inside.id)).toBeNull();
  });

  test('a plan admin is told nothing of a plan of others that is closed to them, not even as what rests on a course [2.11]', async () => {
    const [person, delegate] = (await newPeople({}, {})) as [BuiltPerson, BuiltPerson];
    const { planId } = await learnPlan(person, 'Closed');
    await server.services.database.write(world, (transaction) => transaction.query('UPDATE learning_plan SET collaboration_allowed = false WHERE id = $1', [planId]));
    await buildGrant(server.services.database, delegate, 'PLAN_ADMIN');
    const seen = (await readAll(await server.signInAs(delegate), person.id))!;
    expect(seen.map(say).toSorted()).toEqual(['COMPLETED Closed course', 'COMPLETED Closed course, part 1', 'COMPLETED Closed course, part 2']);
    expect(seen.flatMap(({ supports }) => supports.map(({ name }) => name))).not.toContain('Closed plan');
    expect((await readAll(admin, person.id))!.map(say)).toContain('COMPLETED Closed plan');
  });

  test.each([
    ['a page of none', { first: 0 }],
    ['a page of too many', { first: 101 }],
    ['a cursor of another list', { after: Buffer.from('[1,2]').toString('base64url') }],
  ])('%s is refused [bad input]', async (_, variables) => {
    const { body } = await admin.graphql(query, { id: world.learner.id, ...variables });
    expect(body.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
