import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { entities } from '../../entities.ts';
import { Database } from '../../platform/database/database.ts';
import { openDataSource } from '../../platform/database/data-source.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { assignPlan } from '../assignments/assignment.factory.ts';
import { recordCompletions } from '../facts/index.ts';
import { buildCourse, type BuiltCourse } from '../learning-objects/course.factory.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';
import { checkDrift } from './check-drift.ts';
import type { DriftReport } from './drift-report.ts';

/* What is kept is spoilt behind the product's back, one kind at a time; the check has to find just that, and its repair to leave nothing. */
let testDatabase: TestDatabase;
let database: Database;
let world: World;
let foreign: World;
let destroy: () => Promise<void>;
let person: BuiltPerson;
let course: BuiltCourse;
let planId: string;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  const source = await openDataSource(testDatabase.url.app, entities, 4).initialize();
  destroy = () => source.destroy();
  database = new Database(source);
  world = await buildWorld(database);
  foreign = await buildWorld(database, 'Elsewhere');
  [person] = (await buildPeople(database, world.organizationId, [{ displayName: 'Rosa' }])) as [BuiltPerson];
  course = await buildCourse(database, world.organizationId, { modules: 2 });
  planId = await buildPlan(database, world.caller, { milestones: [{ items: [course.id] }] });
  await assignPlan(database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [person.id] as never } });
});

afterEach(async () => {
  await checkDrift(database, world, true);
  expect(kindsOf(await checkDrift(database, world, false))).toEqual([]);
});

afterAll(async () => {
  await destroy();
  await testDatabase.close();
});

const spoil = (sql: string, ...parameters: unknown[]): Promise<object[]> => database.write(world, (transaction) => transaction.query(sql, parameters));
const ofRosa = 'enrollment_id IN (SELECT id FROM enrollment WHERE person_id = $1 AND plan_id = $2)';
const spoilStanding = (change: string): Promise<object[]> => spoil(`UPDATE standing SET ${change} WHERE ${ofRosa}`, person.id, planId);
const complete = (...ids: string[]): Promise<void> =>
  database.write(world, (transaction) =>
    recordCompletions(transaction, ids.map((learningObjectId) => ({ personId: person.id, learningObjectId, completedOn: '2026-03-01', origin: 'MANUAL' as const }))),
  );
const kindsOf = ({ found }: DriftReport): string[] => Object.entries(found).map(([kind, { count }]) => `${kind} ${count}`).toSorted();

test('what nobody has spoilt does not differ, and everything was looked at', async () => {
  const [all] = (await spoil('SELECT (SELECT count(*)::int FROM enrollment) AS enrollments, (SELECT count(*)::int FROM person) AS people')) as { enrollments: number; people: number }[];
  const { checked, found } = await checkDrift(database, world, false);
  expect({ enrollments: checked.STANDINGS, people: checked.COURSES, found }).toEqual({ ...all, found: {} });
  expect(checked.COUNTS).toBe(2);
});

const planted: readonly (readonly [string, () => Promise<unknown>, readonly string[]])[] = [
  ['another status', () => spoilStanding(`status = 'IN_PROGRESS'`), ['STATUS 1', 'STATUS_COUNT 2']],
  ['another day', () => spoilStanding(`started_on = '2020-01-01'`), ['DAYS 1']],
  ['another progress', () => spoilStanding('progress = 0.5'), ['PROGRESS 1']],
  ['another due date', () => spoilStanding(`due_on = '2031-01-01', due_ends_at = '2031-01-02'`), ['DUE 1', 'DUE_COUNT 1']],
  ['other milestones', () => spoilStanding(`milestones = '[]'`), ['STEPS 1']],
  ['a cycle that is not current and should be', () => spoilStanding('is_current = false'), ['CYCLE 1', 'STATUS_COUNT 1']],
  [
    'somebody without a standing',
    () => spoil(`INSERT INTO enrollment (organization_id, id, person_id, plan_id, cycle, cycle_starts_on, plan_version_id, enrolled_on)
      SELECT organization_id, gen_random_uuid(), person_id, plan_id, 2, enrolled_on, plan_version_id, enrolled_on FROM enrollment WHERE person_id = $1 AND plan_id = $2`, person.id, planId),
    ['STANDING_MISSING 1'],
  ],
  ['a status counted though nobody has it', () => spoil(`INSERT INTO status_count VALUES ($1, $2, 'EXEMPT', 0, 3)`, world.organizationId, planId), ['STATUS_COUNT 1']],
  ['a day counted though nobody completed anything on it', () => spoil(`INSERT INTO daily_completion VALUES ($1, $2, '2026-02-01', 0, 3)`, world.organizationId, planId), ['DAY_COUNT 1']],
  ['a due date counted though nobody has it', () => spoil(`INSERT INTO due_count VALUES ($1, $2, '2026-02-01', 0, 3)`, world.organizationId, planId), ['DUE_COUNT 1']],
  ['a course whose modules are all complete', () => complete(...course.moduleIds), ['COURSE_COMPLETION_MISSING 1']],
];

test.each(planted)('%s is found, and left as it is; set right, it is found no more [D4]', async (_, plant, expected) => {
  await plant();
  const history = await spoil('SELECT count(*)::int AS n FROM standing_history');
  expect(kindsOf(await checkDrift(database, world, false))).toEqual(expected);
  expect(kindsOf(await checkDrift(database, world, false))).toEqual(expected);
  expect(await spoil('SELECT count(*)::int AS n FROM standing_history')).toEqual(history);
  expect(kindsOf(await checkDrift(database, foreign, true))).toEqual([]);
  const { found } = await checkDrift(database, world, true);
  expect(Object.values(found).every(({ count, repaired }) => repaired === count)).toBe(true);
});

test('what a repaired course leads to is set right with it, and says on what it rests [2.0.5]', async () => {
  const facts = await spoil(
    `SELECT f.kind, f.origin, f.completed_on::text AS day, cardinality(f.evidence) AS evidence FROM completion_fact f WHERE f.person_id = $1 AND f.origin = 'AUTO' ORDER BY f.kind`,
    person.id,
  );
  expect(facts).toEqual([
    { kind: 'COURSE', origin: 'AUTO', day: '2026-03-01', evidence: 2 },
    { kind: 'PLAN', origin: 'AUTO', day: '2026-03-01', evidence: 1 },
  ]);
});

test('a plan that is complete and of which nobody wrote so, with everything that follows', async () => {
  const other = await buildCourse(database, world.organizationId, { modules: 1 });
  const otherPlan = await buildPlan(database, world.caller, { milestones: [{ items: [other.id] }] });
  await assignPlan(database, world.caller, otherPlan, { audience: { kind: 'PEOPLE', personIds: [person.id] as never } });
  await complete(other.id);
  const report = await checkDrift(database, world, false);
  expect(kindsOf(report)).toEqual(['DAYS 1', 'PLAN_COMPLETION_MISSING 1', 'PROGRESS 1', 'STATUS 1', 'STEPS 1']);
  expect(report.found.STATUS!.examples).toEqual([
    expect.objectContaining({ personId: person.id, subjectId: otherPlan, kept: expect.objectContaining({ status: 'NOT_STARTED' }), found: expect.objectContaining({ status: 'COMPLETED' }) }),
  ]);
});

test('of many people, in several parts, all are found and five of each kind are told', async () => {
  const people = await buildPeople(database, world.organizationId, Array.from({ length: 260 }, () => ({})));
  await assignPlan(database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: people.map(({ id }) => id) as never } });
  await spoil('UPDATE standing s SET progress = 0.25 FROM enrollment e WHERE e.id = s.enrollment_id AND e.person_id = ANY ($1::uuid[])', people.map(({ id }) => id));
  const parts: number[] = [];
  const { found } = await checkDrift(database, world, true, ({ checked }) => parts.push(checked.STANDINGS));
  expect(found.PROGRESS).toMatchObject({ repaired: found.PROGRESS!.count });
  expect(found.PROGRESS!.count).toBeGreaterThanOrEqual(260);
  expect(found.PROGRESS!.examples).toHaveLength(5);
  expect(new Set(parts).size).toBeGreaterThan(2);
});
