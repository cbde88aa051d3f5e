import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DueRule } from '@milepost/domain';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { buildPeople, type PersonOverrides } from '../people-import/person.factory.ts';
import { assignPlan } from './assignment.factory.ts';

/** Noon of 1 June 2027 in Berlin, one in the morning of the 2nd on Kiritimati. */
const now = new Date('2027-06-01T11:00:00Z');

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => now);
  world = await buildWorld(server.services.database);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

interface Member {
  readonly state: string;
  readonly reason: string | null;
  readonly status: string;
  readonly due: string | null;
}

/** Assigns a new plan to people; answers what came of each, in their order. */
async function assign(people: readonly PersonOverrides[], dueRule: DueRule): Promise<Member[]> {
  const { database } = server.services;
  const built = await buildPeople(database, world.organizationId, people);
  const planId = await buildPlan(database, world.caller, { milestones: [{ items: [world.course.id] }] });
  await assignPlan(database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: built.map(({ id }) => id) as never }, dueRule });
  const rows = await database.read(world, (transaction) =>
    transaction.query<Member & { personId: string }>(
      `SELECT m.person_id AS "personId", m.state, m.reason, s.status, s.due_on::text AS due FROM assignment_member m JOIN standing s ON s.enrollment_id = m.enrollment_id WHERE m.subject_id = $1`,
      [planId],
    ),
  );
  const byId = new Map(rows.map(({ personId, ...member }) => [personId, member]));
  return built.map(({ id }) => byId.get(id)!);
}

const afterHiring = (amount: number): DueRule => ({ kind: 'RELATIVE', amount, unit: 'DAYS', anchor: 'HIRE_DATE' });

test('who has no hire date to count from gets the plan without a date, and an exception; nobody is withheld [2.4, ambition 9]', async () => {
  expect(await assign([{ hireDate: null }, { hireDate: '2027-05-20' }, { hireDate: '2015-01-01' }, { hireDate: '2027-07-01' }], afterHiring(30))).toEqual([
    { state: 'EXCEPTION', reason: 'UNKNOWN_ANCHOR', status: 'NOT_STARTED', due: null },
    { state: 'APPLIED', reason: null, status: 'NOT_STARTED', due: '2027-06-19' },
    { state: 'EXCEPTION', reason: 'UNREALISTIC_DUE', status: 'NOT_STARTED', due: '2015-01-31' },
    { state: 'APPLIED', reason: null, status: 'NOT_STARTED', due: '2027-07-31' },
  ]);
});

test('what has passed is asked of the day where each person is', async () => {
  const [berlin, kiritimati] = await assign([{ hireDate: '2027-05-31', timeZone: 'Europe/Berlin' }, { hireDate: '2027-05-31', timeZone: 'Pacific/Kiritimati' }], afterHiring(1));
  expect([berlin, kiritimati]).toMatchObject([
    { state: 'APPLIED', due: '2027-06-01' },
    { state: 'EXCEPTION', reason: 'UNREALISTIC_DUE', due: '2027-06-01' },
  ]);
});

test('what has not happened yet is no exception: it is waited for [2.4]', async () => {
  expect(await assign([{}], { kind: 'RELATIVE', amount: 14, unit: 'DAYS', anchor: 'FIRST_SIGN_IN' })).toEqual([{ state: 'APPLIED', reason: null, status: 'NOT_STARTED', due: null }]);
});
