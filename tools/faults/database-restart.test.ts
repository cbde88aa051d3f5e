import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import WebSocket from 'ws';
import type { Answer } from './api-user.ts';
import { eventually } from './eventually.ts';
import { Follower } from './follower.ts';
import { makePlan } from './make-plan.ts';
import { type Product, startProduct } from './product.ts';

jest.setTimeout(60_000);

let product: Product;
const follower = new Follower();
const newcomers = 6_000;

beforeAll(async () => {
  product = await startProduct();
  await follower.start(() => product.web.origin, product.partnerKey);
});

afterAll(async () => {
  await follower.stop();
  await product.stop();
});

const inside = /postgres|ECONN|connect|terminat|SELECT|\.ts\b|\.js\b|node_modules|127\.0\.0\.1/i;
const probe = async (path: string): Promise<number> => (await fetch(`${product.web.origin}${path}`)).status;

/** What a page that asks again and again is answered, of people and of partner systems, until the end of `work`. */
async function whilePolling(work: () => Promise<void>): Promise<Answer[]> {
  const answers: Answer[] = [];
  const done = new AbortController();
  const poll = async (ask: () => Promise<Answer>): Promise<void> => {
    while (!done.signal.aborted) {
      answers.push(await ask());
      await pause(25);
    }
  };
  const polling = [
    poll(() => product.admin.graphql('{ viewer { id } people(first: 1) { edges { node { id } } } }')),
    poll(() => product.partner.graphql('{ peopleCount }')),
  ];
  try {
    await work();
  } finally {
    done.abort();
  }
  await Promise.all(polling);
  return answers;
}

function expectOnlyTruth(answers: readonly Answer[], withinMilliseconds: number): void {
  const refused = answers.filter(({ status }) => status !== 200);
  expect(refused.length).toBeGreaterThan(0);
  for (const { status, retryAfter, text } of refused) {
    expect({ status, retryAfter, text }).toEqual({ status: 503, retryAfter: '1', text: expect.stringContaining('UNAVAILABLE') });
    expect(text).not.toMatch(inside);
  }
  for (const { text } of answers.filter(({ status }) => status === 200)) expect(text).not.toContain('"errors"');
  expect(Math.max(...answers.map(({ milliseconds }) => milliseconds))).toBeLessThan(withinMilliseconds);
}

/** Commits the act, and does something to the database when it is half-way; resolves when the act is done. */
async function amid(operationId: string, hurt: () => Promise<void>): Promise<void> {
  await product.admin.commit(operationId);
  await product.admin.whenHalfWay(operationId);
  await hurt();
  await eventually('the act is done', async () => (await product.admin.operation(operationId)).state === 'DONE', 30);
}

/** How the server turns a socket away. */
function connectInVain(): Promise<{ code: number; reason: string }> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${product.web.origin.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${product.partnerKey}` } })));
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
}

const processesLive = (): unknown => [product.web.end(), product.worker.end()];

test('PostgreSQL crashes amid an import and is started again: 503 meanwhile, nobody dies, and within 10 s all goes on, everybody once [21]', async () => {
  const rows = Array.from({ length: newcomers }, (_, index) => `N${index},Newcomer ${index},n${index}@example.com`);
  const operationId = await product.admin.previewImport(['Employee number,Name,E-mail', ...rows].join('\n'));
  let recovered = Number.POSITIVE_INFINITY;
  await amid(operationId, async () => {
    const answers = await whilePolling(async () => {
      await product.postgres.crash();
      await eventually('the process says that it is not ready', async () => (await probe('/readyz')) === 503);
      expect(await probe('/healthz')).toBe(200);
      expect(await connectInVain()).toEqual({ code: 1013, reason: 'TRY_AGAIN_LATER' });
      await product.postgres.start();
      const begun = performance.now();
      await eventually('the process is ready again', async () => (await probe('/readyz')) === 200);
      await eventually('people are served again', async () => (await product.admin.graphql('{ viewer { id } }')).status === 200);
      await eventually('the import has gone on', async () => (await product.admin.operation(operationId)).state === 'DONE');
      recovered = (performance.now() - begun) / 1000;
    });
    expectOnlyTruth(answers, 8_000);
  });
  expect(recovered).toBeLessThan(10);
  const found = await product.tally(
    `SELECT count(*)::int AS people, count(DISTINCT employee_number)::int AS numbers,
       (SELECT count(*)::int FROM person_revision r JOIN person p ON p.id = r.person_id WHERE p.employee_number ~ '^N[0-9]+$') AS revisions
     FROM person WHERE employee_number ~ '^N[0-9]+$'`,
  );
  expect(found).toEqual({ people: newcomers, numbers: newcomers, revisions: newcomers });
  expect(processesLive()).toEqual([undefined, undefined]);
});

const hurts: Readonly<Record<string, () => Promise<void>>> = {
  crashes: async () => {
    await product.postgres.crash();
    await product.postgres.start();
  },
  hangs: async () => {
    await product.postgres.freeze();
    await eventually('the process says that it is not ready', async () => (await probe('/readyz')) === 503);
    await eventually('whoever asks is told so', async () => (await product.admin.graphql('{ viewer { id } }')).status === 503);
    product.postgres.thaw();
  },
};

test.each(Object.entries(hurts))('PostgreSQL %s amid an assignment to everybody: each has the plan once, and who follows the changes has missed none [21, 22]', async (_how, hurt) => {
  const planId = await makePlan(product.admin);
  const before = follower.changes.length;
  const operationId = await product.admin.previewAssignment(planId);
  await amid(operationId, async () => {
    // It has a cursor then, by which it subscribes again.
    await eventually('the follower has heard of some', () => follower.changes.length > before);
    expectOnlyTruth(await whilePolling(hurt), 9_000);
  });
  const { given, ...found } = await product.tally<{ given: string[] }>(
    `SELECT (SELECT count(*)::int FROM enrollment WHERE subject_id = $1) AS enrollments, (SELECT sum(people)::int FROM status_count WHERE subject_id = $1) AS counted,
       (SELECT count(*)::int FROM standing WHERE subject_id = $1) AS standings, (SELECT count(*)::int FROM person WHERE status = 'ACTIVE') AS people,
       (SELECT array_agg(s.enrollment_id) FROM assignment a JOIN enrollment_source s ON s.assignment_id = a.id WHERE a.operation_id = $2) AS given`,
    [planId, operationId],
  );
  const people = 1 + newcomers;
  expect({ ...found, given: new Set(given).size }).toEqual({ enrollments: people, counted: people, standings: people, people, given: given.length });
  const heard = (): string[] => follower.changes.slice(before).flatMap(({ enrollmentIds }) => enrollmentIds);
  await eventually('the follower has heard of everybody', () => new Set(heard()).size >= given.length);
  expect(heard().toSorted()).toEqual(given.toSorted());
  expect(processesLive()).toEqual([undefined, undefined]);
});
