import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { calendarDate, endOfDay, type EnrollmentStatus, type Standing } from '@milepost/domain';
import fc from 'fast-check';
import { Database } from '../../platform/database/database.ts';
import { openDataSource } from '../../platform/database/data-source.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { entities } from '../../entities.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { readProgressTotals } from './enrollment.queries.ts';
import { writeStandings } from './write-standings.ts';

let testDatabase: TestDatabase;
let database: Database;
let world: World;
let destroy: () => Promise<void>;
let enrollmentIds: string[];

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  const source = await openDataSource(testDatabase.url.app, entities, 8).initialize();
  destroy = () => source.destroy();
  database = new Database(source);
  world = await buildWorld(database);
  enrollmentIds = (await read<{ id: string }>('SELECT id FROM enrollment')).map((row) => row.id);
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

test('whatever happens to standings, the counts of status, due date and day are those of the standings themselves [L37, D28]', async () => {
  await fc.assert(
    fc.asyncProperty(standings, async (changes) => {
      for (const { of, status, due, completedOn } of changes) {
        const standing = standingOf(status, due, status === 'COMPLETED' ? completedOn : null);
        await database.write(world, (transaction) =>
          writeStandings(transaction, [{ enrollmentIds: [enrollmentIds[of % enrollmentIds.length]!], planVersionId: null, standing }]),
        );
      }
      for (const now of [...days, calendarDate('2026-06-01')]) expect(await counted(now)).toEqual(await recounted(now));
    }),
    { numRuns: 25 },
  );
});

/** What a dashboard shows at the beginning of a day. */
function counted(now: string): Promise<unknown> {
  return database.read({ ...world, now: new Date(`${now}T00:00:00Z`) }, async (transaction) => {
    const { counts, overdue, completions } = await readProgressTotals(transaction, world.planId, '2026-01-01');
    return { counts: Object.fromEntries(counts.map(({ status, people }) => [status, people])), overdue, completions };
  });
}

async function recounted(now: string): Promise<unknown> {
  const rows = await read<{ status: EnrollmentStatus; due: Date | null; completedOn: string | null }>(
    'SELECT status, due_ends_at AS due, completed_on::text AS "completedOn" FROM standing ORDER BY completed_on',
  );
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
