import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { WHOLE } from '@milepost/domain';
import type { TestClient } from '../../platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { buildGrant } from '../access/caller.factory.ts';
import { assignPlan, carryOut } from '../assignments/assignment.factory.ts';
import { buildCourse, type BuiltCourse } from '../learning-objects/course.factory.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';

/** Noon of 1 June 2027 in Berlin. */
const now = new Date('2027-06-01T10:00:00Z');

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestClient;
let course: BuiltCourse;
let named: BuiltPerson;
let grouped: BuiltPerson;

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => now);
  world = await buildWorld(server.services.database);
  admin = await server.signInAs(world.admin);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

let count = 0;

/** Content by itself, given to one person by name, and through a department to another whose hire date nobody knows. */
beforeEach(async () => {
  const { database } = server.services;
  const department = `Team ${++count}`;
  course = await buildCourse(database, world.organizationId, { name: `Ladders ${count}` });
  [named, grouped] = (await buildPeople(database, world.organizationId, [{ timeZone: 'Europe/Berlin' }, { timeZone: 'Europe/Berlin', department: [department], hireDate: null }])) as [BuiltPerson, BuiltPerson];
  const targets = [{ kind: 'LEARNING_OBJECT' as const, learningObjectId: course.id as never }];
  await assignPlan(database, world.caller, null, { targets, audience: { kind: 'PEOPLE', personIds: [named.id] as never }, dueRule: { kind: 'RELATIVE', amount: 30, unit: 'DAYS', anchor: 'ASSIGNED' } });
  await assignPlan(database, world.caller, null, {
    targets,
    name: department,
    audience: { kind: 'DEPARTMENTS', departmentIds: [grouped.departmentId] as never, includeSubDepartments: true },
    dueRule: { kind: 'RELATIVE', amount: 30, unit: 'DAYS', anchor: 'HIRE_DATE' },
  });
});

interface Row {
  readonly id: string;
  readonly status: string;
  readonly due: { readonly date: string; readonly origin: string } | null;
  readonly person: { readonly id: string };
  readonly viewerCan: { readonly override: boolean };
  readonly individual: { readonly revision: number; readonly note: string | null };
  readonly milestones: readonly { readonly key: string; readonly status: string; readonly individual: { readonly action: string; readonly actions: readonly string[]; readonly revision: number; readonly note: string | null } }[];
  readonly sources: readonly { readonly kind: string; readonly validTo: string | null }[];
  readonly exceptions: readonly { readonly code: string; readonly options: readonly { readonly choice: string; readonly due: string | null }[] }[];
  readonly explanation: { readonly sentence: string; readonly tree: unknown };
}

async function rows(more: object = {}): Promise<Record<string, Row>> {
  const { enrollments } = await admin.ask<{ enrollments: { edges: { node: Row }[] } }>(
    `query ($filter: EnrollmentFilterInput) { enrollments(first: 50, filter: $filter) { edges { node { id status due { date origin } person { id } viewerCan { override }
       individual { revision note } milestones { key status individual { action actions revision note } } sources { kind validTo }
       exceptions { code options { choice due } } explanation { sentence tree } } } } }`,
    { filter: { learningObjectId: course.id, ...more } },
  );
  return Object.fromEntries(enrollments.edges.map(({ node }) => [node.person.id, node]));
}
const of = async (person: BuiltPerson): Promise<Row> => (await rows())[person.id]!;

interface Answer {
  readonly __typename: string;
  readonly id: string;
  readonly previewHash: string;
  readonly title: Record<string, string>;
  readonly counts: readonly { readonly class: string; readonly rows: number }[];
  readonly problems?: readonly { readonly code: string; readonly field: string | null }[];
}

async function override(person: BuiltPerson, input: object): Promise<Answer> {
  const { overrideEnrollment } = await admin.ask<{ overrideEnrollment: Answer }>(
    'mutation ($input: OverrideInput!) { overrideEnrollment(input: $input) { __typename ... on Refusal { problems { code field } } } }',
    { input: { enrollmentId: (await of(person)).id, reason: 'Agreed', ...input } },
  );
  return overrideEnrollment;
}

async function preview(act: 'Unassign' | 'SetDue' | 'Waive' | 'ResolveExceptions' | 'LiftSuppression', input: object, client: TestClient = admin): Promise<Answer> {
  const answer = await client.ask<Record<string, Answer>>(
    `mutation ($input: Preview${act}Input!) { preview${act}(input: $input) { __typename ... on Operation { id previewHash title counts { class rows } } ... on Refusal { problems { code field } } } }`,
    { input: { learningObjectId: course.id, reason: 'Reorganised', ...input } },
  );
  return answer[`preview${act}`]!;
}

async function commit({ id, previewHash }: Answer, client: TestClient = admin): Promise<void> {
  const { commitOperation } = await client.ask<{ commitOperation: Answer }>('mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }', { input: { operationId: id, previewHash } });
  expect(commitOperation.__typename).toBe('Operation');
  await carryOut(server.services.database, world.organizationId, id);
}

async function undo({ id }: Answer): Promise<Record<string, number>> {
  const { previewUndo } = await admin.ask<{ previewUndo: Answer }>('mutation ($input: PreviewUndoInput!) { previewUndo(input: $input) { ... on Operation { id previewHash counts { class rows } } } }', { input: { operationId: id } });
  await commit(previewUndo);
  return countsOf(previewUndo);
}

const countsOf = ({ counts }: Answer): Record<string, number> => Object.fromEntries(counts.map((each) => [each.class, each.rows]));
const everybody = () => ({ personIds: [named.id, grouped.id] });

describe('individual rules of content that was assigned by itself [L41, L42, L43]', () => {
  test('it is waived for one person as a whole, said with the reason, and taken back by No action', async () => {
    expect((await of(named)).milestones).toMatchObject([{ key: WHOLE, individual: { action: 'NO_ACTION', actions: ['NO_ACTION', 'WAIVE'] } }]);
    expect((await override(named, { milestoneKey: WHOLE, revision: 0, action: 'WAIVE', note: 'Knows it' })).__typename).toBe('Enrollment');
    const waived = await of(named);
    expect(waived).toMatchObject({ status: 'EXEMPT', milestones: [{ status: 'WAIVED', individual: { action: 'WAIVE', note: 'Knows it' } }] });
    expect(JSON.stringify(waived.explanation.tree)).toMatch(/waived/i);
    await override(named, { milestoneKey: WHOLE, revision: 2, action: 'NO_ACTION' });
    expect((await of(named)).status).toBe('NOT_STARTED');
  });

  test('its due date is set for one person, with a note; there is no number to adjust', async () => {
    expect((await override(named, { revision: 0, action: 'ADJUST', due: '2027-08-31', note: 'After the summer' })).__typename).toBe('Enrollment');
    expect(await of(named)).toMatchObject({ due: { date: '2027-08-31', origin: 'OVERRIDE' }, individual: { note: 'After the summer' } });
    expect((await override(named, { milestoneKey: WHOLE, revision: 0, action: 'ADJUST', units: '2' })).problems).toEqual([{ code: 'CONTENT_IS_WHOLE', field: 'action' }]);
  });

  test('who has it through a group is asked about first [L44]', async () => {
    const change = { milestoneKey: WHOLE, revision: 0, action: 'WAIVE' };
    expect((await override(grouped, change)).problems).toEqual([{ code: 'GROUP_ASSIGNED', field: 'leaveGroupAssignment' }]);
    expect((await override(grouped, { ...change, leaveGroupAssignment: true })).__typename).toBe('Enrollment');
    expect((await of(grouped)).sources.filter(({ validTo }) => validTo === null)).toMatchObject([{ kind: 'INDIVIDUAL' }]);
  });
});

describe('the same for many, previewed and taken back [2.0.6]', () => {
  test('a due date', async () => {
    const operation = await preview('SetDue', { ...everybody(), due: '2027-09-30' });
    expect(operation.title).toMatchObject({ plan: `Ladders ${count}` });
    expect(countsOf(operation)).toEqual({ CHANGED: 1, CHANGED_AND_DETACHED: 1 });
    await commit(operation);
    expect([(await of(named)).due?.date, (await of(grouped)).due?.date]).toEqual(['2027-09-30', '2027-09-30']);
    expect(await undo(operation)).toEqual({ TAKEN_BACK: 2 });
    expect([(await of(named)).due?.date, (await of(grouped)).due]).toEqual(['2027-07-01', null]);
    expect((await of(grouped)).sources.filter(({ validTo }) => validTo === null)).toMatchObject([{ kind: 'DEPARTMENT' }]);
  });

  test('a waiver, of all whom a filter lets through', async () => {
    const operation = await preview('Waive', { filter: { statuses: ['NOT_STARTED'] } });
    expect(countsOf(operation)).toEqual({ CHANGED: 1, CHANGED_AND_DETACHED: 1 });
    await commit(operation);
    expect([(await of(named)).status, (await of(grouped)).status]).toEqual(['EXEMPT', 'EXEMPT']);
    await undo(operation);
    expect([(await of(named)).status, (await of(grouped)).status]).toEqual(['NOT_STARTED', 'NOT_STARTED']);
  });

  test('taking it away', async () => {
    const operation = await preview('Unassign', everybody());
    await commit(operation);
    expect([(await of(named)).status, (await of(grouped)).status]).toEqual(['WITHDRAWN', 'WITHDRAWN']);
    await undo(operation);
    expect([(await of(named)).status, (await of(grouped)).status]).toEqual(['NOT_STARTED', 'NOT_STARTED']);
  });
});

test('cases of the inbox are decided: a realistic date, or dismissed; and taken back [ambition 9]', async () => {
  const inbox = await rows({ exceptions: true });
  expect(Object.keys(inbox)).toEqual([grouped.id]);
  expect(inbox[grouped.id]!.exceptions).toMatchObject([{ code: 'UNKNOWN_ANCHOR', options: [{ choice: 'REALISTIC_DUE', due: '2027-06-08' }, { choice: 'KEEP' }, { choice: 'DISMISS' }] }]);
  const realistic = await preview('ResolveExceptions', { ...everybody(), choice: 'REALISTIC_DUE' });
  await commit(realistic);
  expect((await of(grouped)).due?.date).toBe('2027-06-08');
  expect(await rows({ exceptions: true })).toEqual({});
  await undo(realistic);
  expect(Object.keys(await rows({ exceptions: true }))).toEqual([grouped.id]);
  await commit(await preview('ResolveExceptions', { personIds: [grouped.id], choice: 'DISMISS' }));
  expect((await of(grouped)).status).toBe('WITHDRAWN');
});

test('exactly one thing is named; a plan is no content; who may not is refused [2.11, X27]', async () => {
  expect((await preview('SetDue', { ...everybody(), learningObjectId: null, due: null })).problems).toEqual([{ code: 'NOTHING_SELECTED', field: 'planId' }]);
  expect((await preview('SetDue', { ...everybody(), planId: world.planId, due: null })).problems).toEqual([{ code: 'NOTHING_SELECTED', field: 'planId' }]);
  expect((await preview('SetDue', { ...everybody(), learningObjectId: world.planId, due: null })).__typename).toBe('NotFound');
  for (const role of ['AUDITOR', 'PARTNER_ADMIN'] as const) {
    const [person] = (await buildPeople(server.services.database, world.organizationId, [{}])) as [BuiltPerson];
    await buildGrant(server.services.database, person, role, role === 'PARTNER_ADMIN' ? { scopeKind: 'PARTNER_ACCOUNT', scopeId: world.learner.partnerAccountId } : {});
    await expect(preview('Waive', everybody(), await server.signInAs(person))).rejects.toThrow(/FORBIDDEN/);
  }
});

test('a sub admin of a department decides for the people of the department only, and others see it who see everybody [D35]', async () => {
  const [person] = (await buildPeople(server.services.database, world.organizationId, [{}])) as [BuiltPerson];
  await buildGrant(server.services.database, person, 'SUB_ADMIN', { scopeKind: 'DEPARTMENT', scopeId: grouped.departmentId });
  const client = await server.signInAs(person);
  const operation = await preview('SetDue', { filter: {}, due: '2027-09-30' }, client);
  expect(countsOf(operation)).toEqual({ CHANGED_AND_DETACHED: 1 });
  await commit(operation, client);
  expect([(await of(named)).due?.date, (await of(grouped)).due?.date]).toEqual(['2027-07-01', '2027-09-30']);
  const { operation: seen } = await admin.ask<{ operation: { id: string } | null }>('query ($id: ID!) { operation(id: $id) { id } }', { id: operation.id });
  expect(seen?.id).toBe(operation.id);
});
