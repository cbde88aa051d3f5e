import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../platform/database/new-id.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { buildCourse } from '../learning-objects/course.factory.ts';
import { buildPlan } from './learning-plan.factory.ts';

const now = new Date('2027-03-10T12:30:00Z');

let database: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;
let courseId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer(database, { roles: new Set(['web']) }, () => now);
  world = await buildWorld(server.services.database, 'Ours');
  admin = await server.signInAs(world.admin);
  courseId = (await buildCourse(server.services.database, world.organizationId)).id;
});

afterAll(async () => {
  await server.stop();
  await database.close();
});

interface Draft {
  readonly rowVersion: number;
  readonly milestones: readonly { readonly key: string; readonly name: string; readonly releaseRule: unknown; readonly items: readonly object[] }[];
}
interface Plan {
  readonly __typename: string;
  readonly draftVersion: Draft;
  readonly planProblems: readonly { readonly code: string; readonly field: string | null; readonly milestoneKey: string | null }[];
  readonly problems: readonly { readonly code: string; readonly field: string | null; readonly message: string; readonly milestoneKey?: string | null }[];
}

const content = `timeZone draftVersion { rowVersion name description startsAt endsAt endPolicy graceDays minimumDays lookback displayUnreleasedSteps
  milestones { key position name description units creditType releaseRule items { learningObjectId mandatory } } }`;

async function read(planId: string): Promise<Plan> {
  const query = `query ($id: ID!) { learningPlan(id: $id) { __typename ${content} problems { code field message milestoneKey } } }`;
  return (await admin.ask<{ learningPlan: Plan }>(query, { id: planId })).learningPlan;
}

/** Makes an edit on the draft as it is now. */
async function edit(planId: string, act: string, input: object): Promise<Plan> {
  const { draftVersion } = await read(planId);
  const type = `${act[0]!.toUpperCase()}${act.slice(1)}Input`;
  const answered = await admin.ask<Record<string, Plan>>(
    `mutation ($input: ${type}!) { ${act}(input: $input) { __typename ... on LearningPlan { ${content} problems { code field message milestoneKey } } ... on InputRefused { problems { code field message } } } }`,
    { input: { planId, rowVersion: draftVersion.rowVersion, ...input } },
  );
  return answered[act]!;
}

const draftOf = (milestones: number): Promise<string> =>
  buildPlan(server.services.database, world.caller, { milestones: Array.from({ length: milestones }, () => ({ items: [courseId] })), published: false });

const codes = ({ problems }: Plan) => problems.map(({ code }) => code);

test('all basics of a draft are edited, and emptied where they may be empty [D2, L9, E8, C19, X26]', async () => {
  const planId = await draftOf(1);
  const written = {
    startsAt: '2027-04-01T07:00:00.000Z',
    endsAt: '2027-09-01T07:00:00.000Z',
    endPolicy: 'CLOSE',
    graceDays: 14,
    minimumDays: 3,
    lookback: { kind: 'WITHIN_DAYS', days: 365 },
    displayUnreleasedSteps: 'NONE',
  };
  expect((await edit(planId, 'updatePlanBasics', written)).draftVersion).toMatchObject(written);
  const emptied = { startsAt: null, endsAt: null, minimumDays: null };
  expect((await edit(planId, 'updatePlanBasics', emptied)).draftVersion).toMatchObject({ ...written, ...emptied });
});

test.each([
  ['a negative grace', { graceDays: -1 }, 'WHOLE_NUMBER_OUT_OF_RANGE', 'graceDays'],
  ['more days than a plan can take', { minimumDays: 3651 }, 'WHOLE_NUMBER_OUT_OF_RANGE', 'minimumDays'],
  ['a lookback of no kind', { lookback: { kind: 'SOMETIMES' } }, 'NOTHING_SELECTED', 'lookback'],
  ['a lookback since no day', { lookback: { kind: 'SINCE', date: '2027-02-30' } }, 'NOTHING_SELECTED', 'lookback'],
])('%s is refused, and changes nothing', async (_, input, code, field) => {
  const planId = await draftOf(1);
  const before = await read(planId);
  expect(await edit(planId, 'updatePlanBasics', input)).toMatchObject({ __typename: 'InputRefused', problems: [{ code, field }] });
  expect(await read(planId)).toEqual(before);
});

test('an end before the start and a due date before it are said beside their fields [D2, L9, L10]', async () => {
  const planId = await draftOf(1);
  const reversed = await edit(planId, 'updatePlanBasics', { startsAt: '2027-05-01T00:00:00Z', endsAt: '2027-04-01T00:00:00Z', dueRule: { kind: 'FIXED', date: '2027-04-15' } });
  expect(reversed.problems).toContainEqual(expect.objectContaining({ code: 'ENDS_BEFORE_START', field: 'endsAt' }));
  expect(reversed.problems).toContainEqual(expect.objectContaining({ code: 'DUE_BEFORE_START', field: 'dueRule' }));
});

test('a release rule that waits for a milestone that does not exist stops the publishing, also after the order has changed [C3, C16]', async () => {
  const planId = await draftOf(2);
  const [first, second] = (await read(planId)).draftVersion.milestones;
  const releaseRule = { kind: 'AFTER_PREVIOUS_COMPLETED', days: 2 };
  const fine = await edit(planId, 'updateMilestone', { milestoneKey: second!.key, milestone: { releaseRule } });
  expect(fine.draftVersion.milestones[1]!.releaseRule).toEqual(releaseRule);
  expect(codes(fine)).not.toContain('RELEASE_AFTER_PREVIOUS_ON_FIRST');
  const moved = await edit(planId, 'moveMilestone', { milestoneKey: second!.key, position: 0 });
  expect(moved.problems).toContainEqual(expect.objectContaining({ code: 'RELEASE_AFTER_PREVIOUS_ON_FIRST', milestoneKey: second!.key, field: 'releaseRule' }));
  const elective = await edit(planId, 'moveMilestone', { milestoneKey: second!.key, position: 1 });
  expect(codes(elective)).not.toContain('RELEASE_AFTER_PREVIOUS_ON_FIRST');
  // An elective before it is no required step that one could wait for.
  expect(codes(await edit(planId, 'updateMilestone', { milestoneKey: first!.key, milestone: { metric: 'NONE' } }))).toContain('RELEASE_AFTER_PREVIOUS_ON_FIRST');
});

test('units that can never be reached are said [L26]', async () => {
  const planId = await draftOf(1);
  const [milestone] = (await read(planId)).draftVersion.milestones;
  const asked = await edit(planId, 'updateMilestone', { milestoneKey: milestone!.key, milestone: { units: '3' } });
  expect(asked.problems).toContainEqual(expect.objectContaining({ code: 'CANNOT_BE_COMPLETED', milestoneKey: milestone!.key }));
});

test('a milestone that was removed comes back as it was: same key, place and content', async () => {
  const planId = await draftOf(3);
  await edit(planId, 'updateMilestone', { milestoneKey: (await read(planId)).draftVersion.milestones[1]!.key, milestone: { name: 'The middle', releaseRule: { kind: 'MANUAL' } } });
  const before = (await read(planId)).draftVersion.milestones;
  const { key, name, releaseRule } = before[1]!;
  await edit(planId, 'removeMilestone', { milestoneKey: key });
  const input = { milestone: { name, releaseRule }, milestoneKey: key, position: 1, items: [{ learningObjectId: courseId, mandatory: false }] };
  expect((await edit(planId, 'addMilestone', input)).draftVersion.milestones).toEqual(before);
  expect(await edit(planId, 'addMilestone', input)).toMatchObject({ __typename: 'InputRefused', problems: [{ field: 'milestoneKey' }] });
  expect(await edit(planId, 'addMilestone', { ...input, milestoneKey: 'no-uuid' })).toMatchObject({ __typename: 'InputRefused', problems: [{ field: 'milestoneKey' }] });
  expect(await edit(planId, 'addMilestone', { ...input, milestoneKey: newId(), items: [{ learningObjectId: newId(), mandatory: false }] })).toMatchObject({ __typename: 'InputRefused' });
});

test('names in any script with combining marks are kept, counted as their reader sees them, and a script in a text is text', async () => {
  const planId = await draftOf(1);
  const { key } = (await read(planId)).draftVersion.milestones[0]!;
  const name = 'क्षि'.repeat(200);
  expect((await edit(planId, 'updateMilestone', { milestoneKey: key, milestone: { name } })).draftVersion.milestones[0]!.name).toBe(name);
  expect(await edit(planId, 'updateMilestone', { milestoneKey: key, milestone: { name: `${name}ä` } })).toMatchObject({ __typename: 'InputRefused', problems: [{ code: 'TOO_LONG' }] });
  const description = '<script>alert(1)</script> **bold**';
  expect((await edit(planId, 'updateMilestone', { milestoneKey: key, milestone: { description } })).draftVersion.milestones[0]).toMatchObject({ description });
  expect(await edit(planId, 'updateMilestone', { milestoneKey: key, milestone: { description: 'x'.repeat(5001) } })).toMatchObject({ __typename: 'InputRefused' });
});
