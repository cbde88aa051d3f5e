import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';
import { buildCourse } from './features/learning-objects/course.factory.ts';

let database: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;
let courses: readonly { readonly id: string; readonly name: string }[];

beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer(database, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
  const built: { id: string; name: string }[] = [];
  for (let number = 1; number <= 26; number += 1) {
    const name = `Course of many ${number}`;
    built.push({ id: (await buildCourse(server.services.database, world.organizationId, { name })).id, name });
  }
  courses = built;
});

afterAll(async () => {
  await server.stop();
  await database.close();
});

const keyOf = (place: number): string => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;

/** A plan file of milestones that link 25 courses each, the last one as many as wanted. */
const fileOf = (milestones: number, last = 25): object => ({
  format: 'milepost-plan', formatVersion: 1, name: `Large ${milestones}`, preset: 'LEARNING_PLAN',
  milestones: Array.from({ length: milestones }, (_, place) => ({
    key: keyOf(place), name: `Step ${place + 1}`, metric: 'SESSIONS', units: '5',
    items: courses.slice(0, place === milestones - 1 ? last : 25).map(({ id, name }) => ({ id, kind: 'COURSE', name })),
  })),
});

interface Plan {
  readonly __typename: string;
  readonly id: string;
  readonly problems: readonly { readonly code: string; readonly severity?: string; readonly message: string }[];
  readonly draftVersion: { readonly rowVersion: number; readonly milestones: readonly { readonly key: string; readonly items: readonly unknown[] }[]; readonly file: object } | null;
}
const shown = '__typename ... on LearningPlan { id problems { code severity message } draftVersion { rowVersion milestones { key items { learningObjectId } } file } } ... on Refusal { problems { code message } }';
const act = async (name: string, type: string, input: object, language = 'en'): Promise<Plan> => {
  const { body } = await admin.send<{ data: { it: Plan } }>('POST', '/graphql', { query: `mutation ($input: ${type}!) { it: ${name}(input: $input) { ${shown} } }`, variables: { input } }, { 'accept-language': language });
  return body.data.it;
};
const planOf = async (id: string): Promise<Plan> => (await admin.ask<{ it: Plan }>('query ($id: ID!) { it: learningPlan(id: $id) { __typename id problems { code severity message } draftVersion { rowVersion milestones { key items { learningObjectId } } file } } }', { id })).it;
const sizeOf = ({ draftVersion }: Plan): readonly [number, number] => [draftVersion!.milestones.length, draftVersion!.milestones.reduce((sum, { items }) => sum + items.length, 0)];

test('a plan of 200 milestones and 5,000 items is imported, edited, checked, copied, exported the same and published [issue 4]', async () => {
  const made = await act('importPlanFile', 'ImportPlanFileInput', { file: fileOf(200) });
  expect(sizeOf(made)).toEqual([200, 5_000]);
  const planId = made.id;
  const edited = await act('updateMilestone', 'UpdateMilestoneInput', { planId, rowVersion: made.draftVersion!.rowVersion, milestoneKey: keyOf(150), milestone: { name: 'Renamed' } });
  const moved = await act('moveMilestone', 'MoveMilestoneInput', { planId, rowVersion: edited.draftVersion!.rowVersion, milestoneKey: keyOf(199), position: 0 });
  expect(moved.draftVersion!.milestones[0]!.key).toBe(keyOf(199));
  expect(moved.problems.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
  const copy = await act('duplicateLearningPlan', 'DuplicateLearningPlanInput', { planId, name: 'Copy of many', depth: 'ITEMS' });
  expect(sizeOf(copy)).toEqual([200, 5_000]);
  const again = await act('importPlanFile', 'ImportPlanFileInput', { file: moved.draftVersion!.file });
  expect(again.draftVersion!.file).toEqual(moved.draftVersion!.file);
  expect((await act('publishLearningPlan', 'PublishLearningPlanInput', { planId, rowVersion: moved.draftVersion!.rowVersion })).__typename).toBe('LearningPlan');
}, 60_000);

test.each<[string, () => object, string, { en: RegExp; 'zh-CN': RegExp }]>([
  ['201 milestones', () => fileOf(201), 'TOO_MANY', { en: /200/, 'zh-CN': /200/ }],
  ['5,001 items', () => fileOf(200, 26), 'TOO_MANY_ITEMS', { en: /5,000/, 'zh-CN': /5,000/ }],
])('a file of %s is refused by name, in the language of the caller', async (_, file, code, message) => {
  for (const language of ['en', 'zh-CN'] as const) {
    const refused = await act('importPlanFile', 'ImportPlanFileInput', { file: file() }, language);
    expect(refused).toMatchObject({ __typename: 'InputRefused', problems: [{ code, message: expect.stringMatching(message[language]) }] });
  }
});

test('one milestone or one item beyond the limit is refused by name, and nothing of the draft is lost', async () => {
  const { id: planId, draftVersion } = await act('importPlanFile', 'ImportPlanFileInput', { file: fileOf(200) });
  const { rowVersion } = draftVersion!;
  const milestone = await act('addMilestone', 'AddMilestoneInput', { planId, rowVersion, milestone: { name: 'One more' } });
  expect([milestone.__typename, milestone.problems[0]?.code]).toEqual(['InputRefused', 'TOO_MANY_MILESTONES']);
  const items = courses.slice(0, 26).map(({ id }) => ({ learningObjectId: id }));
  const item = await act('setMilestoneItems', 'SetMilestoneItemsInput', { planId, rowVersion, milestoneKey: keyOf(3), items }, 'zh-CN');
  expect([item.__typename, item.problems[0]?.code, item.problems[0]?.message]).toEqual(['InputRefused', 'TOO_MANY_ITEMS', expect.stringMatching(/[\u4e00-\u9fff]/)]);
  const after = await planOf(planId);
  expect([sizeOf(after), after.draftVersion!.rowVersion]).toEqual([[200, 5_000], rowVersion]);
}, 60_000);
