import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { eventually } from './platform/testing/eventually.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { CrashRig } from './testing/crash-rig.ts';

jest.setTimeout(150_000);

/** One transaction opens steps for 250 at most: with twelve of them workers can be killed in between. */
const people = 3_000;

let testDatabase: TestDatabase;
let rig: CrashRig;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  rig = await CrashRig.open(testDatabase, people);
});

beforeEach(async () => {
  await rig.newOrganization();
  await rig.newPeople();
});

afterEach(() => rig.killAll());

afterAll(async () => {
  await rig.close();
  await testDatabase.close();
});

/** Of a plan whose second step has opened for everybody: the openings, what events tell of them, and the messages; each with how many different people it is about. */
async function tally(planId: string): Promise<object | undefined> {
  const [found] = await rig.query<object>(
    `SELECT o.*, m.*, (SELECT sum((ids->>'steps')::int)::int FROM event_log WHERE type = 'steps.opened' AND ids->>'subjectId' = $1::text) AS told,
       (SELECT count(*)::int FROM standing s WHERE s.subject_id = $1 AND s.opens_at IS NOT NULL) AS waiting
     FROM (SELECT count(*)::int AS opened, count(DISTINCT t.enrollment_id)::int AS enrollments FROM step_release t JOIN enrollment e ON e.id = t.enrollment_id AND e.plan_id = $1 WHERE t.opened_at IS NOT NULL) o,
       (SELECT count(*)::int AS messages, count(DISTINCT person_id)::int AS people FROM delivery WHERE plan_id = $1 AND type = 'STEP_OPENED') m`,
    [planId],
  );
  return found;
}

const all = people + 1;
const once = { opened: all, enrollments: all, told: all, messages: all, people: all, waiting: 0 };

test('workers killed amid steps that open for thousands, and amid telling of it: each is open and told of once [C3, C16, C18, 20]', async () => {
  const planId = await rig.givePlanThatOpened();
  expect(await rig.killWhileOpening(all, 3)).toBeGreaterThan(0);
  await rig.killWhileTold('STEP_OPENED', all, 1);
  expect(await tally(planId)).toEqual(once);
});

test('with the lease as it is delivered another worker goes on with the openings of a killed one within 15 seconds of being there [20]', async () => {
  const planId = await rig.givePlanThatOpened();
  const opened = async (): Promise<number> => (await rig.query<{ n: number }>('SELECT count(*)::int AS n FROM step_release WHERE opened_at IS NOT NULL'))[0]!.n;
  const first = await rig.startWorker(undefined);
  await eventually('some steps have opened', async () => (await opened()) > 0, 30);
  await first.kill();
  const left = await opened();
  expect(left).toBeLessThan(all);
  await rig.startWorker(undefined);
  const ready = performance.now();
  await eventually('some more have opened', async () => (await opened()) > left, 30);
  expect((performance.now() - ready) / 1000).toBeLessThan(15);
  await rig.killWhileTold('STEP_OPENED', all, 0);
  expect(await tally(planId)).toEqual(once);
});
