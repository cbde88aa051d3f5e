import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { eventually } from '../../platform/testing/eventually.ts';
import { runJob } from '../../platform/testing/run-job.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { buildGrant } from '../access/caller.factory.ts';
import { buildCourse, type BuiltCourse } from '../learning-objects/course.factory.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { buildPeople, buildPerson, type BuiltPerson } from '../people-import/person.factory.ts';
import { assignPlan, carryOut } from './assignment.factory.ts';
import { reevaluateAssignments } from './index.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;
let course: BuiltCourse;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
  course = await buildCourse(server.services.database, world.organizationId);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

interface Said {
  readonly __typename: string;
  readonly id: string;
  readonly previewHash: string;
  readonly title: object;
  readonly counts: readonly { readonly class: string; readonly rows: number }[];
  readonly problems: readonly { readonly code: string }[];
}
const operation = '__typename ... on Operation { id previewHash title counts { class rows } } ... on Refusal { problems { code } }';
type LifecycleAct = 'INACTIVATE' | 'ACTIVATE' | 'ARCHIVE';

const preview = async (planId: string, act: LifecycleAct, client: TestSession = admin): Promise<Said> =>
  (await client.ask<{ it: Said }>(`mutation ($input: PreviewPlanLifecycleInput!) { it: previewPlanLifecycle(input: $input) { ${operation} } }`, { input: { planId, act } })).it;
const commit = async ({ id, previewHash }: Said): Promise<Said> =>
  (await admin.ask<{ it: Said }>(`mutation ($input: CommitOperationInput!) { it: commitOperation(input: $input) { ${operation} } }`, { input: { operationId: id, previewHash } })).it;

/** Previews, commits and carries out; answers what the preview said. */
async function change(planId: string, act: LifecycleAct): Promise<Said> {
  const previewed = await preview(planId, act);
  expect((await commit(previewed)).__typename).toBe('Operation');
  await carryOut(server.services.database, world.organizationId, previewed.id);
  return previewed;
}

const state = async (planId: string): Promise<unknown> =>
  (await admin.ask<{ learningPlan: unknown }>('query ($id: ID!) { learningPlan(id: $id) { lifecycle viewerCan { changeLifecycle assign delete } } }', { id: planId })).learningPlan;

const statuses = (planId: string): Promise<{ name: string; status: string }[]> =>
  server.services.database.read({ organizationId: world.organizationId }, (transaction) =>
    transaction.query(`SELECT p.display_name AS name, s.status FROM enrollment e JOIN standing s ON s.enrollment_id = e.id JOIN person p ON p.id = e.person_id WHERE e.plan_id = $1 ORDER BY 1`, [planId]));

/** What a learner's own pages say of a plan, evaluated as it is read. */
const mine = async (person: BuiltPerson, planId: string): Promise<string | undefined> => {
  const { myLearning } = await (await server.signInAs(person)).ask<{ myLearning: { plans: readonly { readonly status: string; readonly planId: string | null }[] } }>('{ myLearning { plans { status planId } } }');
  return myLearning.plans.find((plan) => plan.planId === planId)?.status;
};

async function complete(person: BuiltPerson): Promise<void> {
  await (await server.signInAs(person)).ask('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', {
    input: { moduleId: course.moduleIds[0], courseId: course.id, at: new Date().toISOString(), viewed: 1, reachedEnd: true, confirmed: true },
  });
}

interface Given {
  readonly planId: string;
  readonly people: readonly [BuiltPerson, BuiltPerson, BuiltPerson];
  readonly department: string;
}

/** A plan that a department has by a dynamic assignment: of three people one is done with it. */
async function given(): Promise<Given> {
  const name = `Team ${Math.random()}`;
  const people = (await buildPeople(server.services.database, world.organizationId, ['A', 'B', 'C'].map((each) => ({ displayName: `${each} of ${name}`, department: [name] })))) as [BuiltPerson, BuiltPerson, BuiltPerson];
  const planId = await buildPlan(server.services.database, world.caller, { name: `Plan of ${name}`, milestones: [{ items: [course.id] }] });
  await assignPlan(server.services.database, world.caller, planId, { audience: { kind: 'DEPARTMENTS', departmentIds: [people[0].departmentId as never], includeSubDepartments: true }, mode: 'DYNAMIC', onLeave: 'REMOVE' });
  await complete(people[0]);
  return { planId, people, department: name };
}

/** What a learner's own pages say of an inactive plan; null: nothing. */
const toldOf = async (person: BuiltPerson, planId: string): Promise<string | null | undefined> => {
  const { myLearning } = await (await server.signInAs(person)).ask<{ myLearning: { plans: readonly { readonly planId: string | null; readonly inactiveNote: string | null }[] } }>('{ myLearning { plans { planId inactiveNote } } }');
  return myLearning.plans.find((plan) => plan.planId === planId)?.inactiveNote;
};

const join = (department: string): Promise<BuiltPerson> => buildPerson(server.services.database, world.organizationId, { displayName: `Z of ${department}`, department: [department] });
const react = (): Promise<void> => runJob(reevaluateAssignments, server.services.database, world.organizationId, {});

describe('inactivating a plan [2.2, C20]', () => {
  test('tells those who have it open what that means for them, at once and in their language, and whoever looks at the plan; so does activating it', async () => {
    const { planId, people } = await given();
    await server.services.database.write({ organizationId: world.organizationId }, (transaction) => transaction.query(`UPDATE person SET locale = 'zh-CN' WHERE id = $1`, [people[2].id]));
    const [learners, admins] = [await (await server.signInAs(people[1])).socket(), await admin.socket()];
    const mineMoves = learners.subscribe('subscription { myLearningChanged { enrollmentIds } }');
    const planMoves = admins.subscribe('subscription ($id: ID!) { learningPlanChanged(id: $id) { lifecycle } }', { id: planId });
    const lifecycles = (): readonly string[] => admins.payloads<{ data: { learningPlanChanged: { lifecycle: string } } }>(planMoves).map(({ data }) => data.learningPlanChanged.lifecycle);
    await admins.first(planMoves);
    expect(await toldOf(people[1], planId)).toBeNull();
    await change(planId, 'INACTIVATE');
    expect(await learners.first<{ data: { myLearningChanged: { enrollmentIds: string[] } } }>(mineMoves)).toMatchObject({ data: { myLearningChanged: { enrollmentIds: [expect.any(String)] } } });
    await eventually('the admin hears of it', async () => lifecycles().at(-1) === 'INACTIVE');
    expect(await toldOf(people[1], planId)).toBe('Inactive at present: nobody new gets this. You keep it, can go on, and what you complete counts.');
    expect(await toldOf(people[2], planId)).toBe('目前已停用，不再分配给新的学员。您保留此项学习，可以继续，完成的内容照常计入。');
    expect(await toldOf(people[0], planId)).toBeNull();
    await change(planId, 'ACTIVATE');
    await eventually('they hear of it again', async () => learners.payloads(mineMoves).length > 1 && lifecycles().at(-1) === 'ACTIVE');
    expect(await toldOf(people[1], planId)).toBeNull();
  });

  test('says who has it open, takes nothing from anybody, and lets nobody join; activating it again shows who would', async () => {
    const { planId, people, department } = await given();
    expect(await change(planId, 'INACTIVATE')).toMatchObject({ title: { assignments: 1 }, counts: [{ class: 'KEEPS', rows: 2 }] });
    expect(await state(planId)).toEqual({ lifecycle: 'INACTIVE', viewerCan: { changeLifecycle: ['ACTIVATE', 'ARCHIVE'], assign: false, delete: false } });
    const newcomer = await join(department);
    await react();
    expect((await statuses(planId)).map(({ status }) => status)).toEqual(['COMPLETED', 'NOT_STARTED', 'NOT_STARTED']);
    await complete(people[1]);
    expect(await mine(people[1], planId)).toBe('COMPLETED');

    await server.services.database.write({ organizationId: world.organizationId }, (transaction) => transaction.query('UPDATE affiliation SET valid_to = now() WHERE person_id = $1 AND valid_to IS NULL', [people[2].id]));
    const activated = await change(planId, 'ACTIVATE');
    expect(activated.counts).toEqual(expect.arrayContaining([{ class: 'JOINS', rows: 1 }, { class: 'LEAVES', rows: 1 }]));
    expect(await state(planId)).toMatchObject({ lifecycle: 'ACTIVE', viewerCan: { assign: true } });
    expect(await mine(newcomer, planId)).toBe('NOT_STARTED');
    expect((await statuses(planId)).map(({ status }) => status)).toEqual(['COMPLETED', 'COMPLETED', 'WITHDRAWN', 'NOT_STARTED']);
  });

  test('a preview that no longer holds is refused, and so is what is not possible any more', async () => {
    const { planId, people } = await given();
    const [first, second] = [await preview(planId, 'INACTIVATE'), await preview(planId, 'ARCHIVE')];
    await complete(people[1]);
    expect((await commit(first)).__typename).toBe('StalePreview');
    await change(planId, 'ARCHIVE');
    expect((await commit(second)).problems).toMatchObject([{ code: 'PLAN_CHANGED' }]);
    expect((await preview(planId, 'ACTIVATE')).problems).toMatchObject([{ code: 'ILLEGAL_OPERATION' }]);
  });
});

describe('archiving a plan [2.2]', () => {
  test('closes what is open for everybody who reads it, keeps what is done, and counts nothing that comes later; taken back all is as before', async () => {
    const { planId, people } = await given();
    const archived = await change(planId, 'ARCHIVE');
    expect(archived.counts).toEqual([{ class: 'CLOSED', rows: 2 }]);
    expect((await statuses(planId)).map(({ status }) => status)).toEqual(['COMPLETED', 'NOT_COMPLETED', 'NOT_COMPLETED']);
    await complete(people[1]);
    expect([await mine(people[0], planId), await mine(people[1], planId)]).toEqual(['COMPLETED', 'NOT_COMPLETED']);
    expect((await statuses(planId)).map(({ status }) => status)).toEqual(['COMPLETED', 'NOT_COMPLETED', 'NOT_COMPLETED']);

    const { it: undo } = await admin.ask<{ it: Said }>(`mutation ($input: PreviewUndoInput!) { it: previewUndo(input: $input) { ${operation} } }`, { input: { operationId: archived.id } });
    expect(undo.counts).toEqual([{ class: 'TAKEN_BACK', rows: 2 }]);
    expect((await commit(undo)).__typename).toBe('Operation');
    await carryOut(server.services.database, world.organizationId, undo.id);
    expect(await state(planId)).toMatchObject({ lifecycle: 'ACTIVE' });
    expect((await statuses(planId)).map(({ status }) => status)).toEqual(['COMPLETED', 'COMPLETED', 'NOT_STARTED']);
    expect([await mine(people[1], planId), await mine(people[2], planId)]).toEqual(['COMPLETED', 'NOT_STARTED']);
  });

  test('an inactive plan comes back as inactive', async () => {
    const { planId } = await given();
    await change(planId, 'INACTIVATE');
    const archived = await change(planId, 'ARCHIVE');
    const { it: undo } = await admin.ask<{ it: Said }>(`mutation ($input: PreviewUndoInput!) { it: previewUndo(input: $input) { ${operation} } }`, { input: { operationId: archived.id } });
    await commit(undo);
    await carryOut(server.services.database, world.organizationId, undo.id);
    expect(await state(planId)).toMatchObject({ lifecycle: 'INACTIVE' });
  });
});

describe('who may [2.11, D35]', () => {
  test('only owners and those above; of what may concern people beyond the own scope not even a plan’s owner', async () => {
    const { planId, people } = await given();
    const [other, owner] = (await buildPeople(server.services.database, world.organizationId, [{ displayName: 'Other' }, { displayName: 'Owner', department: ['Elsewhere'] }])) as [BuiltPerson, BuiltPerson];
    await buildGrant(server.services.database, other, 'PLAN_ADMIN');
    expect((await preview(planId, 'INACTIVATE', await server.signInAs(other))).__typename).toBe('NotFound');
    await buildGrant(server.services.database, owner, 'PLAN_ADMIN', { scopeKind: 'DEPARTMENT', scopeId: owner.departmentId });
    await server.services.database.write({ organizationId: world.organizationId }, (transaction) => transaction.query('UPDATE learning_plan SET owner_id = $2 WHERE id = $1', [planId, owner.id]));
    expect((await preview(planId, 'INACTIVATE', await server.signInAs(owner))).problems).toMatchObject([{ code: 'OUTSIDE_OWN_SCOPE' }]);
    await expect(preview(planId, 'INACTIVATE', await server.signInAs(people[0]))).rejects.toThrow('FORBIDDEN');
  });
});

describe('deleting a plan [2.2]', () => {
  const remove = async (planId: string, rowVersion: number): Promise<Said> =>
    (await admin.ask<{ it: Said }>('mutation ($input: DeleteLearningPlanInput!) { it: deleteLearningPlan(input: $input) { __typename ... on Refusal { problems { code } } } }', { input: { planId, rowVersion } })).it;
  const draft = async (planId: string): Promise<number | undefined> =>
    (await admin.ask<{ learningPlan: { draftVersion: { rowVersion: number } } | null }>('query ($id: ID!) { learningPlan(id: $id) { draftVersion { rowVersion } } }', { id: planId })).learningPlan?.draftVersion.rowVersion;

  test('only what was never published goes, as it was seen', async () => {
    const planId = await buildPlan(server.services.database, world.caller, { milestones: [{ items: [course.id] }], published: false });
    const rowVersion = (await draft(planId))!;
    expect((await remove(planId, rowVersion - 1)).__typename).toBe('StaleEdit');
    expect((await remove(planId, rowVersion)).__typename).toBe('LearningPlanDeleted');
    expect(await draft(planId)).toBeUndefined();
    expect((await remove(planId, rowVersion)).__typename).toBe('NotFound');
    expect((await remove((await given()).planId, 1)).problems).toMatchObject([{ code: 'PUBLISHED_ONCE' }]);
  });
});
