import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildCaller, buildGrant } from './features/access/caller.factory.ts';
import { assignPlan, carryOut } from './features/assignments/assignment.factory.ts';
import { evaluateEnrollments } from './features/enrollments/index.ts';
import { buildCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { addStep, buildNextVersion, changeStep, dropStep, stepItems, type VersionEdit } from './features/learning-plans/next-version.factory.ts';
import { carryOutAsSeen } from './features/operations/operation.factory.ts';
import { buildPeople, type BuiltPerson } from './features/people-import/person.factory.ts';
import { newId } from './platform/database/new-id.ts';
import type { TestClient } from './platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestClient;
let courses: readonly [string, string, string, string];

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
  const built = [];
  for (const name of ['A', 'B', 'C', 'D']) built.push((await buildCourse(server.services.database, world.organizationId, { name })).id);
  courses = built as never;
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  server.services.database.write({ organizationId: world.organizationId }, (transaction) => transaction.query<Row>(sql, parameters));

/** Records completions of courses, and evaluates what the person has. */
async function complete(person: BuiltPerson, ...names: readonly ('A' | 'B' | 'C' | 'D')[]): Promise<void> {
  for (const name of names) {
    await query(`INSERT INTO completion_fact (organization_id, id, person_id, learning_object_id, kind, completed_on, recorded_at, origin) VALUES ($1, $2, $3, $4, 'COURSE', current_date - 3, now(), 'IMPORT')`, [
      world.organizationId,
      newId(),
      person.id,
      courses['ABCD'.indexOf(name)],
    ]);
  }
  const rows = await query<{ id: string }>('SELECT id FROM enrollment WHERE person_id = $1', [person.id]);
  await server.services.database.write(world.caller, (transaction) => evaluateEnrollments(transaction, rows.map(({ id }) => id)));
}

interface Stage {
  readonly planId: string;
  readonly fresh: BuiltPerson;
  readonly begun: BuiltPerson;
  readonly almost: BuiltPerson;
  readonly done: BuiltPerson;
}

/** A plan of Basics (A, B) and Advanced (C), and four people: with nothing, with A, with A and B, with all. */
async function setStage(): Promise<Stage> {
  const { database } = server.services;
  const [A, B, C] = courses;
  const planId = await buildPlan(database, world.caller, { milestones: [{ name: 'Basics', items: [A, B] }, { name: 'Advanced', items: [C] }] });
  const [fresh, begun, almost, done] = (await buildPeople(database, world.organizationId, [{}, {}, {}, {}])) as [BuiltPerson, BuiltPerson, BuiltPerson, BuiltPerson];
  await assign(planId, fresh, begun, almost, done);
  await complete(begun, 'A');
  await complete(almost, 'A', 'B');
  await complete(done, 'A', 'B', 'C');
  return { planId, fresh, begun, almost, done };
}

const assign = (planId: string, ...people: readonly BuiltPerson[]): Promise<string> =>
  assignPlan(server.services.database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: people.map(({ id }) => id) as never } });

/** Takes the plan away from somebody, as an admin does. */
async function withdraw(planId: string, person: BuiltPerson): Promise<void> {
  const { previewUnassign } = await admin.ask<{ previewUnassign: { id: string } }>('mutation ($input: PreviewUnassignInput!) { previewUnassign(input: $input) { ... on Operation { id } } }', {
    input: { planId, personIds: [person.id], reason: 'Moved on' },
  });
  await carryOutAsSeen(server.services.database, world.caller, previewUnassign.id);
}

const law: VersionEdit = (definition) => addStep('Law', [courses[3]])(definition);

interface Shown {
  readonly __typename: string;
  readonly id: string;
  readonly state: string;
  readonly previewHash: string;
  readonly counts: readonly { readonly class: string; readonly rows: number }[];
  readonly result: readonly { readonly class: string; readonly rows: number }[];
  readonly rows: { readonly edges: readonly { readonly node: { readonly class: string; readonly outcome: string | null; readonly details: { readonly effects: readonly string[]; readonly overridesEnded: readonly object[] } | null; readonly person: { readonly id: string } } }[] };
  readonly operation: Shown;
  readonly problems: readonly { readonly code: string }[];
  readonly planProblems: readonly { readonly code: string }[];
}

const shown = 'id state previewHash counts { class rows } result { class rows } rows(first: 50) { edges { node { class outcome details person { id } } } }';

async function draftRowVersion(planId: string): Promise<number> {
  const [row] = await query<{ version: number }>('SELECT v.row_version AS version FROM learning_plan p JOIN plan_version v ON v.id = p.draft_version_id WHERE p.id = $1', [planId]);
  return row!.version;
}

async function previewAs(client: TestClient, planId: string, choice: string): Promise<Shown> {
  const input = { planId, choice, changeNote: 'The new law', rowVersion: await draftRowVersion(planId) };
  const answer = await client.ask<{ previewPublishVersion: Shown }>(
    `mutation ($input: PreviewPublishVersionInput!) { previewPublishVersion(input: $input) { __typename ... on Operation { ${shown} } ... on PlanNotPublishable { planProblems { code } } ... on InputRefused { problems { code } } } }`,
    { input },
  );
  return answer.previewPublishVersion;
}

async function preview({ planId }: Stage, choice: string, ...edits: readonly VersionEdit[]): Promise<Shown> {
  await buildNextVersion(server.services.database, world.caller, planId, edits);
  return previewAs(admin, planId, choice);
}

async function commit({ id, previewHash }: Shown): Promise<Shown> {
  const { commitOperation } = await admin.ask<{ commitOperation: Shown }>(
    `mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename ... on Operation { ${shown} } ... on StalePreview { operation { ${shown} } } ... on InputRefused { problems { code } } } }`,
    { input: { operationId: id, previewHash } },
  );
  return commitOperation;
}

const look = async (id: string): Promise<Shown> => (await admin.ask<{ operation: Shown }>(`query ($id: ID!) { operation(id: $id) { ${shown} } }`, { id })).operation;

/** Commits and carries out to the end; answers the operation as it is then. */
async function publish(previewed: Shown): Promise<Shown> {
  expect((await commit(previewed)).__typename).toBe('Operation');
  await carryOut(server.services.database, world.organizationId, previewed.id);
  return look(previewed.id);
}

const counted = (counts: Shown['counts']): object => Object.fromEntries(counts.map((each) => [each.class, each.rows]));
const rowOf = (operation: Shown, person: BuiltPerson) => operation.rows.edges.find(({ node }) => node.person.id === person.id)!.node;

/** What somebody has of a plan: each cycle with its version, as `2Δ` where it is only what is new, and status. */
async function standingOf(planId: string, person: BuiltPerson): Promise<string> {
  const rows = await query<{ said: string }>(
    `SELECT concat('v', v.number, CASE WHEN v.delta_from IS NULL THEN '' ELSE 'Δ' END, ' ', s.status, CASE WHEN s.is_current THEN '' ELSE ' former' END) AS said
     FROM enrollment e JOIN standing s ON s.enrollment_id = e.id JOIN plan_version v ON v.id = s.plan_version_id WHERE e.plan_id = $1 AND e.person_id = $2 ORDER BY e.cycle`,
    [planId, person.id],
  );
  return rows.map(({ said }) => said).join(', ');
}

const standings = async ({ planId, fresh, begun, almost, done }: Stage): Promise<readonly string[]> => [await standingOf(planId, fresh), await standingOf(planId, begun), await standingOf(planId, almost), await standingOf(planId, done)];

describe('publishing the next version of a plan', () => {
  test('moves all who are open, tells each what it does to them, and keeps who is complete [V1, V4, X20]', async () => {
    const stage = await setStage();
    const previewed = await preview(stage, 'MOVE_ALL_OPEN', law, changeStep('Basics', (step) => ({ ...step, units: '1' as never, items: stepItems([courses[0]]) })));
    expect(counted(previewed.counts)).toEqual({ GAINS_WORK: 2, LOSES_CREDIT: 1, STAYS_COMPLETE: 1 });
    expect(rowOf(previewed, stage.almost)).toMatchObject({ class: 'LOSES_CREDIT', details: { effects: ['LOSES_CREDIT', 'GAINS_WORK'], progressBefore: 0.5, progressAfter: 0.3333 } });
    expect(await standings(stage)).toEqual(['v1 NOT_STARTED', 'v1 IN_PROGRESS', 'v1 IN_PROGRESS', 'v1 COMPLETED']);
    const done = await publish(previewed);
    expect(counted(done.result)).toEqual(counted(previewed.counts));
    expect(await standings(stage)).toEqual(['v2 NOT_STARTED', 'v2 IN_PROGRESS', 'v2 IN_PROGRESS', 'v1 COMPLETED']);
    const events = await query(`SELECT ids->>'people' AS people FROM event_log WHERE type = 'enrollments.changed' AND ids->>'operationId' = $1`, [previewed.id]);
    expect(events).toEqual([{ people: '3' }]);
  });

  test('completes at once who has done all that is left, and says so beforehand', async () => {
    const stage = await setStage();
    const previewed = await preview(stage, 'MOVE_ALL_OPEN', dropStep('Advanced'));
    expect(counted(previewed.counts)).toEqual({ NO_DIFFERENCE: 2, COMPLETES_AT_ONCE: 1, STAYS_COMPLETE: 1 });
    await publish(previewed);
    expect(await standings(stage)).toEqual(['v2 NOT_STARTED', 'v2 IN_PROGRESS', 'v2 COMPLETED', 'v1 COMPLETED']);
  });

  test('moves nobody if nobody is to be moved; who gets the plan from then on gets the new version, listed with its note [V2]', async () => {
    const stage = await setStage();
    const previewed = await preview(stage, 'PIN', law);
    expect(counted(previewed.counts)).toEqual({ STAYS_ON_VERSION: 3, STAYS_COMPLETE: 1 });
    await publish(previewed);
    expect(await standings(stage)).toEqual(['v1 NOT_STARTED', 'v1 IN_PROGRESS', 'v1 IN_PROGRESS', 'v1 COMPLETED']);
    const [late] = (await buildPeople(server.services.database, world.organizationId, [{}])) as [BuiltPerson];
    await assign(stage.planId, late);
    expect(await standingOf(stage.planId, late)).toBe('v2 NOT_STARTED');
    const { planVersions } = await admin.ask<{ planVersions: object[] }>('query ($id: ID!) { planVersions(planId: $id) { number state changeNote } }', { id: stage.planId });
    expect(planVersions).toEqual([{ number: 2, state: 'PUBLISHED', changeNote: 'The new law' }, { number: 1, state: 'SUPERSEDED', changeNote: null }]);
  });

  test('moves those only who have not begun [V3]', async () => {
    const stage = await setStage();
    const previewed = await preview(stage, 'MOVE_NOT_STARTED', law);
    expect(counted(previewed.counts)).toEqual({ GAINS_WORK: 1, STAYS_ON_VERSION: 2, STAYS_COMPLETE: 1 });
    await publish(previewed);
    expect(await standings(stage)).toEqual(['v2 NOT_STARTED', 'v1 IN_PROGRESS', 'v1 IN_PROGRESS', 'v1 COMPLETED']);
  });

  test('asks who has completed it for what is new, in a cycle more; who has done that has it on record at once [V5]', async () => {
    const stage = await setStage();
    const [ready] = (await buildPeople(server.services.database, world.organizationId, [{}])) as [BuiltPerson];
    await assign(stage.planId, ready);
    await complete(ready, 'A', 'B', 'C', 'D');
    const previewed = await preview(stage, 'DELTA', law);
    expect(counted(previewed.counts)).toEqual({ GAINS_WORK: 3, ASKED_FOR_NEW: 1, HAS_NEW_ALREADY: 1 });
    await publish(previewed);
    expect(await standings(stage)).toEqual(['v2 NOT_STARTED', 'v2 IN_PROGRESS', 'v2 IN_PROGRESS', 'v1 COMPLETED former, v2Δ NOT_STARTED']);
    expect(await standingOf(stage.planId, ready)).toBe('v1 COMPLETED former, v2Δ COMPLETED');
    const learner = await server.signInAs(stage.done);
    const { myLearning } = await learner.ask<{ myLearning: { plans: { planId: string; status: string; milestones: { name: string }[] }[] } }>('{ myLearning { plans { planId status milestones { name } } } }');
    expect(myLearning.plans.find((plan) => plan.planId === stage.planId && plan.status === 'NOT_STARTED')?.milestones).toEqual([{ name: 'Law' }]);
    await complete(stage.done, 'D');
    expect(await standingOf(stage.planId, stage.done)).toBe('v1 COMPLETED former, v2Δ COMPLETED');

    const next = await preview(stage, 'DELTA', changeStep('Law', (step) => ({ ...step, units: '2' as never, items: stepItems([courses[3], courses[0]]) })));
    expect(counted(next.counts)).toEqual({ GAINS_WORK: 1, NO_DIFFERENCE: 2, HAS_NEW_ALREADY: 2 });
    await publish(next);
    expect(await standingOf(stage.planId, stage.done)).toBe('v1 COMPLETED former, v2Δ COMPLETED former, v3Δ COMPLETED');
  });

  test('asks again, in the same cycle, who was asked for what was new and has not done it [V4, V5]', async () => {
    const stage = await setStage();
    await publish(await preview(stage, 'DELTA', law));
    const next = await preview(stage, 'MOVE_ALL_OPEN', addStep('More law', [courses[0]]));
    expect(rowOf(next, stage.done)).toMatchObject({ class: 'NO_DIFFERENCE' });
    await publish(next);
    expect(await standingOf(stage.planId, stage.done)).toBe('v1 COMPLETED former, v3Δ IN_PROGRESS');
  });
});

describe('what is held for one person [V4]', () => {
  test('follows the key of its milestone; about one that is gone it ends, is listed, and comes back with the undo', async () => {
    const stage = await setStage();
    const keys = await query<{ name: string; key: string; id: string }>(
      `SELECT m.name, m.key, e.id FROM milestone m JOIN enrollment e ON e.plan_version_id = m.plan_version_id WHERE e.plan_id = $1 AND e.person_id = $2`,
      [stage.planId, stage.begun.id],
    );
    for (const { key, id } of keys) {
      await query(`INSERT INTO override (organization_id, id, enrollment_id, milestone_key, act, valid_from) VALUES ($1, $2, $3, $4, 'WAIVE', now())`, [world.organizationId, newId(), id, key]);
    }
    const enrollmentId = keys[0]!.id;
    await server.services.database.write(world.caller, (transaction) => evaluateEnrollments(transaction, [enrollmentId]));
    await query('UPDATE override SET valid_to = now() WHERE enrollment_id = $1 AND milestone_key = $2', [enrollmentId, keys.find(({ name }) => name === 'Basics')!.key]);
    await complete(stage.begun);
    const inForce = () => query<{ name: string }>(`SELECT m.name FROM override v JOIN enrollment e ON e.id = v.enrollment_id JOIN milestone m ON m.plan_version_id = e.plan_version_id AND m.key = v.milestone_key WHERE v.enrollment_id = $1 AND v.valid_to IS NULL`, [enrollmentId]);
    const previewed = await preview(stage, 'MOVE_ALL_OPEN', dropStep('Advanced'), law);
    expect(rowOf(previewed, stage.begun).details?.overridesEnded).toEqual([{ act: 'WAIVE', milestone: 'Advanced' }]);
    await publish(previewed);
    expect(await inForce()).toEqual([]);
    await undo(previewed);
    expect(await inForce()).toEqual([{ name: 'Advanced' }]);
    expect(await standingOf(stage.planId, stage.begun)).toBe('v1 IN_PROGRESS');
  });
});

async function undo({ id }: Shown): Promise<Shown> {
  const { previewUndo } = await admin.ask<{ previewUndo: Shown }>(`mutation ($input: PreviewUndoInput!) { previewUndo(input: $input) { __typename ... on Operation { ${shown} } } }`, { input: { operationId: id } });
  return publish(previewUndo);
}

describe('the undo [V6]', () => {
  test('puts the pins back; who has completed since stays, and is listed', async () => {
    const stage = await setStage();
    const previewed = await publish(await preview(stage, 'MOVE_ALL_OPEN', law));
    await complete(stage.begun, 'B', 'C', 'D');
    const undone = await undo(previewed);
    expect(counted(undone.result)).toEqual({ TAKEN_BACK: 2, STAYS_COMPLETE: 1 });
    expect(rowOf(undone, stage.begun).outcome).toBe('STAYS_COMPLETE');
    expect(await standings(stage)).toEqual(['v1 NOT_STARTED', 'v2 COMPLETED', 'v1 IN_PROGRESS', 'v1 COMPLETED']);
    const pins = await query<{ numbers: string }>(
      `SELECT string_agg(v.number::text, ' ' ORDER BY n.valid_from) AS numbers FROM enrollment_pin n JOIN plan_version v ON v.id = n.plan_version_id JOIN enrollment e ON e.id = n.enrollment_id WHERE e.plan_id = $1 AND e.person_id = $2`,
      [stage.planId, stage.fresh.id],
    );
    expect(pins).toEqual([{ numbers: '2 1' }]);
  });

  test('ends the cycles that were begun, and the one before is current again', async () => {
    const stage = await setStage();
    await undo(await publish(await preview(stage, 'DELTA', law)));
    expect(await standings(stage)).toEqual(['v1 NOT_STARTED', 'v1 IN_PROGRESS', 'v1 IN_PROGRESS', 'v1 COMPLETED, v2Δ WITHDRAWN former']);
  });

  test('leaves alone whom a later version has moved on', async () => {
    const stage = await setStage();
    const first = await publish(await preview(stage, 'MOVE_ALL_OPEN', law));
    await publish(await preview(stage, 'MOVE_NOT_STARTED', addStep('More law', [courses[0]])));
    expect(counted((await undo(first)).result)).toEqual({ TAKEN_BACK: 2, LEFT_CHANGED_SINCE: 1 });
    expect(await standings(stage)).toEqual(['v3 NOT_STARTED', 'v1 IN_PROGRESS', 'v1 IN_PROGRESS', 'v1 COMPLETED']);
  });
});

describe('a preview that no longer holds [2.0.6]', () => {
  test('is refused with a new one when somebody has come to another class, or the draft was edited', async () => {
    const stage = await setStage();
    const previewed = await preview(stage, 'MOVE_ALL_OPEN', law);
    await complete(stage.almost, 'C');
    const stale = await commit(previewed);
    expect(stale).toMatchObject({ __typename: 'StalePreview', operation: { state: 'PREVIEWED' } });
    expect(counted(stale.operation.counts)).toEqual({ GAINS_WORK: 2, STAYS_COMPLETE: 2 });
    await buildNextVersion(server.services.database, world.caller, stage.planId, [dropStep('Law')]);
    const edited = await commit(stale.operation);
    expect(counted(edited.operation.counts)).toEqual({ NO_DIFFERENCE: 2, STAYS_COMPLETE: 2 });
    expect(await standings(stage)).toEqual(['v1 NOT_STARTED', 'v1 IN_PROGRESS', 'v1 COMPLETED', 'v1 COMPLETED']);
    expect((await publish(edited.operation)).state).toBe('DONE');
  });

  test.each([
    ['gets the plan', async ({ planId }: Stage, newcomer: BuiltPerson) => void (await assign(planId, newcomer)), { GAINS_WORK: 4, STAYS_COMPLETE: 1 }],
    ['is withdrawn', ({ planId, fresh }: Stage) => withdraw(planId, fresh), { GAINS_WORK: 2, STAYS_COMPLETE: 1 }],
    ['completes it', ({ almost }: Stage) => complete(almost, 'C'), { GAINS_WORK: 2, STAYS_COMPLETE: 2 }],
  ])('is refused with the new counts when somebody %s meanwhile, and nobody is moved by it', async (_what, happens, counts) => {
    const stage = await setStage();
    const [newcomer] = (await buildPeople(server.services.database, world.organizationId, [{}])) as [BuiltPerson];
    const previewed = await preview(stage, 'MOVE_ALL_OPEN', law);
    await happens(stage, newcomer);
    const stale = await commit(previewed);
    expect(stale.__typename).toBe('StalePreview');
    expect(counted(stale.operation.counts)).toEqual(counts);
    expect((await standings(stage)).every((standing) => standing.startsWith('v1'))).toBe(true);
  });

  test('is refused when the draft was thrown away or published meanwhile', async () => {
    const stage = await setStage();
    const [one, other] = [await preview(stage, 'PIN', law), await previewAs(admin, stage.planId, 'MOVE_ALL_OPEN')];
    await publish(one);
    expect(await commit(other)).toMatchObject({ __typename: 'InputRefused', problems: [{ code: 'NO_NEXT_VERSION' }] });
  });

  test('leaves out whoever has changed after it was accepted, and the rows still add up', async () => {
    const stage = await setStage();
    const previewed = await preview(stage, 'MOVE_ALL_OPEN', law);
    expect((await commit(previewed)).__typename).toBe('Operation');
    await complete(stage.almost, 'C');
    await carryOut(server.services.database, world.organizationId, previewed.id);
    const done = await look(previewed.id);
    expect(counted(done.result)).toEqual({ GAINS_WORK: 2, STAYS_COMPLETE: 1, SKIPPED_CHANGED_SINCE_PREVIEW: 1 });
    expect(rowOf(done, stage.almost).outcome).toBe('SKIPPED_CHANGED_SINCE_PREVIEW');
    expect(await standings(stage)).toEqual(['v2 NOT_STARTED', 'v2 IN_PROGRESS', 'v1 COMPLETED', 'v1 COMPLETED']);
  });
});

test('whoever had the plan once and gets it again gets the version that is published by then; what they did counts [2.2, 2.0.2]', async () => {
  const stage = await setStage();
  const { planId, begun, fresh } = stage;
  await withdraw(planId, begun);
  await publish(await preview(stage, 'PIN', dropStep('Advanced'), law));
  expect(await standingOf(planId, begun)).toBe('v1 WITHDRAWN');
  await assign(planId, begun);
  expect(await standingOf(planId, begun)).toBe('v2 IN_PROGRESS');
  await assign(planId, fresh);
  expect(await standingOf(planId, fresh)).toBe('v1 NOT_STARTED');
  const pins = await query<{ number: number }>('SELECT v.number FROM enrollment_pin n JOIN enrollment e ON e.id = n.enrollment_id JOIN plan_version v ON v.id = n.plan_version_id WHERE e.person_id = $1', [begun.id]);
  expect(pins).toEqual([{ number: 2 }]);
});

describe('what is refused', () => {
  test('a version that the checks on publish find errors in', async () => {
    const stage = await setStage();
    const refused = await preview(stage, 'PIN', dropStep('Basics'), dropStep('Advanced'));
    expect(refused).toMatchObject({ __typename: 'PlanNotPublishable', planProblems: expect.arrayContaining([expect.objectContaining({ code: 'NO_MILESTONE' })]) });
  });

  test('an admin whose people are not everybody publishes, but moves nobody and sees nobody [2.11, D35]', async () => {
    const { database } = server.services;
    const [owner] = (await buildPeople(database, world.organizationId, [{ department: ['Sales'] }])) as [BuiltPerson];
    await buildGrant(database, owner, 'PLAN_ADMIN', { scopeKind: 'DEPARTMENT', scopeId: owner.departmentId });
    const planId = await buildPlan(database, buildCaller(owner, 'PLAN_ADMIN'), { milestones: [{ name: 'Basics', items: [courses[0]] }] });
    await assign(planId, owner, world.learner);
    await buildNextVersion(database, world.caller, planId, [law]);
    const client = await server.signInAs(owner);
    expect(await previewAs(client, planId, 'MOVE_ALL_OPEN')).toMatchObject({ __typename: 'NotAllowed' });
    expect(await previewAs(client, planId, 'PIN')).toMatchObject({ __typename: 'Operation', counts: [], rows: { edges: [] } });
  });
});
