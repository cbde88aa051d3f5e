import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { uploadFile } from '../../testing/upload-file.ts';
import { buildGrant } from '../access/caller.factory.ts';
import { assignPlan } from '../assignments/assignment.factory.ts';
import { buildCourse, type BuiltCourse } from '../learning-objects/course.factory.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { carryOutAsSeen, undoAsSeen } from '../operations/operation.factory.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;
let partnerAdmin: TestSession;
let ana: BuiltPerson;
let ben: BuiltPerson;
let kiri: BuiltPerson;
let course: BuiltCourse;
let certificationId: string;

/** Wherever one is, this lies on one of two days; what comes later is newer. */
let now = Date.parse('2027-06-01T20:00:00Z');

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => new Date((now += 1)));
  const { database } = server.services;
  world = await buildWorld(database);
  const people = await buildPeople(database, world.organizationId, [
    { displayName: 'Ana', partnerAccount: 'Allied', timeZone: 'UTC' },
    { displayName: 'Ben', partnerAccount: 'Other', timeZone: 'UTC', hireDate: '2027-05-01' },
    { displayName: 'Kiri', timeZone: 'Pacific/Kiritimati' },
    { displayName: 'Pat', partnerAccount: 'Allied' },
  ]);
  [ana, ben, kiri] = people as [BuiltPerson, BuiltPerson, BuiltPerson];
  await buildGrant(database, people[3]!, 'PARTNER_ADMIN', { rights: ['COMPLETIONS'], scopeKind: 'PARTNER_ACCOUNT', scopeId: ana.partnerAccountId });
  course = await buildCourse(database, world.organizationId, { name: 'Ladders', modules: 2 });
  certificationId = await buildPlan(database, world.caller, { name: 'Climber', preset: 'CERTIFICATION_PLAN', milestones: [{ items: [course.id] }] });
  await assignPlan(database, world.caller, certificationId, { audience: { kind: 'PEOPLE', personIds: [ben.id as never] } });
  await database.write(world, async (transaction) => {
    for (const table of ['learning_object', 'learning_plan']) await transaction.query(`UPDATE ${table} SET created_at = '2027-05-01T00:00:00Z'`);
  });
  admin = await server.signInAs(world.admin);
  partnerAdmin = await server.signInAs(people[3]!);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

interface Previewed {
  readonly __typename: string;
  readonly id?: string;
  readonly title?: object;
  readonly counts?: readonly { readonly class: string; readonly rows: number }[];
  readonly revocationEffects?: object | null;
  readonly problems?: readonly { readonly code: string; readonly field: string | null; readonly message: string }[];
}

const preview = async (client: TestSession, act: 'Add' | 'Revoke', input: object): Promise<Previewed> => {
  const field = `preview${act}Completions`;
  const answer = await client.ask<Record<string, Previewed>>(
    `mutation ($input: Preview${act}CompletionsInput!) { ${field}(input: $input) {
      __typename ... on Operation { id title counts { class rows } revocationEffects { coursesInProgress coursesResting plansInProgress plansResting } } ... on Refusal { problems { code field message } } } }`,
    { input },
  );
  return answer[field]!;
};

const countsOf = ({ counts }: Previewed): Record<string, number> => Object.fromEntries(counts!.map((count) => [count.class, count.rows]));

/** Previews, commits and carries out; answers the id of the operation. */
async function carryOutAct(client: TestSession, act: 'Add' | 'Revoke', input: object): Promise<string> {
  const previewed = await preview(client, act, input);
  if (!previewed.id) throw new Error(JSON.stringify(previewed));
  await carryOutAsSeen(server.services.database, world.caller, previewed.id);
  return previewed.id;
}

/** What somebody has completed, by the list of training progress. */
async function completedOf(person: BuiltPerson, type: string): Promise<string[]> {
  const { trainingProgress } = await admin.ask<{ trainingProgress: { edges: { node: { completedOn: string; origin: string; learningObject: { name: string } | null; plan: { name: string } | null } }[] } }>(
    `query ($type: TrainingType!, $id: ID!) { trainingProgress(type: $type, filter: { personId: $id, state: COMPLETED }) { edges { node { completedOn origin learningObject { name } plan { name } } } } }`,
    { type, id: person.id },
  );
  return trainingProgress.edges.map(({ node }) => `${(node.learningObject ?? node.plan)!.name} ${node.completedOn} ${node.origin}`).sort();
}

const ofCourse = (more: object): object => ({ type: 'COURSE', itemId: course.id, completedOn: '2027-05-31', ...more });

test('a course that was done elsewhere is complete on the day that is given, and so is what asks for it; undone, nothing of it is left [U3, U10, U12, E10, S7]', async () => {
  const previewed = await preview(admin, 'Add', ofCourse({ personIds: [ben.id], reason: 'Attended in person' }));
  expect(previewed).toMatchObject({ __typename: 'Operation', title: { item: 'Ladders', day: '2027-05-31' } });
  expect(countsOf(previewed)).toEqual({ NEW: 1 });
  expect(await completedOf(ben, 'COURSE')).toEqual([]);
  await carryOutAsSeen(server.services.database, world.caller, previewed.id!);
  expect(await completedOf(ben, 'COURSE')).toEqual(['Ladders 2027-05-31 MANUAL']);
  expect(await completedOf(ben, 'MODULE')).toEqual([]);
  expect(await completedOf(ben, 'CERTIFICATION')).toEqual(['Climber 2027-05-31 AUTO']);
  const [fact] = await server.services.database.read(world, (transaction) =>
    transaction.query<{ class: string }>('SELECT completion_class AS class FROM completion_fact WHERE person_id = $1 AND plan_id IS NOT NULL', [ben.id]));
  // The assignment was made after that day.
  expect(fact).toEqual({ class: 'SELF' });
  await undoAsSeen(server.services.database, world.caller, previewed.id!);
  expect([await completedOf(ben, 'COURSE'), await completedOf(ben, 'CERTIFICATION')]).toEqual([[], []]);
});

test('the day is that of the person: today where they are, and not tomorrow [U11, X9]', async () => {
  const tomorrow = ofCourse({ completedOn: '2027-06-02' });
  const ahead = await preview(admin, 'Add', { ...tomorrow, personIds: [ana.id] });
  expect(ahead.problems).toMatchObject([{ code: 'COMPLETION_DAY_AHEAD', field: 'completedOn' }]);
  expect(ahead.problems![0]!.message).toContain('it is June 1, 2027');
  expect(countsOf(await preview(admin, 'Add', { ...tomorrow, personIds: [ana.id, kiri.id] }))).toEqual({ DAY_AHEAD: 1, NEW: 1 });
});

test('a day before the person was hired is recorded and pointed out; who has completed it keeps that, unless a further one is wanted [U23, X9]', async () => {
  const early = await preview(admin, 'Add', ofCourse({ completedOn: '2027-04-01', personIds: [ben.id, ana.id] }));
  expect(countsOf(early)).toEqual({ NEW_EARLY: 2 });
  const undone = await carryOutAct(admin, 'Add', ofCourse({ personIds: [ana.id] }));
  expect(countsOf(await preview(admin, 'Add', ofCourse({ personIds: [ana.id] })))).toEqual({ ALREADY_COMPLETED: 1 });
  expect(countsOf(await preview(admin, 'Add', ofCourse({ personIds: [ana.id], again: true })))).toEqual({ ALREADY_COMPLETED: 1 });
  expect(countsOf(await preview(admin, 'Add', ofCourse({ personIds: [ana.id], again: true, completedOn: '2027-05-30' })))).toEqual({ NEW: 1 });
  await undoAsSeen(server.services.database, world.caller, undone);
});

test('a partner’s admin records for the own people alone; others are as if they were not there [D17, 2.11]', async () => {
  expect(await preview(partnerAdmin, 'Add', ofCourse({ personIds: [ben.id] }))).toMatchObject({ problems: [{ code: 'NOBODY_SELECTED' }] });
  expect(countsOf(await preview(partnerAdmin, 'Add', ofCourse({ personIds: [ben.id, ana.id] })))).toEqual({ NEW: 1 });
  const { completableItems } = await partnerAdmin.ask<{ completableItems: object[] }>('{ completableItems(type: CERTIFICATION, search: "clim") { id name } }');
  expect(completableItems).toEqual([{ id: certificationId, name: 'Climber' }]);
});

test.each<[string, object, string]>([
  ['of another type', { type: 'MODULE' }, 'NOT_FOUND'],
  ['that is no id', { itemId: 'none' }, 'NOT_FOUND'],
  ['of nobody', { personIds: [] }, 'NOTHING_SELECTED'],
  ['of people who are none', { personIds: ['none'] }, 'NOT_FOUND'],
  ['of too many', { personIds: Array.from({ length: 1001 }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`) }, 'TOO_MANY'],
  ['with a reason that is too long', { reason: 'x'.repeat(501) }, 'TOO_LONG'],
  ['with evidence that is none', { evidenceFileId: '00000000-0000-4000-8000-000000000000' }, 'NOT_FOUND'],
])('refuses a completion %s', async (_, more, code) => {
  expect((await preview(admin, 'Add', ofCourse({ personIds: [ana.id], ...more }))).problems?.[0]?.code).toBe(code);
});

test('evidence is read by whoever may read the person’s progress, and by nobody else', async () => {
  const content = Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n');
  const { fileId } = await uploadFile(admin, server.url, { purpose: 'EVIDENCE', name: 'proof.pdf', content });
  const undone = await carryOutAct(admin, 'Add', ofCourse({ personIds: [kiri.id], evidenceFileId: fileId }));
  const read = async (client: TestSession): Promise<number> => (await client.send('GET', `/files/${fileId}`)).status;
  expect([await read(admin), await read(await server.signInAs(kiri)), await read(partnerAdmin), await read(await server.signInAs(ana))]).toEqual([200, 200, 404, 404]);
  await undoAsSeen(server.services.database, world.caller, undone);
});

test('taking back tells what it comes to, leaves what is complete, and gives back [U29–U34, X10, 2.8]', async () => {
  const [first, second] = course.moduleIds as [string, string];
  for (const itemId of [first, second]) await carryOutAct(admin, 'Add', { type: 'MODULE', itemId, completedOn: '2027-05-31', personIds: [ben.id, ana.id] });
  expect([await completedOf(ben, 'COURSE'), await completedOf(ben, 'CERTIFICATION')]).toEqual([['Ladders 2027-05-31 AUTO'], ['Climber 2027-05-31 AUTO']]);
  const input = { type: 'MODULE', filter: { itemId: first }, reason: 'The wrong people' };
  const previewed = await preview(admin, 'Revoke', input);
  expect(countsOf(previewed)).toEqual({ REVOKED: 2 });
  expect(previewed.revocationEffects).toEqual({ coursesInProgress: 0, coursesResting: 2, plansInProgress: 0, plansResting: 1 });
  const operationId = await carryOutAct(admin, 'Revoke', input);
  expect([await completedOf(ben, 'MODULE'), await completedOf(ben, 'COURSE')]).toEqual([['Ladders, part 2 2027-05-31 MANUAL'], ['Ladders 2027-05-31 AUTO']]);
  expect(countsOf(await preview(admin, 'Revoke', { ...input, filter: null, records: [{ personId: ben.id, itemId: first }] }))).toEqual({ NOT_COMPLETED: 1 });
  await undoAsSeen(server.services.database, world.caller, operationId);
  expect(await completedOf(ben, 'MODULE')).toHaveLength(2);
  await carryOutAct(admin, 'Revoke', { ...input, cascade: 'PARENTS' });
  expect([await completedOf(ben, 'COURSE'), await completedOf(ben, 'CERTIFICATION'), await completedOf(ana, 'COURSE')]).toEqual([[], [], []]);
});

test('refuses to take back nothing, without a reason, and what is out of reach [U30]', async () => {
  const records = [{ personId: ben.id, itemId: course.id }];
  const codeOf = async (client: TestSession, input: object): Promise<string | undefined> => (await preview(client, 'Revoke', { type: 'COURSE', reason: 'Because', records, ...input })).problems?.[0]?.code;
  expect(await codeOf(admin, { reason: ' ' })).toBe('REASON_MISSING');
  expect(await codeOf(admin, { records: [] })).toBe('NOTHING_SELECTED');
  expect(await codeOf(admin, { filter: {} })).toBe('NOTHING_SELECTED');
  expect(await codeOf(admin, { records: null, filter: { search: 'nobody is called so' } })).toBe('NOBODY_SELECTED');
  expect(await codeOf(partnerAdmin, {})).toBe('NOBODY_SELECTED');
});
