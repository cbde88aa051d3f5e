import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AudienceExpression } from '@milepost/domain';
import { assignPlan } from './features/assignments/assignment.factory.ts';
import { buildCatalog } from './features/catalogs/catalog.factory.ts';
import { evaluateEnrollments, readEvaluations } from './features/enrollments/index.ts';
import { buildDynamicGroup, buildStaticGroup } from './features/groups/group.factory.ts';
import { buildCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { carryOutAsSeen } from './features/operations/operation.factory.ts';
import { buildPeople, type BuiltPerson, type PersonOverrides } from './features/people-import/person.factory.ts';
import { eventually } from './platform/testing/eventually.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';

/* Those from whom a plan was taken and who have done it since (S5, S6): what is kept of them follows what they can find. A worker does what follows. */
let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase);
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  server.services.database.write(world.admin, (transaction) => transaction.query<Row>(sql, parameters));

/** A plan that was taken from people two days ago; of its course they have done everything since. */
async function takeFrom(people: readonly BuiltPerson[]): Promise<string> {
  const { database } = server.services;
  const course = await buildCourse(database, world.organizationId, { modules: 1 });
  const planId = await buildPlan(database, world.caller, { milestones: [{ items: [course.id] }] });
  await assignPlan(database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: people.map(({ id }) => id) as never } });
  const { previewUnassign } = await admin.ask<{ previewUnassign: { id: string } }>('mutation ($input: PreviewUnassignInput!) { previewUnassign(input: $input) { ... on Operation { id } } }', {
    input: { planId, personIds: people.map(({ id }) => id), reason: 'Tried' },
  });
  await carryOutAsSeen(database, world.caller, previewUnassign.id);
  // What is done on the very day on which it was taken away counts as done before.
  await query(`UPDATE enrollment_source s SET valid_from = s.valid_from - interval '3 days', valid_to = s.valid_to - interval '2 days' FROM enrollment e WHERE e.id = s.enrollment_id AND e.plan_id = $1`, [planId]);
  await query(
    `INSERT INTO completion_fact (organization_id, id, person_id, learning_object_id, kind, completed_on, recorded_at, origin, created_at)
     SELECT $1, gen_random_uuid(), p.id, $2, 'COURSE', (now() AT TIME ZONE p.time_zone)::date, now(), 'MANUAL', now() FROM person p WHERE p.id = ANY ($3::uuid[])`,
    [world.organizationId, course.id, people.map(({ id }) => id)],
  );
  await server.services.database.write(world.admin, async (transaction) => {
    await evaluateEnrollments(transaction, (await transaction.query<{ id: string }>('SELECT id FROM enrollment WHERE plan_id = $1', [planId])).map(({ id }) => id));
  });
  return planId;
}

const newPeople = (...overrides: PersonOverrides[]): Promise<BuiltPerson[]> => buildPeople(server.services.database, world.organizationId, overrides);

/** What is kept of whom, by their ids. */
async function kept(planId: string): Promise<Record<string, string>> {
  const rows = await query<{ id: string; status: string; class: string | null }>(
    'SELECT e.person_id AS id, s.status, s.completion_class AS class FROM standing s JOIN enrollment e ON e.id = s.enrollment_id WHERE e.plan_id = $1',
    [planId],
  );
  return Object.fromEntries(rows.map(({ id, status, class: completionClass }) => [id, completionClass ? `${status} ${completionClass}` : status]));
}

/** Nothing follows any more. */
const quiet = (): Promise<unknown> =>
  eventually('nothing is left to do', async () => (await testDatabase.asOwner<{ n: number }>('SELECT count(*)::int AS n FROM graphile_worker._private_jobs WHERE run_at <= now()'))[0]!.n === 0);

/** How many are kept otherwise than the evaluator says of them at this moment. */
async function drift(planId: string): Promise<number> {
  return server.services.database.read(world, async (transaction) => {
    const stored = new Map(
      (await transaction.query<{ id: string; status: string }>('SELECT e.id, s.status FROM standing s JOIN enrollment e ON e.id = s.enrollment_id WHERE e.plan_id = $1', [planId])).map(({ id, status }) => [id, status]),
    );
    const evaluations = await readEvaluations(transaction, [...stored.keys()]);
    return evaluations.flatMap(({ enrollmentIds, standing }) => enrollmentIds.filter((id) => stored.get(id) !== standing.status)).length;
  });
}

async function show(planId: string, settings: object): Promise<void> {
  const { learningPlan } = await admin.ask<{ learningPlan: { rowVersion: number } }>('query ($id: ID!) { learningPlan(id: $id) { rowVersion } }', { id: planId });
  await admin.ask('mutation ($input: SetPlanVisibleRangeInput!) { setPlanVisibleRange(input: $input) { __typename } }', { input: { planId, rowVersion: learningPlan.rowVersion, ...settings } });
}

const SELF = 'COMPLETED SELF';
const only = (...people: readonly BuiltPerson[]): AudienceExpression => ({ kind: 'PEOPLE', personIds: people.map(({ id }) => id as never) });

/** Waits until everything has followed, and looks that what is kept is what is true. */
async function settled(planId: string): Promise<Record<string, string>> {
  await quiet();
  expect(await drift(planId)).toBe(0);
  return kept(planId);
}

test('the visible range comes to hold one of two: that one has completed it; what is completed stays when the range is narrowed [S5, S6]', async () => {
  const [found, other] = (await newPeople({}, {})) as [BuiltPerson, BuiltPerson];
  const planId = await takeFrom([found, other]);
  expect(await settled(planId)).toEqual({ [found.id]: 'WITHDRAWN', [other.id]: 'WITHDRAWN' });
  await show(planId, { visibleRange: only(found) });
  expect(await settled(planId)).toEqual({ [found.id]: SELF, [other.id]: 'WITHDRAWN' });
  await show(planId, { visibleRange: null });
  expect(await settled(planId)).toEqual({ [found.id]: SELF, [other.id]: 'WITHDRAWN' });
});

test('a plan that is not shown is found by nobody, up to the moment at which it is shown [S5, S6]', async () => {
  const [person] = (await newPeople({})) as [BuiltPerson];
  const planId = await takeFrom([person]);
  await show(planId, { visibleRange: { kind: 'EVERYONE' }, displayOnFrontEnd: false });
  expect(await settled(planId)).toEqual({ [person.id]: 'WITHDRAWN' });
  await show(planId, { displayOnFrontEnd: true });
  expect(await settled(planId)).toEqual({ [person.id]: SELF });
});

test('a catalog: for others, for them, and with the plan in it [S5, S6, L45]', async () => {
  const [person] = (await newPeople({})) as [BuiltPerson];
  const [entered, aimed] = [await takeFrom([person]), await takeFrom([person])];
  const catalogId = await buildCatalog(server.services.database, world.caller, { audience: only(world.learner), planIds: [aimed] });
  expect(await settled(aimed)).toEqual({ [person.id]: 'WITHDRAWN' });
  const { catalog } = await admin.ask<{ catalog: { rowVersion: number } }>('query ($id: ID!) { catalog(id: $id) { rowVersion } }', { id: catalogId });
  await admin.ask('mutation ($input: UpdateCatalogInput!) { updateCatalog(input: $input) { __typename } }', { input: { catalogId, rowVersion: catalog.rowVersion, audience: only(person) } });
  expect(await settled(aimed)).toEqual({ [person.id]: SELF });
  expect(await settled(entered)).toEqual({ [person.id]: 'WITHDRAWN' });
  await admin.ask('mutation ($input: CatalogFillingInput!) { addToCatalogs(input: $input) { __typename } }', { input: { catalogIds: [catalogId], planIds: [entered] } });
  expect(await settled(entered)).toEqual({ [person.id]: SELF });
});

async function update(person: BuiltPerson, changes: object): Promise<void> {
  const { person: read } = await admin.ask<{ person: { rowVersion: number } }>('query ($id: ID!) { person(id: $id) { rowVersion } }', { id: person.id });
  const { updatePerson } = await admin.ask<{ updatePerson: { __typename: string } }>('mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { __typename } }', {
    input: { personId: person.id, rowVersion: read.rowVersion, ...changes },
  });
  expect(updatePerson.__typename).toBe('Person');
}

test('what is known of a person: their department, and their language, by a group with a rule too [S5, S6]', async () => {
  const { database } = server.services;
  const [mover, speaker] = (await newPeople({ department: ['Workshop'], locale: 'en' }, { department: ['Workshop'], locale: 'en' })) as [BuiltPerson, BuiltPerson];
  const [byDepartment, byGroup] = [await takeFrom([mover, speaker]), await takeFrom([mover, speaker])];
  await show(byDepartment, { visibleRange: { kind: 'DEPARTMENTS', departmentIds: [world.ids.department], includeSubDepartments: true } });
  const speakers = await buildDynamicGroup(database, world.caller, { kind: 'LANGUAGES', languages: ['fi'] });
  await show(byGroup, { visibleRange: { kind: 'GROUPS', groupIds: [speakers] } });
  expect([await settled(byDepartment), await settled(byGroup)]).toEqual([byDepartment, byGroup].map(() => ({ [mover.id]: 'WITHDRAWN', [speaker.id]: 'WITHDRAWN' })));
  await update(mover, { departmentId: world.ids.department });
  await update(speaker, { locale: 'fi' });
  expect(await settled(byDepartment)).toEqual({ [mover.id]: SELF, [speaker.id]: 'WITHDRAWN' });
  expect(await settled(byGroup)).toEqual({ [mover.id]: 'WITHDRAWN', [speaker.id]: SELF });
});

test('a department that moves with its people, and a group that is joined by hand [S5, S6]', async () => {
  const { database } = server.services;
  const [person] = (await newPeople({ department: ['Stores'] })) as [BuiltPerson];
  const [byDepartment, byGroup] = [await takeFrom([person]), await takeFrom([person])];
  await show(byDepartment, { visibleRange: { kind: 'DEPARTMENTS', departmentIds: [world.ids.department], includeSubDepartments: true } });
  const groupId = await buildStaticGroup(database, world.caller);
  await show(byGroup, { visibleRange: { kind: 'GROUPS', groupIds: [groupId] } });
  expect([await settled(byDepartment), await settled(byGroup)]).toEqual([{ [person.id]: 'WITHDRAWN' }, { [person.id]: 'WITHDRAWN' }]);
  const [stores] = await query<{ rowVersion: number }>('SELECT row_version AS "rowVersion" FROM department WHERE id = $1', [person.departmentId]);
  await admin.ask('mutation ($input: MoveDepartmentInput!) { moveDepartment(input: $input) { __typename } }', {
    input: { departmentId: person.departmentId, parentId: world.ids.department, rowVersion: stores!.rowVersion },
  });
  expect(await settled(byDepartment)).toEqual({ [person.id]: SELF });
  await admin.ask('mutation ($input: GroupMembersInput!) { addGroupMembers(input: $input) { __typename } }', { input: { groupId, personIds: [person.id] } });
  expect(await settled(byGroup)).toEqual({ [person.id]: SELF });
});

test('more than one part of them: everybody who finds it, once [S5]', async () => {
  const people = await newPeople(...Array.from({ length: 260 }, () => ({})));
  const planId = await takeFrom(people);
  const hidden = people[0]!;
  await show(planId, { visibleRange: { kind: 'NOT', operand: only(hidden) } });
  expect(await settled(planId)).toEqual(Object.fromEntries(people.map((person) => [person.id, person === hidden ? 'WITHDRAWN' : SELF])));
  const [facts] = await query<{ n: number }>('SELECT count(*)::int AS n FROM completion_fact WHERE plan_id = $1', [planId]);
  expect(facts!.n).toBe(259);
});
