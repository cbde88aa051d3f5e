import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ApiScope, Right } from '@milepost/domain';
import { buildApiClient, buildCaller, buildGrant, type GrantOverrides } from './features/access/caller.factory.ts';
import { assignPlan } from './features/assignments/assignment.factory.ts';
import { buildCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { buildOrganization } from './features/organizations/organization.factory.ts';
import { buildPeople, type BuiltPerson } from './features/people-import/person.factory.ts';
import { guardsOfRootFields } from './platform/graphql/guard.ts';
import type { TestClient } from './platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { scopesOf } from './testing/act-scopes.ts';
import { apiActs, stagedName, type ActStage } from './testing/api-acts.ts';
import { fieldsLikeTriedOnes } from './testing/untried-fields.ts';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';

/**
 * The rights matrix of domain.md 2.11 as the API answers it. y: let through; -: refused; c, k, p, s, a: only with the right for
 * completions, content, people or settings, or if assigning is allowed.
 */
const matrix = `
  act                             master sub owner collab other manager partner learner stranger auditor
  enter the administration        y      y   y     y      y     y       y       -       -        y
  read a plan                     y      y   y     y      -     -       -       -       -        y
  list a plan                     y      y   y     y      -     -       -       -       -        y
  edit basics                     y      y   y     -      -     -       -       -       -        -
  edit content                    y      y   y     -      -     -       -       -       -        -
  publish                         y      y   y     -      -     -       -       -       -        -
  begin the next version          y      y   y     -      -     -       -       -       -        -
  publish the next version        y      y   y     -      -     -       -       -       -        -
  move people to the next version y      y   y     -      -     -       -       -       -        -
  discard a draft                 y      y   y     -      -     -       -       -       -        -
  list the versions               y      y   y     y      -     -       -       -       -        y
  see how many are on a version   y      y   y     y      -     -       -       -       -        y
  see which versions people are on y     y   y     y      -     y       y       y       -        y
  watch a plan                    y      y   y     y      -     -       -       -       -        y
  compare versions                y      y   y     y      -     -       -       -       -        y
  inactivate a plan               y      y   y     -      -     -       -       -       -        -
  delete a draft                  y      y   y     -      -     -       -       -       -        -
  copy a plan                     y      y   y     y      -     -       -       -       -        -
  set collaboration               y      y   y     -      -     -       -       -       -        -
  set visible range               y      y   y     y      -     -       -       -       -        -
  list the catalogs               y      y   y     y      y     -       -       -       -        y
  watch a catalog                 y      y   y     y      y     -       -       -       -        y
  make a catalog                  y      y   -     -      -     -       -       -       -        -
  see what removing one would do  y      y   -     -      -     -       -       -       -        -
  put a plan into a catalog       y      y   y     y      -     -       -       -       -        -
  put a course into a catalog     y      y   k     k      k     -       -       -       -        -
  open the Learning centre        y      y   y     y      y     y       y       y       y        y
  watch the Learning centre       y      y   y     y      y     y       y       y       y        y
  watch the inbox                 y      y   y     y      y     y       y       y       y        y
  open the inbox                  y      y   y     y      y     y       y       y       y        y
  assign                          y      y   y     y      -     a       a       -       -        -
  assign content                  y      y   y     y      y     a       a       -       -        -
  assign by a list                y      y   y     y      -     a       a       -       -        -
  find a plan to assign           y      y   y     y      -     a       a       -       -        -
  find content to assign          y      y   y     y      y     a       a       -       -        -
  see that one may assign         y      y   y     y      y     a       a       -       -        -
  override one person             y      y   y     -      -     -       -       -       -        -
  hold or open a step             y      y   y     -      -     -       -       -       -        -
  see that one may override       y      y   y     -      -     -       -       -       -        -
  set due dates of many           y      y   y     -      -     -       -       -       -        -
  waive for many                  y      y   y     -      -     -       -       -       -        -
  hold or open a step for many    y      y   y     -      -     -       -       -       -        -
  take a plan away                y      y   y     y      -     a       a       -       -        -
  add a completion                y      y   c     c      c     -       c       -       -        -
  take a completion back          y      y   c     c      c     -       c       -       -        -
  complete again what was taken back y      y   c     c      c     -       c       -       -        -
  upload evidence                 y      y   c     c      c     -       c       -       -        -
  commit what the owner previewed y      y   y     y      -     -       -       -       -        -
  read assignments                y      y   y     y      -     -       -       -       -        y
  read an assignment              y      y   y     y      -     -       -       -       -        y
  read a bulk act                 y      y   y     y      -     -       -       -       -        y
  watch a bulk act                y      y   y     y      -     -       -       -       -        y
  watch the progress of a plan    y      y   y     y      -     y       y       y       -        y
  track a plan                    y      y   y     y      -     y       y       y       -        y
  track a plan that one reads     y      y   y     y      -     -       -       -       -        y
  track a person's progress       y      y   y     y      -     y       y       y       -        y
  simulate a person               y      y   y     y      -     -       -       -       -        y
  list a plan's progress          y      y   y     y      -     y       y       y       -        y
  ask why somebody stands where they do y      y   y     y      -     y       y       y       -        y
  look at a plan as of a day      y      y   y     y      -     y       y       y       -        y
  find a plan by its people       y      y   y     y      -     y       y       y       -        y
  follow a plan of people         y      y   y     y      -     y       y       y       -        y
  read a person                   y      y   y     y      y     y       y       y       -        y
  invite a person                 y      y   p     p      p     -       y       -       -        -
  add a person                    y      y   p     p      p     -       y       -       -        -
  edit a person                   y      y   p     p      p     -       y       -       -        -
  suspend a person                y      y   p     p      p     -       y       -       -        -
  change the departments          y      y   p     p      p     -       -       -       -        -
  change the positions            y      y   p     p      p     -       -       -       -        -
  merge partner accounts          y      y   p     p      p     -       -       -       -        -
  set the own time zone           y      y   y     y      y     y       y       y       y        y
  import people                   y      y   p     p      p     -       -       -       -        -
  import completions              y      y   c     c      c     -       c       -       -        -
  mend imported completions       y      y   c     c      c     -       c       -       -        -
  upload a list                   y      y   y     y      y     a       a       -       -        -
  upload content                  y      y   k     k      k     -       -       -       -        -
  upload a cover                  y      y   y     y      y     -       -       -       -        -
  read the library                y      y   y     y      y     -       -       -       -        y
  add to the library              y      y   k     k      k     -       -       -       -        -
  create a plan                   y      y   y     y      y     -       -       -       -        -
  import a plan file              y      y   y     y      y     -       -       -       -        -
  read the word for plans         y      y   -     -      -     -       -       -       -        y
  change the word for plans       y      s   -     -      -     -       -       -       -        -
  read checks for drift           y      y   -     -      -     -       -       -       -        y
  check for drift                 y      s   -     -      -     -       -       -       -        -
  read settings                   y      y   -     -      -     -       -       -       -        y
  name an auditor                 y      s   -     -      -     -       -       -       -        -
  make an API key                 y      s   -     -      -     -       -       -       -        -
`
  .trim()
  .split('\n');
const roles = matrix[0]!.trim().split(/ +/).slice(1);
const rows = matrix.slice(1).map((line) => line.trim().split(/ +(?=[-yckpsa](?: {2}|$))/));
const cells = rows.flatMap(([act, ...marks]) => marks.map((mark, index) => ({ act: act!, role: roles[index]!, mark })));

const allScopes = ['plans', 'assignments', 'progress', 'completions', 'content', 'people', 'settings', 'audit'].flatMap((each): ApiScope[] => [
  `read:${each}` as ApiScope,
  `write:${each}` as ApiScope,
]);
const allRights: readonly Right[] = ['COMPLETIONS', 'CONTENT', 'PEOPLE', 'SETTINGS', 'ASSIGN'];

interface Scene {
  readonly people: Readonly<Record<string, BuiltPerson>>;
  readonly open: ActStage;
  readonly closed: ActStage;
}

let database: TestDatabase;
let server: TestServer;
let bare: Scene;
let allowed: Scene;

beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer(database, { roles: new Set(['web']) });
  bare = await setScene('Bare', []);
  allowed = await setScene('Allowed', allRights);
  await database.asOwner(`SELECT set_config('app.organization_id', $1, false)`, [allowed.open.owner.organizationId]);
  await database.asOwner('UPDATE organization SET managers_may_assign = true WHERE organization_id = $1', [allowed.open.owner.organizationId]);
});

afterAll(async () => {
  await server.stop();
  await database.close();
});

/** An organization with one person for each column, and the same rights beyond the role for all of them. */
async function setScene(name: string, rights: readonly Right[]): Promise<Scene> {
  const { database: data } = server.services;
  const organizationId = await buildOrganization(data, { name });
  const [manager, learner, ...others] = (await buildPeople(data, organizationId, [
    { employeeNumber: 'M1' },
    { managerNumber: 'M1', partnerAccount: 'Partner' },
    ...['master', 'sub', 'owner', 'planAdmin', 'partner', 'stranger', 'auditor'].map(() => ({})),
  ])) as [BuiltPerson, BuiltPerson, ...BuiltPerson[]];
  const [master, sub, owner, planAdmin, partner, stranger, auditor] = others as [BuiltPerson, BuiltPerson, BuiltPerson, BuiltPerson, BuiltPerson, BuiltPerson, BuiltPerson];
  const overrides: GrantOverrides = { rights };
  await buildGrant(data, master, 'MASTER_ADMIN', overrides);
  await buildGrant(data, sub, 'SUB_ADMIN', overrides);
  await buildGrant(data, owner, 'PLAN_ADMIN', overrides);
  await buildGrant(data, planAdmin, 'PLAN_ADMIN', overrides);
  await buildGrant(data, partner, 'PARTNER_ADMIN', { ...overrides, scopeKind: 'PARTNER_ACCOUNT', scopeId: learner.partnerAccountId });
  await buildGrant(data, auditor, 'AUDITOR', overrides);
  const people = { master, sub, owner, collab: planAdmin, other: planAdmin, manager, partner, learner, stranger, auditor };
  return { people, open: await setStage(people, true), closed: await setStage(people, false) };
}

async function setStage({ owner, learner }: { owner: BuiltPerson; learner: BuiltPerson }, collaborationAllowed: boolean): Promise<ActStage> {
  const { database: data } = server.services;
  const caller = buildCaller(owner, 'PLAN_ADMIN');
  const course = await buildCourse(data, owner.organizationId, { name: stagedName });
  const planId = await buildPlan(data, caller, { name: stagedName, milestones: [{ items: [course.id] }] });
  const operationId = await assignPlan(data, caller, planId, { audience: { kind: 'PEOPLE', personIds: [learner.id as never] } });
  const [ids] = await data.write(owner, (transaction) =>
    transaction.query<{ assignmentId: string; enrollmentId: string; milestoneKey: string }>(
      `UPDATE learning_plan SET collaboration_allowed = $2 WHERE id = $1
       RETURNING (SELECT assignment_id FROM assignment_target WHERE plan_id = $1) AS "assignmentId", (SELECT id FROM enrollment WHERE plan_id = $1) AS "enrollmentId",
         (SELECT key FROM milestone WHERE plan_version_id = published_version_id) AS "milestoneKey"`,
      [planId, collaborationAllowed],
    ),
  );
  return { database: data, owner, learner, courseId: course.id, planId, operationId, collaborationAllowed, ...ids! };
}

async function isAllowed(scene: Scene, role: string, act: string): Promise<boolean> {
  const client = await server.signInAs(scene.people[role]!);
  return apiActs[act]!(client, role === 'collab' ? scene.open : scene.closed);
}

describe('the rights matrix over HTTP [D16, D17, D35]', () => {
  test('names every act once, and every cell', () => {
    expect(new Set(rows.map(([act]) => act))).toEqual(new Set(Object.keys(apiActs)));
    expect(rows).toHaveLength(Object.keys(apiActs).length);
    expect(rows.every((row) => row.length === 11)).toBe(true);
  });

  test.each(cells.map((cell) => [cell.role, cell.act, cell.mark] as const))('%s: %s: %s', async (role, act, mark) => {
    expect(await isAllowed(bare, role, act)).toBe(mark === 'y');
    expect(await isAllowed(allowed, role, act)).toBe(mark !== '-');
  });
});

test('every query, mutation and subscription of the schema is tried by an act, or asks the same right as one that is', () => {
  const guards = guardsOfRootFields();
  const texts = readFileSync(fileURLToPath(new URL('testing/api-acts.ts', import.meta.url)), 'utf8');
  const isTried = (field: string): boolean => new RegExp(`(?:['\`]|!\\) |ID\\) |subscription )\\{ ${field}\\b`).test(texts);
  const like = Object.entries(fieldsLikeTriedOnes).flatMap(([tried, fields]) => fields.map((field) => ({ tried, field })));
  expect([...guards.keys()].filter((field) => !isTried(field)).sort()).toEqual(like.map(({ field }) => field).sort());
  expect(like.filter(({ tried, field }) => !isTried(tried) || guards.get(tried) !== guards.get(field))).toEqual([]);
});

describe('an API key of a master admin [2.11]', () => {
  const keyWith = async (scopes: readonly ApiScope[]) =>
    server.withKey((await buildApiClient(server.services.database, buildCaller(bare.people.master!, 'MASTER_ADMIN'), { scopes })).key);

  test.each(Object.entries(scopesOf))('can %s with %s, and with none of them missing', async (act, needed) => {
    expect(await apiActs[act]!(await keyWith(needed), bare.closed)).toBe(true);
    for (const missing of needed) {
      const rest = allScopes.filter((scope) => scope !== missing);
      expect({ missing, allowed: await apiActs[act]!(await keyWith(rest), bare.closed) }).toEqual({ missing, allowed: false });
    }
  });

  test.each(['make an API key', 'name an auditor'])('does not %s, whatever it may do: that would outlive it', async (act) => {
    expect(await apiActs[act]!(await keyWith(allScopes), bare.closed)).toBe(false);
  });

  test('limited to a partner reads people and progress of that partner, and no plan', async () => {
    const { learner, master } = bare.people;
    const { key } = await buildApiClient(server.services.database, buildCaller(master!, 'MASTER_ADMIN'), {
      scopes: allScopes,
      scopeKind: 'PARTNER_ACCOUNT',
      scopeId: learner!.partnerAccountId,
    });
    const client = server.withKey(key);
    const people = await client.ask<{ people: { edges: { node: { id: string } }[] } }>('{ people { edges { node { id } } } }');
    expect(people.people.edges.map(({ node }) => node.id)).toEqual([learner!.id]);
    expect(await apiActs["track a person's progress"]!(client, bare.closed)).toBe(true);
    expect(await apiActs['read a plan']!(client, bare.open)).toBe(false);
  });
});

describe('what only tracks a plan', () => {
  test('sees its name and published version; nothing of its draft, its visible range, or of what is in its content', async () => {
    const manager = await server.signInAs(bare.people.manager!);
    const { enrollment } = await manager.ask<{ enrollment: { plan: Record<string, unknown> } }>(
      `query ($id: ID!) { enrollment(id: $id) { plan { name visibleRange visibleRangeSentence draftVersion { id } problems { code }
         publishedVersion { milestones { items { learningObject { name modules { name article url file { id } } } } } } } } }`,
      { id: bare.closed.enrollmentId },
    );
    expect(enrollment.plan).toMatchObject({ visibleRange: null, visibleRangeSentence: null, draftVersion: null, problems: [] });
    const text = JSON.stringify(enrollment.plan.publishedVersion);
    expect(text).toContain('part 1');
    expect(text).not.toContain('Read me.');
  });

  test('a list of plans is full pages of what the caller may see, read to the end', async () => {
    const planAdmin = bare.people.collab!;
    const client = await server.signInAs(planAdmin);
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { learningPlans }: { learningPlans: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } = await client.ask(
        'query ($after: String) { learningPlans(first: 3, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      if (learningPlans.pageInfo.hasNextPage) expect(learningPlans.edges).toHaveLength(3);
      seen.push(...learningPlans.edges.map(({ node }) => node.id));
      after = learningPlans.pageInfo.endCursor;
      more = learningPlans.pageInfo.hasNextPage;
    }
    const readable = await server.services.database.read(planAdmin, (transaction) =>
      transaction.query<{ id: string }>('SELECT id FROM learning_plan WHERE owner_id = $1 OR collaboration_allowed ORDER BY id DESC', [planAdmin.id]),
    );
    expect(seen).toEqual(readable.map(({ id }) => id));
    expect(seen.length).toBeGreaterThan(3);
  });
});

describe('the directory', () => {
  const ask = async (client: TestClient): Promise<Record<'departments' | 'partnerAccounts', string[]>> => {
    const lists = await client.ask<Record<'departments' | 'partnerAccounts', { name: string; peopleCount?: number }[]>>(
      '{ departments { name peopleCount } partnerAccounts { name } }',
    );
    return {
      departments: lists.departments.map(({ name, peopleCount }) => `${name} ${peopleCount}`),
      partnerAccounts: lists.partnerAccounts.map(({ name }) => name),
    };
  };

  test('lists to each what belongs to the people whom they may see: not whom else the organization works for, nor how it is built', async () => {
    const { database: data } = server.services;
    const organizationId = await buildOrganization(data, { name: 'Directory' });
    const [admin, ofPartner, learner, inSales] = (await buildPeople(data, organizationId, [
      { department: ['Head'] },
      { partnerAccount: 'Ours' },
      { partnerAccount: 'Another', department: ['Sales', 'North'] },
      { department: ['Sales'] },
    ])) as [BuiltPerson, BuiltPerson, BuiltPerson, BuiltPerson];
    await buildGrant(data, admin, 'MASTER_ADMIN');
    await buildGrant(data, ofPartner, 'PARTNER_ADMIN', { scopeKind: 'PARTNER_ACCOUNT', scopeId: ofPartner.partnerAccountId });
    await buildGrant(data, inSales, 'SUB_ADMIN', { scopeKind: 'DEPARTMENT', scopeId: inSales.departmentId });
    expect(await ask(await server.signInAs(admin))).toEqual({ departments: ['Head 1', 'Sales 2', 'North 1'], partnerAccounts: ['Another', 'Ours'] });
    expect(await ask(await server.signInAs(inSales))).toEqual({ departments: ['Sales 2', 'North 1'], partnerAccounts: ['Another'] });
    expect(await ask(await server.signInAs(ofPartner))).toEqual({ departments: [], partnerAccounts: ['Ours'] });
    expect(await ask(await server.signInAs(learner))).toEqual({ departments: ['Sales 1', 'North 1'], partnerAccounts: ['Another'] });
  });
});

test('nobody gets to know the name of a person whom they may not see by putting them into an audience', async () => {
  const preview = async (role: string) => {
    const client = await server.signInAs(bare.people[role]!);
    const { audiencePreview } = await client.ask<{ audiencePreview: { sentence?: string; problems?: { code: string }[] } }>(
      'query ($audience: Json!) { audiencePreview(audience: $audience) { ... on AudiencePreview { sentence } ... on Refusal { problems { code } } } }',
      { audience: { kind: 'PEOPLE', personIds: [bare.people.learner!.id] } },
    );
    return audiencePreview.sentence ?? audiencePreview.problems?.[0]?.code;
  };
  expect(await preview('manager')).toContain(bare.people.learner!.displayName);
  expect(await preview('stranger')).toBe('UNKNOWN_PERSON');
});

describe('rights that changed after a preview', () => {
  test('are asked at the commit: an admin who lost them commits nothing of their own', async () => {
    const { database: data } = server.services;
    const { organizationId } = bare.closed.owner;
    const [admin] = (await buildPeople(data, organizationId, [{}])) as [BuiltPerson];
    const grantId = await buildGrant(data, admin, 'SUB_ADMIN');
    const session = await server.signInAs(admin);
    const { previewAssignment } = await session.ask<{ previewAssignment: { id: string; previewHash: string } }>(
      'mutation ($input: PreviewAssignmentInput!) { previewAssignment(input: $input) { ... on Operation { id previewHash } } }',
      { input: { planId: bare.closed.planId, audience: { kind: 'EVERYONE' }, confirmEverybody: true } },
    );
    const master = await server.signInAs(bare.people.master!);
    await master.ask('mutation ($input: EndGrantInput!) { endGrant(input: $input) { __typename } }', { input: { grantId } });
    const commit = { input: { operationId: previewAssignment.id, previewHash: previewAssignment.previewHash } };
    const text = 'mutation ($input: CommitOperationInput!) { commitOperation(input: $input) { __typename } }';
    expect(await session.ask(text, commit)).toEqual({ commitOperation: { __typename: 'NotFound' } });
    // With a plan admin's rights it is still theirs to see, but this plan is not theirs to assign any more.
    await buildGrant(data, admin, 'PLAN_ADMIN');
    expect(await session.ask(text, commit)).toEqual({ commitOperation: { __typename: 'NotAllowed' } });
  });
});
