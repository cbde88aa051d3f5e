import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '../../platform/database/new-id.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { buildWorld, type World } from '../../testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from '../../testing/start-test-server.ts';
import { buildGrant } from '../access/caller.factory.ts';
import { assignPlan } from '../assignments/assignment.factory.ts';
import { buildCourse, type BuiltCourse } from '../learning-objects/course.factory.ts';
import { buildPlan } from '../learning-plans/learning-plan.factory.ts';
import { buildPeople, type BuiltPerson } from '../people-import/person.factory.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;
let people: BuiltPerson[];
let courses: BuiltCourse[];

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  people = await buildPeople(server.services.database, world.organizationId, [
    { displayName: 'Ana', department: ['Sales', 'North'], partnerAccount: 'Allied' },
    { displayName: 'Ben', department: ['Sales'], partnerAccount: 'Allied' },
    { displayName: 'Cid', department: ['Field'] },
    { displayName: 'Cid before', department: ['Field'] },
  ]);
  courses = await Promise.all(['Ladders', 'Ropes', 'Knots'].map((name) => buildCourse(server.services.database, world.organizationId, { name })));
  // The fourth record is an earlier one of the third person.
  await write(`UPDATE person SET merged_into_id = $2, status = 'LEFT', merged_at = now() WHERE id = $1`, [people[3]!.id, people[2]!.id]);
  admin = await server.signInAs(world.admin);
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

const write = (sql: string, parameters: readonly unknown[]): Promise<object[]> => server.services.database.write(world, (transaction) => transaction.query(sql, parameters));

interface Found {
  readonly person: { readonly id: string; readonly displayName: string };
  readonly learningObject: { readonly id: string; readonly name: string } | null;
  readonly plan: { readonly id: string } | null;
  readonly state: string;
  readonly completedOn: string | null;
  readonly startedOn: string | null;
  readonly origin: string | null;
}

interface PageOfRecords {
  readonly edges: readonly { readonly node: Found }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const query = `query ($type: TrainingType!, $filter: TrainingProgressFilterInput, $first: Int, $after: String) {
  trainingProgress(type: $type, filter: $filter, first: $first, after: $after) {
    edges { node { person { id displayName } learningObject { id name } plan { id } state completedOn startedOn origin } } pageInfo { hasNextPage endCursor } }
  trainingProgressCount(type: $type, filter: $filter)
}`;

/** All records that a filter lets through, read in pages, and how many the API says there are. */
async function readAll(client: TestSession, type: string, filter: object, first = 2): Promise<{ records: Found[]; count: number }> {
  const records: Found[] = [];
  for (let after: string | null = null; ; ) {
    const { trainingProgress: page, trainingProgressCount: count }: { trainingProgress: PageOfRecords; trainingProgressCount: number } = await client.ask(query, { type, filter, first, after });
    records.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return { records, count };
    after = page.pageInfo.endCursor;
  }
}

const days = ['2026-03-01', '2026-03-02', '2026-03-03'] as const;
const origins = ['AUTO', 'MANUAL', 'IMPORT'] as const;

/** What happened in one organization, told in words: who did what on which day, what was revoked, who has begun what. */
interface Happened {
  readonly completions: readonly { readonly who: number; readonly what: number; readonly day: (typeof days)[number]; readonly origin: (typeof origins)[number]; readonly isRevoked: boolean }[];
  readonly begun: readonly { readonly who: number; readonly what: number; readonly day: (typeof days)[number]; readonly isDone: boolean }[];
}

const happened: fc.Arbitrary<Happened> = fc.record({
  completions: fc.array(fc.record({ who: fc.nat(3), what: fc.nat(2), day: fc.constantFrom(...days), origin: fc.constantFrom(...origins), isRevoked: fc.boolean() }), { maxLength: 8 }),
  begun: fc.uniqueArray(fc.record({ who: fc.nat(3), what: fc.nat(2), day: fc.constantFrom(...days), isDone: fc.boolean() }), { maxLength: 6, selector: ({ who, what }) => `${who} ${what}` }),
});

interface Filter {
  readonly state?: string;
  readonly what?: number;
  readonly who?: number;
  readonly origins?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly partner?: true;
  readonly department?: true;
  readonly search?: string;
  readonly itemSearch?: string;
}

const filter: fc.Arbitrary<Filter> = fc.record(
  {
    state: fc.constantFrom('COMPLETED', 'IN_PROGRESS'),
    what: fc.nat(2),
    who: fc.nat(3),
    origins: fc.subarray([...origins], { minLength: 1 }),
    from: fc.constantFrom(...days),
    to: fc.constantFrom(...days),
    partner: fc.constant(true as const),
    department: fc.constant(true as const),
    search: fc.constantFrom('an', 'cid'),
    itemSearch: fc.constantFrom('ladd', 'nots', 'nothing'),
  },
  { requiredKeys: [] },
);

/** Who a record is of. */
const survivor = (who: number): number => (who === 3 ? 2 : who);

/** The same, found by going through everything that happened, for each person and thing. */
function expected({ completions, begun }: Happened, wanted: Filter): string[] {
  const found: string[] = [];
  for (const who of [0, 1, 2]) {
    for (const what of [0, 1, 2]) {
      const counting = completions.filter((each) => survivor(each.who) === who && each.what === what && !each.isRevoked);
      const last = counting.map(({ day }) => day).toSorted().at(-1);
      const started = begun.filter((each) => survivor(each.who) === who && each.what === what && !each.isDone).map(({ day }) => day).toSorted().at(-1);
      const day = last ?? started;
      if (!day) continue;
      // Several of one day: the one that was recorded last counts.
      const origin = last ? counting.filter((each) => each.day === last).at(-1)!.origin : null;
      const isFound =
        (!wanted.state || wanted.state === (last ? 'COMPLETED' : 'IN_PROGRESS')) &&
        (wanted.what === undefined || wanted.what === what) &&
        (wanted.who === undefined || survivor(wanted.who) === who) &&
        (!wanted.origins || (origin !== null && wanted.origins.includes(origin))) &&
        (!wanted.from || day >= wanted.from) &&
        (!wanted.to || day <= wanted.to) &&
        (!wanted.partner || who < 2) &&
        (!wanted.department || who < 2) &&
        (!wanted.itemSearch || ['ladders', 'ropes', 'knots'][what]!.includes(wanted.itemSearch)) &&
        (!wanted.search || people[who]!.displayName.toLowerCase().includes(wanted.search));
      if (isFound) found.push(`${day} ${people[who]!.displayName} ${what} ${last ? 'COMPLETED' : 'IN_PROGRESS'} ${origin ?? ''}`);
    }
  }
  return found.toSorted();
}

describe('training progress', () => {
  test('is one record for each person and thing begun, whatever happened and whatever is asked for; pages lose and repeat nothing [U5–U7]', async () => {
    await fc.assert(
      fc.asyncProperty(happened, fc.array(filter, { minLength: 1, maxLength: 4 }), fc.constantFrom(1, 2, 100), async (story, filters, size) => {
        await testDatabase.asOwner('ALTER TABLE completion_fact DISABLE TRIGGER append_only; ALTER TABLE revocation_fact DISABLE TRIGGER append_only');
        await testDatabase.asOwner('TRUNCATE completion_fact, revocation_fact, item_progress CASCADE');
        for (const { who, what, day, origin, isRevoked } of story.completions) {
          const id = newId();
          await write(
            `INSERT INTO completion_fact (organization_id, id, person_id, learning_object_id, kind, completed_on, recorded_at, origin) VALUES ($1, $2, $3, $4, 'COURSE', $5, now(), $6)`,
            [world.organizationId, id, people[who]!.id, courses[what]!.id, day, origin],
          );
          if (isRevoked) {
            await write(`INSERT INTO revocation_fact (organization_id, completion_fact_id, person_id, reason, revoked_at, cascade) VALUES ($1, $2, $3, 'x', now(), 'NONE')`, [world.organizationId, id, people[who]!.id]);
          }
        }
        for (const { who, what, day, isDone } of story.begun) {
          await write(
            `INSERT INTO item_progress (organization_id, person_id, learning_object_id, kind, state, progress, started_at, last_activity_at) VALUES ($1, $2, $3, 'COURSE', $4, 0.5, $5, $5)`,
            [world.organizationId, people[who]!.id, courses[what]!.id, isDone ? 'COMPLETED' : 'IN_PROGRESS', `${day}T12:00:00Z`],
          );
        }
        for (const wanted of [{}, ...filters]) {
          const input = {
            state: wanted.state,
            itemId: wanted.what === undefined ? undefined : courses[wanted.what]!.id,
            personId: wanted.who === undefined ? undefined : people[wanted.who]!.id,
            origins: wanted.origins,
            from: wanted.from,
            to: wanted.to,
            partnerAccountId: wanted.partner && people[0]!.partnerAccountId,
            departmentId: wanted.department && people[1]!.departmentId,
            search: wanted.search,
            itemSearch: wanted.itemSearch,
          };
          const { records, count } = await readAll(admin, 'COURSE', input, size);
          const told = records.map(({ person, learningObject, state, completedOn, startedOn, origin }) =>
            `${completedOn ?? startedOn} ${person.displayName} ${courses.findIndex(({ id }) => id === learningObject!.id)} ${state} ${origin ?? ''}`,
          );
          expect(told.toSorted()).toEqual(expected(story, wanted));
          expect(count).toBe(told.length);
          expect(told.map((each) => each.slice(0, 10))).toEqual(told.map((each) => each.slice(0, 10)).toSorted().toReversed());
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('by learning', () => {
  const ask = async (type: string, personId: string): Promise<string[]> =>
    (await readAll(admin, type, { personId })).records.map(({ plan, learningObject, state }) => `${plan ? 'plan' : (learningObject?.name ?? '')} ${state}`).toSorted();

  test('a module that is worked at, its course, its plan and its certification come with what is done, each under its own tab [U1, U2, U4]', async () => {
    const { database } = server.services;
    const [dora] = await buildPeople(database, world.organizationId, [{ displayName: 'Dora' }]);
    const course = await buildCourse(database, world.organizationId, { name: 'First aid', modules: 2 });
    for (const preset of ['LEARNING_PLAN', 'CERTIFICATION_PLAN'] as const) {
      const planId = await buildPlan(database, world.caller, { preset, milestones: [{ items: [course.id] }] });
      await assignPlan(database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: [dora!.id] as never } });
    }
    const tabs = async () => Object.fromEntries(await Promise.all(['MODULE', 'COURSE', 'PLAN', 'CERTIFICATION', 'ACTIVITY'].map(async (type) => [type, await ask(type, dora!.id)] as const)));
    expect(await tabs()).toEqual({ MODULE: [], COURSE: [], PLAN: [], CERTIFICATION: [], ACTIVITY: [] });
    const learner = await server.signInAs(dora!);
    const learn = (moduleId: string) =>
      learner.ask('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', {
        input: { moduleId, courseId: course.id, at: new Date().toISOString(), viewed: 1, reachedEnd: true, confirmed: true },
      });
    await learn(course.moduleIds[0]!);
    expect(await tabs()).toEqual({
      MODULE: ['First aid, part 1 COMPLETED'],
      COURSE: ['First aid IN_PROGRESS'],
      PLAN: ['plan IN_PROGRESS'],
      CERTIFICATION: ['plan IN_PROGRESS'],
      ACTIVITY: [],
    });
    await learn(course.moduleIds[1]!);
    expect(await tabs()).toEqual({
      MODULE: ['First aid, part 1 COMPLETED', 'First aid, part 2 COMPLETED'],
      COURSE: ['First aid COMPLETED'],
      PLAN: ['plan COMPLETED'],
      CERTIFICATION: ['plan COMPLETED'],
      ACTIVITY: [],
    });
  });

  test('a partner admin finds only the people of their partner [U8, 2.11]', async () => {
    const { database } = server.services;
    const [inside, outside, delegate] = await buildPeople(database, world.organizationId, [{ displayName: 'Inside', partnerAccount: 'Allied' }, { displayName: 'Outside' }, { partnerAccount: 'Allied' }]);
    const course = await buildCourse(database, world.organizationId);
    for (const person of [inside!, outside!]) {
      const learner = await server.signInAs(person);
      await learner.ask('mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }', {
        input: { moduleId: course.moduleIds[0], courseId: course.id, at: new Date().toISOString(), viewed: 1, reachedEnd: true, confirmed: true },
      });
    }
    await buildGrant(database, delegate!, 'PARTNER_ADMIN', { scopeKind: 'PARTNER_ACCOUNT', scopeId: delegate!.partnerAccountId! });
    const seen = async (client: TestSession) => (await readAll(client, 'COURSE', { itemId: course.id })).records.map(({ person }) => person.displayName).toSorted();
    expect(await seen(admin)).toEqual(['Inside', 'Outside']);
    expect(await seen(await server.signInAs(delegate!))).toEqual(['Inside']);
  });

  test.each([
    ['a cursor of another list', { after: Buffer.from('["x"]').toString('base64url') }],
    ['a cursor with a day that is none', { after: Buffer.from(JSON.stringify(['2026-02-30', newId(), newId()])).toString('base64url') }],
    ['a page of none', { first: 0 }],
    ['a page of too many', { first: 101 }],
    ['30 February', { filter: { from: '2026-02-30' } }],
  ])('%s is refused [bad input]', async (_, variables) => {
    const { body } = await admin.graphql(query, { type: 'COURSE', ...variables });
    expect(body.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('an id that is none finds nothing [bad input]', async () => {
    expect(await readAll(admin, 'COURSE', { itemId: 'nonsense' })).toEqual({ records: [], count: 0 });
  });
});

test('the certifications that most people of a partner have completed stand first, within what one may see; what was revoked is not among them [U8]', async () => {
  const { database } = server.services;
  const plans = await Promise.all(['Climber', 'Rigger'].map((name) => buildPlan(database, world.caller, { name, preset: 'CERTIFICATION_PLAN', milestones: [{ items: [courses[0]!.id] }] })));
  const [climber, rigger] = plans as [string, string];
  for (const [planId, whom] of [[climber, people.slice(0, 2)], [rigger, people.slice(0, 1)]] as const) {
    await assignPlan(database, world.caller, planId, { audience: { kind: 'PEOPLE', personIds: whom.map(({ id }) => id as never) } });
    for (const { id } of whom) {
      await write(`INSERT INTO completion_fact (organization_id, id, person_id, plan_id, kind, cycle, completed_on, recorded_at, origin) VALUES ($1, $2, $3, $4, 'PLAN', 1, '2026-03-01', now(), 'MANUAL')`, [world.organizationId, newId(), id, planId]);
      await write(`UPDATE standing SET status = 'COMPLETED' WHERE enrollment_id = (SELECT id FROM enrollment WHERE person_id = $1 AND plan_id = $2)`, [id, planId]);
    }
  }
  const top = 'query ($id: ID!, $first: Int) { topCertifications(partnerAccountId: $id, first: $first) { name people } }';
  const id = people[0]!.partnerAccountId;
  expect(await admin.ask(top, { id })).toEqual({ topCertifications: [{ name: 'Climber', people: 2 }, { name: 'Rigger', people: 1 }] });
  expect(await admin.ask(top, { id, first: 1 })).toEqual({ topCertifications: [{ name: 'Climber', people: 2 }] });
  const [boss] = await buildPeople(database, world.organizationId, [{ displayName: 'Boss of Ana' }]);
  await write('UPDATE person SET manager_id = $1 WHERE id = $2', [boss!.id, people[0]!.id]);
  expect(await (await server.signInAs(boss!)).ask(top, { id })).toEqual({ topCertifications: [{ name: 'Climber', people: 1 }, { name: 'Rigger', people: 1 }] });
  await write(`INSERT INTO revocation_fact (organization_id, completion_fact_id, person_id, reason, revoked_at, cascade) SELECT organization_id, id, person_id, 'x', now(), 'NONE' FROM completion_fact WHERE plan_id = $1`, [climber]);
  expect(await admin.ask(top, { id })).toEqual({ topCertifications: [{ name: 'Rigger', people: 1 }] });
  expect(await admin.ask(top, { id: 'none' })).toEqual({ topCertifications: [] });
});
