import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { assignPlan } from './features/assignments/assignment.factory.ts';
import { buildCourse, type BuiltCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { buildPeople, type BuiltPerson } from './features/people-import/person.factory.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';

/* Steps that open some days after the enrollment or after the step before, at the midnight of each learner, by what they are told and allowed over HTTP. */
let now: Date;
let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let courses: BuiltCourse[];

beforeAll(async () => {
  now = new Date('2027-03-07T10:30:00Z');
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => now);
  world = await buildWorld(server.services.database);
  courses = await Promise.all([1, 2, 3].map(() => buildCourse(server.services.database, world.organizationId, { modules: 1 })));
});

beforeEach(() => {
  now = new Date('2027-03-07T10:30:00Z');
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

/** A plan of three steps, given to somebody of each zone at half past ten in the morning of 7 March, UTC. */
async function give(zones: readonly string[], second: object, third: object): Promise<readonly { readonly person: BuiltPerson; readonly enrollmentId: string }[]> {
  const { database } = server.services;
  const people = await buildPeople(database, world.organizationId, zones.map((timeZone) => ({ timeZone })));
  const rules = [undefined, second, third];
  const planId = await buildPlan(database, world.caller, { milestones: courses.map(({ id }, index) => ({ items: [id], ...(rules[index] && { releaseRule: rules[index] as never }) })) });
  await assignPlan(database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: people.map(({ id }) => id) as never } });
  const rows = await database.read(world, (transaction) => transaction.query<{ id: string; personId: string }>('SELECT id, person_id AS "personId" FROM enrollment WHERE plan_id = $1', [planId]));
  return people.map((person) => ({ person, enrollmentId: rows.find(({ personId }) => personId === person.id)!.id }));
}

interface Path {
  readonly milestones: readonly { readonly status: string; readonly opensOn: string | null }[];
}

async function read({ person, enrollmentId }: { readonly person: BuiltPerson; readonly enrollmentId: string }): Promise<Path['milestones']> {
  const { myPlan } = await (await server.signInAs(person)).ask<{ myPlan: Path }>('query ($id: ID!) { myPlan(enrollmentId: $id) { milestones { status opensOn } } }', { id: enrollmentId });
  return myPlan.milestones;
}

const report = async (session: TestSession, { id: courseId, moduleIds }: BuiltCourse): Promise<string> => {
  const { recordProgress } = await session.ask<{ recordProgress: { __typename: string; problems?: { code: string }[] } }>(
    'mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename ... on Refusal { problems { code } } } }',
    { input: { moduleId: moduleIds[0], courseId, at: now.toISOString(), viewed: 1, reachedEnd: true, confirmed: true } },
  );
  return recordProgress.problems?.[0]?.code ?? recordProgress.__typename;
};

const [week, threeDays] = [{ kind: 'AFTER_ENROLLMENT', days: 7 }, { kind: 'AFTER_PREVIOUS_RELEASED', days: 3 }];

/* On Kiritimati the 8th has begun when the plan is given. In Los Angeles the clocks go forward two hours after the second step opens; in Havana 14 March begins at one. */
test.each([
  ['Pacific/Kiritimati', ['2027-03-15', '2027-03-14T10:00:00Z'], ['2027-03-18', '2027-03-17T10:00:00Z']],
  ['America/Los_Angeles', ['2027-03-14', '2027-03-14T08:00:00Z'], ['2027-03-17', '2027-03-17T07:00:00Z']],
  ['America/Havana', ['2027-03-14', '2027-03-14T05:00:00Z'], ['2027-03-17', '2027-03-17T04:00:00Z']],
] as [string, ...[day: string, midnight: string][]][])('a week after the enrollment, and three days after the step before: at midnight in %s [C3, C13, C16, X6]', async (zone, ...steps) => {
  const [given] = await give([zone], week, threeDays);
  const days = steps.map(([day]) => day);
  expect((await read(given!)).slice(1)).toEqual(days.map((opensOn) => ({ status: 'NOT_RELEASED', opensOn })));
  for (const [index, [, midnight]] of steps.entries()) {
    now = new Date(new Date(midnight).getTime() - 1_000);
    expect((await read(given!))[index + 1]!.status).toBe('NOT_RELEASED');
    expect(await report(await server.signInAs(given!.person), courses[index + 1]!)).toBe('LOCKED');
    now = new Date(midnight);
    expect((await read(given!))[index + 1]).toEqual({ status: 'AVAILABLE', opensOn: days[index] });
    expect(await report(await server.signInAs(given!.person), courses[index + 1]!)).toBe('LearnerCourse');
  }
});

test('at one moment a step is open for one of two who got the plan together, and not for the other [C3, C16]', async () => {
  const [east, west] = await give(['Pacific/Kiritimati', 'America/Los_Angeles'], { kind: 'AFTER_ENROLLMENT', days: 6 }, threeDays);
  now = new Date('2027-03-13T10:00:00Z');
  expect([(await read(east!))[1], (await read(west!))[1]]).toEqual([{ status: 'AVAILABLE', opensOn: '2027-03-14' }, { status: 'AVAILABLE', opensOn: '2027-03-13' }]);
  now = new Date('2027-03-13T07:59:59Z');
  expect([(await read(east!))[1]!.status, (await read(west!))[1]!.status]).toEqual(['NOT_RELEASED', 'NOT_RELEASED']);
  now = new Date('2027-03-13T09:59:59Z');
  expect([(await read(east!))[1]!.status, (await read(west!))[1]!.status]).toEqual(['NOT_RELEASED', 'AVAILABLE']);
});

test('a step before that has no day yet gives the next one none; opened by hand it is counted from that day [C13, C16]', async () => {
  const [given] = await give(['Europe/Berlin'], { kind: 'MANUAL' }, threeDays);
  expect((await read(given!)).slice(1)).toEqual([{ status: 'NOT_RELEASED', opensOn: null }, { status: 'NOT_RELEASED', opensOn: null }]);
  // Half past midnight of the 26th in Berlin; on the 28th the clocks go forward there.
  now = new Date('2027-03-25T23:30:00Z');
  const admin = await server.signInAs(world.admin);
  const { enrollment } = await admin.ask<{ enrollment: { milestones: { key: string }[] } }>('query ($id: ID!) { enrollment(id: $id) { milestones { key } } }', { id: given!.enrollmentId });
  await admin.ask('mutation ($input: StepReleaseInput!) { setStepRelease(input: $input) { __typename } }', {
    input: { enrollmentId: given!.enrollmentId, milestoneKey: enrollment.milestones[1]!.key, act: 'RELEASE', reason: 'The room is free' },
  });
  expect((await read(given!)).slice(1)).toEqual([{ status: 'AVAILABLE', opensOn: '2027-03-26' }, { status: 'NOT_RELEASED', opensOn: '2027-03-29' }]);
  now = new Date('2027-03-28T21:59:59Z');
  expect((await read(given!))[2]!.status).toBe('NOT_RELEASED');
  now = new Date('2027-03-28T22:00:00Z');
  expect((await read(given!))[2]).toEqual({ status: 'AVAILABLE', opensOn: '2027-03-29' });
});

interface Published {
  readonly __typename: string;
  readonly planProblems?: readonly { readonly code: string; readonly severity: string; readonly milestoneKey: string }[];
}

test.each(['AFTER_PREVIOUS_RELEASED', 'AFTER_PREVIOUS_COMPLETED'])('%s on the first step is not published, moved behind another it is [C16, 2.1]', async (kind) => {
  const admin = await server.signInAs(world.admin);
  const planId = await buildPlan(server.services.database, world.caller, { published: false });
  const draft = async () =>
    (await admin.ask<{ learningPlan: { draftVersion: { rowVersion: number; milestones: { key: string }[] } } }>('query ($id: ID!) { learningPlan(id: $id) { draftVersion { rowVersion milestones { key } } } }', { id: planId })).learningPlan.draftVersion;
  const edit = async (mutation: string, type: string, input: object) =>
    admin.ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, { input: { planId, rowVersion: (await draft()).rowVersion, ...input } });
  const publish = async (): Promise<Published> =>
    (await admin.ask<{ published: Published }>('mutation ($input: PublishLearningPlanInput!) { published: publishLearningPlan(input: $input) { __typename ... on PlanNotPublishable { planProblems { code severity milestoneKey } } } }', {
      input: { planId, rowVersion: (await draft()).rowVersion },
    })).published;
  for (const [name, releaseRule] of [['Waiting', { kind, days: 2 }], ['Other', undefined]] as const) {
    await edit('addMilestone', 'AddMilestoneInput', { milestone: { name, metric: 'SESSIONS', units: '1', releaseRule }, items: [{ learningObjectId: courses[0]!.id, mandatory: false }] });
  }
  const [{ key }] = (await draft()).milestones as [{ key: string }];
  const errors = (await publish()).planProblems?.filter(({ severity }) => severity === 'ERROR');
  expect(errors).toEqual([{ code: 'RELEASE_AFTER_PREVIOUS_ON_FIRST', severity: 'ERROR', milestoneKey: key }]);
  await edit('moveMilestone', 'MoveMilestoneInput', { milestoneKey: key, position: 1 });
  expect((await publish()).__typename).toBe('LearningPlan');
});
