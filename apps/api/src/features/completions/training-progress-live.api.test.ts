import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '../../platform/testing/eventually.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import type { TestSocket } from '../../platform/testing/socket-client.ts';
import { recordByHand, takeBack } from './completion.factory.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let other: World;
let ana: BuiltPerson;
let ben: BuiltPerson;
let boss: BuiltPerson;
let planId: string;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  const { database } = server.services;
  [world, other] = [await buildWorld(database, 'Ours'), await buildWorld(database, 'Theirs')];
  [boss] = (await buildPeople(database, world.organizationId, [{ displayName: 'Boss' }])) as [BuiltPerson];
  [ana, ben] = (await buildPeople(database, world.organizationId, [{ displayName: 'Ana' }, { displayName: 'Ben', managerNumber: boss.employeeNumber! }])) as [BuiltPerson, BuiltPerson];
  planId = await buildPlan(database, world.caller, { name: 'Ladders', milestones: [{ items: [world.course.id] }] });
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

interface Told {
  readonly cursor: string;
  readonly count: number;
  readonly changes: readonly { readonly id: string; readonly state: string | null; readonly onDate: string | null }[];
}

const subscription = `subscription ($type: TrainingType!, $filter: TrainingProgressFilterInput, $after: Cursor) {
  trainingProgressChanged(type: $type, filter: $filter, after: $after) { cursor count changes { id state onDate } } }`;

/** What a socket has heard for an operation, one after the other. */
const heard = (socket: TestSocket, id: string): Told[] => socket.payloads<{ data: { trainingProgressChanged: Told } }>(id).map(({ data }) => data.trainingProgressChanged);
const changesOf = (socket: TestSocket, id: string): Told['changes'] => heard(socket, id).flatMap(({ changes }) => changes);
const byHand = (type: 'COURSE' | 'PLAN', itemId: string, { id }: BuiltPerson) => ({ type, itemId, personId: id });

test('what is recorded and taken back is told to who reads the list, as the list would show it; others hear of their own people only [U5, U12, U30]', async () => {
  const { database } = server.services;
  const [admin, supervisor, stranger] = await Promise.all([world.admin, boss, other.admin].map(async (person) => (await server.signInAs(person)).socket()));
  const all = admin!.subscribe(subscription, { type: 'COURSE' });
  const begun = admin!.subscribe(subscription, { type: 'COURSE', filter: { state: 'IN_PROGRESS' } });
  const ofBen = admin!.subscribe(subscription, { type: 'COURSE', filter: { search: 'Ben' } });
  const modules = admin!.subscribe(subscription, { type: 'MODULE' });
  const own = supervisor!.subscribe(subscription, { type: 'COURSE' });
  const strange = stranger!.subscribe(subscription, { type: 'COURSE' });
  const theirs = { type: 'COURSE' as const, itemId: other.course.id, personId: other.learner.id };
  await Promise.all([admin, supervisor, stranger].map((socket) => eventually('it listens', () => socket!.frames.some(({ type }) => type === 'connection_ack'))));

  await recordByHand(database, world.caller, byHand('COURSE', world.course.id, ana), '2026-03-03');
  const anaCompleted = { id: `${ana.id}:${world.course.id}`, state: 'COMPLETED', onDate: '2026-03-03' };
  await eventually('the admin hears of Ana', () => changesOf(admin!, all).length === 1);
  expect(changesOf(admin!, all)).toEqual([anaCompleted]);
  await eventually('who looks at what is in progress hears that it is not', () => changesOf(admin!, begun).length === 1);
  expect(changesOf(admin!, begun)).toEqual([{ ...anaCompleted, state: null, onDate: null }]);

  await takeBack(database, world.caller, byHand('COURSE', world.course.id, ana));
  await eventually('the admin hears that it is gone', () => changesOf(admin!, all).length === 2);
  expect(changesOf(admin!, all)[1]).toEqual({ ...anaCompleted, state: null, onDate: null });

  await recordByHand(database, world.caller, byHand('COURSE', world.course.id, ben), '2026-03-04');
  await recordByHand(database, other.caller, theirs, '2026-03-05');
  const benCompleted = { id: `${ben.id}:${world.course.id}`, state: 'COMPLETED', onDate: '2026-03-04' };
  for (const [socket, id] of [[admin, ofBen], [supervisor, own]] as const) {
    await eventually('they hear of Ben', () => changesOf(socket!, id).length > 0);
    expect(changesOf(socket!, id)).toEqual([benCompleted]);
  }
  await eventually('the other organization hears of its own', () => changesOf(stranger!, strange).length > 0);
  expect(changesOf(stranger!, strange)).toEqual([{ id: `${theirs.personId}:${theirs.itemId}`, state: 'COMPLETED', onDate: '2026-03-05' }]);
  expect(heard(admin!, modules)).toEqual([]);

  const again = await (await server.signInAs(world.admin)).socket();
  const resumed = again.subscribe(subscription, { type: 'COURSE', after: heard(admin!, all)[0]!.cursor });
  await eventually('who was cut off hears what was missed', () => changesOf(again, resumed).some(({ id }) => id === benCompleted.id));
  expect(changesOf(again, resumed)).toEqual(expect.arrayContaining([{ ...anaCompleted, state: null, onDate: null }, benCompleted]));
});

test('what a learner does by themselves is told at once: begun, and complete, of modules, courses and plans [U2]', async () => {
  const admin = await (await server.signInAs(world.admin)).socket();
  const learner = await server.signInAs(world.learner);
  const [moduleId] = world.course.moduleIds as [string];
  const [modules, courses, plans] = (['MODULE', 'COURSE', 'PLAN'] as const).map((type) => admin.subscribe(subscription, { type, filter: { personId: world.learner.id } })) as [string, string, string];
  const report = (reachedEnd: boolean) =>
    learner.ask<object>('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', { input: { moduleId, courseId: world.course.id, at: new Date().toISOString(), viewed: reachedEnd ? 1 : 0.1, reachedEnd, confirmed: reachedEnd } });
  await report(false);
  await eventually('the course is begun', () => changesOf(admin, courses).length > 0);
  expect(changesOf(admin, courses)[0]).toMatchObject({ id: `${world.learner.id}:${world.course.id}`, state: 'IN_PROGRESS' });
  await eventually('so is the plan', () => changesOf(admin, plans).some(({ id, state }) => id === `${world.learner.id}:${world.planId}` && state === 'IN_PROGRESS'));
  await report(true);
  await eventually('the module is complete', () => changesOf(admin, modules).some(({ id, state }) => id === `${world.learner.id}:${moduleId}` && state === 'COMPLETED'));
});

test('a cursor of another log is refused', async () => {
  const socket = await (await server.signInAs(world.admin)).socket();
  const id = socket.subscribe(subscription, { type: 'PLAN', filter: { itemId: planId }, after: 'nonsense' });
  const frame = await eventually('it is answered', () => socket.frames.find((each) => each.id === id));
  expect(JSON.stringify(frame.payload)).toMatch(/not a cursor of this log/);
});
