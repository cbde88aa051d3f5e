import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { runJob } from '../../platform/testing/run-job.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { assignPlan } from '../assignments/assignment.factory.ts';
import { buildPeople } from '../people-import/person.factory.ts';
import { checkDriftInParts, giveUpDriftCheck } from './check-drift.job.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
  const people = await buildPeople(server.services.database, world.organizationId, Array.from({ length: 600 }, () => ({})));
  await assignPlan(server.services.database, world.caller, world.planId, { audience: { kind: 'PEOPLE', personIds: people.map(({ id }) => id) as never } });
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

interface Check {
  readonly id: string;
  readonly state: string;
  readonly repair: boolean;
  readonly checkedEnrollments: number;
  readonly finishedAt: string | null;
  readonly startedBy: { readonly name: string };
  readonly found: readonly { readonly kind: string; readonly count: number; readonly repaired: number; readonly examples: readonly { readonly kept: object; readonly found: object }[] }[];
}

const fields = 'id state repair checkedEnrollments finishedAt startedBy { name } found { kind count repaired examples { personId subjectId kept found } }';
const start = async (repair = false, clientMutationId?: string): Promise<Check & { problems?: { code: string }[] }> =>
  (await admin.ask<{ it: Check }>(`mutation ($input: StartDriftCheckInput!) { it: startDriftCheck(input: $input) { ... on DriftCheck { ${fields} } ... on InputRefused { problems { code } } } }`, { input: { repair, clientMutationId } })).it;
const latest = async (client = admin): Promise<Check[]> => (await client.ask<{ driftChecks: Check[] }>(`{ driftChecks { ${fields} } }`)).driftChecks;
const write = <Row extends object>(sql: string): Promise<Row[]> => server.services.database.write(world, (transaction) => transaction.query<Row>(sql));
const carryOut = (checkId: string): Promise<void> => runJob(checkDriftInParts, server.services.database, world.organizationId, { checkId });

/** The job as a worker does it that is killed when it would have written that the check goes on behind so many parts of the standings. */
async function killedBehind(checkId: string, parts: number): Promise<void> {
  const behind = new Set<string>();
  const job = checkDriftInParts({
    organizationId: world.organizationId,
    payload: { checkId },
    database: server.services.database,
    logger: pino({ level: 'silent' }),
    signal: new AbortController().signal,
    write: (work, scope) =>
      server.services.database.write({ organizationId: world.organizationId, ...scope }, async (transaction) => {
        const worked = await work(transaction);
        const [position] = await transaction.query<{ after: string | null }>(`SELECT position->>'after' AS after FROM drift_check WHERE id = $1 AND position->>'phase' = 'STANDINGS'`, [checkId]);
        if (position?.after && behind.add(position.after).size === parts) throw new Error('Killed');
        return worked;
      }),
  });
  await expect(job).rejects.toThrow('Killed');
}

test('a check is begun and seen, one at a time; the same call once more has one effect [D4]', async () => {
  const begun = await start(false, 'first');
  expect(begun).toMatchObject({ state: 'RUNNING', repair: false, finishedAt: null, found: [], startedBy: { name: expect.stringContaining('Ada Admin') } });
  expect((await start(false, 'first')).id).toBe(begun.id);
  expect((await start()).problems).toEqual([{ code: 'DRIFT_CHECK_RUNNING' }]);
  await carryOut(begun.id);
  const [enrollments] = await write<{ n: number }>('SELECT count(*)::int AS n FROM enrollment');
  expect((await latest())[0]).toMatchObject({ id: begun.id, state: 'DONE', finishedAt: expect.any(String), checkedEnrollments: enrollments!.n, found: [] });
});

test('killed again and again it goes on where it was, and counts and repairs everything once [20]', async () => {
  const [spoilt] = await write<{ n: number }>('WITH s AS (UPDATE standing SET progress = 0.5 RETURNING 1) SELECT count(*)::int AS n FROM s');
  const { id } = await start(true);
  for (const parts of [1, 1, 2]) await killedBehind(id, parts);
  const [amid] = await latest();
  expect(amid).toMatchObject({ state: 'RUNNING' });
  await carryOut(id);
  const [done] = await latest();
  expect(done!.found).toEqual([expect.objectContaining({ kind: 'PROGRESS', count: spoilt!.n, repaired: spoilt!.n })]);
  expect(done!.found[0]!.examples[0]).toMatchObject({ kept: { progress: 0.5 }, found: { progress: 0 } });
  expect(done!.checkedEnrollments).toBe(spoilt!.n);
  await carryOut(id);
  expect((await latest())[0]).toEqual(done);
  expect(await write('SELECT 1 FROM standing WHERE progress <> 0')).toEqual([]);
});

test('one that was given up says so, and makes way for the next', async () => {
  const { id } = await start();
  await runJob(giveUpDriftCheck, server.services.database, world.organizationId, { checkId: id });
  expect((await latest())[0]).toMatchObject({ id, state: 'FAILED' });
  await carryOut(id);
  expect((await latest())[0]).toMatchObject({ id, state: 'FAILED' });
  const next = await start();
  await carryOut(next.id);
  expect((await latest())[0]).toMatchObject({ id: next.id, state: 'DONE' });
});

test('another organization sees none of it, and a learner may not ask', async () => {
  const foreign = await buildWorld(server.services.database, 'Elsewhere');
  expect(await latest(await server.signInAs(foreign.admin))).toEqual([]);
  const learner = await server.signInAs(world.learner);
  await expect(latest(learner)).rejects.toThrow('FORBIDDEN');
  await expect(learner.ask('mutation { startDriftCheck(input: { repair: true }) { __typename } }')).rejects.toThrow('FORBIDDEN');
});
