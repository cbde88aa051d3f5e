import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { withClient } from '../dev/postgres/prepare-database.ts';
import { eventually } from './eventually.ts';
import { act, makePlan } from './make-plan.ts';
import { type Product, startProduct } from './product.ts';

jest.setTimeout(120_000);

let product: Product;
/** What everybody has, from the test that gives it on. */
let planId: string;
const newcomers = 2_500;

beforeAll(async () => {
  product = await startProduct();
});

afterAll(() => product.stop());

/**
 * Commits the act in two tabs, kills everything when it is half-way, starts it again, waits until the act is done, as it is found again among all, and
 * commits once more what was seen long ago: it has been done once.
 */
async function killAmid(operationId: string): Promise<void> {
  const { admin } = product;
  const previewHash = await admin.whenPreviewed(operationId);
  await Promise.all([admin.press(operationId, previewHash), admin.press(operationId, previewHash)]);
  await admin.whenHalfWay(operationId);
  await product.killAndStart();
  const { operations } = await admin.ask<{ operations: { edges: { node: { id: string } }[] } }>('{ operations(first: 10) { edges { node { id } } } }');
  expect(operations.edges.map(({ node }) => node.id)).toContain(operationId);
  const done = await eventually('the act is done', async () => {
    const seen = await admin.operation(operationId);
    return seen.state === 'DONE' && seen;
  }, 30);
  await admin.press(operationId, previewHash);
  expect(await admin.operation(operationId)).toEqual(done);
}

test('all processes are killed amid an import: it is finished, each row once, and the admin finds it again [16, 23]', async () => {
  const rows = Array.from({ length: newcomers }, (_, index) => `N${index},Newcomer ${index},n${index}@example.com,${index < 2 ? '' : 'N0'}`);
  const operationId = await product.admin.previewImport(['Employee number,Name,E-mail,Manager', ...rows].join('\n'));
  await killAmid(operationId);
  expect(await product.admin.operation(operationId)).toMatchObject({ rowsDone: newcomers, result: [{ class: 'IMPORTED', rows: newcomers }] });
  const found = await product.tally(
    `SELECT count(*)::int AS people, count(DISTINCT employee_number)::int AS numbers,
       (SELECT count(*)::int FROM person_revision r JOIN person p ON p.id = r.person_id WHERE p.employee_number IS NOT NULL) AS revisions
     FROM person WHERE employee_number IS NOT NULL`,
  );
  expect(found).toEqual({ people: newcomers, numbers: newcomers, revisions: newcomers });
});

test('all processes are killed amid an assignment to everybody: it is finished, everybody has the plan once [20, 23]', async () => {
  planId = await makePlan(product.admin);
  const operationId = await product.admin.previewAssignment(planId);
  await killAmid(operationId);
  const found = await product.tally(
    `SELECT (SELECT count(*)::int FROM enrollment WHERE subject_id = $1) AS enrollments, (SELECT count(*)::int FROM standing WHERE subject_id = $1) AS standings,
       (SELECT sum(people)::int FROM status_count WHERE subject_id = $1) AS counted,
       (SELECT count(*)::int FROM enrollment_source s JOIN enrollment e ON e.id = s.enrollment_id WHERE e.subject_id = $1) AS causes`,
    [planId],
  );
  const people = newcomers + 1;
  expect(found).toEqual({ enrollments: people, standings: people, counted: people, causes: people });
});

test('all processes are killed amid a due date for everybody, and amid taking it back: each has it once, and has it no more [20, 23]', async () => {
  const operationId = await product.admin.preview('previewSetDue', { planId, filter: {}, due: '2099-12-31', reason: 'A long winter' });
  await killAmid(operationId);
  const tally = (): Promise<object> =>
    product.tally(
      `SELECT count(*)::int AS given, count(*) FILTER (WHERE o.valid_to IS NULL)::int AS "inForce", count(DISTINCT o.enrollment_id)::int AS enrollments,
         (SELECT count(*)::int FROM standing WHERE subject_id = $1 AND due_on = '2099-12-31') AS due
       FROM override o JOIN enrollment e ON e.id = o.enrollment_id WHERE e.subject_id = $1`,
      [planId],
    );
  const people = newcomers + 1;
  expect(await tally()).toEqual({ given: people, inForce: people, enrollments: people, due: people });
  await killAmid(await product.admin.preview('previewUndo', { operationId }));
  expect(await tally()).toEqual({ given: people, inForce: 0, enrollments: people, due: 0 });
});

test('all processes are killed amid a list that joins a group, and amid its leaving: each is in it once, and was in it once [16, 20]', async () => {
  const { id: groupId } = await act<{ id: string }>(product.admin, 'createGroup', 'CreateGroupInput', '... on Group { id }', { name: 'All newcomers' });
  const numbers = Array.from({ length: newcomers }, (_, index) => `N${index}`);
  const fileId = await product.admin.uploadList(['Job number', ...numbers].join('\n'));
  await killAmid(await product.admin.preview('previewGroupImport', { groupId, fileId }));
  const tally = (): Promise<object> =>
    product.tally(
      `SELECT count(*)::int AS memberships, count(DISTINCT person_id)::int AS people, count(*) FILTER (WHERE valid_to IS NULL)::int AS members
       FROM group_membership WHERE group_id = $1`,
      [groupId],
    );
  expect(await tally()).toEqual({ memberships: newcomers, people: newcomers, members: newcomers });
  await killAmid(await product.admin.preview('previewLeaveGroup', { groupId }));
  expect(await tally()).toEqual({ memberships: newcomers, people: newcomers, members: 0 });
});

async function findPerson(employeeNumber: string): Promise<string> {
  const { id } = await product.tally<{ id: string }>('SELECT id FROM person WHERE employee_number = $1', [employeeNumber]);
  return id;
}

test('all processes are killed amid a merge of two records of a manager: all that reported to the one reports to the other, once [20, 23]', async () => {
  const [fromId, intoId] = await Promise.all([findPerson('N0'), findPerson('N1')]);
  await killAmid(await product.admin.preview('previewPersonMerge', { fromId, intoId }));
  const found = await product.tally(
    `SELECT count(*) FILTER (WHERE manager_id = $2)::int AS reports, count(*) FILTER (WHERE manager_id = $1)::int AS "reportsBefore",
       count(*) FILTER (WHERE merged_into_id = $2)::int AS merged,
       (SELECT count(*)::int FROM (SELECT FROM person_revision r JOIN person p ON p.id = r.person_id WHERE p.manager_id = $2 GROUP BY p.id HAVING count(*) = 2) twice) AS "keptTwice"
     FROM person`,
    [fromId, intoId],
  );
  expect(found).toEqual({ reports: newcomers - 2, reportsBefore: 0, merged: 1, keptTwice: newcomers - 2 });
});

test('all processes are killed amid an upload: it goes on where it was, and the file is there once [16, 23]', async () => {
  const text = `Employee number,Name,E-mail\n${'U1,Uploaded,u1@example.com\n'.repeat(40_000)}`;
  const bytes = new TextEncoder().encode(text);
  const half = Math.floor(bytes.length / 2);
  const place = await product.admin.beginUpload(bytes.length, 'IMPORT', 'people.csv');
  expect((await product.admin.sendPart(place, 0, bytes.slice(0, half))).status).toBe(204);
  // A part that is on its way when the process dies is kept as far as it came.
  const cutOff = product.admin.sendPart(place, half, bytes.slice(half)).catch(() => undefined);
  await product.killAndStart();
  const sent = await cutOff;
  const files = (): Promise<{ n: number }> => product.tally('SELECT count(*)::int AS n FROM stored_file WHERE size = $1', [bytes.length]);
  if (!sent?.headers.get('x-file-id')) {
    const offset = await product.admin.offsetOf(place);
    expect(offset).toBeGreaterThanOrEqual(half);
    const rest = await product.admin.sendPart(place, offset, bytes.slice(offset));
    expect({ status: rest.status, fileId: rest.headers.get('x-file-id') }).toEqual({ status: 204, fileId: expect.any(String) });
  }
  expect(await files()).toEqual({ n: 1 });
});

test('all processes are killed amid the filling of catalogs: nothing of it stands; sent once more, and again, each thing stands in each catalog once [L45, 17, 23]', async () => {
  const makeAll = async (count: number, mutation: string, inputType: string, selection: string, input: (index: number) => object): Promise<string[]> => {
    const made: string[] = [];
    while (made.length < count) made.push((await act<{ id: string }>(product.admin, mutation, inputType, selection, input(made.length))).id);
    return made;
  };
  const catalogIds = await makeAll(10, 'createCatalog', 'CreateCatalogInput', '... on Catalog { id }', (index) => ({ name: `Shelf ${index}` }));
  const planIds = await makeAll(200, 'createLearningPlan', 'CreateLearningPlanInput', '... on LearningPlan { id }', (index) => ({ name: `Plan ${index}`, preset: 'LEARNING_PLAN' }));
  const entries = catalogIds.length * planIds.length;
  const fill = (): Promise<{ changed: number }> => act(product.admin, 'addToCatalogs', 'CatalogFillingInput', '... on CatalogFilling { changed }', { catalogIds, planIds, clientMutationId: 'fill' });
  const standing = (): Promise<{ standing: number; audited: number }> =>
    product.tally("SELECT (SELECT count(*)::int FROM catalog_entry WHERE valid_to IS NULL) AS standing, (SELECT count(*)::int FROM audit_entry WHERE act = 'catalog.add') AS audited");
  // The audit of what has just been written waits, until all are killed.
  await withClient(product.postgres.url('superuser'), async (client) => {
    await client.query('BEGIN');
    await client.query('LOCK TABLE audit_entry');
    const cutOff = fill().catch(() => 'CUT_OFF');
    await eventually('entries are written', () => product.tally<{ waits: boolean }>("SELECT EXISTS (SELECT FROM pg_locks WHERE relation = 'audit_entry'::regclass AND NOT granted) AS waits").then(({ waits }) => waits));
    await product.killAndStart();
    expect(await cutOff).toBe('CUT_OFF');
    await client.query('ROLLBACK');
  });
  expect(await standing()).toEqual({ standing: 0, audited: 0 });
  expect((await fill()).changed).toBe(entries);
  expect((await fill()).changed).toBe(entries);
  expect(await standing()).toEqual({ standing: entries, audited: catalogIds.length });
});
