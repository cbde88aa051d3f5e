import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '../../platform/database/new-id.ts';
import type { Database } from '../../platform/database/database.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { assignPlan, givePlan } from '../assignments/assignment.factory.ts';
import { recordByHand, takeBack } from '../completions/completion.factory.ts';
import { evaluateEnrollments } from '../enrollments/index.ts';
import { buildCourse } from '../learning-objects/course.factory.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';
import { readPoints, type AsOf, type Knowledge, type PastPoint } from './as-of.ts';
import { countPastStandings, findPastStandings } from './past-standings.queries.ts';
import { countStandingChanges, findStandingChanges } from './standing-changes.queries.ts';

const dayLength = 86_400_000;
/** Noon of the first day of the story that is told: each has days of its own, for clocks do not go back. */
let firstNoon = Date.parse('2020-03-01T12:00:00Z');
const noonOf = (day: number): number => firstNoon + day * dayLength;
const dayOf = (day: number): string => new Date(noonOf(day)).toISOString().slice(0, 10);
const lastDay = 5;
const everybody = () => 'true';
const departments = ['North', 'South'] as const;

let testDatabase: TestDatabase;
let server: TestServer;
let database: Database;
let world: World;
let planId: string;
let assignmentId: string;
let departmentIds: Readonly<Record<string, string>>;
let clock = firstNoon - 10 * dayLength;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => new Date((clock += 1)));
  ({ database } = server.services);
  world = await buildWorld(database);
  planId = await buildPlan(database, world.caller, { name: 'Asked about', milestones: [{ items: [world.course.id] }, { items: [(await buildCourse(database, world.organizationId, { name: 'Never done' })).id] }] });
  await buildPeople(database, world.organizationId, departments.map((name) => ({ displayName: `Head of ${name}`, department: [name] })));
  await assignPlan(database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [world.admin.id] as never } });
  const [row] = await ask<{ id: string }>('SELECT assignment_id AS id FROM assignment_target WHERE plan_id = $1', [planId]);
  assignmentId = row!.id;
  const rows = await ask<{ id: string; name: string }>('SELECT id, name FROM department', []);
  departmentIds = Object.fromEntries(rows.map(({ id, name }) => [name, id]));
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const ask = <Row extends object>(sql: string, parameters: readonly unknown[]): Promise<Row[]> => database.read(world, (transaction) => transaction.query<Row>(sql, parameters));

type Step =
  | { readonly act: 'GIVE' | 'TAKE' | 'REVOKE'; readonly day: number; readonly who: number }
  | { readonly act: 'COMPLETE' | 'BEGIN'; readonly day: number; readonly who: number; readonly daysBefore: number }
  | { readonly act: 'MOVE'; readonly day: number; readonly who: number; readonly to: (typeof departments)[number] };

const when = { day: fc.integer({ min: 0, max: lastDay }), who: fc.nat(1) };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constantFrom('GIVE' as const, 'TAKE' as const, 'REVOKE' as const), ...when }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constantFrom('COMPLETE' as const, 'COMPLETE' as const, 'BEGIN' as const), daysBefore: fc.nat(3), ...when }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('MOVE' as const), to: fc.constantFrom(...departments), ...when }) },
);
const told = fc.array(step, { minLength: 2, maxLength: 8 }).map((steps) => steps.toSorted((a, b) => a.day - b.day));

/** Completed on the second day as is learned on the third, taken back on the fifth. */
const learnedAndUnlearned: Step[] = [
  { act: 'GIVE', day: 0, who: 0 },
  { act: 'COMPLETE', day: 2, who: 0, daysBefore: 1 },
  { act: 'REVOKE', day: 4, who: 0 },
];

/** Everything that ever happened to a person, in order; questions go through all of it. */
class Story {
  readonly events: { readonly act: Step['act']; readonly learned: number; readonly day: number; takenBack: number | null }[] = [];
  readonly moves: { readonly learned: number; readonly to: string }[] = [];

  /** Whether the plan held the person at the end of a day. */
  private held(day: number): boolean {
    return this.events.findLast(({ act, learned }) => (act === 'GIVE' || act === 'TAKE') && learned <= day)?.act === 'GIVE';
  }

  stood(day: number, knowledge: Knowledge): { status: string; completedOn: string | null } | null {
    const isSeen = ({ learned, day: on, takenBack }: Story['events'][number], facts: 'LASTING' | 'ALL') =>
      knowledge === 'KNOWN_THEN' ? learned <= day && (facts === 'ALL' || takenBack === null || takenBack > day) : on <= day && (facts === 'ALL' || takenBack === null);
    const complete = this.events.filter((event) => event.act === 'COMPLETE' && isSeen(event, 'LASTING')).map((event) => event.day);
    if (complete.length > 0) return { status: 'COMPLETED', completedOn: dayOf(Math.min(...complete)) };
    if (!this.events.some(({ act, learned }) => (act === 'GIVE' || act === 'COMPLETE') && learned <= day)) return null;
    // What was taken back was a beginning all the same (2.0.5).
    const hasBegun = this.events.some((event) => (event.act === 'BEGIN' || event.act === 'COMPLETE') && isSeen(event, 'ALL'));
    return { status: this.held(day) ? (hasBegun ? 'IN_PROGRESS' : 'NOT_STARTED') : 'WITHDRAWN', completedOn: null };
  }

  department(day: number): string | null {
    return this.moves.findLast(({ learned }) => learned <= day)?.to ?? null;
  }
}

async function carryOutStep(taken: Step, { id }: BuiltPerson, story: Story): Promise<void> {
  const enrollment = async () => (await ask<{ id: string }>('SELECT id FROM enrollment WHERE person_id = $1 AND subject_id = $2', [id, planId]))[0]?.id;
  const has = story.events.findLast(({ act }) => act === 'GIVE' || act === 'TAKE')?.act === 'GIVE';
  const live = story.events.filter(({ act, takenBack }) => act === 'COMPLETE' && takenBack === null);
  const note = (day = taken.day) => story.events.push({ act: taken.act, learned: taken.day, day, takenBack: null });
  if (taken.act === 'MOVE') {
    story.moves.push({ learned: taken.day, to: taken.to });
    await database.write(world, async (transaction) => {
      await transaction.query('UPDATE affiliation SET valid_to = $3 WHERE organization_id = $1 AND person_id = $2 AND valid_to IS NULL', [world.organizationId, id, transaction.now]);
      await transaction.query('INSERT INTO affiliation (organization_id, id, person_id, department_id, valid_from) VALUES ($1, $2, $3, $4, $5)', [
        world.organizationId, newId(), id, departmentIds[taken.to], transaction.now]);
    });
  } else if (taken.act === 'GIVE' || taken.act === 'TAKE') {
    if (has === (taken.act === 'GIVE')) return;
    const known = await enrollment();
    note();
    await database.write(world, async (transaction) => {
      if (!known) return givePlan(transaction, { planId, assignmentId, personId: id });
      await transaction.query(
        taken.act === 'TAKE'
          ? `UPDATE enrollment_source SET valid_to = $3, ended_because = 'UNASSIGNED' WHERE organization_id = $1 AND enrollment_id = $2 AND valid_to IS NULL AND $4::uuid IS NOT NULL`
          : `INSERT INTO enrollment_source (organization_id, id, enrollment_id, kind, valid_from) VALUES ($1, $4, $2, 'INDIVIDUAL', $3)`,
        [world.organizationId, known, transaction.now, newId()],
      );
      await evaluateEnrollments(transaction, [known]);
    });
  } else {
    if (taken.act === 'REVOKE' ? live.length === 0 : taken.act === 'COMPLETE' ? live.length > 0 : story.events.some(({ act }) => act === 'BEGIN')) return;
    const day = 'daysBefore' in taken ? Math.max(0, taken.day - taken.daysBefore) : taken.day;
    if (taken.act === 'REVOKE') for (const fact of live) fact.takenBack = taken.day;
    else note(day);
    const of = taken.act === 'BEGIN' ? { type: 'COURSE' as const, itemId: world.course.id, personId: id } : { type: 'PLAN' as const, itemId: planId, personId: id };
    await (taken.act === 'REVOKE' ? takeBack(database, world.caller, of) : recordByHand(database, world.caller, of, dayOf(day)));
  }
}

const kindBetween = (before: ReturnType<Story['stood']>, after: ReturnType<Story['stood']>): string | null => {
  const had = before !== null && before.status !== 'WITHDRAWN';
  const has = after !== null && after.status !== 'WITHDRAWN';
  if (!has) return had ? 'LEFT' : null;
  if (after.status === 'COMPLETED') return before?.status !== 'COMPLETED' ? 'COMPLETED' : before.completedOn === after.completedOn ? null : 'CHANGED';
  if (!had) return 'JOINED';
  if (before.status === after.status) return null;
  return before.status === 'NOT_STARTED' ? 'STARTED' : 'REOPENED';
};

test('whatever is given, taken, begun, completed later than it was true, and taken back: any day is told as it was known then, and as it is known today; and what differs [D4, 2.0.3, 2.8]', async () => {
  await fc.assert(
    fc.asyncProperty(told, async (steps) => {
      firstNoon = noonOf(lastDay + 5);
      clock = noonOf(-1);
      const people = await buildPeople(database, world.organizationId, [{ displayName: `One ${newId()}` }, { displayName: `Other ${newId()}` }]);
      const stories = [new Story(), new Story()];
      for (const taken of steps) {
        clock = Math.max(clock, noonOf(taken.day));
        await carryOutStep(taken, people[taken.who]!, stories[taken.who]!);
      }
      clock = noonOf(lastDay + 3);
      const filterOf = (who: number) => ({ planId, personId: people[who]!.id });
      const points = [...Array(lastDay + 1).keys()].flatMap((day) => (['KNOWN_THEN', 'KNOWN_TODAY'] as const).map((knowledge) => ({ day, date: dayOf(day), knowledge })));
      await database.read(world, async (transaction) => {
        const read = (wanted: readonly AsOf[]): Promise<PastPoint[]> => readPoints(transaction, wanted);
        for (const [who, story] of stories.entries()) {
          const all = await read(points);
          for (const [index, { day, knowledge }] of points.entries()) {
            const { rows } = await findPastStandings(transaction, all[index]!, everybody, filterOf(who), 5, undefined);
            const expected = story.stood(day, knowledge);
            const found = rows.map(({ row: { status, completedOn, departmentId } }) => ({ status, completedOn, departmentId }));
            const inDepartment = story.department(day);
            expect({ day, knowledge, found }).toEqual({ day, knowledge, found: expected ? [{ ...expected, departmentId: inDepartment && departmentIds[inDepartment]! }] : [] });
            const { counts } = await countPastStandings(transaction, all[index]!, everybody, { ...filterOf(who), departmentId: departmentIds['North']! });
            expect(counts).toEqual(expected && inDepartment === 'North' ? [{ status: expected.status, people: 1 }] : []);
          }
          for (const [from, to] of [[0, 11], [2, 7], [4, 5], [6, 7], [1, 9], [8, 2]] as const) {
            const compared = { from: all[from]!, to: all[to]! };
            const kind = kindBetween(story.stood(points[from]!.day, points[from]!.knowledge), story.stood(points[to]!.day, points[to]!.knowledge));
            const { rows } = await findStandingChanges(transaction, compared, everybody, filterOf(who), 5, undefined);
            expect({ from: points[from], to: points[to], kinds: rows.map(({ row }) => row.kind) }).toEqual({ from: points[from], to: points[to], kinds: kind ? [kind] : [] });
            expect(await countStandingChanges(transaction, compared, everybody, filterOf(who))).toEqual(kind ? [{ kind, people: 1 }] : []);
          }
        }
      });
    }),
    { numRuns: Number(process.env['RUNS'] ?? 40), examples: [[learnedAndUnlearned]] },
  );
}, 240_000);
