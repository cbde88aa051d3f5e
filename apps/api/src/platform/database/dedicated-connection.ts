import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../request/logger.ts';

/** Prepares a fresh connection: LISTEN, locks. Runs again after every reconnect. */
type OnConnect = (client: pg.Client) => Promise<void>;

/**
 * The one connection of a process that lives outside transactions: it listens, and its locks say that the process is alive.
 * It reconnects by itself with growing, jittered pauses. The server ends it when the process has not been heard of for
 * `leaseSeconds`, so that even a stopped process lets go.
 */
export class DedicatedConnection {
  private client: pg.Client | undefined;
  private readonly prepare: OnConnect[] = [];
  private closed = false;
  private heartbeat: NodeJS.Timeout | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly url: string,
    private readonly leaseSeconds: number,
    private readonly logger: Logger,
  ) {}

  /** Registers what every new connection needs, before {@link open}. */
  onConnect(prepare: OnConnect): void {
    this.prepare.push(prepare);
  }

  /** Connects for the first time; throws when that fails. */
  async open(): Promise<void> {
    await this.connect();
    this.heartbeat = setInterval(() => void this.query('SELECT 1').catch(() => {}), (this.leaseSeconds * 1000) / 4);
  }

  /** Runs a statement after those before it; throws while the connection is down. */
  async query<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const turn = this.last.then(async () => {
      if (!this.client) throw new Error('The dedicated connection is down');
      const result = await this.client.query<Row>(sql, [...parameters]);
      return result.rows;
    });
    this.last = turn.catch(() => {});
    return turn;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.heartbeat);
    await this.client?.end().catch(() => {});
    this.client = undefined;
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, keepAlive: true, connectionTimeoutMillis: 5_000 });
    client.on('error', () => {});
    client.on('end', () => void this.reconnect(client));
    await client.connect();
    await client.query(`SET idle_session_timeout = ${this.leaseSeconds * 1000}`);
    for (const prepare of this.prepare) await prepare(client);
    this.client = client;
  }

  private async reconnect(lost: pg.Client): Promise<void> {
    if (this.closed || this.client !== lost) return;
    this.client = undefined;
    this.logger.warn('dedicated connection lost; reconnecting');
    for (let attempt = 0; !this.closed; attempt++) {
      await sleep(Math.min(2_000, 100 * 2 ** attempt) * (0.5 + Math.random()), undefined, { ref: false });
      try {
        await this.connect();
        this.logger.info('dedicated connection is back');
        return;
      } catch {
        // The next attempt says the same; the warning above has been written.
      }
    }
  }
}
