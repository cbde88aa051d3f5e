import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { calendarDate, endOfDay, type EnrollmentStatus, type Standing } from '@milepost/domain';
import fc from 'fast-check';
import { Database } from '../../platform/database/database.ts';
import { openDataSource } from '../../platform/database/data-source.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { entities } from '../../entities.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { readProgressTotals } from './enrollment.queries.ts';
import { writeStandings, type SharedStanding } from './write-standings.ts';

let testDatabase: TestDatabase;
let database: Database;
let world: World;
let destroy: () => Promise<void>;
let enrollments: { readonly id: string; readonly personId: string; readonly cycle: number }[];

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  const source = await openDataSource(testDatabase.url.app, entities, 8).initialize();
  destroy = () => source.destroy();
  database = new Database(source);
  world = await buildWorld(database);
  await database.write(world, (transaction) =>
    transaction.query(`INSERT INTO enrollment (organization_id, id, person_id, plan_id, cycle, cycle_starts_on, plan_version_id, enrolled_on)
      SELECT e.organization_id, gen_random_uuid(), e.person_id, e.plan_id, later.cycle, e.enrolled_on, e.plan_version_id, e.enrolled_on FROM enrollment e CROSS JOIN (VALUES (2), (3)) AS later (cycle)`),
  );
  enrollments = await read('SELECT id, person_id AS "personId", cycle FROM enrollment ORDER BY cycle, id');
});

afterAll(async () => {
  await destroy();
  await testDatabase.close();
});

const statuses: EnrollmentStatus[] = ['NOT_STARTED', 'IN_PROGRESS', 'COMPLETED', 'EXEMPT', 'WITHDRAWN', 'NOT_COMPLETED'];
const days = ['2026-01-31', '2026-02-28', '2026-03-01'].map(calendarDate);
const standings = fc.array(
  fc.record({ of: fc.nat(), status: fc.constantFrom(...statuses), due: fc.option(fc.constantFrom(...days)), completedOn: fc.constantFrom(...days) }),
  { minLength: 1, maxLength: 12 },
);

test('whatever happens to standings, the counts of status, due date and day are those of the standings of current cycles [L37, D28]', async () => {
  await fc.assert(
    fc.asyncProperty(standings, async (changes) => {
      for (const { of, status, due, completedOn } of changes) {
        const standing = standingOf(status, due, status === 'COMPLETED' ? completedOn : null);
        await database.write(world, (transaction) =>
          writeStandings(transaction, [{ ...ofOne(enrollments[of % enrollments.length]!), planVersionId: null, zone: 'UTC', standing }]),
        );
      }
      for (const now of [...days, calendarDate('2026-06-01')]) expect(await counted(now)).toEqual(await recounted(now));
    }),
    { numRuns: 25 },
  );
});

test('the current cycle is the latest that was not taken back; taken back, the one before it counts again [2.0.1, 2.0.6]', async () => {
  const [first] = enrollments.filter(({ cycle }) => cycle === 1);
  const cycles = enrollments.filter(({ personId }) => personId === first!.personId);
  const write = (cycle: number, status: EnrollmentStatus) => {
    const one = cycles.find((each) => each.cycle === cycle)!;
    return database.write(world, (transaction) => writeStandings(transaction, [{ ...ofOne(one), planVersionId: null, zone: 'UTC', standing: standingOf(status, null, null) }]));
  };
  const current = async (): Promise<readonly number[]> =>
    (await read<{ cycle: number }>(`SELECT e.cycle FROM enrollment e JOIN standing s ON s.enrollment_id = e.id WHERE s.is_current AND e.person_id = '${first!.personId}'`)).map(({ cycle }) => cycle);
  for (const cycle of [1, 2, 3]) await write(cycle, 'WITHDRAWN');
  expect(await current()).toEqual([1]);
  expect((await write(3, 'NOT_STARTED')).changed.toSorted()).toEqual([cycles[0]!.id, cycles[2]!.id].toSorted());
  expect(await current()).toEqual([3]);
  await write(2, 'IN_PROGRESS');
  expect(await current()).toEqual([3]);
  await write(3, 'WITHDRAWN');
  expect(await current()).toEqual([2]);
});

function ofOne({ id, cycle }: (typeof enrollments)[number]): Pick<SharedStanding, 'enrollmentIds' | 'cycle'> {
  return { enrollmentIds: [id], cycle };
}

/** What a dashboard shows at the beginning of a day. */
function counted(now: string): Promise<unknown> {
  return database.read({ ...world, now: new Date(`${now}T00:00:00Z`) }, async (transaction) => {
    const { counts, overdue, completions } = await readProgressTotals(transaction, world.planId, '2026-01-01');
    return { counts: Object.fromEntries(counts.map(({ status, people }) => [status, people])), overdue, completions };
  });
}

async function recounted(now: string): Promise<unknown> {
  const all = await read<{ personId: string; cycle: number; status: EnrollmentStatus; due: Date | null; completedOn: string | null }>(
    `SELECT e.person_id AS "personId", e.cycle, s.status, s.due_ends_at AS due, s.completed_on::text AS "completedOn"
     FROM standing s JOIN enrollment e ON e.id = s.enrollment_id ORDER BY s.completed_on, e.cycle DESC`,
  );
  const counting = all.filter(({ cycle, status }) => cycle === 1 || status !== 'WITHDRAWN');
  const rows = counting.filter((row) => !counting.some((other) => other.personId === row.personId && other.cycle > row.cycle));
  const countBy = (keys: string[]): [string, number][] => [...Map.groupBy(keys, (key) => key)].map(([key, group]) => [key, group.length]);
  const isOpen = (status: EnrollmentStatus): boolean => status === 'NOT_STARTED' || status === 'IN_PROGRESS';
  return {
    counts: Object.fromEntries(countBy(rows.map((row) => row.status))),
    overdue: rows.filter(({ status, due }) => isOpen(status) && due !== null && due < new Date(`${now}T00:00:00Z`)).length,
    completions: countBy(rows.flatMap((row) => row.completedOn ?? [])).map(([date, people]) => ({ date, people })),
  };
}

function standingOf(status: EnrollmentStatus, due: (typeof days)[number] | null, completedOn: Standing['completedOn']): Standing {
  return {
    status,
    progress: 0,
    startedOn: null,
    completedOn,
    completedLate: false,
    evidenceWithdrawn: false,
    completionClass: completedOn && 'ASSIGNED',
    effectiveDue: due && {
      date: due, zone: 'UTC', endsAt: endOfDay(due, 'UTC'), origin: 'PLAN_RULE', inherited: false, rule: { kind: 'FIXED', date: due },
      sourceId: null, awaiting: null, problem: null,
    },
    milestones: [],
    next: null,
    completionToRecord: false,
    evidence: [],
  };
}

function read<Row extends object>(sql: string): Promise<Row[]> {
  return database.read(world, (transaction) => transaction.query<Row>(sql));
}
