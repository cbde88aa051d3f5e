import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AudienceExpression } from '@milepost/domain';
import { assignPlan } from './features/assignments/assignment.factory.ts';
import { buildCatalog } from './features/catalogs/catalog.factory.ts';
import { buildCourse } from './features/learning-objects/course.factory.ts';
import { buildPlan, type PlanOverrides } from './features/learning-plans/learning-plan.factory.ts';
import { buildPeople, type BuiltPerson } from './features/people-import/person.factory.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { buildWorld, type World } from './testing/build-world.ts';
import { startTestServer, type TestServer, type TestSession } from './testing/start-test-server.ts';

let testDatabase: TestDatabase;
let server: TestServer;
let world: World;
let admin: TestSession;
let ann: BuiltPerson;
let bo: BuiltPerson;
let annClient: TestSession;
let boClient: TestSession;

const everyone: AudienceExpression = { kind: 'EVERYONE' };
const onlyAnn = (): AudienceExpression => ({ kind: 'PEOPLE', personIds: [ann.id as never] });

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  server = await startTestServer(testDatabase, { roles: new Set(['web']) });
  world = await buildWorld(server.services.database);
  [ann, bo] = (await buildPeople(server.services.database, world.organizationId, [{ displayName: 'Ann' }, { displayName: 'Bo', locale: 'zh-CN' }])) as [BuiltPerson, BuiltPerson];
  [admin, annClient, boClient] = [await server.signInAs(world.admin), await server.signInAs(ann), await server.signInAs(bo)];
});

afterAll(async () => {
  await server.stop();
  await testDatabase.close();
});

interface Offer {
  id: string;
  kind: string;
  name: string;
  summary: string;
  catalogs: { id: string; name: string }[];
  mine: { enrollmentId: string; status: string } | null;
}
interface Centre {
  total: number;
  edges: { cursor: string; node: Offer }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  facets: { kinds: { value: string; count: number }[]; catalogs: { value: string; name: string; count: number }[]; mine: number; notMine: number };
}
const centreText = `query ($filter: OfferFilterInput, $sort: OfferSort! = NAME, $first: Int! = 50, $after: String) { learningCentre(filter: $filter, sort: $sort, first: $first, after: $after) {
  total edges { cursor node { id kind name summary catalogs { id name } mine { enrollmentId status } } } pageInfo { hasNextPage endCursor }
  facets { kinds { value count } catalogs { value name count } mine notMine } } }`;
const centre = async (client: TestSession, variables: object = {}): Promise<Centre> => (await client.ask<{ learningCentre: Centre }>(centreText, variables)).learningCentre;
const namesOf = (page: Centre): string[] => page.edges.map(({ node }) => node.name);
const finds = async (client: TestSession, id: string): Promise<boolean> => (await centre(client, { first: 100 })).edges.some(({ node }) => node.id === id);

async function plan(overrides: PlanOverrides = {}, range: AudienceExpression | null = null, more: object = {}): Promise<string> {
  const id = await buildPlan(server.services.database, world.caller, { milestones: [{ items: [world.course.id] }], ...overrides });
  if (range || Object.keys(more).length > 0) await settings(id, { visibleRange: range, ...more });
  return id;
}
async function settings(planId: string, changes: object): Promise<void> {
  const { learningPlan } = await admin.ask<{ learningPlan: { rowVersion: number } }>('query ($id: ID!) { learningPlan(id: $id) { rowVersion } }', { id: planId });
  const { setPlanVisibleRange } = await admin.ask<{ setPlanVisibleRange: { __typename: string } }>('mutation ($input: SetPlanVisibleRangeInput!) { setPlanVisibleRange(input: $input) { __typename } }', {
    input: { planId, rowVersion: learningPlan.rowVersion, ...changes },
  });
  expect(setPlanVisibleRange.__typename).toBe('LearningPlan');
}

interface Preview {
  __typename: string;
  offer: Offer;
  minutes: number;
  due: { date: string } | null;
  milestones: { name: string; items: { name: string }[] }[];
  modules: { name: string }[];
  viewerCan: { start: boolean; add: boolean; remove: boolean };
  cannotStartBecause: string | null;
  problems: { code: string; message: string }[];
}
const shown = `... on LearningOfferPreview { offer { id name mine { enrollmentId status } } minutes due { date } milestones { name items { name } } modules { name } viewerCan { start add remove } cannotStartBecause }`;
const refusal = '__typename ... on Refusal { problems { code message } }';
const preview = async (client: TestSession, id: string): Promise<Preview | null> => (await client.ask<{ learningOffer: Preview | null }>(`query ($id: ID!) { learningOffer(id: $id) { ${shown} } }`, { id })).learningOffer;
const take = async (client: TestSession, act: 'startLearning' | 'addToMyPlans', id: string): Promise<Preview> =>
  (await client.ask<Record<string, Preview>>(`mutation ($input: TakeUpInput!) { ${act}(input: $input) { ${shown} ${refusal} } }`, { input: { id } }))[act]!;
const putBack = async (client: TestSession, id: string) =>
  (await client.ask<{ removeFromMyPlans: { __typename: string; preview: Preview | null } }>(`mutation ($input: TakeUpInput!) { removeFromMyPlans(input: $input) { __typename ... on PutBack { preview { ${shown} } } ... on Refusal { problems { code } } } }`, { input: { id } })).removeFromMyPlans;
const rows = <Row extends object>(sql: string, values: unknown[]): Promise<Row[]> => server.services.database.read({ organizationId: world.organizationId }, (transaction) => transaction.query<Row>(sql, values));

describe('who can find a plan [D14, D15, X3, L59]', () => {
  test('within the visible range, and nobody else', async () => {
    const id = await plan({}, onlyAnn());
    expect([await finds(annClient, id), await finds(boClient, id)]).toEqual([true, false]);
    expect(await preview(boClient, id)).toBeNull();
  });

  test('in the audience of a catalog that lists it, although it has no range', async () => {
    const id = await plan();
    expect(await finds(annClient, id)).toBe(false);
    await buildCatalog(server.services.database, world.caller, { audience: onlyAnn(), planIds: [id] });
    expect([await finds(annClient, id), await finds(boClient, id)]).toEqual([true, false]);
  });

  test('a catalog for nobody shows it to nobody', async () => {
    const id = await plan();
    await buildCatalog(server.services.database, world.caller, { audience: null, planIds: [id] });
    expect(await finds(annClient, id)).toBe(false);
  });

  test('not while it is a draft, inactive or not displayed', async () => {
    const draft = await plan({ published: false }, everyone);
    const hidden = await plan({}, everyone, { displayOnFrontEnd: false });
    const inactive = await plan({}, everyone);
    await server.services.database.write(world.admin, (transaction) => transaction.query(`UPDATE learning_plan SET lifecycle = 'INACTIVE' WHERE id = $1`, [inactive]));
    for (const id of [draft, hidden, inactive]) expect({ id, found: await finds(annClient, id) }).toEqual({ id, found: false });
  });

  test('who has it assigned finds it outside of the range and of every catalog, and nobody else does [X3]', async () => {
    const id = await plan({}, null, { displayOnFrontEnd: false });
    await assignPlan(server.services.database, world.caller, id, { audience: onlyAnn() });
    const found = (await centre(annClient, { first: 100 })).edges.find(({ node }) => node.id === id)?.node;
    expect(found?.mine?.status).toBe('NOT_STARTED');
    expect((await preview(annClient, id))?.viewerCan).toEqual({ start: false, add: false, remove: false });
    expect(await finds(boClient, id)).toBe(false);
    expect((await take(boClient, 'startLearning', id)).problems[0]?.code).toBe('NOT_TO_BE_FOUND');
  });

  test('a course by itself only in a catalog', async () => {
    const course = await buildCourse(server.services.database, world.organizationId, { name: 'Alone', modules: 2 });
    expect(await finds(annClient, course.id)).toBe(false);
    await buildCatalog(server.services.database, world.caller, { audience: onlyAnn(), learningObjectIds: [course.id] });
    expect([await finds(annClient, course.id), await finds(boClient, course.id)]).toEqual([true, false]);
    expect((await preview(annClient, course.id))?.modules).toHaveLength(2);
  });
});

test('a search finds names and descriptions in any script, without accents, and marks nothing else [L45]', async () => {
  const catalogId = await buildCatalog(server.services.database, world.caller, { name: 'Searched', audience: onlyAnn() });
  const make = async (name: string) => {
    const id = await plan({ name });
    await admin.ask('mutation ($input: CatalogFillingInput!) { addToCatalogs(input: $input) { __typename } }', { input: { catalogIds: [catalogId], planIds: [id] } });
    return id;
  };
  const cafe = await make('Café du Nord 100%');
  await make('安全培训入门');
  await server.services.database.write(world.admin, (transaction) => transaction.query(`UPDATE learning_plan SET description_key = 'fire drills' WHERE id = $1`, [cafe]));
  const search = async (text: string) => namesOf(await centre(annClient, { filter: { search: text, catalogIds: [catalogId] } }));
  expect(await search('cafe DU')).toEqual(['Café du Nord 100%']);
  expect(await search('FIRE drill')).toEqual(['Café du Nord 100%']);
  expect(await search('培训')).toEqual(['安全培训入门']);
  expect(await search('100%')).toEqual(['Café du Nord 100%']);
  expect(await search('_')).toEqual([]);
});

test('facets count each choice with the other filters at work, and pages are cut by key in both orders', async () => {
  const names = ['E', 'C', 'A', 'D', 'B'].map((letter) => `Page ${letter}`);
  const ids: string[] = [];
  for (const [index, name] of names.entries()) ids.push(await plan({ name, preset: index < 2 ? 'TRAINING_PLAN' : 'LEARNING_PLAN' }));
  const course = await buildCourse(server.services.database, world.organizationId, { name: 'Page F' });
  const [one, two] = [
    await buildCatalog(server.services.database, world.caller, { name: 'Paged 1', audience: onlyAnn(), planIds: ids, learningObjectIds: [course.id] }),
    await buildCatalog(server.services.database, world.caller, { name: 'Paged 2', audience: onlyAnn(), planIds: ids.slice(0, 2) }),
  ];
  await take(annClient, 'startLearning', ids[0]!);
  const filter = { search: 'page', catalogIds: [one, two] };
  const whole = await centre(annClient, { filter });
  expect(whole.total).toBe(6);
  expect(whole.facets).toEqual({
    kinds: expect.arrayContaining([
      { value: 'COURSE', count: 1 },
      { value: 'LEARNING_PLAN', count: 3 },
      { value: 'TRAINING_PLAN', count: 2 },
    ]),
    catalogs: [
      { value: one, name: 'Paged 1', count: 6 },
      { value: two, name: 'Paged 2', count: 2 },
    ],
    mine: 1,
    notMine: 5,
  });
  const trainings = await centre(annClient, { filter: { ...filter, kinds: ['TRAINING_PLAN'], mine: false } });
  expect([namesOf(trainings), trainings.facets.kinds.length, trainings.facets.catalogs.map(({ count }) => count)]).toEqual([['Page C'], 3, [1, 1]]);
  for (const [sort, expected] of [['NAME', ['A', 'B', 'C', 'D', 'E', 'F']], ['NEWEST', ['F', 'B', 'D', 'A', 'C', 'E']]] as const) {
    const read: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Centre = await centre(annClient, { filter, sort, first: 2, after });
      read.push(...namesOf(page));
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect({ sort, read }).toEqual({ sort, read: expected.map((letter) => `Page ${letter}`) });
  }
});

describe('taking something up by oneself [D14, D22, L21, L22, L23]', () => {
  test('a preview says what it holds, how long it takes and by when it would be due', async () => {
    const id = await plan({ name: 'Looked at', dueRule: { kind: 'RELATIVE', amount: 10, unit: 'DAYS', anchor: 'ENROLLED' } as never }, onlyAnn());
    const seen = (await preview(annClient, id))!;
    expect(seen).toMatchObject({ offer: { name: 'Looked at', mine: null }, viewerCan: { start: true, add: false, remove: false }, cannotStartBecause: null });
    expect(seen.milestones.map(({ items }) => items.map(({ name }) => name))).toEqual([[expect.any(String)]]);
    expect(Date.parse(seen.due!.date) - Date.now()).toBeGreaterThan(8 * 86_400_000);
    expect(await rows('SELECT FROM enrollment WHERE plan_id = $1', [id])).toHaveLength(0);
  });

  test('200 who start it at once, and again, have it once', async () => {
    const id = await plan({}, everyone);
    const answers = await Promise.all(Array.from({ length: 200 }, () => take(annClient, 'startLearning', id)));
    expect(new Set(answers.map(({ offer }) => offer.mine?.enrollmentId)).size).toBe(1);
    expect(await rows('SELECT s.kind FROM enrollment e JOIN enrollment_source s ON s.enrollment_id = e.id WHERE e.plan_id = $1', [id])).toEqual([{ kind: 'SELF_STARTED' }]);
    expect(await rows('SELECT type FROM event_log WHERE ids->>$1 = $2 AND type LIKE $3', ['subjectId', id, 'registration.%'])).toEqual([{ type: 'registration.started' }]);
  });

  test('what cannot be found any more, or has ended, is refused in the words of the learner', async () => {
    const id = await plan({}, everyone);
    await settings(id, { visibleRange: null });
    expect((await take(boClient, 'startLearning', id)).problems).toEqual([{ code: 'NOT_TO_BE_FOUND', message: '此内容已不再向您开放。未作任何更改。' }]);
    const ended = await plan({}, everyone);
    await testDatabase.asOwner('ALTER TABLE plan_version DISABLE TRIGGER immutable');
    await server.services.database.write(world.admin, (transaction) =>
      transaction.query(`UPDATE plan_version v SET ends_at = now() - interval '1 day', end_policy = 'CLOSE' FROM learning_plan p WHERE p.id = $1 AND v.id = p.published_version_id`, [ended]),
    );
    expect((await take(annClient, 'startLearning', ended)).problems[0]?.code).toBe('PLAN_ENDED');
    expect((await preview(boClient, ended))?.cannotStartBecause).toBe('此内容已结束，不再接受新学员。');
  });

  test('added for later only where the plan offers it, removed, and added again', async () => {
    const id = await plan({}, everyone);
    expect((await take(annClient, 'addToMyPlans', id)).problems[0]?.code).toBe('NOT_TO_BE_ADDED');
    await settings(id, { showAddToMyPlans: true });
    expect(await take(annClient, 'addToMyPlans', id)).toMatchObject({ offer: { mine: { status: 'NOT_STARTED' } }, viewerCan: { start: true, add: false, remove: true } });
    expect((await putBack(annClient, id)).preview).toMatchObject({ offer: { mine: null }, viewerCan: { start: true, add: true, remove: false } });
    expect((await putBack(annClient, id)).__typename).toBe('PutBack');
    await take(annClient, 'addToMyPlans', id);
    expect((await take(annClient, 'startLearning', id)).offer.mine).not.toBeNull();
    const sources = await rows<{ kind: string; ended: string | null }>('SELECT s.kind, s.ended_because AS ended FROM enrollment e JOIN enrollment_source s ON s.enrollment_id = e.id WHERE e.plan_id = $1 ORDER BY s.id', [id]);
    expect(sources).toEqual([{ kind: 'BOOKMARK', ended: 'CANCELLED' }, { kind: 'BOOKMARK', ended: null }, { kind: 'SELF_STARTED', ended: null }]);
    const told = await rows<{ type: string; kind: string }>(`SELECT type, ids->>'kind' AS kind FROM event_log WHERE ids->>'subjectId' = $1 AND type LIKE 'registration.%' ORDER BY xid, seq`, [id]);
    expect(told.map(({ type, kind }) => `${type} ${kind}`)).toEqual(['registration.started BOOKMARK', 'registration.cancelled BOOKMARK', 'registration.started BOOKMARK', 'registration.started SELF_STARTED']);
  });

  test('what is assigned stays when somebody removes it', async () => {
    const id = await plan({}, everyone);
    await take(boClient, 'startLearning', id);
    await assignPlan(server.services.database, world.caller, id, { audience: { kind: 'PEOPLE', personIds: [bo.id as never] } });
    expect((await putBack(boClient, id)).preview?.offer.mine?.status).toBe('NOT_STARTED');
    expect((await putBack(boClient, world.planId)).__typename).toBe('NotFound');
  });

  test('a course by itself is started like a plan', async () => {
    const course = await buildCourse(server.services.database, world.organizationId);
    await buildCatalog(server.services.database, world.caller, { audience: onlyAnn(), learningObjectIds: [course.id] });
    const started = await take(annClient, 'startLearning', course.id);
    expect(started.offer.mine?.status).toBe('NOT_STARTED');
    const { myLearning } = await annClient.ask<{ myLearning: { plans: { enrollmentId: string; planId: string | null; why: string }[] } }>('{ myLearning { plans { enrollmentId planId why } } }');
    expect(myLearning.plans.find(({ enrollmentId }) => enrollmentId === started.offer.mine?.enrollmentId)).toMatchObject({ planId: null, why: expect.stringMatching(/^You started this yourself on /) });
  });

  test('"Registered" lists who started it by themselves, and "Assigned" who has it assigned [L38]', async () => {
    const id = await plan({}, everyone);
    await take(annClient, 'startLearning', id);
    await assignPlan(server.services.database, world.caller, id, { audience: { kind: 'PEOPLE', personIds: [bo.id as never] } });
    const people = async (reach: string): Promise<string[]> => {
      const { enrollments } = await admin.ask<{ enrollments: { edges: { node: { person: { displayName: string } } }[] } }>(
        'query ($filter: EnrollmentFilterInput) { enrollments(filter: $filter) { edges { node { person { displayName } } } } }',
        { filter: { planId: id, reach } },
      );
      return enrollments.edges.map(({ node }) => node.person.displayName);
    };
    expect([await people('REGISTERED'), await people('ASSIGNED')]).toEqual([['Ann'], ['Bo']]);
  });
});
