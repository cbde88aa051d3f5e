import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { DedicatedConnection } from '../database/dedicated-connection.ts';
import { openDataSource } from '../database/data-source.ts';
import { Database } from '../database/database.ts';
import { newId } from '../database/new-id.ts';
import { eventually } from '../testing/eventually.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { EventFeed, type LoggedEvent } from './event-feed.ts';

const logger = pino({ level: 'silent' });
let testDatabase: TestDatabase;
let closeSource: () => Promise<void>;
let writer: Database;
let open: Node[] = [];
const organizationId = newId();

/** What one process has of the event log. */
interface Node {
  readonly feed: EventFeed;
  readonly connection: DedicatedConnection;
  readonly events: LoggedEvent[];
  stop(): Promise<void>;
}

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  const source = await openDataSource(testDatabase.url.app, [], 12).initialize();
  closeSource = () => source.destroy();
  writer = new Database(source);
});

afterEach(async () => {
  await Promise.all(open.map((node) => node.stop()));
  open = [];
});

afterAll(async () => {
  await closeSource();
  await testDatabase.close();
});

async function startNode(): Promise<Node> {
  const connection = new DedicatedConnection(testDatabase.url.relay, 10, logger);
  const feed = new EventFeed(connection, logger);
  await connection.open();
  await feed.start();
  const events: LoggedEvent[] = [];
  feed.listen(organizationId, (batch) => events.push(...batch));
  const node = {
    feed,
    connection,
    events,
    stop: async () => {
      feed.stop();
      await connection.close();
    },
  };
  open.push(node);
  return node;
}

const emit = (number: number, database = writer): Promise<void> =>
  database.write({ organizationId }, (transaction) => transaction.emit({ type: 'test.happened', ids: { number } }));

const numbers = (events: readonly LoggedEvent[]): number[] => events.map((event) => Number(event.ids.number));

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** A transaction that has written and not yet committed: it holds back what comes after it. */
async function openTransaction(number: number): Promise<{ commit: () => Promise<void> }> {
  const started = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const done = writer.write({ organizationId }, async (transaction) => {
    await transaction.emit({ type: 'test.happened', ids: { number } });
    started.resolve();
    await release.promise;
  });
  await started.promise;
  return {
    commit: async () => {
      release.resolve();
      await done;
    },
  };
}

test('eight writers that commit out of order around a long transaction: every event once, in one order for all', async () => {
  const [one, two] = [await startNode(), await startNode()];
  const total = 400;
  const long = await openTransaction(total);
  const rest = upTo(total);
  await Promise.all(
    upTo(8).map(async (lane) => {
      for (const number of rest.filter((each) => each % 8 === lane)) {
        if (number % 10 === lane) {
          const slow = await openTransaction(number);
          await new Promise((resolve) => setImmediate(resolve));
          await slow.commit();
        } else await emit(number);
        if (number % 5 === 0) one.feed.wake();
      }
    }),
  );
  await long.commit();
  one.feed.announce();
  await eventually('both have read everything', () => one.events.length > total && two.events.length > total);
  expect(numbers(one.events).sort((a, b) => a - b)).toEqual(upTo(total + 1));
  expect(numbers(two.events)).toEqual(numbers(one.events));
});

test('nothing is handed on while an older transaction runs, and everything as soon as it has committed', async () => {
  const node = await startNode();
  const long = await openTransaction(0);
  await emit(1);
  node.feed.wake();
  await eventually('the log has been looked at', async () => (await node.connection.query('SELECT 1')).length === 1);
  expect(node.events).toEqual([]);
  const committed = performance.now();
  await long.commit();
  await eventually('both events', () => node.events.length === 2);
  expect(performance.now() - committed).toBeLessThan(900);
  expect(numbers(node.events)).toEqual([0, 1]);
});

test('a transaction that ends just while the log is read keeps nobody waiting for the poll', async () => {
  const node = await startNode();
  for (const number of upTo(25)) {
    const long = await openTransaction(2 * number);
    await emit(2 * number + 1);
    const committed = performance.now();
    node.feed.wake();
    // Without a wake-up of its own, and at another moment of the reading each time.
    for (let turn = 0; turn < number % 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    await long.commit();
    await eventually('both events', () => node.events.length === 2 * number + 2);
    expect(performance.now() - committed).toBeLessThan(900);
  }
});

test('a process that did not write hears of a commit by the wake-up, before its poll would find it', async () => {
  const [writing, other] = [await startNode(), await startNode()];
  const latencies: number[] = [];
  for (const number of upTo(5)) {
    const committed = performance.now();
    await emit(number);
    writing.feed.announce();
    await eventually('the other process has it', () => other.events.length > number);
    latencies.push(performance.now() - committed);
  }
  expect(numbers(other.events)).toEqual(upTo(5));
  expect(latencies.sort((a, b) => a - b)[2]).toBeLessThan(400);
});

test('a wake-up that is lost costs a second at most', async () => {
  const node = await startNode();
  await emit(7);
  await eventually('the poll finds it', () => node.events.length === 1, 5);
});

test('a listener whose connection is killed reconnects and catches up from its cursor', async () => {
  const [writing, node] = [await startNode(), await startNode()];
  for (const round of upTo(3)) {
    const [own] = await node.connection.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await testDatabase.asOwner('SELECT 1');
    const killer = await testDatabase.connect('relay');
    await killer.query('SELECT pg_terminate_backend($1)', [own!.pid]);
    for (const number of upTo(20)) await emit(round * 20 + number);
    writing.feed.announce();
    await eventually('it has everything again', () => node.events.length === (round + 1) * 20);
    const [now] = await node.connection.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    expect(now!.pid).not.toBe(own!.pid);
  }
  expect(numbers(node.events)).toEqual(upTo(60));
});

test('a process that starts later begins with what happens from then on', async () => {
  const earlier = await startNode();
  await emit(1);
  earlier.feed.wake();
  await eventually('the first event is past', () => earlier.events.length === 1);
  const node = await startNode();
  await emit(2);
  node.feed.wake();
  await eventually('the new event', () => node.events.length > 0);
  expect(numbers(node.events)).toEqual([2]);
});

test('an organization hears of its own events only, and no longer when it has stopped listening', async () => {
  const node = await startNode();
  const others: LoggedEvent[] = [];
  const stop = node.feed.listen(newId(), (batch) => others.push(...batch));
  await emit(1);
  node.feed.wake();
  await eventually('the event', () => node.events.length === 1);
  stop();
  expect(others).toEqual([]);
});

test('one listener that fails does not keep the others from hearing', async () => {
  const node = await startNode();
  const heard: LoggedEvent[] = [];
  node.feed.listenToAll(() => {
    throw new Error('planted');
  });
  node.feed.listenToAll((batch) => heard.push(...batch));
  await emit(3);
  node.feed.wake();
  await eventually('the other listener', () => heard.length === 1);
  expect(numbers(node.events)).toEqual([3]);
});
