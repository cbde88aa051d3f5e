import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { eventually } from './eventually.ts';
import { makePlan } from './make-plan.ts';
import { type Product, startProduct } from './product.ts';

jest.setTimeout(60_000);

let product: Product;
const newcomers = 2_500;

beforeAll(async () => {
  product = await startProduct();
});

afterAll(() => product.stop());

/** Commits the act, kills everything when it is half-way, starts it again, and waits until the act is done. */
async function killAmid(operationId: string): Promise<void> {
  await product.admin.commit(operationId);
  await product.admin.whenHalfWay(operationId);
  await product.killAndStart();
  const { operations } = await product.admin.ask<{ operations: { edges: { node: { id: string } }[] } }>('{ operations(first: 10) { edges { node { id } } } }');
  expect(operations.edges.map(({ node }) => node.id)).toContain(operationId);
  await eventually('the act is done', async () => (await product.admin.operation(operationId)).state === 'DONE', 30);
}

test('all processes are killed amid an import: it is finished, each row once, and the admin finds it again [16, 23]', async () => {
  const rows = Array.from({ length: newcomers }, (_, index) => `N${index},Newcomer ${index},n${index}@example.com`);
  const operationId = await product.admin.previewImport(['Employee number,Name,E-mail', ...rows].join('\n'));
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
  const planId = await makePlan(product.admin);
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
