import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildApiClient, buildCaller, buildGrant, type GrantOverrides } from './features/access/caller.factory.ts';
import { assignPlan } from './features/assignments/assignment.factory.ts';
import { evaluateEnrollments } from './features/enrollments/index.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { buildPeople, type BuiltPerson } from './features/people-import/person.factory.ts';
import { countStatements } from './platform/testing/count-statements.ts';
import type { TestClient } from './platform/testing/graphql-client.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer } from './testing/start-test-server.ts';

const dayMilliseconds = 86_400_000;

let testDatabase: TestDatabase;
let server: TestServer;
/** A process that takes a later day for today: what was due meanwhile is overdue. */
let later: TestServer;
let world: World;
let owner: BuiltPerson;
let boss: BuiltPerson;
let inSales: BuiltPerson;
/** Of the owner: one on which others may work, one on which they may not. */
const plans: { open: string; closed: string } = { open: '', closed: '' };

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  later = await startTestServer(testDatabase, { roles: new Set(['web']) }, () => new Date(Date.now() + 60 * dayMilliseconds));
  const { database } = server.services;
  world = await buildWorld(database);
  const [chief, maker, ...people] = (await buildPeople(database, world.organizationId, [
    { employeeNumber: 'BOSS' },
    {},
    ...Array.from({ length: 12 }, (_, index) => ({
      department: index % 3 === 0 ? ['Sales', 'South'] : index % 3 === 1 ? ['Sales'] : ['Field'],
      ...(index % 4 === 0 && { managerNumber: 'BOSS' }),
      ...(index % 5 === 0 && { partnerAccount: 'Allied' }),
    })),
  ])) as [BuiltPerson, BuiltPerson, ...BuiltPerson[]];
  boss = chief;
  owner = maker;
  inSales = people[1]!;
  await buildGrant(database, owner, 'PLAN_ADMIN');
  for (const which of ['open', 'closed'] as const) {
    plans[which] = await buildPlan(database, buildCaller(owner, 'PLAN_ADMIN'), { milestones: [{ items: [world.course.id] }] });
    await assignPlan(database, world.caller, plans[which], {
      audience: { kind: 'PEOPLE', personIds: people.map((person) => person.id) as never },
      dueRule: { kind: 'RELATIVE', amount: 30, unit: 'DAYS', anchor: 'ENROLLED' },
    });
  }
  await database.write(world, (transaction) => transaction.query('UPDATE learning_plan SET collaboration_allowed = id = $1 WHERE owner_id = $2', [plans.open, owner.id]));
  // Three have begun, five are done, and the last one has it no longer.
  for (const [index, person] of people.slice(0, 8).entries()) {
    const learner = await server.signInAs(person);
    for (const moduleId of world.course.moduleIds.slice(0, index < 3 ? 1 : 2)) {
      await learner.ask('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', {
        input: { moduleId, courseId: world.course.id, at: new Date().toISOString(), viewed: 1, reachedEnd: true, confirmed: true },
      });
    }
  }
  await database.write(world, async (transaction) => {
    const ended = await transaction.query<{ id: string }>(
      `UPDATE enrollment_source s SET valid_to = $2, ended_because = 'UNASSIGNED' FROM enrollment e
       WHERE e.id = s.enrollment_id AND e.person_id = $1 RETURNING e.id`,
      [people.at(-1)!.id, transaction.now],
    );
    await evaluateEnrollments(transaction, ended.map(({ id }) => id));
  });
});

afterAll(async () => {
  await later.stop();
  await server.stop();
  await testDatabase.close();
});

interface Totals {
  readonly total: number;
  readonly overdue: number;
  readonly counts: readonly { readonly status: string; readonly people: number }[];
  readonly completions: readonly { readonly date: string; readonly people: number }[];
}

const fields = 'total overdue counts { status people } completions { date people }';

/** What the rows that the caller gets by paging add up to; null when there are none. */
async function addUp(client: TestClient, planId: string): Promise<Totals | null> {
  interface Row {
    readonly status: string;
    readonly overdue: boolean;
    readonly completedOn: string | null;
  }
  const rows: Row[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { enrollments }: { enrollments: { edges: { node: Row }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } = await client.ask(
      `query ($planId: ID!, $after: String) { enrollments(first: 5, after: $after, filter: { planId: $planId }) {
         edges { node { status overdue completedOn } } pageInfo { hasNextPage endCursor } } }`,
      { planId, after },
    );
    rows.push(...enrollments.edges.map(({ node }) => node));
    ({ endCursor: after, hasNextPage: more } = enrollments.pageInfo);
  }
  const count = <K extends string>(keys: readonly K[]): (readonly [K, number])[] => [...Map.groupBy(keys, (key) => key)].map(([key, all]) => [key, all.length] as const);
  return rows.length === 0
    ? null
    : {
        total: rows.filter(({ status }) => status !== 'WITHDRAWN').length,
        overdue: rows.filter(({ overdue }) => overdue).length,
        counts: inOrder(count(rows.map(({ status }) => status)).map(([status, people]) => ({ status, people }))),
        completions: count(rows.flatMap(({ completedOn }) => completedOn ?? [])).map(([date, people]) => ({ date, people })),
      };
}

function inOrder(counts: Totals['counts']): Totals['counts'] {
  return counts.toSorted((a, b) => (a.status < b.status ? -1 : 1));
}

const sorted = (totals: Totals | null | undefined): Totals | null => (totals ? { ...totals, counts: inOrder(totals.counts) } : null);

async function grantedTo(role: Parameters<typeof buildGrant>[2], overrides: GrantOverrides = {}): Promise<BuiltPerson> {
  const [person] = (await buildPeople(server.services.database, world.organizationId, [{}])) as [BuiltPerson];
  await buildGrant(server.services.database, person, role, overrides);
  return person;
}

const sales = (): GrantOverrides => ({ scopeKind: 'DEPARTMENT', scopeId: inSales.departmentId });
const allied = async (): Promise<GrantOverrides> => {
  const [partner] = await server.services.database.read(world, (transaction) => transaction.query<{ id: string }>(`SELECT id FROM partner_account WHERE name = 'Allied'`));
  return { scopeKind: 'PARTNER_ACCOUNT', scopeId: partner!.id };
};

/** Each with how many they follow in the open and in the closed plan. */
const followers: readonly { readonly who: string; readonly person: () => Promise<BuiltPerson> | BuiltPerson; readonly open: number; readonly closed: number }[] = [
  { who: 'a master admin', person: () => world.admin, open: 11, closed: 11 },
  { who: 'a sub admin', person: () => grantedTo('SUB_ADMIN'), open: 11, closed: 11 },
  { who: 'a sub admin of a department', person: () => grantedTo('SUB_ADMIN', sales()), open: 8, closed: 8 },
  { who: 'the owner', person: () => owner, open: 11, closed: 11 },
  { who: 'a plan admin', person: () => grantedTo('PLAN_ADMIN'), open: 11, closed: 0 },
  { who: 'a plan admin of a department', person: () => grantedTo('PLAN_ADMIN', sales()), open: 8, closed: 0 },
  { who: 'an auditor', person: () => grantedTo('AUDITOR'), open: 11, closed: 11 },
  { who: 'an auditor of a department', person: () => grantedTo('AUDITOR', sales()), open: 8, closed: 8 },
  { who: 'a manager', person: () => boss, open: 3, closed: 3 },
  { who: 'a partner admin', person: async () => grantedTo('PARTNER_ADMIN', await allied()), open: 3, closed: 3 },
  { who: 'a learner', person: () => inSales, open: 1, closed: 1 },
  { who: 'somebody who has nothing to do with it', person: () => world.learner, open: 0, closed: 0 },
];

describe('the totals of a plan are those of the people whom the caller may track: what their list adds up to [D20, D35, 2.11]', () => {
  test.each(followers)('$who: $open in the open plan, $closed in the closed one', async ({ person, ...expected }) => {
    const client = await later.signInAs(await person());
    const socket = await client.socket();
    for (const which of ['open', 'closed'] as const) {
      const variables = { id: plans[which] };
      const rows = await addUp(client, plans[which]);
      expect(rows?.total ?? 0).toBe(expected[which]);
      const { planProgress } = await client.ask<{ planProgress: Totals | null }>(`query ($id: ID!) { planProgress(planId: $id) { ${fields} } }`, variables);
      expect(sorted(planProgress)).toEqual(rows);
      // Who only follows some people reads no plans.
      const { body } = await client.graphql<{ learningPlan: { progress: Totals | null } | null }>(`query ($id: ID!) { learningPlan(id: $id) { progress { ${fields} } } }`, variables);
      if (body.data?.learningPlan) expect(sorted(body.data.learningPlan.progress)).toEqual(rows);
      if (!rows) continue;
      const live = await socket.first<{ data: { planProgressChanged: Totals } }>(socket.subscribe(`subscription ($id: ID!) { planProgressChanged(planId: $id) { ${fields} } }`, variables));
      expect(sorted(live.data.planProgressChanged)).toEqual(rows);
    }
    socket.cut();
  });

  test('every figure differs from nothing, so that none of them is right by chance', async () => {
    const totals = await addUp(await later.signInAs(await grantedTo('SUB_ADMIN', sales())), plans.open);
    expect(totals?.counts.map(({ status }) => status)).toEqual(['COMPLETED', 'IN_PROGRESS', 'NOT_STARTED']);
    expect(totals?.overdue).toBeGreaterThan(0);
    expect(totals?.completions.length).toBeGreaterThan(0);
  });

  test('a key sees the totals of the people that it is limited to, and none without the scope for progress', async () => {
    const ask = async (scopes: readonly string[], overrides: object) => {
      const { key } = await buildApiClient(server.services.database, world.caller, { scopes, ...overrides });
      return later.withKey(key);
    };
    const partner = await ask(['read:progress'], await allied());
    const { planProgress } = await partner.ask<{ planProgress: Totals }>(`query ($id: ID!) { planProgress(planId: $id) { ${fields} } }`, { id: plans.open });
    expect(sorted(planProgress)).toEqual(await addUp(partner, plans.open));
    const reader = await ask(['read:plans'], {});
    expect(await reader.ask('query ($id: ID!) { learningPlan(id: $id) { progress { total } } }', { id: plans.open })).toEqual({ learningPlan: { progress: null } });
  });

  test('the members of an assignment are counted likewise', async () => {
    const count = async (person: BuiltPerson): Promise<number> => {
      const { assignments } = await (await server.signInAs(person)).ask<{ assignments: { edges: { node: { members: { people: number }[] } }[] } }>(
        'query ($id: ID!) { assignments(planId: $id) { edges { node { members { state people } } } } }',
        { id: plans.open },
      );
      return assignments.edges[0]!.node.members.reduce((sum, { people }) => sum + people, 0);
    };
    expect([await count(world.admin), await count(await grantedTo('SUB_ADMIN', sales()))]).toEqual([12, 8]);
  });

  test('counted at this moment, fifty plans take as many statements as one', async () => {
    for (let number = 0; number < 50; number++) await buildPlan(server.services.database, world.caller, { milestones: [{ items: [world.course.id] }] });
    const client = await server.signInAs(await grantedTo('SUB_ADMIN', sales()));
    const statements = countStatements();
    const ask = (first: number) => client.ask('query ($first: Int!) { learningPlans(first: $first) { edges { node { progress { total } } } } }', { first });
    const [one, fifty] = [await statements.count(() => ask(1)), await statements.count(() => ask(50))];
    expect(fifty).toBe(one);
    statements.stop();
  });
});
