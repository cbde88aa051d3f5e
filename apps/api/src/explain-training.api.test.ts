import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildGrant } from './features/access/caller.factory.ts';
import { recordByHand, takeBack } from './features/completions/completion.factory.ts';
import { buildCourse, type BuiltCourse } from './features/learning-objects/course.factory.ts';
import { buildPeople, type BuiltPerson } from './features/people-import/person.factory.ts';
import { countStatements } from './platform/testing/count-statements.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;
let people: BuiltPerson[];

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  people = await buildPeople(server.services.database, world.organizationId, ['Ana', 'Ben', 'Cid', 'Dora', 'Eva', 'Finn', 'Gus'].map((displayName) => ({ displayName, department: ['Field'] })));
  admin = await server.signInAs(world.admin);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

interface Reason {
  readonly text: string;
  readonly because: readonly Reason[];
}

interface Explained {
  readonly sentence: string;
  readonly because: readonly Reason[];
}

const ask = async (person: BuiltPerson, itemId: string, by = admin): Promise<Explained | null> =>
  (await by.ask<{ explainTraining: Explained | null }>('query ($personId: ID!, $itemId: ID!) { explainTraining(personId: $personId, itemId: $itemId) { sentence because } }', { personId: person.id, itemId }))
    .explainTraining;
const sentenceOf = async (person: BuiltPerson, itemId: string): Promise<string | undefined> => (await ask(person, itemId))?.sentence;
const lines = (reasons: readonly Reason[]): string[] => reasons.flatMap(({ text, because }) => [text, ...lines(because)]);
const newCourse = (name: string): Promise<BuiltCourse> => buildCourse(server.services.database, world.organizationId, { name, modules: 2 });
const record = (person: BuiltPerson, type: 'COURSE' | 'MODULE' | 'PLAN', itemId: string, on: string) => recordByHand(server.services.database, world.caller, { type, itemId, personId: person.id }, on);
const revoke = (person: BuiltPerson, type: 'COURSE' | 'MODULE', itemId: string) => takeBack(server.services.database, world.caller, { type, itemId, personId: person.id });

test('each state of a course says why, from the first module to what is taken back of it [2.8, U31–U33]', async () => {
  const [ana] = people as [BuiltPerson];
  const course = await newCourse('Ladders');
  const [first, second] = course.moduleIds as [string, string];
  expect(await sentenceOf(ana, course.id)).toBe('Not begun.');
  await record(ana, 'MODULE', first, '2026-03-05');
  expect(await sentenceOf(ana, first)).toMatch(/^Completed on March 5, 2026: recorded by hand by Ada Admin of Example Ltd on /);
  expect(await sentenceOf(ana, course.id)).toBe('In progress: 1 of 2 modules completed.');
  await record(ana, 'MODULE', second, '2026-03-07');
  expect(await sentenceOf(ana, course.id)).toBe('Completed on March 7, 2026: all 2 modules were completed.');
  await revoke(ana, 'MODULE', first);
  const stays = await ask(ana, course.id);
  expect(stays?.sentence).toBe('Completed on March 7, 2026, and it stays so: a completion that it rests on was taken back later.');
  expect(lines(stays!.because).filter((line) => /taken back|Reason/.test(line))).toEqual([
    expect.stringMatching(/^“.+”: the completion of March 5, 2026 was taken back on .+ by Ada Admin of Example Ltd$/),
    'Reason: Mixed up',
    'What is taken back of a module leaves the courses alone that were completed with it',
  ]);
  await record(ana, 'MODULE', first, '2026-03-08');
  await revoke(ana, 'COURSE', course.id);
  expect(await sentenceOf(ana, course.id)).toMatch(/^Not completed, though all modules are: the completion of March 7, 2026 was taken back on .+ by Ada Admin of Example Ltd, and nothing was recorded since\.$/);
});

test('a plan is explained as its page does it; who was never in it, and what there is not, is not explained', async () => {
  const [, ben] = people as [BuiltPerson, BuiltPerson];
  expect(await ask(ben, world.planId)).toBeNull();
  await record(ben, 'PLAN', world.planId, '2026-03-05');
  const told = await ask(ben, world.planId);
  expect(told?.sentence).toMatch(/^Completed on March 5, 2026/);
  expect(lines(told!.because)).toContain('The plan was recorded as completed on March 5, 2026, by hand');
  expect(await ask(ben, world.organizationId)).toBeNull();
  expect(await ask({ ...ben, id: world.organizationId }, world.course.id)).toBeNull();
  expect(await ask({ ...ben, id: 'x' }, world.course.id)).toBeNull();
});

test('nobody asks about people whom they do not look after, nor those of other organizations [2.11]', async () => {
  const [, , cid, dora] = people as [BuiltPerson, BuiltPerson, BuiltPerson, BuiltPerson];
  const course = await newCourse('Ropes');
  await record(cid, 'COURSE', course.id, '2026-03-05');
  const [partner] = (await buildPeople(server.services.database, world.organizationId, [{ displayName: 'Partner admin', partnerAccount: 'Allied' }])) as [BuiltPerson];
  const { partnerAccountId } = partner;
  await buildGrant(server.services.database, partner, 'PARTNER_ADMIN', { scopeKind: 'PARTNER_ACCOUNT', scopeId: partnerAccountId! });
  expect(await ask(cid, course.id, await server.signInAs(partner))).toBeNull();
  expect(await ask(cid, course.id, await server.signInAs((await buildWorld(server.services.database, 'Elsewhere Ltd')).admin))).toBeNull();
  expect(await ask(cid, course.id, await server.signInAs(dora))).toBeNull();
  expect((await ask(cid, course.id, await server.signInAs(cid)))?.sentence).toMatch(/^Completed on March 5, 2026/);
});

test('a whole page of records is explained by as many statements as one record, and work under a merged record is counted', async () => {
  const [, , , dora, eva, finn, gus] = people;
  const course = await newCourse('Knots');
  for (const person of [dora!, eva!, finn!]) await record(person, 'COURSE', course.id, '2026-03-05');
  const counter = countStatements();
  const explain = async (first: number): Promise<Explained[]> => {
    const { trainingProgress } = await admin.ask<{ trainingProgress: { edges: { node: { explanation: Explained } }[] } }>(
      'query ($first: Int!, $filter: TrainingProgressFilterInput) { trainingProgress(type: COURSE, first: $first, filter: $filter) { edges { node { explanation { sentence because viewerCanReevaluate } } } } }',
      { first, filter: { itemId: course.id } },
    );
    return trainingProgress.edges.map(({ node }) => node.explanation);
  };
  await explain(1);
  const one = await counter.count(() => explain(1));
  const hundred = await counter.count(() => explain(100));
  counter.stop();
  expect({ hundred, sent: counter.last }).toEqual({ hundred: one, sent: counter.last });
  const all = await explain(100);
  expect(all).toHaveLength(3);
  expect(all.every(({ sentence }) => sentence.startsWith('Completed on March 5, 2026: recorded by hand by'))).toBe(true);
  await server.services.database.write(world, (transaction) => transaction.query(`UPDATE person SET merged_into_id = $2, status = 'LEFT', merged_at = now() WHERE id = $1`, [finn!.id, gus!.id]));
  expect(await sentenceOf(gus!, course.id)).toMatch(/^Completed on March 5, 2026/);
});

interface Reevaluated {
  readonly __typename: string;
  readonly sentence?: string;
  readonly problems?: readonly { readonly code: string; readonly field: string | null }[];
}

const reevaluate = async (person: BuiltPerson, itemId: string, reason: string | null = null, by = admin): Promise<Reevaluated> =>
  (await by.ask<{ reevaluateTraining: Reevaluated }>(
    'mutation ($input: ReevaluateTrainingInput!) { reevaluateTraining(input: $input) { __typename ... on TrainingExplanation { sentence } ... on Refusal { problems { code field } } } }',
    { input: { personId: person.id, itemId, reason } },
  )).reevaluateTraining;
const canReevaluate = async (person: BuiltPerson, itemId: string): Promise<boolean | undefined> =>
  (await admin.ask<{ explainTraining: { viewerCanReevaluate: boolean } | null }>(
    'query ($personId: ID!, $itemId: ID!) { explainTraining(personId: $personId, itemId: $itemId) { viewerCanReevaluate } }',
    { personId: person.id, itemId },
  )).explainTraining?.viewerCanReevaluate;

test('a course whose completion was taken back is complete again by its modules when an admin asks for it, and can be taken back again [2.8]', async () => {
  const [ana] = (await buildPeople(server.services.database, world.organizationId, [{ displayName: 'Ina' }])) as [BuiltPerson];
  const course = await newCourse('Harness');
  for (const moduleId of course.moduleIds) await record(ana, 'MODULE', moduleId, '2026-03-05');
  expect(await canReevaluate(ana, course.id)).toBe(false);
  expect((await reevaluate(ana, course.id)).problems?.[0]?.code).toBe('NOTHING_HELD_BACK');
  await revoke(ana, 'COURSE', course.id);
  expect(await canReevaluate(ana, course.id)).toBe(true);
  expect(await reevaluate(ana, course.id, 'It was right after all')).toEqual({ __typename: 'TrainingExplanation', sentence: 'Completed on March 5, 2026: all 2 modules were completed.' });
  expect(lines((await ask(ana, course.id))!.because)).toContain('Reason: It was right after all');
  expect(await canReevaluate(ana, course.id)).toBe(false);
  await revoke(ana, 'COURSE', course.id);
  expect(await sentenceOf(ana, course.id)).toMatch(/^Not completed, though all modules are/);
  await revoke(ana, 'MODULE', course.moduleIds[0]!);
  expect(await canReevaluate(ana, course.id)).toBe(false);
  expect((await reevaluate(ana, course.id)).problems?.[0]?.code).toBe('NOTHING_HELD_BACK');
});

test('a plan whose completion was taken back is complete again by the work in it [2.8]', async () => {
  const { learner, planId, course } = world;
  await record(learner, 'COURSE', course.id, '2026-03-05');
  expect(await sentenceOf(learner, planId)).toMatch(/^Completed on /);
  await takeBack(server.services.database, world.caller, { type: 'PLAN', itemId: planId, personId: learner.id });
  expect(await sentenceOf(learner, planId)).not.toMatch(/^Completed on /);
  expect(await canReevaluate(learner, planId)).toBe(true);
  expect((await reevaluate(learner, planId)).sentence).toMatch(/^Completed on /);
  expect(await canReevaluate(learner, planId)).toBe(false);
});

test('it is refused for people out of reach, for what is nothing, and with a reason that nobody can read', async () => {
  const elsewhere = await server.signInAs((await buildWorld(server.services.database, 'Third Ltd')).admin);
  expect((await reevaluate(world.learner, world.course.id, null, elsewhere)).__typename).toBe('NotFound');
  expect((await reevaluate(world.learner, 'x')).__typename).toBe('NotFound');
  expect((await reevaluate(world.learner, world.course.id, 'x'.repeat(501))).problems?.[0]).toEqual({ code: 'TOO_LONG', field: 'reason' });
  expect((await reevaluate(world.learner, world.course.id, 'a\u0007')).problems?.[0]).toEqual({ code: 'CONTROL_CHARACTERS', field: 'reason' });
});
