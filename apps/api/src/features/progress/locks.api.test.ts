import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../platform/database/new-id.ts';
import { openFileStore } from '../../platform/files/file-store.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { buildApiClient } from '../access/caller.factory.ts';
import { assignPlan } from '../assignments/assignment.factory.ts';
import { buildCourse, type BuiltCourse } from '../learning-objects/course.factory.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { buildPerson, type BuiltPerson } from '../people-import/person.factory.ts';

let database: TestDatabase;
let server: TestServer;
let world: World;

beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer(database, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
});

afterAll(async () => {
  await server.stop();
  await database.close();
});

interface Player {
  readonly lockedBecause: string | null;
  readonly lockedIn: string | null;
  readonly modules: readonly { readonly id: string; readonly article: string | null; readonly fileUrl: string | null; readonly lockedBecause: string | null; readonly lockedIn: string | null }[];
}

/** A learner whose plan opens the second course only after the first. */
interface Stage {
  readonly learner: BuiltPerson;
  readonly session: TestSession;
  readonly first: BuiltCourse;
  readonly second: BuiltCourse;
}

async function setStage(): Promise<Stage> {
  const data = server.services.database;
  const [first, second] = [await buildCourse(data, world.organizationId), await buildCourse(data, world.organizationId, { modules: 2 })];
  const learner = await buildPerson(data, world.organizationId);
  const planId = await buildPlan(data, world.caller, { milestoneOrderEnforced: true, milestones: [{ name: 'Before', items: [first.id] }, { name: 'After', items: [second.id] }] });
  await give(planId, learner);
  return { learner, session: await server.signInAs(learner), first, second };
}

const give = (planId: string, learner: BuiltPerson): Promise<string> =>
  assignPlan(server.services.database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [learner.id as never] } });

async function open(session: TestSession, id: string): Promise<Player> {
  const { myCourse } = await session.ask<{ myCourse: Player }>('query ($id: ID!) { myCourse(id: $id) { lockedBecause lockedIn modules { id article fileUrl lockedBecause lockedIn } } }', { id });
  return myCourse;
}

async function report(session: TestSession, moduleId: string, courseId?: string): Promise<unknown> {
  const { recordProgress } = await session.ask<{ recordProgress: { __typename: string; problems?: { code: string }[] } }>(
    'mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename ... on Refusal { problems { code } } } }',
    { input: { moduleId, courseId, at: new Date().toISOString(), viewed: 1, reachedEnd: true, confirmed: true } },
  );
  return recordProgress.problems?.[0]?.code ?? recordProgress.__typename;
}

/** A course around modules that exist already. */
async function courseAround(moduleIds: readonly string[]): Promise<string> {
  const course = await buildCourse(server.services.database, world.organizationId, { modules: 1 });
  await server.services.database.write(world.admin, (transaction) =>
    transaction.query(
      `INSERT INTO course_module (organization_id, course_id, module_id, position) SELECT $1, $2, id::uuid, 10 + n FROM unnest($3::uuid[]) WITH ORDINALITY AS m (id, n)`,
      [world.organizationId, course.id, moduleIds],
    ),
  );
  return course.id;
}

describe('a module of a course that is not open yet [L11, O3]', () => {
  test('is as locked by its own id as in its course: nothing of it is shown or recorded, and it opens with the course', async () => {
    const { session, first, second } = await setStage();
    const [moduleId] = second.moduleIds as [string];
    const byCourse = await open(session, second.id);
    expect(byCourse).toMatchObject({ lockedBecause: expect.stringContaining('Before'), modules: [{ article: null }, { article: null }] });
    expect(await open(session, moduleId)).toMatchObject({ lockedBecause: byCourse.lockedBecause, modules: [{ article: null }] });
    expect(await report(session, moduleId, second.id)).toBe('LOCKED');
    expect(await report(session, moduleId)).toBe('LOCKED');

    expect(await report(session, first.moduleIds[0]!, first.id)).toBe('LearnerCourse');
    expect(await open(session, moduleId)).toMatchObject({ lockedBecause: null, modules: [{ article: 'Read me.' }] });
    expect(await report(session, moduleId)).toBe('LearnerCourse');
  });

  test('cannot be come to through another course: not one that does not hold it, nor one that no plan opens', async () => {
    const { session, first, second } = await setStage();
    const [moduleId] = second.moduleIds as [string];
    expect(await report(session, moduleId, first.id)).toBe('NOT_FOUND');
    const around = await courseAround([moduleId]);
    const seen = await open(session, around);
    expect(seen.lockedBecause).toBeNull();
    expect(seen.modules.map(({ id, article, lockedBecause }) => [id === moduleId, article, lockedBecause === null])).toEqual([
      [false, 'Read me.', true],
      [true, null, false],
    ]);
    expect(await report(session, moduleId, around)).toBe('LOCKED');
    expect(await report(session, seen.modules[0]!.id, around)).toBe('LearnerCourse');
  });

  test('tells what comes first by its name, and in which plan', async () => {
    const data = server.services.database;
    const [first, second] = [await buildCourse(data, world.organizationId, { name: 'Lifting' }), await buildCourse(data, world.organizationId)];
    const learner = await buildPerson(data, world.organizationId);
    await give(await buildPlan(data, world.caller, { milestones: [{ itemOrderEnforced: true, items: [first.id, second.id] }] }), learner);
    const session = await server.signInAs(learner);
    const seen = await open(session, second.id);
    expect(seen).toMatchObject({ lockedBecause: 'First do Lifting.', modules: [{ lockedBecause: 'First do Lifting.', lockedIn: seen.lockedIn }] });
    const { myPlan } = await session.ask<{ myPlan: unknown }>('query ($id: ID!) { myPlan(enrollmentId: $id) { next { learningObjectId } } }', { id: seen.lockedIn });
    expect(myPlan).toEqual({ next: { learningObjectId: first.id } });
    expect(await open(session, first.id)).toMatchObject({ lockedBecause: null, lockedIn: null });
  });

  test('is open to whom another plan opens it', async () => {
    const { session, learner, second } = await setStage();
    const [moduleId] = second.moduleIds as [string];
    const around = await courseAround([moduleId]);
    await give(await buildPlan(server.services.database, world.caller, { milestones: [{ items: [around] }] }), learner);
    expect(await open(session, moduleId)).toMatchObject({ lockedBecause: null, modules: [{ article: 'Read me.' }] });
    expect(await report(session, moduleId, around)).toBe('LearnerCourse');
    expect(await report(session, second.moduleIds[1]!)).toBe('LOCKED');
  });
});

describe('the file of a module', () => {
  /** Puts a file behind a module; answers its id. */
  async function withFile(moduleId: string, purpose = 'MODULE'): Promise<string> {
    const id = newId();
    const storageKey = `${world.organizationId}/${id}`;
    const path = (await openFileStore(server.config.dataDir)).pathOf(storageKey);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, 'what is in the file');
    await server.services.database.write(world.admin, async (transaction) => {
      await transaction.query(
        `INSERT INTO stored_file (organization_id, id, name, media_type, size, sha256, storage_key, purpose) VALUES ($1, $2, 'a.pdf', 'application/pdf', 19, '\\x00', $3, $4)`,
        [world.organizationId, id, storageKey, purpose],
      );
      await transaction.query(`UPDATE learning_object SET content_kind = 'DOCUMENT', file_id = $2, article = NULL WHERE id = $1`, [moduleId, id]);
    });
    return id;
  }
  const statusOf = async (client: Pick<TestSession, 'send'>, id: string): Promise<number> => (await client.send('GET', `/files/${id}`)).status;

  test('is read by whoever may open the module, and from the moment on at which they may', async () => {
    const { session, first, second } = await setStage();
    const id = await withFile(second.moduleIds[0]!);
    expect(await statusOf(session, id)).toBe(404);
    expect(await statusOf(await server.signInAs(world.admin), id)).toBe(200);
    await report(session, first.moduleIds[0]!, first.id);
    expect(await statusOf(session, id)).toBe(200);
    await server.services.database.write(world.admin, (transaction) => transaction.query(`UPDATE learning_object SET status = 'RETIRED' WHERE id = $1`, [second.moduleIds[0]]));
    expect(await statusOf(session, id)).toBe(200);
  });

  test('is read by nobody else: not of a draft, not of an import, not by a key without content, not by another organization', async () => {
    const { session, first } = await setStage();
    const id = await withFile(first.moduleIds[0]!);
    expect(await statusOf(session, id)).toBe(200);
    expect(await statusOf(server.anonymous(), id)).toBe(404);
    const keyFor = async (scope: 'read:progress' | 'read:content') =>
      server.withKey((await buildApiClient(server.services.database, world.caller, { scopes: [scope] })).key);
    expect(await statusOf(await keyFor('read:progress'), id)).toBe(404);
    expect(await statusOf(await keyFor('read:content'), id)).toBe(200);
    const other = await buildWorld(server.services.database, 'Other');
    expect(await statusOf(await server.signInAs(other.admin), id)).toBe(404);
    expect(await statusOf(await server.signInAs(other.learner), id)).toBe(404);
    await server.services.database.write(world.admin, (transaction) => transaction.query(`UPDATE learning_object SET status = 'DRAFT' WHERE id = $1`, [first.moduleIds[0]]));
    expect(await statusOf(session, id)).toBe(404);
    const imported = await withFile((await setStage()).first.moduleIds[0]!, 'IMPORT');
    expect(await statusOf(session, imported)).toBe(404);
    expect(await statusOf(await server.signInAs(world.admin), imported)).toBe(404);
  });
});
