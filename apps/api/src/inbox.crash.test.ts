import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { CrashRig } from './testing/crash-rig.ts';

jest.setTimeout(150_000);

/** One statement tells 5,000 at most: with four of them workers can be killed in between. */
const people = 15_500;

let testDatabase: TestDatabase;
let rig: CrashRig;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  rig = await CrashRig.open(testDatabase, people);
});

afterAll(async () => {
  await rig.close();
  await testDatabase.close();
});

test('workers killed amid telling many of a plan that was published and then assigned: everybody is told of each once [C18, 20]', async () => {
  await rig.newOrganization();
  await rig.newPeople();
  const planId = await rig.announcePlan();
  expect(await rig.killWhileTold('PLAN_PUBLISHED', people + 1, 2)).toBeGreaterThan(0);

  const given = await rig.begin('previewAssignment', 'PreviewAssignmentInput', { targets: [{ planId }], audience: { kind: 'EVERYONE' }, confirmEverybody: true, notify: true });
  await rig.commit(given);
  expect(await rig.killWhileTold('ASSIGNED', people + 1, 2)).toBeGreaterThan(0);

  const told = await rig.query<object>(
    `SELECT type, count(*)::int AS messages, count(DISTINCT person_id)::int AS people FROM delivery WHERE plan_id = $1 GROUP BY type ORDER BY type`,
    [planId],
  );
  expect(told).toEqual(['ASSIGNED', 'PLAN_PUBLISHED'].map((type) => ({ type, messages: people + 1, people: people + 1 })));
});
