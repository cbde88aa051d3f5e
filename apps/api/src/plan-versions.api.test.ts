import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';
import { assignPlan } from './features/assignments/assignment.factory.ts';
import { buildCourse } from './features/learning-objects/course.factory.ts';
import { buildPerson } from './features/people-import/person.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';

let database: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;

beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer(database, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
});

afterAll(async () => {
  await server.stop();
  await database.close();
});

const version = 'id number state rowVersion name milestones { key position name metric units items { learningObjectId mandatory } }';
const plan = `... on LearningPlan { id name lifecycle publishedVersion { ${version} } draftVersion { ${version} } viewerCan { edit publish createNextVersion publishNextVersion } problems { code } }`;
const result = `{ __typename ${plan} ... on InputRefused { problems { code } } ... on StaleEdit { problems { code } currentRowVersion } }`;

interface Version {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly rowVersion: number;
  readonly milestones: readonly { readonly key: string; readonly name: string }[];
}

interface Answer {
  readonly __typename: string;
  readonly name: string;
  readonly publishedVersion: Version;
  readonly draftVersion: Version | null;
  readonly viewerCan: object;
  readonly problems: readonly { readonly code: string }[];
}

async function act(field: string, type: string, input: object): Promise<Answer> {
  const answer = await admin.ask<Record<string, Answer>>(`mutation ($input: ${type}!) { ${field}(input: $input) ${result} }`, { input });
  return answer[field]!;
}

const begin = (planId: string): Promise<Answer> => act('createNextVersion', 'CreateNextVersionInput', { planId });

async function newPlan(): Promise<string> {
  const { id } = await buildCourse(server.services.database, world.organizationId, { name: 'Safety' });
  return buildPlan(server.services.database, world.caller, { milestones: [{ name: 'Basics', items: [id] }, { name: 'Advanced', items: [id] }] });
}

describe('the next version of an active plan [2.2]', () => {
  test('begins as a draft like the published one, with the same keys', async () => {
    const { publishedVersion, draftVersion, viewerCan } = await begin(await newPlan());
    expect(draftVersion).toMatchObject({ number: 2, state: 'DRAFT' });
    expect(draftVersion!.milestones).toEqual(publishedVersion.milestones);
    expect(viewerCan).toEqual({ edit: true, publish: false, createNextVersion: false, publishNextVersion: true });
  });

  test('is begun once: asked again, there is the same draft', async () => {
    const planId = await newPlan();
    const first = await begin(planId);
    expect((await begin(planId)).draftVersion).toEqual(first.draftVersion);
  });

  test('cannot be begun of a plan that is not active, nor be thrown away where there is none', async () => {
    expect(await begin(world.draftPlanId)).toMatchObject({ __typename: 'InputRefused', problems: [{ code: 'PLAN_NOT_ACTIVE' }] });
    expect(await act('discardDraft', 'DiscardDraftInput', { planId: await newPlan(), rowVersion: 1 })).toMatchObject({ problems: [{ code: 'NO_NEXT_VERSION' }] });
    expect(await act('discardDraft', 'DiscardDraftInput', { planId: world.draftPlanId, rowVersion: 1 })).toMatchObject({ problems: [{ code: 'NO_NEXT_VERSION' }] });
  });

  test('is edited like any draft, and the published one stays; the plan is not published once more as if it were new', async () => {
    const planId = await newPlan();
    const { draftVersion, publishedVersion } = await begin(planId);
    const renamed = await act('updatePlanBasics', 'UpdatePlanBasicsInput', { planId, rowVersion: draftVersion!.rowVersion, name: 'Another name' });
    const edited = await act('removeMilestone', 'RemoveMilestoneInput', { planId, rowVersion: renamed.draftVersion!.rowVersion, milestoneKey: draftVersion!.milestones[0]!.key });
    expect(edited.draftVersion).toMatchObject({ name: 'Another name', milestones: [{ name: 'Advanced', position: 0 }] });
    expect(edited.publishedVersion).toEqual(publishedVersion);
    expect(edited.name).not.toBe('Another name');
    expect(await act('publishLearningPlan', 'PublishLearningPlanInput', { planId, rowVersion: edited.draftVersion!.rowVersion })).toMatchObject({ problems: [{ code: 'NOT_A_DRAFT' }] });
  });

  test('is thrown away as it was seen, and begun anew with the same number', async () => {
    const planId = await newPlan();
    const { draftVersion } = await begin(planId);
    const renamed = await act('updatePlanBasics', 'UpdatePlanBasicsInput', { planId, rowVersion: draftVersion!.rowVersion, name: 'Another name' });
    const { rowVersion } = renamed.draftVersion!;
    expect(await act('discardDraft', 'DiscardDraftInput', { planId, rowVersion: rowVersion - 1 })).toMatchObject({ __typename: 'StaleEdit', currentRowVersion: rowVersion });
    expect(await act('discardDraft', 'DiscardDraftInput', { planId, rowVersion })).toMatchObject({ __typename: 'LearningPlan', draftVersion: null });
    expect((await begin(planId)).draftVersion).toMatchObject({ number: 2, rowVersion: 1 });
  });
});

test('a draft changes nothing for those who have the plan, those who get it, and those who track it [2.2]', async () => {
  const { database: data } = server.services;
  const planId = await newPlan();
  const [early, late] = await Promise.all([1, 2].map(() => buildPerson(data, world.organizationId, {})));
  await assignPlan(data, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [early!.id as never] } });
  const learner = await server.signInAs(early!);
  const look = async (): Promise<readonly unknown[]> => [
    await learner.ask('{ myLearning { plans { planId name progress milestones { key name status items { name } } } } }'),
    await admin.ask('query ($id: ID!) { planProgress(planId: $id) { total } enrollments(filter: { planId: $id }) { edges { node { status progress milestones { key status } } } } }', { id: planId }),
  ];
  const before = await look();
  const { draftVersion, publishedVersion } = await begin(planId);
  await act('removeMilestone', 'RemoveMilestoneInput', { planId, rowVersion: draftVersion!.rowVersion, milestoneKey: draftVersion!.milestones[0]!.key });
  expect(await look()).toEqual(before);
  await assignPlan(data, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [late!.id as never] } });
  const pins = await data.read(world.caller, (transaction) => transaction.query('SELECT DISTINCT plan_version_id AS id FROM standing WHERE subject_id = $1', [planId]));
  expect(pins).toEqual([{ id: publishedVersion.id }]);
});

describe('the versions of a plan', () => {
  test('are listed, the newest first, with who published them and when', async () => {
    const planId = await newPlan();
    await begin(planId);
    const { planVersions } = await admin.ask<{ planVersions: object[] }>('query ($id: ID!) { planVersions(planId: $id) { number state publishedAt publishedBy { id } changeNote } }', { id: planId });
    expect(planVersions).toEqual([
      { number: 2, state: 'DRAFT', publishedAt: null, publishedBy: null, changeNote: null },
      { number: 1, state: 'PUBLISHED', publishedAt: expect.any(String), publishedBy: { id: world.admin.id }, changeNote: null },
    ]);
  });

  test('are compared in words of the language of the caller', async () => {
    const planId = await newPlan();
    const { draftVersion } = await begin(planId);
    const [basics] = draftVersion!.milestones;
    const changed = await act('setMilestoneItems', 'SetMilestoneItemsInput', { planId, rowVersion: draftVersion!.rowVersion, milestoneKey: basics!.key, items: [] });
    await act('updatePlanBasics', 'UpdatePlanBasicsInput', { planId, rowVersion: changed.draftVersion!.rowVersion, milestoneOrderEnforced: true });
    const { versionDiff } = await admin.ask<{ versionDiff: { changes: object[] } }>(
      'query ($id: ID!) { versionDiff(planId: $id) { from { number } to { number } changes { kind milestoneKey field sentence } } }',
      { id: planId },
    );
    expect(versionDiff).toEqual({
      from: { number: 1 },
      to: { number: 2 },
      changes: [
        { kind: 'PLAN_FIELD', milestoneKey: null, field: 'milestoneOrderEnforced', sentence: 'Milestones in order: no → yes' },
        { kind: 'ITEM_REMOVED', milestoneKey: basics!.key, field: null, sentence: '“Basics”: “Safety” is taken out' },
      ],
    });
    expect(await admin.ask('query ($id: ID!, $other: ID) { versionDiff(planId: $id, fromVersionId: $other) { from { number } } }', { id: planId, other: world.draftPlanId })).toEqual({ versionDiff: null });
  });
});
