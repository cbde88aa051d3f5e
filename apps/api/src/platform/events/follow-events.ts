import type { Database } from '../database/database.ts';
import { compareCursors, type Cursor } from './cursor.ts';
import type { EventFeed, LoggedEvent } from './event-feed.ts';

/** The reader was too slow: it is dropped and may resume from its last cursor. */
export class SlowConsumerError extends Error {}

/** Events that may wait for one reader. */
export const queueLimit = 500;
const backlogPage = 500;

interface BacklogRow {
  xid: string;
  seq: string;
  type: string;
  ids: LoggedEvent['ids'];
  occurred_at: Date;
}

const backlog = `
  SELECT xid::text, seq::text, type, ids, occurred_at FROM event_log
  WHERE organization_id = $1 AND (xid, seq) > ($2::xid8, $3::bigint) AND (xid, seq) <= ($4::xid8, $5::bigint)
  ORDER BY event_log.xid, event_log.seq LIMIT ${backlogPage}`;

/**
 * The events of one organization that `wanted` lets through, in order and each exactly once: first those after the cursor `after`
 * from the log, then live. Yields batches: what came together is handed on together.
 *
 * Ends when `signal` is aborted. Throws {@link SlowConsumerError} when the reader lets more than {@link queueLimit} events wait.
 */
export async function* followEvents(
  feed: EventFeed,
  database: Database,
  organizationId: string,
  after: Cursor | undefined,
  wanted: (event: LoggedEvent) => boolean,
  signal: AbortSignal,
): AsyncGenerator<readonly LoggedEvent[], void, void> {
  let queue: LoggedEvent[] = [];
  let overflow = false;
  let wakeReader = (): void => {};
  const stop = feed.listen(organizationId, (events) => {
    for (const event of events) {
      if (!wanted(event) || (after && compareCursors(event.cursor, after) <= 0)) continue;
      if (queue.length >= queueLimit) overflow = true;
      else queue.push(event);
    }
    wakeReader();
  });
  signal.addEventListener('abort', () => wakeReader());
  try {
    if (after) yield* readBacklog(database, organizationId, after, feed.readUpTo, wanted);
    while (!signal.aborted) {
      if (overflow) throw new SlowConsumerError('Too many events wait; resume from the last cursor');
      if (queue.length === 0) {
        await new Promise<void>((resolve) => (wakeReader = resolve));
        continue;
      }
      const batch = queue;
      queue = [];
      yield batch;
    }
  } finally {
    stop();
  }
}

/** The events after `from` up to and including `to` that `wanted` lets through, in pages of the log. */
export async function* readBacklog(
  database: Database,
  organizationId: string,
  from: Cursor,
  to: Cursor,
  wanted: (event: LoggedEvent) => boolean,
): AsyncGenerator<readonly LoggedEvent[], void, void> {
  let position = from;
  while (compareCursors(position, to) < 0) {
    const rows = await database.read({ organizationId }, (transaction) =>
      transaction.query<BacklogRow>(backlog, [
        organizationId,
        position.xid.toString(),
        position.seq.toString(),
        to.xid.toString(),
        to.seq.toString(),
      ]),
    );
    const events = rows.map((row) => ({
      organizationId,
      cursor: { xid: BigInt(row.xid), seq: BigInt(row.seq) },
      type: row.type,
      ids: row.ids,
      occurredAt: row.occurred_at,
    }));
    const chosen = events.filter(wanted);
    if (chosen.length > 0) yield chosen;
    if (rows.length < backlogPage) return;
    position = events.at(-1)!.cursor;
  }
}
