import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeSchema } from '../../build-schema.ts';
import { newId } from '../../platform/database/new-id.ts';
import type { TestClient } from '../../platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { selectionOf } from '../../testing/generate-calls.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { buildGrant } from '../access/caller.factory.ts';
import { buildCourse } from '../learning-objects/course.factory.ts';
import { buildPerson } from '../people-import/person.factory.ts';
import { buildPlan } from './learning-plan.factory.ts';

/** Half past one in the afternoon of 10 March in Berlin, half past two in the morning of the 11th on Kiritimati. */
const now = new Date('2027-03-10T12:30:00Z');

let database: TestDatabase;
let server: TestServer;
let world: World;
let theirs: World;
let admin: TestSession;
let courseId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer(database, { roles: new Set(['web']) }, () => now);
  world = await buildWorld(server.services.database, 'Ours');
  theirs = await buildWorld(server.services.database, 'Theirs');
  admin = await server.signInAs(world.admin);
  courseId = (await buildCourse(server.services.database, world.organizationId)).id;
});

afterAll(async () => {
  await server.stop();
  await database.close();
});

interface Said {
  readonly __typename: string;
  readonly id?: string;
  readonly currentRowVersion?: number;
  readonly problems?: readonly { readonly code: string; readonly field: string | null }[];
}

const mutations = (await makeSchema()).getMutationType()!.getFields();

/** Carries out a mutation; answers its only field, whatever it is. */
async function act(client: TestClient, field: string, input: object): Promise<Said> {
  const { args, type } = mutations[field]!;
  const { body } = await client.graphql<Record<string, Said>>(`mutation ($input: ${String(args[0]!.type)}) { ${field}(input: $input) ${selectionOf(type)} }`, { input });
  if (!body.data) throw new Error(JSON.stringify(body.errors));
  return body.data[field]!;
}

interface PlanAsItIs {
  readonly rowVersion: number;
  readonly draftVersion: { readonly rowVersion: number; readonly milestones: readonly { readonly key: string }[] };
}

const asItIs = async (planId: string): Promise<PlanAsItIs> => {
  const { learningPlan } = await admin.ask<{ learningPlan: PlanAsItIs }>(
    `query ($id: ID!) { learningPlan(id: $id) { rowVersion name collaborationAllowed visibleRange displayOnFrontEnd lifecycle
       draftVersion { rowVersion name description milestones { key name position items { learningObjectId mandatory } } } } }`,
    { id: planId },
  );
  return learningPlan;
};

const newDraft = (): Promise<string> =>
  buildPlan(server.services.database, world.caller, { milestones: [{ items: [courseId] }, { items: [courseId] }], published: false });

type Edit = readonly [field: string, input: (plan: PlanAsItIs) => object, of: 'DRAFT' | 'SETTINGS'];

const edits: readonly Edit[] = [
  ['updatePlanBasics', () => ({ name: 'Another name' }), 'DRAFT'],
  ['addMilestone', () => ({ milestone: { name: 'One more', metric: 'NONE' } }), 'DRAFT'],
  ['updateMilestone', (plan) => ({ milestoneKey: plan.draftVersion.milestones[0]!.key, milestone: { name: 'Renamed' } }), 'DRAFT'],
  ['removeMilestone', (plan) => ({ milestoneKey: plan.draftVersion.milestones[0]!.key }), 'DRAFT'],
  ['moveMilestone', (plan) => ({ milestoneKey: plan.draftVersion.milestones[0]!.key, position: 1 }), 'DRAFT'],
  ['setMilestoneItems', (plan) => ({ milestoneKey: plan.draftVersion.milestones[0]!.key, items: [] }), 'DRAFT'],
  ['publishLearningPlan', () => ({}), 'DRAFT'],
  ['setPlanVisibleRange', () => ({ visibleRange: { kind: 'EVERYONE' } }), 'SETTINGS'],
  ['setPlanCollaboration', () => ({ allowed: true }), 'SETTINGS'],
];

describe('a stale edit [19]', () => {
  test.each(edits)('%s is refused with the version that there is, and changes nothing', async (field, input, of) => {
    const planId = await newDraft();
    const read = await asItIs(planId);
    const rowVersion = of === 'DRAFT' ? read.draftVersion.rowVersion : read.rowVersion;
    const inBetween = of === 'DRAFT' ? edits[0]! : edits[7]!;
    await act(admin, inBetween[0], { planId, rowVersion, ...inBetween[1](read) });
    const before = await asItIs(planId);
    expect(await act(admin, field, { planId, rowVersion, ...input(read) })).toMatchObject({
      __typename: 'StaleEdit',
      currentRowVersion: rowVersion + 1,
      problems: [{ code: 'STALE_EDIT', field: null }],
    });
    expect(await asItIs(planId)).toEqual(before);
    expect((await act(admin, field, { planId, rowVersion: rowVersion + 1, ...input(read) })).__typename).toBe('LearningPlan');
  });

  test('of eight admins who save what they read at once, one is heard, and nothing of the others is kept', async () => {
    const planId = await newDraft();
    const { draftVersion } = await asItIs(planId);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        act(admin, 'addMilestone', { planId, rowVersion: draftVersion.rowVersion, milestone: { name: `Of ${index}`, metric: 'NONE' } }),
      ),
    );
    expect(answers.map((each) => each.__typename).toSorted()).toEqual(['LearningPlan', ...Array.from({ length: 7 }, () => 'StaleEdit')]);
    const after = await asItIs(planId);
    expect(after.draftVersion.milestones).toHaveLength(3);
    expect(after.draftVersion.rowVersion).toBe(draftVersion.rowVersion + 1);
  });

  test('of content is refused like one of a plan', async () => {
    const course = await buildCourse(server.services.database, world.organizationId, { name: 'As it was', modules: 2 });
    const change = (name: string, rowVersion: number) => act(admin, 'updateLearningObject', { id: course.id, rowVersion, name, moduleIds: [course.moduleIds[1]] });
    const both = await Promise.all([change('By one', 1), change('By the other', 1)]);
    expect(both.map((each) => each.__typename).toSorted()).toEqual(['LearningObject', 'StaleEdit']);
    expect(both.find((each) => each.__typename === 'StaleEdit')?.currentRowVersion).toBe(2);
  });
});

describe('the same mutation sent twice [17, 18]', () => {
  const creations: readonly (readonly [field: string, input: object, other: object])[] = [
    ['createLearningPlan', { name: 'Made once', preset: 'LEARNING_PLAN' }, { name: 'Something else' }],
    ['createCourse', { name: 'Made once' }, { name: 'Something else' }],
    ['createModule', { name: 'Made once', content: { kind: 'LINK', url: 'https://example.com' } }, { name: 'Something else' }],
  ];

  test.each(creations)('%s: has one effect and one answer, at once and later; with another input it is refused', async (field, input, other) => {
    const clientMutationId = newId();
    const answers = await Promise.all(Array.from({ length: 5 }, () => act(admin, field, { ...input, clientMutationId })));
    answers.push(await act(admin, field, { ...input, clientMutationId }));
    expect(new Set(answers.map((each) => each.id)).size).toBe(1);
    expect(answers[0]!.id).toBeDefined();
    expect((await act(admin, field, { ...input, ...other, clientMutationId })).problems).toMatchObject([{ code: 'MUTATION_ID_REUSED', field: 'clientMutationId' }]);
    expect((await act(admin, field, { ...input, clientMutationId: newId() })).id).not.toBe(answers[0]!.id);
  });

  test('an edit: the repeat is answered with the plan and not as a stale edit; somebody else may use the same id', async () => {
    const planId = await newDraft();
    const { draftVersion } = await asItIs(planId);
    const input = { planId, rowVersion: draftVersion.rowVersion, milestone: { name: 'Once', metric: 'NONE' }, clientMutationId: newId() };
    expect((await act(admin, 'addMilestone', input)).__typename).toBe('LearningPlan');
    expect((await act(admin, 'addMilestone', input)).__typename).toBe('LearningPlan');
    expect((await asItIs(planId)).draftVersion.milestones).toHaveLength(3);
    const other = await buildPerson(server.services.database, world.organizationId);
    await buildGrant(server.services.database, other, 'SUB_ADMIN');
    expect((await act(await server.signInAs(other), 'addMilestone', input)).__typename).toBe('StaleEdit');
  });

  test('what was refused leaves its id free', async () => {
    const clientMutationId = newId();
    expect((await act(admin, 'createCourse', { name: ' ', clientMutationId })).problems?.[0]?.code).toBe('NAME_MISSING');
    expect((await act(admin, 'createCourse', { name: 'Better', clientMutationId })).id).toBeDefined();
  });

  test('a commit: pressed twice, carried out once', async () => {
    const { id } = await act(admin, 'previewAssignment', { planId: world.planId, confirmEverybody: true, audience: { kind: 'EVERYONE' } });
    const { operation } = await admin.ask<{ operation: { previewHash: string } }>('query ($id: ID!) { operation(id: $id) { previewHash } }', { id });
    const commits = await Promise.all([1, 2, 3].map(() => act(admin, 'commitOperation', { operationId: id, previewHash: operation.previewHash })));
    expect(commits.map((each) => each.id)).toEqual([id, id, id]);
    const made = await server.services.database.read(world.admin, (transaction) => transaction.query('SELECT id FROM assignment WHERE operation_id = $1', [id]));
    expect(made).toHaveLength(1);
  });
});

describe('a due date in the past', () => {
  const assign = (client: TestClient, date: string) =>
    act(client, 'previewAssignment', { planId: world.planId, confirmEverybody: true, audience: { kind: 'EVERYONE' }, dueRule: { kind: 'FIXED', date } });

  test('is refused where the admin is; today is none', async () => {
    const far = await buildPerson(server.services.database, world.organizationId, { timeZone: 'Pacific/Kiritimati' });
    await buildGrant(server.services.database, far, 'SUB_ADMIN');
    const onKiritimati = await server.signInAs(far);
    const past = [{ code: 'DUE_IN_PAST', field: 'dueRule.date' }];
    expect((await assign(admin, '2027-03-09')).problems).toMatchObject(past);
    expect((await assign(admin, '2027-03-10')).__typename).toBe('Operation');
    expect((await assign(onKiritimati, '2027-03-10')).problems).toMatchObject(past);
    expect((await assign(onKiritimati, '2027-03-11')).__typename).toBe('Operation');
  });

  test.each(['2027-02-30', '2027-13-01', 'tomorrow', ''])('%j is no date at all', async (date) => {
    await expect(assign(admin, date)).rejects.toThrow('BAD_USER_INPUT');
  });
});

describe('a department of another organization', () => {
  const audience = (departmentId: string) => ({ kind: 'DEPARTMENTS', departmentIds: [departmentId], includeSubDepartments: true });

  test('is an unknown one to an assignment, a visible range and an audience', async () => {
    const planId = await newDraft();
    const { rowVersion } = await asItIs(planId);
    for (const id of [theirs.ids.department!, newId()]) {
      expect((await act(admin, 'previewAssignment', { planId: world.planId, audience: audience(id) })).problems).toMatchObject([
        { code: 'UNKNOWN_DEPARTMENT', field: 'audience' },
      ]);
      expect((await act(admin, 'setPlanVisibleRange', { planId, rowVersion, visibleRange: audience(id) })).problems).toMatchObject([
        { code: 'UNKNOWN_DEPARTMENT', field: 'visibleRange' },
      ]);
      const { audiencePreview } = await admin.ask<{ audiencePreview: Said }>(
        'query ($audience: Json!) { audiencePreview(audience: $audience) { __typename ... on Refusal { problems { code field } } } }',
        { audience: audience(id) },
      );
      expect(audiencePreview.problems?.[0]?.code).toBe('UNKNOWN_DEPARTMENT');
    }
  });

  test('filters lists to nothing', async () => {
    const filter = { departmentId: theirs.ids.department };
    const { enrollments, people } = await admin.ask<Record<string, { edges: unknown[] }>>(
      'query ($e: EnrollmentFilterInput, $p: PeopleFilterInput) { enrollments(filter: $e) { edges { cursor } } people(filter: $p) { edges { cursor } } }',
      { e: filter, p: filter },
    );
    expect([enrollments!.edges, people!.edges]).toEqual([[], []]);
  });
});
