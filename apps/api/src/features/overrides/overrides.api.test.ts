import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestClient } from '../../platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { buildGrant } from '../access/caller.factory.ts';
import { assignPlan } from '../assignments/assignment.factory.ts';
import { buildCourse } from '../learning-objects/course.factory.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { buildPerson, type BuiltPerson } from '../people-import/person.factory.ts';

/** Noon of 1 June 2027 in Berlin. */
let now = new Date('2027-06-01T10:00:00Z');

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestClient;
let other: TestClient;
let otherName: string;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => now);
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
  const second = await buildPerson(server.services.database, world.organizationId, { displayName: 'Otto Other' });
  await buildGrant(server.services.database, second, 'SUB_ADMIN');
  other = await server.signInAs(second);
  otherName = second.displayName;
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

interface Rules {
  readonly action: string;
  readonly actions: readonly string[];
  readonly units: string | null;
  readonly due: string | null;
  readonly withoutDue: boolean;
  readonly note: string | null;
  readonly revision: number;
  readonly reason: string | null;
  readonly changedBy: { readonly name: string } | null;
}
interface Shown {
  readonly id: string;
  readonly status: string;
  readonly progress: number;
  readonly due: { readonly date: string; readonly origin: string } | null;
  readonly viewerCan: { readonly override: boolean };
  readonly individual: Rules;
  readonly milestones: readonly { readonly key: string; readonly status: string; readonly unitsRequired: string; readonly due: string | null; readonly individual: Rules }[];
  readonly sources: readonly { readonly kind: string; readonly audience: string | null; readonly validTo: string | null; readonly endedBecause: string | null }[];
  readonly explanation: { readonly sentence: string };
}
interface Answer {
  readonly __typename: string;
  readonly currentRowVersion?: number;
  readonly problems?: readonly { readonly code: string; readonly field: string | null; readonly message: string }[];
}

const rules = 'action actions units due withoutDue note revision reason changedBy { name }';
const shown = `id status progress due { date origin } viewerCan { override } individual { ${rules} }
  milestones { key status unitsRequired due individual { ${rules} } } sources { kind audience validTo endedBecause } explanation { sentence }`;

const read = async (id: string, client: TestClient = admin): Promise<Shown> =>
  (await client.ask<{ enrollment: Shown }>(`query ($id: ID!) { enrollment(id: $id) { ${shown} } }`, { id })).enrollment;

async function override(input: object, client: TestClient = admin): Promise<Answer> {
  const { overrideEnrollment } = await client.ask<{ overrideEnrollment: Answer }>(
    `mutation ($input: OverrideInput!) { overrideEnrollment(input: $input) { __typename ... on StaleEdit { currentRowVersion } ... on Refusal { problems { code field message } } } }`,
    { input: { reason: 'Agreed with the head of Sales', ...input } },
  );
  return overrideEnrollment;
}

interface Given {
  readonly enrollmentId: string;
  readonly person: BuiltPerson;
  readonly keys: readonly string[];
}

/** A new person with a plan of two steps, given by name, or with a department's name through the department. */
async function give(department?: string): Promise<Given> {
  const { database } = server.services;
  const person = await buildPerson(database, world.organizationId, { timeZone: 'Europe/Berlin', department: department ? [department] : undefined });
  const [first, second] = [await buildCourse(database, world.organizationId), await buildCourse(database, world.organizationId)];
  const planId = await buildPlan(database, world.caller, { milestones: [{ items: [first.id] }, { items: [second.id] }] });
  const audience = department
    ? { kind: 'DEPARTMENTS' as const, departmentIds: [person.departmentId] as never, includeSubDepartments: true }
    : { kind: 'PEOPLE' as const, personIds: [person.id] as never };
  await assignPlan(database, world.caller, planId, { audience, name: department, dueRule: { kind: 'RELATIVE', amount: 30, unit: 'DAYS', anchor: 'ASSIGNED' } });
  const { enrollments } = await admin.ask<{ enrollments: { edges: { node: Shown }[] } }>(`query ($planId: ID!) { enrollments(filter: { planId: $planId }) { edges { node { ${shown} } } } }`, { planId });
  const { id, milestones } = enrollments.edges[0]!.node;
  return { enrollmentId: id, person, keys: milestones.map(({ key }) => key) };
}

describe('the individual rules of one person [L41, L42, L43]', () => {
  test('a waiver counts at once, is told with who and why, and is taken back by No action', async () => {
    const { enrollmentId, keys } = await give();
    const place = { enrollmentId, milestoneKey: keys[0] };
    expect((await override({ ...place, revision: 0, action: 'WAIVE', note: 'On leave' })).__typename).toBe('Enrollment');
    const waived = await read(enrollmentId);
    expect(waived).toMatchObject({ progress: 0.5, viewerCan: { override: true } });
    expect(waived.milestones[0]).toMatchObject({ status: 'WAIVED', individual: { action: 'WAIVE', note: 'On leave', reason: 'Agreed with the head of Sales', revision: 2, changedBy: { name: world.admin.displayName } } });
    expect(waived.milestones[1]!.individual).toMatchObject({ action: 'NO_ACTION', actions: ['NO_ACTION', 'WAIVE', 'ADJUST'], revision: 0, changedBy: null });
    expect((await override({ ...place, revision: 2, action: 'NO_ACTION' })).__typename).toBe('Enrollment');
    const cleared = await read(enrollmentId);
    expect(cleared).toMatchObject({ progress: 0 });
    expect(cleared.milestones[0]).toMatchObject({ status: 'AVAILABLE', individual: { action: 'NO_ACTION', note: null, revision: 4 } });
    const rows = await server.services.database.read(world, (transaction) =>
      transaction.query<{ act: string; ended: boolean }>('SELECT act, valid_to IS NOT NULL AS ended FROM override WHERE enrollment_id = $1 ORDER BY act', [enrollmentId]),
    );
    expect(rows).toEqual([{ act: 'NOTE', ended: true }, { act: 'WAIVE', ended: true }]);
  });

  test('everything waived is exempt; the audit keeps what it was, what it is, and why', async () => {
    const { enrollmentId, keys } = await give();
    for (const milestoneKey of keys) await override({ enrollmentId, milestoneKey, revision: 0, action: 'WAIVE', reason: 'Did it elsewhere' });
    expect(await read(enrollmentId)).toMatchObject({ status: 'EXEMPT', progress: 1 });
    const entries = await server.services.database.read(world, (transaction) =>
      transaction.query<{ act: string; reason: string; after: { action: string } }>('SELECT act, reason, after FROM audit_entry WHERE subject_id = $1', [enrollmentId]),
    );
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({ act: 'PROGRESS_OVERRIDE', reason: 'Did it elsewhere', after: { action: 'WAIVE' } });
  });

  test('units and due date of a milestone, and the due date of the plan, are this person’s own', async () => {
    const { enrollmentId, keys } = await give();
    await override({ enrollmentId, milestoneKey: keys[1], revision: 0, action: 'ADJUST', units: '2', due: '2027-09-30' });
    await override({ enrollmentId, revision: 0, action: 'ADJUST', due: '2027-12-31', note: 'New in the job' });
    const enrollment = await read(enrollmentId);
    expect(enrollment.milestones[1]).toMatchObject({ unitsRequired: '2', due: '2027-09-30', individual: { action: 'ADJUST', units: '2', due: '2027-09-30' } });
    expect(enrollment.milestones[0]).toMatchObject({ due: '2027-12-31', individual: { action: 'NO_ACTION' } });
    expect(enrollment).toMatchObject({ due: { date: '2027-12-31', origin: 'OVERRIDE' }, individual: { due: '2027-12-31', note: 'New in the job', actions: ['NO_ACTION', 'ADJUST'] } });
    await override({ enrollmentId, revision: 2, action: 'ADJUST', withoutDue: true });
    expect(await read(enrollmentId)).toMatchObject({ due: null, individual: { withoutDue: true, due: null, note: null } });
  });

  test.each<[string, object, string, string | null]>([
    ['nothing required', { action: 'ADJUST', units: '0' }, 'USE_WAIVE', 'units'],
    ['half a session', { action: 'ADJUST', units: '0.5' }, 'UNITS_NOT_WHOLE', 'units'],
    ['yesterday', { action: 'ADJUST', due: '2027-05-31' }, 'OVERRIDE_DUE_IN_PAST', 'due'],
    ['nothing at all', { action: 'ADJUST' }, 'NOTHING_TO_ADJUST', 'action'],
    ['no reason', { action: 'WAIVE', reason: ' ' }, 'REASON_MISSING', 'reason'],
    ['a reason without end', { action: 'WAIVE', reason: 'x'.repeat(501) }, 'TOO_LONG', 'reason'],
  ])('%s is refused in words, and changes nothing', async (_, input, code, field) => {
    const { enrollmentId, keys } = await give();
    const before = await read(enrollmentId);
    const refused = await override({ enrollmentId, milestoneKey: keys[0], revision: 0, ...input });
    expect(refused).toMatchObject({ __typename: 'InputRefused', problems: [{ code, field }] });
    expect(refused.problems?.[0]?.message.length).toBeGreaterThan(10);
    expect(await read(enrollmentId)).toEqual(before);
  });

  test('a milestone that the plan does not have is not found', async () => {
    const { enrollmentId } = await give();
    const { keys } = await give();
    expect(await override({ enrollmentId, milestoneKey: keys[0], revision: 0, action: 'WAIVE' })).toMatchObject({ __typename: 'NotFound' });
  });

  test('what somebody else changed meanwhile is said, and nothing is saved on top of it unseen [19]', async () => {
    const { enrollmentId, keys } = await give();
    const place = { enrollmentId, milestoneKey: keys[0], revision: 0 };
    await override({ ...place, action: 'ADJUST', units: '3', due: '2027-07-31' }, other);
    const stale = await override({ ...place, action: 'WAIVE' });
    expect(stale).toMatchObject({ __typename: 'StaleEdit', currentRowVersion: 2, problems: [{ code: 'STALE_EDIT' }] });
    expect(stale.problems?.[0]?.message).toBe(
      `${otherName} changed this for the same person on June 1, 2027: 3 required and due on July 31, 2027. Nothing of yours was saved; compare and save again.`,
    );
    expect((await read(enrollmentId)).milestones[0]!.individual.action).toBe('ADJUST');
    expect((await override({ ...place, revision: 2, action: 'WAIVE' })).__typename).toBe('Enrollment');
  });

  test('of eight who waive at once, one is heard', async () => {
    const { enrollmentId, keys } = await give();
    const answers = await Promise.all(Array.from({ length: 8 }, () => override({ enrollmentId, milestoneKey: keys[0], revision: 0, action: 'WAIVE' })));
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['Enrollment', ...Array.from({ length: 7 }, () => 'StaleEdit')]);
  });
});

describe('who has the plan through a group [L37, L44]', () => {
  const memberState = async (enrollmentId: string): Promise<string> => {
    const [row] = await server.services.database.read(world, (transaction) =>
      transaction.query<{ state: string }>('SELECT state FROM assignment_member WHERE enrollment_id = $1', [enrollmentId]),
    );
    return row!.state;
  };

  test('is changed only after it was confirmed that they leave the group assignment: without it everything stays', async () => {
    const { enrollmentId, keys } = await give('Field sales');
    const before = await read(enrollmentId);
    expect(before.sources).toMatchObject([{ kind: 'DEPARTMENT', audience: 'Field sales', validTo: null }]);
    const refused = await override({ enrollmentId, milestoneKey: keys[0], revision: 0, action: 'WAIVE' });
    expect(refused).toMatchObject({ __typename: 'InputRefused', problems: [{ code: 'GROUP_ASSIGNED', field: 'leaveGroupAssignment' }] });
    expect(refused.problems?.[0]?.message).toContain('“Field sales” (#');
    expect(await read(enrollmentId)).toEqual(before);
    expect(await memberState(enrollmentId)).toBe('APPLIED');
  });

  test('leaves it with the dates of that moment, and what ends is told', async () => {
    const { enrollmentId, keys } = await give('Inside sales');
    now = new Date('2027-06-05T10:00:00Z');
    expect((await override({ enrollmentId, milestoneKey: keys[0], revision: 0, action: 'WAIVE', leaveGroupAssignment: true })).__typename).toBe('Enrollment');
    const after = await read(enrollmentId);
    expect(after).toMatchObject({ due: { date: '2027-07-01', origin: 'INDIVIDUAL_ASSIGNMENT' }, status: 'NOT_STARTED' });
    expect(after.sources).toMatchObject([{ kind: 'DEPARTMENT', endedBecause: 'DETACHED' }, { kind: 'INDIVIDUAL', validTo: null, endedBecause: null }]);
    expect(await memberState(enrollmentId)).toBe('DETACHED');
    now = new Date('2027-06-01T10:00:00Z');
  });

  test('a note takes nobody out of it', async () => {
    const { enrollmentId, keys } = await give('Partner sales');
    expect((await override({ enrollmentId, milestoneKey: keys[0], revision: 0, action: 'NO_ACTION', note: 'Ask again in May' })).__typename).toBe('Enrollment');
    expect(await memberState(enrollmentId)).toBe('APPLIED');
  });
});

test('whoever may only see the enrollment is told that they may not change it [X27]', async () => {
  const { enrollmentId, keys, person } = await give();
  const learner = await server.signInAs(person);
  const { body } = await learner.graphql('mutation ($input: OverrideInput!) { overrideEnrollment(input: $input) { __typename } }', {
    input: { enrollmentId, milestoneKey: keys[0], revision: 0, action: 'WAIVE', reason: 'Please' },
  });
  expect(body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await read(enrollmentId, learner)).viewerCan.override).toBe(false);
});
