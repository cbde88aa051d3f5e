import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { AudienceExpression, DueRule } from '@milepost/domain';
import { assignPlan, type AssignmentOverrides } from './features/assignments/assignment.factory.ts';
import { buildStaticGroup } from './features/groups/group.factory.ts';
import { buildNextVersion } from './features/learning-plans/next-version.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { buildImportFile } from './features/people-import/people-import.factory.ts';
import { buildPeople, type BuiltPerson } from './features/people-import/person.factory.ts';
import { eventually } from './platform/testing/eventually.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;
let ann: BuiltPerson;
let bo: BuiltPerson;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase);
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
});

beforeEach(async () => {
  [ann, bo] = (await buildPeople(server.services.database, world.organizationId, [{ displayName: 'Ann' }, { displayName: 'Bo', locale: 'zh-CN' }])) as [BuiltPerson, BuiltPerson];
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

interface Told {
  readonly id: string;
  readonly type: string;
  readonly message: string;
  readonly readAt: string | null;
  readonly planId: string | null;
  readonly enrollmentId: string | null;
}

const only = (...people: readonly BuiltPerson[]): AudienceExpression => ({ kind: 'PEOPLE', personIds: people.map(({ id }) => id) as never });
const newPlan = (name = 'Safety'): Promise<string> => buildPlan(server.services.database, world.caller, { name, milestones: [{ items: [world.course.id] }] });
const assign = (planId: string, overrides: AssignmentOverrides): Promise<string> => assignPlan(server.services.database, world.caller, planId, { notify: true, ...overrides });

async function inboxOf(person: BuiltPerson, variables: object = {}): Promise<readonly Told[]> {
  const { inbox } = await (await server.signInAs(person)).ask<{ inbox: { edges: { node: Told }[] } }>(
    'query ($unreadOnly: Boolean! = false) { inbox(unreadOnly: $unreadOnly) { edges { node { id type message readAt planId enrollmentId } } } }',
    variables,
  );
  return inbox.edges.map(({ node }) => node);
}

/** Everything that was to be told has been. */
const whenTold = (): Promise<true> =>
  eventually('the queue is empty', async () => (await testDatabase.asOwner('SELECT FROM graphile_worker._private_jobs LIMIT 1')).length === 0);

/** Assigns over the API and carries it out, as an admin's page does; answers when everything that was to be told has been. */
async function assignByApi(input: object): Promise<void> {
  const { preview } = await admin.ask<{ preview: { id: string; previewHash: string } }>(
    'mutation ($input: PreviewAssignmentInput!) { preview: previewAssignment(input: $input) { ... on Operation { id previewHash } } }',
    { input: { notify: true, ...input } },
  );
  await commit(preview);
}

async function commit({ id, previewHash }: { id: string; previewHash: string }): Promise<void> {
  await admin.ask('mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }', { input: { operationId: id, previewHash } });
  await whenTold();
}

test('who is in a group, in another and named besides has one assignment and one message, in their language, by one act or by several [C18]', async () => {
  const { database } = server.services;
  const groups: string[] = [];
  for (const members of [[ann.id], [ann.id, bo.id]]) groups.push(await buildStaticGroup(database, world.caller, members));
  const [inA, inB] = groups.map((id) => ({ kind: 'GROUPS', groupIds: [id] }));
  const named = only(ann);
  const enrollmentsOf = async (planId: string): Promise<unknown[]> => {
    const { enrollments } = await admin.ask<{ enrollments: { edges: { node: { person: { id: string } } }[] } }>('query ($filter: EnrollmentFilterInput!) { enrollments(first: 50, filter: $filter) { edges { node { person { id } } } } }', { filter: { planId } });
    return enrollments.edges.map(({ node }) => node.person.id).sort();
  };
  const due: DueRule = { kind: 'FIXED', date: '2099-12-31' as never };
  const atOnce = await newPlan('Fire');
  await assignByApi({ targets: [{ planId: atOnce }], audience: { kind: 'OR', operands: [inA, inB, named] }, dueRule: due });
  expect(await enrollmentsOf(atOnce)).toEqual([ann.id, bo.id].sort());
  const oneByOne = await newPlan();
  for (const audience of [inA, inB, named]) await assignByApi({ targets: [{ planId: oneByOne }], audience, dueRule: due });
  expect(await enrollmentsOf(oneByOne)).toEqual([ann.id, bo.id].sort());
  const message = (name: string): string => `“${name}” was assigned to you. It is due on December 31, 2099.`;
  expect(await inboxOf(ann)).toMatchObject([
    { type: 'ASSIGNED', message: message('Safety'), readAt: null, planId: oneByOne, enrollmentId: expect.any(String) },
    { type: 'ASSIGNED', message: message('Fire'), planId: atOnce },
  ]);
  expect((await inboxOf(bo)).map((told) => told.message)).toEqual(['您被指派学习“Safety”，截止日期为2099年12月31日。', '您被指派学习“Fire”，截止日期为2099年12月31日。']);
});

test.each([
  [true, ['ASSIGNED']],
  [false, []],
])('the people of a list, with notify %s, are told accordingly [L48, D25, C18]', async (notify, types) => {
  const planId = await newPlan();
  const fileId = await buildImportFile(server.services.database, world.caller, server.config.dataDir, `Employee number\n${ann.employeeNumber}\n`, 'list.csv');
  const { begun } = await admin.ask<{ begun: { id: string } }>('mutation ($input: PreviewAssignmentImportInput!) { begun: previewAssignmentImport(input: $input) { ... on Operation { id } } }', { input: { fileId, planId, notify } });
  const preview = await eventually('the list is analysed', async () => {
    const { operation } = await admin.ask<{ operation: { id: string; state: string; previewHash: string } }>('query ($id: ID!) { operation(id: $id) { id state previewHash } }', { id: begun.id });
    return operation.state === 'PREVIEWED' && operation;
  });
  await commit(preview);
  expect((await inboxOf(ann)).map(({ type }) => type)).toEqual(types);
});

test('nobody is told of an assignment that does not want it; of one that does, also who had it before [C18]', async () => {
  const planId = await newPlan();
  await assign(planId, { audience: only(ann), notify: false });
  await whenTold();
  expect(await inboxOf(ann)).toEqual([]);
  await assign(planId, { audience: only(ann, bo) });
  await whenTold();
  expect([await inboxOf(ann), await inboxOf(bo)]).toMatchObject([[{ type: 'ASSIGNED' }], [{ type: 'ASSIGNED' }]]);
});

test('who comes to belong to a dynamic assignment later is told then, and nobody once more [C18, ambition 7]', async () => {
  const planId = await newPlan();
  await assign(planId, { audience: { kind: 'LANGUAGES', languages: ['zh-CN'] }, mode: 'DYNAMIC' });
  await whenTold();
  const before = await inboxOf(bo);
  expect(before).toMatchObject([{ planId }]);
  const { person } = await admin.ask<{ person: { rowVersion: number } }>('query ($id: ID!) { person(id: $id) { rowVersion } }', { id: ann.id });
  await admin.ask('mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { __typename } }', { input: { personId: ann.id, rowVersion: person.rowVersion, locale: 'zh-CN' } });
  await eventually('she is told', async () => (await inboxOf(ann)).length === 1);
  await whenTold();
  expect(await inboxOf(bo)).toEqual(before);
});

test.each([
  [true, ['PLAN_PUBLISHED']],
  [false, []],
])('a plan that is published with notify %s reaches everybody in its visible range, and nobody else [D18, D19]', async (notify, types) => {
  const planId = await buildPlan(server.services.database, world.caller, { name: 'Found', milestones: [{ items: [world.course.id] }], published: false });
  const read = async () =>
    (await admin.ask<{ learningPlan: { rowVersion: number; draftVersion: { rowVersion: number } } }>('query ($id: ID!) { learningPlan(id: $id) { rowVersion draftVersion { rowVersion } } }', { id: planId })).learningPlan;
  await admin.ask('mutation ($input: SetPlanVisibleRangeInput!) { setPlanVisibleRange(input: $input) { __typename } }', { input: { planId, rowVersion: (await read()).rowVersion, visibleRange: only(ann) } });
  const { publishLearningPlan } = await admin.ask<{ publishLearningPlan: object }>('mutation ($input: PublishLearningPlanInput!) { publishLearningPlan(input: $input) { __typename } }', {
    input: { planId, rowVersion: (await read()).draftVersion.rowVersion, notify },
  });
  expect(publishLearningPlan).toEqual({ __typename: 'LearningPlan' });
  await whenTold();
  expect((await inboxOf(ann)).map(({ type }) => type)).toEqual(types);
  expect(await inboxOf(bo)).toEqual([]);
});

test('who is in the visible range and was told of an assignment first is not told of the publishing as well [X11]', async () => {
  const { database } = server.services;
  const planId = await newPlan();
  await assign(planId, { audience: only(ann) });
  await whenTold();
  const { learningPlan } = await admin.ask<{ learningPlan: { rowVersion: number } }>('query ($id: ID!) { learningPlan(id: $id) { rowVersion } }', { id: planId });
  await admin.ask('mutation ($input: SetPlanVisibleRangeInput!) { setPlanVisibleRange(input: $input) { __typename } }', { input: { planId, rowVersion: learningPlan.rowVersion, visibleRange: only(ann, bo) } });
  await database.write({ organizationId: world.organizationId }, (transaction) => transaction.emit({ type: 'plan.announced', ids: { planId } }));
  await whenTold();
  expect([await inboxOf(ann), await inboxOf(bo)]).toMatchObject([[{ type: 'ASSIGNED' }], [{ type: 'PLAN_PUBLISHED' }]]);
});

test('whom a new version takes along is told once; who stays on theirs is not [2.10, C18]', async () => {
  const { database } = server.services;
  const planId = await newPlan('Versions');
  await assign(planId, { audience: only(ann), notify: false });
  for (const choice of ['MOVE_ALL_OPEN', 'PIN']) {
    await buildNextVersion(database, world.caller, planId, []);
    const { learningPlan } = await admin.ask<{ learningPlan: { draftVersion: { rowVersion: number } } }>('query ($id: ID!) { learningPlan(id: $id) { draftVersion { rowVersion } } }', { id: planId });
    const { previewPublishVersion } = await admin.ask<{ previewPublishVersion: { id: string; previewHash: string } }>(
      'mutation ($input: PreviewPublishVersionInput!) { previewPublishVersion(input: $input) { __typename ... on Operation { id previewHash } } }',
      { input: { planId, rowVersion: learningPlan.draftVersion.rowVersion, choice, notify: true } },
    );
    await commit(previewPublishVersion);
  }
  expect(await inboxOf(ann)).toMatchObject([{ type: 'VERSION_MOVED', planId }]);
});

test('what is read is read in every window, and what comes is counted at once [live]', async () => {
  const client = await server.signInAs(ann);
  const [one, other] = [await client.socket(), await client.socket()];
  const counts = [one, other].map((socket) => ({ socket, id: socket.subscribe('subscription { inboxChanged { unread } }') }));
  const heard = (): number[] => counts.map(({ socket, id }) => socket.payloads<{ data: { inboxChanged: { unread: number } } }>(id).at(-1)?.data.inboxChanged.unread ?? -1);
  await eventually('both know', () => heard().every((unread) => unread === 0));
  await assign(await newPlan(), { audience: only(ann) });
  await assign(await newPlan(), { audience: only(ann) });
  await eventually('both hear of both', () => heard().every((unread) => unread === 2));
  const [newest] = await inboxOf(ann);
  const read = 'mutation ($input: ReadInboxInput!) { readInbox(input: $input) { unread } }';
  expect(await client.ask(read, { input: { ids: [newest!.id] } })).toEqual({ readInbox: { unread: 1 } });
  await eventually('both hear that it was read', () => heard().every((unread) => unread === 1));
  // Nobody reads what others were told.
  expect(await (await server.signInAs(bo)).ask(read, { input: { ids: (await inboxOf(ann)).map(({ id }) => id) } })).toEqual({ readInbox: { unread: 0 } });
  expect(await inboxOf(ann, { unreadOnly: true })).toHaveLength(1);
  expect(await client.ask(read, { input: {} })).toEqual({ readInbox: { unread: 0 } });
  await eventually('both have read all', () => heard().every((unread) => unread === 0));
  for (const { socket } of counts) socket.cut();
});

test('what was taken back stays in the inbox, and leads nowhere [2.0.3]', async () => {
  const planId = await newPlan();
  const operationId = await assign(planId, { audience: only(ann) });
  await whenTold();
  const { previewUndo } = await admin.ask<{ previewUndo: { id: string; previewHash: string } }>('mutation ($input: PreviewUndoInput!) { previewUndo(input: $input) { ... on Operation { id previewHash } } }', { input: { operationId } });
  await commit(previewUndo);
  expect(await inboxOf(ann)).toMatchObject([{ planId, enrollmentId: null, message: '“Safety” was assigned to you.' }]);
});
