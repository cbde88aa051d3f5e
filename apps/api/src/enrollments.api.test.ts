import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DueRule } from '@milepost/domain';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';
import { assignPlan } from './features/assignments/assignment.factory.ts';
import { buildCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan } from './features/learning-plans/learning-plan.factory.ts';
import { buildPeople } from './features/people-import/person.factory.ts';

const dayMilliseconds = 86_400_000;
const people = 230;

let database: TestDatabase;
/** Two processes, of which the second takes another day for today. */
let server: TestServer;
let later: TestServer;
let world: World;
let planId: string;
let admin: TestSession;

beforeAll(async () => {
  database = await openTestDatabase();
  server = await startTestServer(database, { roles: new Set(['web']) });
  later = await startTestServer(database, { roles: new Set(['web']) }, () => new Date(Date.now() + 60 * dayMilliseconds));
  world = await buildWorld(server.services.database);
  const built = await buildPeople(server.services.database, world.organizationId, Array.from({ length: people }, () => ({})));
  planId = await buildPlan(server.services.database, world.caller, { milestones: [{ items: [world.course.id] }] });
  await assignPlan(server.services.database, world.caller, planId, {
    audience: { kind: 'PEOPLE', personIds: built.map((each) => each.id) as never },
    dueRule: { kind: 'RELATIVE', amount: 30, unit: 'DAYS', anchor: 'ENROLLED' },
  });
  admin = await server.signInAs(world.admin);
});

afterAll(async () => {
  await later.stop();
  await server.stop();
  await database.close();
});

interface PageOf<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

describe('whether an enrollment is overdue', () => {
  const overdue = (client: TestSession) =>
    client.ask<Record<'all' | 'late', PageOf<{ overdue: boolean }>>>(
      `query ($planId: ID!) {
         all: enrollments(first: 3, filter: { planId: $planId }) { edges { node { overdue } } }
         late: enrollments(first: 3, filter: { planId: $planId, overdue: true }) { edges { node { overdue } } } }`,
      { planId },
    );

  test('goes by the clock of the process, in the field as in the filter and the totals', async () => {
    const now = await overdue(admin);
    expect([now.all.edges.map(({ node }) => node.overdue), now.late.edges]).toEqual([[false, false, false], []]);
    const then = await later.signInAs(world.admin);
    const answered = await overdue(then);
    expect([answered.all, answered.late].map(({ edges }) => edges.map(({ node }) => node.overdue))).toEqual([[true, true, true], [true, true, true]]);
    const { planProgress } = await then.ask<{ planProgress: { overdue: number } }>('query ($planId: ID!) { planProgress(planId: $planId) { overdue } }', { planId });
    expect(planProgress.overdue).toBe(people);
  });
});

describe('a list', () => {
  test('is read to the end in pages of any size: everybody once, in order, and no more', async () => {
    for (const first of [1, 99, 100]) {
      const seen: string[] = [];
      const sizes: number[] = [];
      for (let after: string | null = null, more = true; more && sizes.length < people + 1; ) {
        const { enrollments }: { enrollments: PageOf<{ id: string }> } = await admin.ask(
          `query ($planId: ID!, $first: Int!, $after: String) { enrollments(first: $first, after: $after, filter: { planId: $planId }) {
             edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`,
          { planId, first, after },
        );
        seen.push(...enrollments.edges.map(({ node }) => node.id));
        sizes.push(enrollments.edges.length);
        expect(enrollments.pageInfo.endCursor).toBe(enrollments.edges.at(-1)?.cursor);
        after = enrollments.pageInfo.endCursor;
        more = enrollments.pageInfo.hasNextPage;
        if (first === 1 && sizes.length === 20) break;
      }
      if (first === 1) expect(sizes).toEqual(Array.from({ length: 20 }, () => 1));
      else expect(sizes).toEqual([...Array.from({ length: Math.floor(people / first) }, () => first), people % first]);
      expect(seen).toEqual(seen.toSorted());
      expect(new Set(seen).size).toBe(first === 1 ? 20 : people);
    }
  });

  test('of a hundred whole rows stays within what a request may cost; a hundred and one are no page', async () => {
    const ask = (first: number) =>
      admin.graphql<{ enrollments: PageOf<{ explanation: { sentence: string } }> }>(
        `query ($planId: ID!, $first: Int!) { enrollments(first: $first, filter: { planId: $planId }) { edges { node {
           id status progress overdue due { date timeZone } explanation { sentence tree } sources { kind name } milestones { key status unitsEarned }
           person { id displayName department { path } manager { name } } plan { id name } } } pageInfo { hasNextPage endCursor } } }`,
        { planId, first },
      );
    const { body } = await ask(100);
    expect(body.data?.enrollments.edges).toHaveLength(100);
    expect(body.data?.enrollments.edges.every(({ node }) => node.explanation.sentence.length > 10)).toBe(true);
    expect((await ask(101)).body.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('explanations', () => {
  test('are the same in a list of many plans as each by itself, whatever its dates are counted from and whoever can find it', async () => {
    const [person] = await buildPeople(server.services.database, world.organizationId, [{ hireDate: '2026-01-15', department: ['Sales'] }]);
    const rules = [
      { kind: 'RELATIVE', amount: 30, unit: 'DAYS', anchor: 'HIRE_DATE' },
      { kind: 'RELATIVE', amount: 2, unit: 'WEEKS', anchor: 'FIRST_SIGN_IN' },
      { kind: 'FIXED', date: '2031-05-01' },
    ] as const;
    for (const [index, dueRule] of rules.entries()) {
      const course = await buildCourse(server.services.database, world.organizationId);
      const given = await buildPlan(server.services.database, world.caller, { milestones: [{ items: [course.id] }, { items: [world.course.id] }], dueRule: dueRule as DueRule });
      await assignPlan(server.services.database, world.caller, given, { name: `By rule ${index}`, audience: { kind: 'PEOPLE', personIds: [person!.id] as never } });
      await server.services.database.write(world, (transaction) =>
        transaction.query('UPDATE learning_plan SET visible_range = $2, display_on_front_end = $3 WHERE id = $1', [given, JSON.stringify({ kind: 'EVERYONE' }), index > 0]),
      );
    }
    interface Explained {
      readonly id: string;
      readonly explanation: { readonly sentence: string; readonly tree: unknown };
    }
    const { enrollments } = await admin.ask<{ enrollments: PageOf<Explained> }>(
      'query ($personId: ID!) { enrollments(filter: { personId: $personId }) { edges { cursor node { id explanation { sentence tree } } } pageInfo { hasNextPage endCursor } } }',
      { personId: person!.id },
    );
    const listed = enrollments.edges.map(({ node }) => node);
    expect(new Set(listed.map(({ explanation }) => explanation.sentence)).size).toBe(3);
    for (const node of listed) {
      const { enrollment } = await admin.ask<{ enrollment: Explained }>('query ($id: ID!) { enrollment(id: $id) { id explanation { sentence tree } } }', { id: node.id });
      expect(enrollment).toEqual(node);
    }
  });
});
