import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { buildPeople } from './features/people-import/person.factory.ts';
import { buildImportFile } from './features/people-import/people-import.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { eventually } from './platform/testing/eventually.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';

jest.setTimeout(100_000);

let testDatabase: TestDatabase;
let dataDir: string;
let servers: readonly [TestServer, TestServer];
let admins: readonly [TestSession, TestSession];
let world: World;
const rounds = 3;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'milepost-concurrency-'));
  servers = [await startTestServer(testDatabase, { dataDir }), await startTestServer(testDatabase, { dataDir })];
});

beforeEach(async () => {
  world = await buildWorld(servers[0].services.database);
  admins = [await servers[0].signInAs(world.admin), await servers[1].signInAs(world.admin)];
});

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await testDatabase.close();
  await rm(dataDir, { recursive: true, force: true });
});

interface State {
  readonly state: string;
  readonly previewHash: string;
  readonly counts: readonly { readonly class: string; readonly rows: number }[];
  readonly result: readonly { readonly class: string; readonly rows: number }[];
}

const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  servers[0].services.database.read({ organizationId: world.organizationId }, (transaction) => transaction.query<Row>(sql, parameters));

async function read(operationId: string): Promise<State> {
  const { operation } = await admins[0].ask<{ operation: State }>(
    'query ($id: ID!) { operation(id: $id) { state previewHash counts { class rows } result { class rows } } }',
    { id: operationId },
  );
  return operation;
}

const whenIn = (operationId: string, state: string): Promise<State> =>
  eventually(`the operation is ${state}`, async () => {
    const found = await read(operationId);
    if (found.state === 'FAILED') throw new Error('The operation has failed');
    return found.state === state && found;
  }, 60);

const asCounts = (counts: State['counts']): Record<string, number> => Object.fromEntries(counts.map((each) => [each.class, each.rows]));

const commitMutation = `mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename ... on Operation { id } ... on StalePreview { operation { id } } } }`;

async function commit(session: TestSession, operationId: string): Promise<string> {
  const { previewHash } = await read(operationId);
  const { commitOperation } = await session.ask<{ commitOperation: { __typename: string } }>(commitMutation, { input: { operationId, previewHash } });
  return commitOperation.__typename;
}

/** Both at the same moment, each through a process of its own; answers the one that was accepted and the one that was refused. */
async function commitBoth(first: string, second: string): Promise<{ accepted: string; refused: string }> {
  const answers = await Promise.all([commit(admins[0], first), commit(admins[1], second)]);
  expect(answers.toSorted()).toEqual(['Operation', 'StalePreview']);
  return answers[0] === 'Operation' ? { accepted: first, refused: second } : { accepted: second, refused: first };
}

/** Commits what is previewed as often as it has to be: while another one is carried out, a preview that it touches does not hold. */
async function commitUntilAccepted(operationId: string): Promise<Record<string, number>> {
  return eventually('the commit is accepted', async () => {
    const { counts } = await whenIn(operationId, 'PREVIEWED');
    return (await commit(admins[1], operationId)) === 'Operation' && asCounts(counts);
  }, 60);
}

async function beginImport(session: TestSession, rows: readonly string[]): Promise<string> {
  const csv = ['Employee number,Name,E-mail,Department,Position,Manager employee number', ...rows].join('\n');
  const fileId = await buildImportFile(servers[0].services.database, world.caller, dataDir, csv);
  const { previewPeopleImport } = await session.ask<{ previewPeopleImport: { id: string } }>(
    'mutation ($fileId: ID!) { previewPeopleImport(input: { fileId: $fileId }) { ... on Operation { id } } }',
    { fileId },
  );
  await whenIn(previewPeopleImport.id, 'PREVIEWED');
  return previewPeopleImport.id;
}

async function beginAssignment(session: TestSession, planId: string, people: readonly { readonly id: string }[]): Promise<string> {
  const { previewAssignment } = await session.ask<{ previewAssignment: { id: string } }>(
    'mutation ($input: PreviewAssignmentInput!) { previewAssignment(input: $input) { ... on Operation { id } } }',
    { input: { planId, audience: { kind: 'PEOPLE', personIds: people.map((person) => person.id) } } },
  );
  return previewAssignment.id;
}

test('two imports of the same people, committed at once: one is carried out, the other sees what it made and is committed anew [16, U21]', async () => {
  const size = 400;
  for (let round = 0; round < rounds; round++) {
    const rowsOf = (label: string, from: number): string[] =>
      Array.from({ length: size }, (_, index) => {
        const number = `R${round}P${from + index}`;
        const place = (from + index) % 30;
        return `${number},${label} ${number},${number}@example.com,Round ${round}/Unit ${place}/Team ${place % 7},Job ${place},${index % 10 === 0 ? '' : `R${round}P${from + index - (index % 10)}`}`;
      });
    const first = await beginImport(admins[0], rowsOf('First', 0));
    const second = await beginImport(admins[1], rowsOf('Second', size / 2));
    const { accepted, refused } = await commitBoth(first, second);
    expect(asCounts((await whenIn(accepted, 'DONE')).result)).toEqual({ IMPORTED: size });
    expect(await commitUntilAccepted(refused)).toEqual({ NEW: size / 2, CHANGED: size / 2 });
    expect(asCounts((await whenIn(refused, 'DONE')).result)).toEqual({ IMPORTED: size });
    const [people] = await query(
      `SELECT count(*)::int AS people, count(*) FILTER (WHERE display_name LIKE $2 || ' %')::int AS last, count(manager_id)::int AS managed,
         (SELECT count(*)::int FROM affiliation a JOIN person q ON q.id = a.person_id WHERE a.valid_to IS NULL AND q.employee_number LIKE $1) AS affiliations
       FROM person WHERE employee_number LIKE $1`,
      [`R${round}P%`, refused === first ? 'First' : 'Second'],
    );
    const everybody = size * 1.5;
    expect(people).toEqual({ people: everybody, last: size, managed: everybody * 0.9, affiliations: everybody });
  }
  const doubled = await query(
    `SELECT name_key FROM department GROUP BY parent_id, name_key HAVING count(*) > 1 UNION ALL SELECT name_key FROM job_position GROUP BY name_key HAVING count(*) > 1`,
  );
  expect(doubled).toEqual([]);
});

test('two assignments of one plan to the same people, committed at once: one enrollment each, with both causes [L35, 2.6]', async () => {
  const people = await buildPeople(servers[0].services.database, world.organizationId, Array.from({ length: 900 }, () => ({})));
  for (let round = 0; round < rounds; round++) {
    const planId = await buildPlan(servers[0].services.database, world.caller, { milestones: [{ items: [world.course.id] }] });
    const first = await beginAssignment(admins[0], planId, people.slice(0, 600));
    const second = await beginAssignment(admins[1], planId, people.slice(300));
    const { accepted, refused } = await commitBoth(first, second);
    expect(asCounts((await whenIn(accepted, 'DONE')).result)).toEqual({ APPLIED: 600 });
    expect(await commitUntilAccepted(refused)).toEqual({ APPLIED: 300, MERGED: 300 });
    expect(asCounts((await whenIn(refused, 'DONE')).result)).toEqual({ APPLIED: 300, MERGED: 300 });
    const causes = await query(
      `SELECT causes::int, count(*)::int AS people FROM (SELECT e.person_id, count(*) AS causes FROM enrollment e
         JOIN enrollment_source s ON s.enrollment_id = e.id WHERE e.plan_id = $1 GROUP BY e.person_id, e.id) x GROUP BY 1 ORDER BY 1`,
      [planId],
    );
    expect(causes).toEqual([{ causes: 1, people: 600 }, { causes: 2, people: 300 }]);
    const [counted] = await query(`SELECT (SELECT count(*)::int FROM enrollment WHERE plan_id = $1) AS enrollments, (SELECT sum(people)::int FROM status_count WHERE subject_id = $1) AS counted`, [planId]);
    expect(counted).toEqual({ enrollments: 900, counted: 900 });
  }
});

test('two assignments of one plan to different people do not hinder each other', async () => {
  const people = await buildPeople(servers[0].services.database, world.organizationId, Array.from({ length: 40 }, () => ({})));
  const planId = await buildPlan(servers[0].services.database, world.caller, { milestones: [{ items: [world.course.id] }] });
  const halves = [await beginAssignment(admins[0], planId, people.slice(0, 20)), await beginAssignment(admins[1], planId, people.slice(20))] as const;
  expect(await Promise.all([commit(admins[0], halves[0]), commit(admins[1], halves[1])])).toEqual(['Operation', 'Operation']);
  for (const id of halves) expect(asCounts((await whenIn(id, 'DONE')).result)).toEqual({ APPLIED: 20 });
});
