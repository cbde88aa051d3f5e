import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { makePicture } from './seed/make-picture.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';
import { uploadFile, type UploadAnswer } from './testing/upload-file.ts';
import { assignPlan } from './features/assignments/assignment.factory.ts';
import { buildCourse } from './features/learning-objects/course.factory.ts';
import { buildPerson, type BuiltPerson } from './features/people-import/person.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';

const hills = makePicture(60, 20, [230, 240, 250], [20, 60, 90]);
const dunes = makePicture(60, 20, [250, 240, 220], [150, 90, 30]);

let database: TestDatabase;
let server: TestServer;
let world: World;
let theirs: World;
let admin: TestSession;
let learner: BuiltPerson;
let courseId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer(database, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database, 'Ours');
  theirs = await buildWorld(server.services.database, 'Theirs');
  admin = await server.signInAs(world.admin);
  learner = await buildPerson(server.services.database, world.organizationId);
  courseId = (await buildCourse(server.services.database, world.organizationId)).id;
});

afterAll(async () => {
  await server.stop();
  await database.close();
});

const upload = (content: Buffer, client = admin, name = 'a.png'): Promise<UploadAnswer> => uploadFile(client, server.url, { purpose: 'COVER', name, content });
const uploaded = async (content: Buffer, client = admin): Promise<string> => (await upload(content, client)).fileId!;
const read = async (client: TestSession, fileId: string): Promise<number> => (await client.send('GET', `/files/${fileId}`)).status;

interface Cover {
  readonly fileId: string;
  readonly alt: string;
  readonly url: string;
}
interface Plan {
  readonly id: string;
  readonly rowVersion: number;
  readonly problems: readonly { readonly code: string; readonly field: string | null }[];
  readonly draftVersion: { readonly rowVersion: number; readonly cover: Cover | null; readonly file: Record<string, unknown> } | null;
}
const shown = 'id problems { code field } draftVersion { rowVersion cover { fileId alt url } file }';
const planOf = async (id: string): Promise<Plan> => (await admin.ask<{ learningPlan: Plan }>(`query ($id: ID!) { learningPlan(id: $id) { ${shown} } }`, { id })).learningPlan;
const newPlan = (): Promise<string> => buildPlan(server.services.database, world.caller, { published: false, milestones: [{ items: [courseId] }] });

async function setCover(planId: string, cover: { fileId: string; alt: string } | null): Promise<Plan & { problems: Plan['problems'] }> {
  const { draftVersion } = await planOf(planId);
  const input = { planId, rowVersion: draftVersion!.rowVersion, cover };
  return (await admin.ask<{ it: Plan }>(`mutation ($input: UpdatePlanBasicsInput!) { it: updatePlanBasics(input: $input) { ... on LearningPlan { ${shown} } ... on Refusal { problems { code field } } } }`, { input })).it;
}

async function publish(planId: string): Promise<string> {
  const { draftVersion } = await planOf(planId);
  const input = { planId, rowVersion: draftVersion!.rowVersion };
  return (await admin.ask<{ it: { __typename: string } }>('mutation ($input: PublishLearningPlanInput!) { it: publishLearningPlan(input: $input) { __typename } }', { input })).it.__typename;
}

describe('the cover picture of a plan [D11]', () => {
  test('it is set, said in other words, and taken away again; nothing else changes', async () => {
    const planId = await newPlan();
    const fileId = await uploaded(hills);
    expect((await setCover(planId, { fileId, alt: 'Hills' })).draftVersion?.cover).toEqual({ fileId, alt: 'Hills', url: `/files/${fileId}` });
    expect((await setCover(planId, { fileId, alt: 'Green hills' })).draftVersion?.cover?.alt).toBe('Green hills');
    expect((await setCover(planId, null)).draftVersion?.cover).toBeNull();
  });

  test('a picture without words is kept in the draft and stops the publishing [WCAG 1.1.1]', async () => {
    const planId = await newPlan();
    const kept = await setCover(planId, { fileId: await uploaded(hills), alt: ' ' });
    expect(kept.problems).toContainEqual({ code: 'COVER_WITHOUT_TEXT', field: 'cover' });
    expect(await publish(planId)).toBe('PlanNotPublishable');
  });

  test('learners read it from the publishing on, where their plan and its card show it, and another organization never does', async () => {
    const planId = await newPlan();
    const fileId = await uploaded(hills);
    await setCover(planId, { fileId, alt: 'Hills' });
    const [session, stranger] = [await server.signInAs(learner), await server.signInAs(theirs.admin)];
    expect([await read(admin, fileId), await read(session, fileId), await read(stranger, fileId)]).toEqual([200, 404, 404]);
    expect(await publish(planId)).toBe('LearningPlan');
    expect([await read(session, fileId), await read(stranger, fileId)]).toEqual([200, 404]);
    await assignPlan(server.services.database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [learner.id as never] } });
    const { myLearning } = await session.ask<{ myLearning: { plans: { planId: string; cover: Cover | null }[] } }>('{ myLearning { plans { planId cover { fileId alt url } } } }');
    expect(myLearning.plans.find((plan) => plan.planId === planId)?.cover).toEqual({ fileId, alt: 'Hills', url: `/files/${fileId}` });
    await session.ask<{ learningOffer: { offer: { cover: Cover } } }>('query ($id: ID!) { learningOffer(id: $id) { offer { cover { fileId } } } }', { id: planId }).then(({ learningOffer }) =>
      expect(learningOffer.offer.cover.fileId).toBe(fileId),
    );
  });

  test('a file of another organization, of another purpose, unknown or no id at all is no cover, and the draft stays as it is', async () => {
    const planId = await newPlan();
    const foreign = await uploaded(hills, await server.signInAs(theirs.admin));
    const list = await uploadFile(admin, server.url, { purpose: 'IMPORT', name: 'a.csv', content: Buffer.from('a,b\n1,2\n') });
    for (const fileId of [foreign, list.fileId!, '00000000-0000-4000-8000-000000000001', 'x']) {
      expect(await setCover(planId, { fileId, alt: 'Hills' })).toMatchObject({ problems: [{ code: 'UNKNOWN_FILE', field: 'cover' }] });
    }
    expect((await planOf(planId)).draftVersion?.cover).toBeNull();
  });

  test.each<[string, Buffer, number, string]>([
    ['an SVG named as a PNG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 415, 'WRONG_FILE_KIND'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n'), 415, 'WRONG_FILE_KIND'],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x80\x00\x00'), 415, 'WRONG_FILE_KIND'],
    ['a PNG that is cut off', hills.subarray(0, 20), 415, 'NOT_A_PICTURE'],
    ['a JPEG without a frame', Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'), Buffer.alloc(40)]), 415, 'NOT_A_PICTURE'],
    ['more pixels than are unpacked with ease', makePicture(8_001, 2, [0, 0, 0], [9, 9, 9]), 422, 'PICTURE_TOO_LARGE'],
    ['more bytes than 5 MB', Buffer.alloc(5 * 1024 * 1024 + 1), 413, 'FILE_TOO_LARGE'],
  ])('%s is refused with its reason', async (_, content, status, code) => {
    const answer = await upload(content);
    expect([answer.status, (JSON.parse(answer.text) as { code: string }).code, answer.fileId]).toEqual([status, code, null]);
  });

  test('it goes along with a copy and with a plan file in the same organization; elsewhere the file says that it is left out [L33, ambition 18]', async () => {
    const planId = await newPlan();
    const fileId = await uploaded(dunes);
    await setCover(planId, { fileId, alt: 'Dunes' });
    const copy = await admin.ask<{ it: Plan }>(`mutation ($input: DuplicateLearningPlanInput!) { it: duplicateLearningPlan(input: $input) { ... on LearningPlan { ${shown} } } }`, { input: { planId, name: 'Copy', depth: 'SHELL' } });
    expect(copy.it.draftVersion?.cover).toMatchObject({ fileId, alt: 'Dunes' });
    const { file } = (await planOf(planId)).draftVersion!;
    expect(file.cover).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), alt: 'Dunes' });
    const take = async (client: TestSession): Promise<{ missing: boolean; cover: Cover | null; file: unknown }> => {
      const { reading } = await client.ask<{ reading: { coverIsMissing: boolean } }>('query ($file: Json!) { reading: readPlanFile(file: $file) { ... on PlanFileReading { coverIsMissing } } }', { file });
      const { it } = await client.ask<{ it: Plan }>(`mutation ($input: ImportPlanFileInput!) { it: importPlanFile(input: $input) { ... on LearningPlan { ${shown} } } }`, { input: { file, leaveOut: true } });
      return { missing: reading.coverIsMissing, cover: it.draftVersion!.cover, file: it.draftVersion!.file };
    };
    expect(await take(admin)).toMatchObject({ missing: false, cover: { fileId, alt: 'Dunes' }, file });
    expect(await take(await server.signInAs(theirs.admin))).toMatchObject({ missing: true, cover: null });
  });
});
