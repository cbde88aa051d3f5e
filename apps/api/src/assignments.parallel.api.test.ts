import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { buildPerson } from './features/people-import/person.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { eventually } from './platform/testing/eventually.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';

jest.setTimeout(100_000);

let database: TestDatabase;
let dataDir: string;
let servers: readonly TestServer[];
let world: World;

beforeAll(async () => {
  database = await openTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'milepost-parallel-'));
  servers = [await startTestServer(database, { dataDir }), await startTestServer(database, { dataDir })];
  world = await buildWorld(servers[0]!.services.database);
});

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

const query = <Row extends object>(sql: string, parameters: readonly unknown[]): Promise<Row[]> =>
  servers[0]!.services.database.read({ organizationId: world.organizationId }, (transaction) => transaction.query<Row>(sql, parameters));

const preview = `mutation ($input: PreviewAssignmentInput!) {
  previewAssignment(input: $input) { __typename ... on Operation { id previewHash } } }`;
const commit = 'mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }';

test('two hundred requests at once to give one person one plan: one enrollment, every request is answered, and every cause that was accepted is there once [2.6, U21]', async () => {
  const { id: personId } = await buildPerson(servers[0]!.services.database, world.organizationId);
  const planId = await buildPlan(servers[0]!.services.database, world.caller, { milestones: [{ items: [world.course.id] }] });
  const sessions = await Promise.all(servers.map((server) => server.signInAs(world.admin)));
  const input = { planId, audience: { kind: 'PEOPLE', personIds: [personId] } };
  const answers = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const session = sessions[index % sessions.length]!;
      const { previewAssignment } = await session.ask<{ previewAssignment: { id: string; previewHash: string } }>(preview, { input });
      const { id: operationId, previewHash } = previewAssignment;
      const { commitOperation } = await session.ask<{ commitOperation: { __typename: string } }>(commit, { input: { operationId, previewHash } });
      return { operationId, said: commitOperation.__typename };
    }),
  );
  expect(new Set(answers.map(({ said }) => said))).toEqual(new Set(['Operation', 'StalePreview']));
  const accepted = answers.filter(({ said }) => said === 'Operation').map(({ operationId }) => operationId);
  await eventually('what was accepted is done', async () => {
    const [row] = await query<{ done: number }>(`SELECT count(*)::int AS done FROM operation WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND state = 'DONE'`, [
      world.organizationId,
      accepted,
    ]);
    return row!.done === accepted.length;
  }, 60);
  const [found] = await query<{ enrollments: number; sources: number; standings: number }>(
    `SELECT count(DISTINCT e.id)::int AS enrollments, count(DISTINCT x.id)::int AS sources, count(DISTINCT s.enrollment_id)::int AS standings
     FROM enrollment e JOIN enrollment_source x ON x.enrollment_id = e.id JOIN standing s ON s.enrollment_id = e.id
     WHERE e.organization_id = $1 AND e.person_id = $2 AND e.subject_id = $3`,
    [world.organizationId, personId, planId],
  );
  expect(found).toEqual({ enrollments: 1, sources: accepted.length, standings: 1 });
});
