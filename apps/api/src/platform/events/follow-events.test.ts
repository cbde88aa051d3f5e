import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { openDataSource } from '../database/data-source.ts';
import { Database } from '../database/database.ts';
import { DedicatedConnection } from '../database/dedicated-connection.ts';
import { newId } from '../database/new-id.ts';
import { eventually } from '../testing/eventually.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { cancellable } from './cancellable.ts';
import { formatCursor, parseCursor, type Cursor } from './cursor.ts';
import { EventFeed, type LoggedEvent } from './event-feed.ts';
import { followEvents, queueLimit, SlowConsumerError } from './follow-events.ts';
import { followState, type FollowedState } from './follow-state.ts';

const logger = pino({ level: 'silent' });
const organizationId = newId();
let testDatabase: TestDatabase;
let database: Database;
let connection: DedicatedConnection;
let feed: EventFeed;
let closeSource: () => Promise<void>;
let aborts: AbortController[] = [];

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  const source = await openDataSource(testDatabase.url.app, [], 8).initialize();
  closeSource = () => source.destroy();
  connection = new DedicatedConnection(testDatabase.url.relay, 10, logger);
  feed = new EventFeed(connection, logger);
  database = new Database(source, () => feed.announce());
  await connection.open();
  await feed.start();
});

afterEach(() => {
  for (const abort of aborts) abort.abort();
  aborts = [];
});

afterAll(async () => {
  feed.stop();
  await connection.close();
  await closeSource();
  await testDatabase.close();
});

async function emit(...numbers: readonly number[]): Promise<void> {
  await database.write({ organizationId }, (transaction) => transaction.emit(...numbers.map((number) => ({ type: 'test.happened', ids: { number } }))));
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

const settled = async (cursor: () => Cursor): Promise<Cursor> => {
  const [row] = await testDatabase.asOwner<{ xid: string }>('SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xid');
  await emit(-1);
  return eventually('the feed has come up', () => (cursor().xid >= BigInt(row!.xid) ? cursor() : undefined));
};

/** Follows until `count` events are there, then lets go. */
async function collect(after: Cursor | undefined, count: number): Promise<LoggedEvent[]> {
  const abort = new AbortController();
  aborts.push(abort);
  const events: LoggedEvent[] = [];
  for await (const batch of followEvents(feed, database, organizationId, after, (event) => event.ids.number !== -1, abort.signal)) {
    events.push(...batch);
    if (events.length >= count) break;
  }
  return events;
}

describe('following events', () => {
  test('from a cursor: first what was missed, then what happens, each once and in order', async () => {
    const from = await settled(() => feed.readUpTo);
    for (const number of upTo(30)) await emit(number);
    const following = collect(from, 60);
    for (const number of upTo(30)) await emit(30 + number);
    expect((await following).map((event) => event.ids.number)).toEqual(upTo(60));
  });

  test('let go and taken up again after every few events: none lost, none doubled', async () => {
    let cursor = await settled(() => feed.readUpTo);
    const total = 300;
    const writing = Promise.all(
      upTo(4).map(async (lane) => {
        for (const number of upTo(total).filter((each) => each % 4 === lane)) await emit(number);
      }),
    );
    const seen: number[] = [];
    while (seen.length < total) {
      const abort = new AbortController();
      for await (const batch of followEvents(feed, database, organizationId, cursor, (event) => event.ids.number !== -1, abort.signal)) {
        // The line breaks within a batch: what the reader keeps is the cursor of the last event that it has seen.
        const arrived = batch.slice(0, 7);
        seen.push(...arrived.map((event) => Number(event.ids.number)));
        const text = formatCursor(arrived.at(-1)!.cursor);
        cursor = parseCursor(text)!;
        break;
      }
      abort.abort();
    }
    await writing;
    expect(seen.length).toBe(total);
    expect([...seen].sort((a, b) => a - b)).toEqual(upTo(total));
  });

  test('pages through a backlog longer than a page', async () => {
    const from = await settled(() => feed.readUpTo);
    await emit(...upTo(1_250));
    await settled(() => feed.readUpTo);
    expect((await collect(from, 1_250)).map((event) => event.ids.number)).toEqual(upTo(1_250));
  });

  test('a reader who lets more than the limit wait is dropped by a named error', async () => {
    const abort = new AbortController();
    aborts.push(abort);
    const reader = followEvents(feed, database, organizationId, undefined, () => true, abort.signal);
    const first = reader.next();
    await emit(0);
    expect((await first).done).toBe(false);
    for (const part of upTo(queueLimit / 50 + 1)) await emit(...upTo(50).map((number) => part * 50 + number));
    await settled(() => feed.readUpTo);
    await expect(reader.next()).rejects.toThrow(SlowConsumerError);
  });

  test('ends at once when it is cancelled, although nothing happens', async () => {
    const iterator = cancellable((signal) => followEvents(feed, database, organizationId, undefined, () => true, signal));
    const waiting = iterator.next();
    await iterator.return?.();
    expect(await waiting).toEqual({ value: undefined, done: true });
    expect(await iterator.next()).toEqual({ value: undefined, done: true });
  });

  test('leaves no listener behind when it ends', async () => {
    const listeners = (feed as unknown as { byOrganization: Map<string, unknown> }).byOrganization;
    expect(listeners.size).toBe(0);
  });
});

describe('following a state', () => {
  const follow = (state: Pick<FollowedState<number>, 'read' | 'isFinal'>): AsyncIterableIterator<number> =>
    followState({ caller: { organizationId }, services: { feed }, loaders: { forget: () => {} } as never }, { changedBy: ({ ids }) => ids.number !== -1, ...state });

  test('a change while the first state is on its way to the reader is not lost', async () => {
    let state = 1;
    const iterator = follow({ read: async () => state });
    expect(await iterator.next()).toEqual({ value: 1, done: false });
    state = 2;
    await emit(0);
    await settled(() => feed.readUpTo);
    expect(await iterator.next()).toEqual({ value: 2, done: false });
    await iterator.return?.();
  });

  test('a change while a state is being read is read again', async () => {
    let state = 1;
    const iterator = follow({
      read: async () => {
        const read = state;
        if (read === 1) {
          state = 2;
          await emit(0);
          await settled(() => feed.readUpTo);
        }
        return read;
      },
    });
    expect([(await iterator.next()).value, (await iterator.next()).value]).toEqual([1, 2]);
    await iterator.return?.();
  });

  test('what happens together is read once', async () => {
    let reads = 0;
    const iterator = follow({ read: async () => ++reads });
    await iterator.next();
    for (const number of upTo(20)) await emit(number);
    await settled(() => feed.readUpTo);
    expect((await iterator.next()).value).toBe(2);
    const third = iterator.next();
    await emit(0);
    expect((await third).value).toBe(3);
    await iterator.return?.();
  });

  test('ends after a final state, where there is none, and at once when it is returned, leaving no listener behind', async () => {
    const ended = follow({ read: async () => 7, isFinal: () => true });
    expect([await ended.next(), await ended.next()]).toEqual([{ value: 7, done: false }, { value: undefined, done: true }]);
    expect((await follow({ read: async () => null }).next()).done).toBe(true);
    const waiting = follow({ read: async () => 7 });
    await waiting.next();
    const next = waiting.next();
    await waiting.return?.();
    expect((await next).done).toBe(true);
    expect((feed as unknown as { byOrganization: Map<string, unknown> }).byOrganization.size).toBe(0);
  });
});

describe('a cursor', () => {
  test('comes back as it was written', () => {
    const cursor = { xid: 2n ** 63n - 1n, seq: 0n };
    expect(parseCursor(formatCursor(cursor))).toEqual(cursor);
  });

  test.each(['', '-', 'a', 'a-', '-a', 'A-B', 'a-b-c', 'zzzzzzzzzzzzz-0', "0-0'; --", `${'0'.repeat(14)}-0`])('is not %j', (text) => {
    expect(parseCursor(text)).toBeUndefined();
  });
});
