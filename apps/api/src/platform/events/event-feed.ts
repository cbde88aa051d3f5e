import type { DedicatedConnection } from '../database/dedicated-connection.ts';
import type { Logger } from '../request/logger.ts';
import type { Cursor } from './cursor.ts';

/** One row of the event log: what happened, as ids. */
export interface LoggedEvent {
  readonly organizationId: string;
  readonly cursor: Cursor;
  readonly type: string;
  readonly ids: Readonly<Record<string, string | number | null>>;
  readonly occurredAt: Date;
}

type Listener = (events: readonly LoggedEvent[]) => void;

const channel = 'milepost_wake';
const pageSize = 1_000;
/** A wake-up can be lost; the poll is the net below it. */
const pollMilliseconds = 1_000;
/** While an older transaction still runs, what committed after it cannot be read yet: look again soon. */
const retryMilliseconds = 8;
const notifyGapMilliseconds = 5;

interface EventRow {
  organization_id: string;
  xid: string;
  seq: string;
  type: string;
  ids: LoggedEvent['ids'];
  occurred_at: Date;
}

/** Events after $1, $2 that can be read in order: none that commits later can come before them. */
const nextEvents = `
  SELECT organization_id, xid::text, seq::text, type, ids, occurred_at FROM event_log
  WHERE (xid, seq) > ($1::xid8, $2::bigint) AND xid < pg_snapshot_xmin(pg_current_snapshot())
  ORDER BY event_log.xid, event_log.seq LIMIT ${pageSize}`;
/** Whether there are more, which waited for an older transaction a moment ago, and perhaps do no longer. */
const anyLeft = 'SELECT EXISTS (SELECT FROM event_log WHERE (xid, seq) > ($1::xid8, $2::bigint)) AS left';

/**
 * Reads the event log once per process and hands it on, in order, to whoever listens for an organization. The log is the truth;
 * a wake-up only says "read on", so losing one, or the connection, costs time and never an event.
 */
export class EventFeed {
  private position: Cursor = { xid: 0n, seq: 0n };
  private readonly byOrganization = new Map<string, Set<Listener>>();
  private readonly everyone = new Set<Listener>();
  private reading = false;
  private again = false;
  private lastNotify = 0;
  private notifyTimer: NodeJS.Timeout | undefined;
  private retryTimer: NodeJS.Timeout | undefined;
  private poll: NodeJS.Timeout | undefined;

  constructor(
    private readonly connection: DedicatedConnection,
    private readonly logger: Logger,
  ) {
    connection.onConnect(async (client) => {
      client.on('notification', () => this.wake());
      await client.query(`LISTEN ${channel}`);
    });
  }

  /** Starts after everything that is readable now. The connection must be open. */
  async start(): Promise<void> {
    const [row] = await this.connection.query<{ xmin: string }>('SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin');
    this.position = { xid: BigInt(row!.xmin) - 1n, seq: 2n ** 63n - 1n };
    this.poll = setInterval(() => this.wake(), pollMilliseconds);
  }

  /** Everything up to here has been handed on. */
  get readUpTo(): Cursor {
    return this.position;
  }

  /** Calls `listener` with the events of one organization from now on; the answer ends it. */
  listen(organizationId: string, listener: Listener): () => void {
    const listeners = this.byOrganization.get(organizationId) ?? new Set();
    this.byOrganization.set(organizationId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.byOrganization.get(organizationId) === listeners) this.byOrganization.delete(organizationId);
    };
  }

  /** Calls `listener` with the events of all organizations, for caches and handlers of the process itself. */
  listenToAll(listener: Listener): () => void {
    this.everyone.add(listener);
    return () => this.everyone.delete(listener);
  }

  /** After a commit of this process: read on, and tell the other processes, at most once per few milliseconds. */
  announce(): void {
    this.wake();
    if (this.notifyTimer) return;
    const pause = Math.max(0, this.lastNotify + notifyGapMilliseconds - Date.now());
    this.notifyTimer = setTimeout(() => {
      this.notifyTimer = undefined;
      this.lastNotify = Date.now();
      this.connection.query(`NOTIFY ${channel}`).catch(() => {});
    }, pause);
  }

  /** Reads on from the position, now or as soon as the present reading is done. */
  wake(): void {
    if (this.reading) {
      this.again = true;
      return;
    }
    this.reading = true;
    void this.readOn().finally(() => {
      this.reading = false;
      if (this.again) {
        this.again = false;
        this.wake();
      }
    });
  }

  stop(): void {
    clearInterval(this.poll);
    clearTimeout(this.notifyTimer);
    clearTimeout(this.retryTimer);
    this.byOrganization.clear();
    this.everyone.clear();
  }

  private async readOn(): Promise<void> {
    try {
      let rows: EventRow[];
      do {
        rows = await this.connection.query<EventRow>(nextEvents, this.place());
        this.handOn(rows.map(toEvent));
      } while (rows.length === pageSize);
      const [state] = await this.connection.query<{ left: boolean }>(anyLeft, this.place());
      clearTimeout(this.retryTimer);
      if (state!.left) this.retryTimer = setTimeout(() => this.wake(), retryMilliseconds);
    } catch (error) {
      this.logger.debug({ err: error }, 'event log not readable; the poll tries again');
    }
  }

  private place(): string[] {
    return [this.position.xid.toString(), this.position.seq.toString()];
  }

  private handOn(events: readonly LoggedEvent[]): void {
    if (events.length === 0) return;
    this.position = events.at(-1)!.cursor;
    for (const listener of this.everyone) this.call(listener, events);
    for (const [organizationId, own] of Map.groupBy(events, (event) => event.organizationId)) {
      for (const listener of this.byOrganization.get(organizationId) ?? []) this.call(listener, own);
    }
  }

  private call(listener: Listener, events: readonly LoggedEvent[]): void {
    try {
      listener(events);
    } catch (error) {
      this.logger.error({ err: error }, 'a listener of the event log failed');
    }
  }
}

function toEvent(row: EventRow): LoggedEvent {
  return {
    organizationId: row.organization_id,
    cursor: { xid: BigInt(row.xid), seq: BigInt(row.seq) },
    type: row.type,
    ids: row.ids,
    occurredAt: row.occurred_at,
  };
}
