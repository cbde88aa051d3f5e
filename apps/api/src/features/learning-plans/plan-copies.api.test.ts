import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { buildGrant } from '../access/caller.factory.ts';
import { buildCourse } from '../learning-objects/course.factory.ts';
import { buildPerson } from '../people-import/person.factory.ts';
import { buildPlan } from './learning-plan.factory.ts';

let database: TestDatabase;
let server: TestServer;
let world: World;
let theirs: World;
let admin: TestSession;
let original: string;

beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer(database, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database, 'Ours');
  theirs = await buildWorld(server.services.database, 'Theirs');
  admin = await server.signInAs(world.admin);
  const course = await buildCourse(server.services.database, world.organizationId, { name: 'Fire safety' });
  original = await buildPlan(server.services.database, world.caller, {
    name: 'Safety', preset: 'CERTIFICATION_PLAN', dueRule: { kind: 'RELATIVE', amount: 2, unit: 'WEEKS', anchor: 'ENROLLED' },
    milestones: [{ name: 'Basics', items: [{ learningObjectId: course.id, mandatory: true }], releaseRule: { kind: 'AFTER_ENROLLMENT', days: 3 } }, { name: 'More', metric: 'NONE', items: [course.id] }],
  });
});

afterAll(async () => {
  await server.stop();
  await database.close();
});

interface PlanFileJson {
  readonly name: string;
  readonly milestones: readonly { readonly key: string; readonly items: readonly object[] }[];
}
interface Shown {
  readonly __typename: string;
  readonly id: string;
  readonly code: string;
  readonly lifecycle: string;
  readonly owner: { readonly id: string };
  readonly visibleRange: unknown;
  readonly draftVersion: { readonly number: number; readonly file: PlanFileJson };
  readonly problems: readonly { readonly code: string; readonly field: string | null; readonly message: string }[];
}
const plan = '... on LearningPlan { id code lifecycle owner { id } visibleRange draftVersion { number file } } ... on Refusal { problems { code field message } }';

const duplicate = async (client: TestSession, input: object): Promise<Shown> =>
  (await client.ask<{ it: Shown }>(`mutation ($input: DuplicateLearningPlanInput!) { it: duplicateLearningPlan(input: $input) { __typename ${plan} } }`, { input })).it;
const importFile = async (client: TestSession, input: object): Promise<Shown> =>
  (await client.ask<{ it: Shown }>(`mutation ($input: ImportPlanFileInput!) { it: importPlanFile(input: $input) { __typename ${plan} } }`, { input })).it;
const fileOf = async (id: string): Promise<PlanFileJson> =>
  (await admin.ask<{ learningPlan: { publishedVersion: { file: PlanFileJson } } }>('query ($id: ID!) { learningPlan(id: $id) { publishedVersion { file } } }', { id })).learningPlan.publishedVersion.file;
const withoutKeys = (file: PlanFileJson): object => ({ ...file, milestones: file.milestones.map(({ key: _key, ...each }) => each) });

describe('a copy of a plan [L33]', () => {
  test.each(['SHELL', 'MILESTONES', 'ITEMS'] as const)('%s is a draft of the caller’s own, that nobody has and nobody finds', async (depth) => {
    const before = await fileOf(original);
    const copy = await duplicate(admin, { planId: original, name: `Safety ${depth}`, depth });
    expect(copy).toMatchObject({ __typename: 'LearningPlan', lifecycle: 'DRAFT', owner: { id: world.admin.id }, visibleRange: null, draftVersion: { number: 1 } });
    const milestones = before.milestones.map((each) => ({ ...each, items: depth === 'ITEMS' ? each.items : [] }));
    expect(withoutKeys(copy.draftVersion.file)).toEqual(withoutKeys({ ...before, name: `Safety ${depth}`, milestones: depth === 'SHELL' ? [] : milestones }));
    expect(copy.draftVersion.file.milestones.every(({ key }) => before.milestones.every((other) => other.key !== key))).toBe(true);
    expect(await fileOf(original)).toEqual(before);
    const [row] = await database.asOwner<{ copied: string }>('SELECT count(*) AS copied FROM enrollment WHERE subject_id = $1', [copy.id]);
    expect(Number(row!.copied)).toBe(0);
  });

  test('asked for twice under one id it is made once', async () => {
    const input = { planId: original, name: 'Once', depth: 'SHELL', clientMutationId: 'the-same' };
    expect((await duplicate(admin, input)).id).toBe((await duplicate(admin, input)).id);
  });

  test('is refused without a name, under one that is too long, and of what is not there', async () => {
    expect((await duplicate(admin, { planId: original, name: '  ', depth: 'SHELL' })).problems).toMatchObject([{ code: 'NAME_MISSING', field: 'name' }]);
    expect((await duplicate(admin, { planId: original, name: 'x'.repeat(201), depth: 'SHELL' })).problems).toMatchObject([{ code: 'TOO_LONG', field: 'name' }]);
    expect((await duplicate(await server.signInAs(theirs.admin), { planId: original, name: 'Mine', depth: 'SHELL' })).__typename).toBe('NotFound');
    expect((await duplicate(admin, { planId: 'no id', name: 'Mine', depth: 'SHELL' })).__typename).toBe('NotFound');
  });

  test('a plan admin copies what they may see, and owns the copy [D16]', async () => {
    const other = await buildPerson(server.services.database, world.organizationId, { displayName: 'Paula' });
    await buildGrant(server.services.database, other, 'PLAN_ADMIN');
    const client = await server.signInAs(other);
    expect((await duplicate(client, { planId: original, name: 'Not mine', depth: 'ITEMS' })).__typename).toBe('NotFound');
    const open = await buildPlan(server.services.database, world.caller, { name: 'Open to others', published: false });
    await admin.ask('mutation ($input: SetPlanCollaborationInput!) { setPlanCollaboration(input: $input) { __typename } }', { input: { planId: open, rowVersion: 1, allowed: true } });
    expect(await duplicate(client, { planId: open, name: 'Mine', depth: 'ITEMS' })).toMatchObject({ __typename: 'LearningPlan', owner: { id: other.id } });
  });
});

describe('a plan as a file [ambition 18]', () => {
  test('imported where it was exported it is the same plan, with the same keys', async () => {
    const file = await fileOf(original);
    const copy = await importFile(admin, { file, name: 'Safety again' });
    expect(copy).toMatchObject({ lifecycle: 'DRAFT', owner: { id: world.admin.id }, visibleRange: null });
    expect(copy.draftVersion.file).toEqual({ ...file, name: 'Safety again' });
  });

  test('in another organization what it links is found by kind and name; what is not there is left out only when that is wanted', async () => {
    const file = await fileOf(original);
    const client = await server.signInAs(theirs.admin);
    const reading = async (): Promise<unknown> =>
      (await client.ask<{ it: unknown }>('query ($file: Json!) { it: readPlanFile(file: $file) { ... on PlanFileReading { name preset milestones items othersThanById { milestoneName kind name match } } ... on Refusal { problems { code field } } } }', { file })).it;
    const item = { kind: 'COURSE', name: 'Fire safety' };
    expect(await reading()).toEqual({ name: 'Safety', preset: 'CERTIFICATION_PLAN', milestones: 2, items: 2, othersThanById: [{ ...item, milestoneName: 'Basics', match: 'NOT_FOUND' }, { ...item, milestoneName: 'More', match: 'NOT_FOUND' }] });
    expect((await importFile(client, { file })).problems).toMatchObject([{ code: 'PLAN_FILE_LINKS_UNKNOWN', field: 'file' }]);
    expect((await importFile(client, { file, leaveOut: true })).draftVersion.file.milestones.map(({ items }) => items)).toEqual([[], []]);

    const here = await buildCourse(server.services.database, theirs.organizationId, { name: 'Fire safety' });
    const found = await importFile(client, { file });
    expect(found.draftVersion.file.milestones[0]!.items).toEqual([{ ...item, id: here.id, mandatory: true }]);
    await buildCourse(server.services.database, theirs.organizationId, { name: 'Fire safety' });
    expect(await reading()).toMatchObject({ othersThanById: [{ match: 'AMBIGUOUS' }, { match: 'AMBIGUOUS' }] });
  });

  test.each<[string, (file: PlanFileJson) => unknown, { code: string; field: string }]>([
    ['a newer format', (file) => ({ ...file, formatVersion: 2 }), { code: 'NEWER_FORMAT', field: 'file.formatVersion' }],
    ['something else', () => ({ hello: 'world' }), { code: 'NOT_A_PLAN_FILE', field: 'file' }],
    ['a key that is none', (file) => ({ ...file, milestones: [{ ...file.milestones[0], key: 'x' }] }), { code: 'NOT_AN_ID', field: 'file.milestones[0].key' }],
    ['no name', (file) => ({ ...file, name: ' ' }), { code: 'NAME_MISSING', field: 'name' }],
  ])('%s is refused, saying where', async (_, broken, expected) => {
    const said = await importFile(admin, { file: broken(await fileOf(original)) });
    expect(said.problems).toMatchObject([expected]);
    expect(said.problems[0]!.message).not.toBe('');
  });

  test('script in its text stays text, as it would be typed', async () => {
    const file = { ...(await fileOf(original)), name: 'Script', description: '<script>alert(1)</script>[x](javascript:alert(1))' };
    expect((await importFile(admin, { file })).draftVersion.file).toMatchObject({ description: file.description });
  });
});
