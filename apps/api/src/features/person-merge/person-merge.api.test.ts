import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestClient } from '../../platform/testing/graphql-client.ts';
import type { TestSocket } from '../../platform/testing/socket-client.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { buildGrant } from '../access/caller.factory.ts';
import { assignPlan, carryOut } from '../assignments/assignment.factory.ts';
import { buildCourse, type BuiltCourse } from '../learning-objects/course.factory.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';

let now = new Date('2027-06-01T10:00:00Z');
let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestClient;
let course: BuiltCourse;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => now);
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
  course = await buildCourse(server.services.database, world.organizationId, { name: 'Fire safety', modules: 1 });
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const later = () => (now = new Date(now.getTime() + 3_600_000));
const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  server.services.database.write({ organizationId: world.organizationId }, (transaction) => transaction.query<Row>(sql, parameters));

interface Twins {
  readonly old: BuiltPerson;
  readonly kept: BuiltPerson;
  readonly report: BuiltPerson;
  /** Both have it. */
  readonly shared: string;
  /** Only the old record has it, complete. */
  readonly own: string;
  readonly groupId: string;
}

/** Two records of one person: the old one has completed a plan, is in a group, has a report, an individual date, and a right. */
async function buildTwins(): Promise<Twins> {
  const { database } = server.services;
  const [old, kept, report] = (await buildPeople(database, world.organizationId, [{ displayName: 'Mia Chen (old)' }, { displayName: 'Mia Chen' }, { displayName: 'Rudi Report' }])) as [BuiltPerson, BuiltPerson, BuiltPerson];
  const assign = async (people: readonly BuiltPerson[], name: string): Promise<string> => {
    const planId = await buildPlan(database, world.caller, { name, milestones: [{ items: [course.id] }] });
    for (const person of people) {
      await assignPlan(database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [person.id as never] }, dueRule: { kind: 'FIXED', date: '2027-12-01' } as never });
    }
    return planId;
  };
  const [shared, own] = [await assign([old, kept], 'Shared'), await assign([old], 'Own')];
  const session = await server.signInAs(old);
  await session.ask('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', {
    input: { moduleId: course.moduleIds[0], courseId: course.id, at: now.toISOString(), viewed: 1, reachedEnd: true, confirmed: true },
  });
  const [group] = await query<{ id: string }>(`INSERT INTO person_group (organization_id, id, name, name_key, kind) SELECT $1, n.id, n.id::text, n.id::text, 'STATIC' FROM (SELECT gen_random_uuid() AS id) n RETURNING id`, [world.organizationId]);
  await query(`INSERT INTO group_membership (organization_id, id, group_id, person_id, valid_from, cause) VALUES ($1, gen_random_uuid(), $2, $3, '2027-01-01', 'BY_HAND')`, [world.organizationId, group!.id, old.id]);
  await query('UPDATE person SET manager_id = $1 WHERE id = $2', [old.id, report.id]);
  await buildGrant(database, old, 'AUDITOR');
  later();
  return { old, kept, report, shared, own, groupId: group!.id };
}

interface Operation {
  readonly __typename: string;
  readonly id: string;
  readonly previewHash: string;
  readonly state: string;
  readonly counts: readonly { readonly class: string; readonly rows: number }[];
  readonly problems?: readonly { readonly code: string; readonly message: string }[];
}
const parts = '__typename ... on Operation { id previewHash state counts { class rows } } ... on Refusal { problems { code message } }';

async function preview(fromId: string, intoId: string, client: TestClient = admin): Promise<Operation> {
  return (await client.ask<{ found: Operation }>(`mutation ($input: PreviewPersonMergeInput!) { found: previewPersonMerge(input: $input) { ${parts} } }`, { input: { fromId, intoId } })).found;
}

async function commit({ id, previewHash }: Operation): Promise<string> {
  const { found } = await admin.ask<{ found: Operation }>(`mutation ($input: CommitOperationInput!) { found: commitOperation(input: $input) { __typename } }`, { input: { operationId: id, previewHash } });
  if (found.__typename === 'Operation') await carryOut(server.services.database, world.organizationId, id);
  later();
  return found.__typename;
}

const countOf = ({ counts }: Operation, name: string): number => counts.find((each) => each.class === name)?.rows ?? 0;
const standings = async (person: BuiltPerson): Promise<Record<string, string>> =>
  Object.fromEntries((await query<{ name: string; status: string }>('SELECT l.name, s.status FROM enrollment e JOIN standing s ON s.enrollment_id = e.id JOIN learning_plan l ON l.id = e.plan_id WHERE e.person_id = $1', [person.id])).map(({ name, status }) => [name, status]));

test('two records of one person become one: nothing is lost, what both have counts once, and the old id leads to the survivor [2.1, 2.6]', async () => {
  const { old, kept, report, shared, groupId } = await buildTwins();
  expect(await standings(kept)).toEqual({ Shared: 'NOT_STARTED' });
  const previewed = await preview(old.id, kept.id);
  expect(countOf(previewed, 'UNITED')).toBe(1);
  expect(countOf(previewed, 'READ_THROUGH')).toBeGreaterThan(0);
  expect(await commit(previewed)).toBe('Operation');

  // What was done under the old record counts for the survivor, in what both had and in what only the old one had.
  expect(await standings(kept)).toEqual({ Shared: 'COMPLETED', Own: 'COMPLETED' });
  expect(await standings(old)).toEqual({ Shared: 'WITHDRAWN', Own: 'WITHDRAWN' });
  const { planProgress } = await admin.ask<{ planProgress: { total: number } }>('query ($id: ID!) { planProgress(planId: $id) { total } }', { id: shared });
  expect(planProgress.total).toBe(1);

  const { person } = await admin.ask<{ person: Record<string, unknown> & { memberships: { edges: { node: { group: { id: string } } }[] }; history: { edges: { node: { kind: string } }[] } } }>(
    'query ($id: ID!) { person(id: $id) { id displayName mergedRecords { id displayName } memberships(first: 10) { edges { node { group { id } } } } history(first: 100) { edges { node { kind about } } } } }',
    { id: old.id },
  );
  expect(person).toMatchObject({ id: kept.id, displayName: 'Mia Chen', mergedRecords: [{ id: old.id, displayName: 'Mia Chen (old)' }] });
  expect(person.memberships.edges.map(({ node }) => node.group.id)).toEqual([groupId]);
  const told = person.history.edges.map(({ node }) => node.kind);
  expect(told).toEqual(expect.arrayContaining(['RECORD_MERGED', 'LEARNING_GIVEN', 'GROUP_JOINED']));
  // What the merge itself did to the old record happened to nobody.
  expect(told).not.toEqual(expect.arrayContaining(['STATUS']));
  expect(told.filter((kind) => kind === 'LEARNING_ENDED')).toEqual([]);
  const { enrollments } = await admin.ask<{ enrollments: { edges: { node: { person: { id: string } } }[] } }>('query ($id: ID!) { enrollments(first: 10, filter: { personId: $id }) { edges { node { person { id } } } } }', { id: old.id });
  expect(enrollments.edges.map(({ node }) => node.person.id)).toEqual([kept.id, kept.id]);
  const { people } = await admin.ask<{ people: { edges: { node: { id: string } }[] } }>('{ people(first: 100) { edges { node { id } } } }');
  expect(people.edges.map(({ node }) => node.id)).not.toContain(old.id);
  expect(await query('SELECT manager_id FROM person WHERE id = $1', [report.id])).toEqual([{ manager_id: kept.id }]);
  expect(await query('SELECT role FROM admin_grant WHERE person_id = $1 AND valid_to IS NULL', [kept.id])).toEqual([{ role: 'AUDITOR' }]);
  expect(await query('SELECT role FROM admin_grant WHERE person_id = $1 AND valid_to IS NULL', [old.id])).toEqual([]);
});

test('whoever was signed in by the old record goes on as the survivor, by the old password too [2.1]', async () => {
  const { old, kept } = await buildTwins();
  const open = await server.signInAs(old);
  expect(await commit(await preview(old.id, kept.id))).toBe('Operation');
  const { updateMyProfile } = await open.ask<{ updateMyProfile: { id: string } }>('mutation { updateMyProfile(input: { locale: "en" }) { ... on Person { id } } }');
  expect(updateMyProfile.id).toBe(kept.id);
  const [found] = await query<{ count: number }>('SELECT count(*)::int FROM auth.find_sign_in((SELECT employee_number_key FROM person WHERE id = $1), (SELECT email_key FROM person WHERE id = $1))', [old.id]);
  expect(found!.count).toBe(1);
});

test('open sockets of both records hear of the merge at once: each connects again as the survivor, and misses nothing since its cursor [2.1, L17]', async () => {
  const { old, kept } = await buildTwins();
  // A right that moves with the record would tell the survivor's socket anyway.
  await query('UPDATE admin_grant SET valid_to = $2 WHERE person_id = $1', [old.id, now]);
  const sessions: { session: TestSession; socket: TestSocket; cursor: string }[] = [];
  for (const person of [kept, old]) {
    const session = await server.signInAs(person);
    const socket = await session.socket();
    const { data } = await socket.first<{ data: { myLearning: { cursor: string } } }>(socket.subscribe('{ myLearning { cursor } }'));
    socket.subscribe('subscription { myLearningChanged { cursor } }');
    sessions.push({ session, socket, cursor: data.myLearning.cursor });
  }
  expect(await commit(await preview(old.id, kept.id))).toBe('Operation');
  for (const { session, socket, cursor } of sessions) {
    expect((await socket.whenClosed(5)).code).toBe(4205);
    const again = await session.socket();
    const changed = await again.first<{ data: { myLearningChanged: { enrollmentIds: string[] } } }>(again.subscribe('subscription ($after: Cursor) { myLearningChanged(after: $after) { enrollmentIds } }', { after: cursor }));
    expect(changed.data.myLearningChanged.enrollmentIds).not.toEqual([]);
    const { data } = await again.first<{ data: { viewer: { id: string }; myLearning: { plans: { name: string; status: string }[] } } }>(again.subscribe('{ viewer { id } myLearning { plans { name status } } }'));
    expect(data.viewer.id).toBe(kept.id);
    expect(data.myLearning.plans.map(({ name, status }) => `${name} ${status}`).sort()).toEqual(['Own COMPLETED', 'Shared COMPLETED']);
    again.cut();
  }
});

test('a merge is taken apart again: both are as they were, and what was done since stays with the survivor [2.0.6, 2.1]', async () => {
  const { old, kept, report, groupId } = await buildTwins();
  const merge = await preview(old.id, kept.id);
  await commit(merge);
  const { found: undo } = await admin.ask<{ found: Operation }>(`mutation ($input: PreviewUndoInput!) { found: previewUndo(input: $input) { ${parts} } }`, { input: { operationId: merge.id } });
  expect(countOf(undo, 'TAKEN_BACK')).toBeGreaterThan(0);
  expect(countOf(undo, 'LEFT_CHANGED_SINCE')).toBe(0);
  expect(await commit(undo)).toBe('Operation');
  expect(await standings(old)).toEqual({ Shared: 'COMPLETED', Own: 'COMPLETED' });
  expect(await standings(kept)).toEqual({ Shared: 'NOT_STARTED', Own: 'WITHDRAWN' });
  expect(await query('SELECT status, merged_into_id FROM person WHERE id = $1', [old.id])).toEqual([{ status: 'ACTIVE', merged_into_id: null }]);
  expect(await query('SELECT manager_id FROM person WHERE id = $1', [report.id])).toEqual([{ manager_id: old.id }]);
  expect(await query('SELECT person_id FROM group_membership WHERE group_id = $1 AND valid_to IS NULL', [groupId])).toEqual([{ person_id: old.id }]);
  expect(await query('SELECT person_id FROM admin_grant WHERE person_id = ANY ($1) AND valid_to IS NULL', [[old.id, kept.id]])).toEqual([{ person_id: old.id }]);
});

test('a record that was merged is merged no further, and leads on where the survivor is merged [2.1]', async () => {
  const [first, second] = [await buildTwins(), await buildTwins()];
  await commit(await preview(first.old.id, first.kept.id));
  expect(await preview(first.old.id, second.kept.id)).toMatchObject({ __typename: 'InputRefused', problems: [{ code: 'MERGED_ALREADY' }] });
  expect(await commit(await preview(first.kept.id, second.kept.id))).toBe('Operation');
  const { person } = await admin.ask<{ person: { id: string } }>('query ($id: ID!) { person(id: $id) { id } }', { id: first.old.id });
  expect(person.id).toBe(second.kept.id);
  expect(await standings(second.kept)).toEqual({ Shared: 'COMPLETED', Own: 'COMPLETED' });
});

test('the same record, somebody who left, oneself and rights beyond one’s own are refused; what changed meanwhile makes the preview stale [2.6, 2.11]', async () => {
  const { old, kept } = await buildTwins();
  expect(await preview(kept.id, kept.id)).toMatchObject({ problems: [{ code: 'MERGED_WITH_ITSELF' }] });
  expect(await preview(world.admin.id, kept.id)).toMatchObject({ problems: [{ code: 'NOT_ONESELF' }] });
  const stale = await preview(old.id, kept.id);
  await query('UPDATE person SET row_version = row_version + 1 WHERE id = $1', [old.id]);
  expect(await commit(stale)).toBe('StalePreview');
  const [sub] = (await buildPeople(server.services.database, world.organizationId, [{ displayName: 'Sub Admin' }])) as [BuiltPerson];
  await buildGrant(server.services.database, sub, 'SUB_ADMIN');
  const subAdmin = await server.signInAs(sub);
  expect(await preview(old.id, world.admin.id, subAdmin)).toMatchObject({ __typename: 'NotAllowed' });
  await query(`UPDATE person SET status = 'LEFT' WHERE id = $1`, [kept.id]);
  expect(await preview(old.id, kept.id)).toMatchObject({ problems: [{ code: 'MERGED_INTO_LEFT' }] });
  const learner = await server.signInAs(world.learner);
  const { body } = await learner.graphql('mutation ($input: PreviewPersonMergeInput!) { previewPersonMerge(input: $input) { __typename } }', { input: { fromId: old.id, intoId: kept.id } });
  expect(body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
