import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '../../platform/database/new-id.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { buildPeople } from '../people-import/person.factory.ts';
import type { Knowledge, PastPoint } from './as-of.ts';
import { countPastTraining, findPastTraining } from './past-training.queries.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const lastDay = 6;
const dayOf = (day: number): string => new Date(Date.UTC(2026, 1, 1 + day)).toISOString().slice(0, 10);
const noonOf = (day: number): Date => new Date(Date.UTC(2026, 1, 1 + day, 12));
const pointOf = (day: number, knowledge: Knowledge): PastPoint => ({ date: dayOf(day), knowledge, until: new Date(Date.UTC(2026, 1, 2 + day)) });

/** A completion of one day, learned on that or a later one, and perhaps taken back after. */
interface Completed {
  readonly day: number;
  readonly learned: number;
  readonly takenBack: number | null;
}

interface Begun {
  readonly on: number;
  readonly last: number;
  readonly state: 'NOT_STARTED' | 'IN_PROGRESS' | 'COMPLETED';
}

/** One record of somebody: everything that ever came on it. */
interface Story {
  readonly completed: readonly Completed[];
  readonly begun: Begun | null;
}

const days = fc.tuple(fc.nat(lastDay), fc.nat(lastDay), fc.nat(lastDay)).map((three) => three.toSorted((a, b) => a - b) as [number, number, number]);
const completion: fc.Arbitrary<Completed> = fc.record({ days, isTaken: fc.boolean() }).map(({ days: [day, learned, takenBack], isTaken }) => ({ day, learned, takenBack: isTaken ? takenBack : null }));
const begun: fc.Arbitrary<Begun> = fc.record({ days, state: fc.constantFrom('NOT_STARTED' as const, 'IN_PROGRESS' as const, 'COMPLETED' as const) }).map(({ days: [on, last], state }) => ({ on, last, state }));
const story: fc.Arbitrary<Story> = fc.record({ completed: fc.array(completion, { maxLength: 3 }), begun: fc.option(begun) });

/** What is told of records that are one person, by going through all that ever happened. */
function stood(records: readonly Story[], day: number, knowledge: Knowledge): string | null {
  const isLive = ({ day: on, learned, takenBack }: Completed) => (knowledge === 'KNOWN_THEN' ? learned <= day && (takenBack === null || takenBack > day) : on <= day && takenBack === null);
  const complete = records.flatMap(({ completed }) => completed.filter(isLive).map((each) => each.day));
  if (complete.length > 0) return `COMPLETED ${dayOf(Math.max(...complete))}`;
  const starts = records.flatMap(({ completed, begun: item }) => {
    if (!item || item.on > day) return [];
    const wasPutBack = completed.some(({ takenBack }) => takenBack !== null && takenBack <= day);
    return wasPutBack && !(item.state === 'IN_PROGRESS' && item.last <= day) ? [] : [item.on];
  });
  return starts.length > 0 ? `IN_PROGRESS ${dayOf(Math.max(...starts))}` : null;
}

async function write(id: string, { completed, begun: item }: Story): Promise<void> {
  const { organizationId, course } = world;
  await server.services.database.write(world, async (transaction) => {
    for (const { day, learned, takenBack } of completed) {
      const factId = newId();
      await transaction.query(
        `INSERT INTO completion_fact (organization_id, id, person_id, learning_object_id, kind, completed_on, recorded_at, origin, created_at) VALUES ($1, $2, $3, $4, 'COURSE', $5, $6, 'MANUAL', $6)`,
        [organizationId, factId, id, course.id, dayOf(day), noonOf(learned)],
      );
      if (takenBack === null) continue;
      await transaction.query(`INSERT INTO revocation_fact (organization_id, completion_fact_id, person_id, reason, revoked_at, cascade) VALUES ($1, $2, $3, 'Mixed up', $4, 'NONE')`, [organizationId, factId, id, noonOf(takenBack)]);
    }
    if (!item) return;
    await transaction.query(
      `INSERT INTO item_progress (organization_id, person_id, learning_object_id, kind, state, progress, started_at, last_activity_at) VALUES ($1, $2, $3, 'COURSE', $4, 0, $5, $6)`,
      [organizationId, id, course.id, item.state, noonOf(item.on), noonOf(item.last)],
    );
  });
}

test('each day is told as going through everything that ever happened tells it, of one record and of two that were merged [ambition 5]', async () => {
  await fc.assert(
    fc.asyncProperty(story, story, fc.boolean(), async (first, second, isMerged) => {
      const { database } = server.services;
      const [one, two] = (await buildPeople(database, world.organizationId, [{}, {}])).map(({ id }) => id) as [string, string];
      await write(one, first);
      await write(two, second);
      if (isMerged) await database.write(world, (transaction) => transaction.query(`UPDATE person SET merged_into_id = $2, status = 'LEFT', merged_at = now() WHERE id = $1`, [two, one]));
      const visible = () => `p.id IN ('${one}', '${two}')`;
      for (let day = 0; day <= lastDay; day++) {
        for (const knowledge of ['KNOWN_THEN', 'KNOWN_TODAY'] as const) {
          const people: readonly [string, readonly Story[]][] = isMerged && knowledge === 'KNOWN_TODAY' ? [[one, [first, second]]] : [[one, [first]], [two, [second]]];
          const expected = people.flatMap(([id, records]) => {
            const said = stood(records, day, knowledge);
            return said ? [`${id} ${said}`] : [];
          });
          const filter = { itemId: world.course.id };
          const [page, count] = await database.read(world, async (transaction) => [
            await findPastTraining(transaction, 'COURSE', pointOf(day, knowledge), visible, filter, 10, undefined),
            await countPastTraining(transaction, 'COURSE', pointOf(day, knowledge), visible, filter),
          ]);
          const found = page.rows.map(({ row: { personId, state, onDate } }) => `${personId} ${state} ${onDate}`);
          expect({ day, knowledge, found: found.toSorted(), count }).toEqual({ day, knowledge, found: expected.toSorted(), count: expected.length });
        }
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
