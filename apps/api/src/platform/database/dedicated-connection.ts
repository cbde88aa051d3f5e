import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../request/logger.ts';
import { cut } from './open-connections.ts';

/** Prepares a fresh connection: LISTEN, locks. Runs again after every reconnect. */
type OnConnect = (client: pg.Client) => Promise<void>;

const beatMilliseconds = 1_000;
/** No answer to a heartbeat for so long, and the database hangs. Counted in beats, so that a process that was stopped itself does not blame it. */
const patienceMilliseconds = 5_000;
const connectMilliseconds = 5_000;
/** What the driver says when a server takes the connection and then is silent. */
const connectTimeout = 'timeout expired';

/**
 * The one connection of a process that lives outside transactions: it listens, and its locks say that the process is alive.
 * It reconnects by itself with growing, jittered pauses. The server ends it when the process has not been heard of for
 * `leaseSeconds`, so that even a stopped process lets go. The other way round, a server that leaves the heartbeat unanswered for
 * five seconds counts as hanging: the connection is given up, and whoever asked by {@link onHang} is told.
 */
export class DedicatedConnection {
  private client: pg.Client | undefined;
  private readonly prepare: OnConnect[] = [];
  private closed = false;
  private heartbeat: NodeJS.Timeout | undefined;
  private readonly hangs: (() => void)[] = [];
  private unanswered = false;
  private missedBeats = 0;
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

  /** Calls `act` whenever the database has been found hanging. */
  onHang(act: () => void): void {
    this.hangs.push(act);
  }

  /** Connects for the first time; throws when that fails. */
  async open(): Promise<void> {
    await this.connect();
    const gap = Math.min(beatMilliseconds, (this.leaseSeconds * 1000) / 4);
    this.heartbeat = setInterval(() => this.beat(patienceMilliseconds / gap), gap);
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

  private beat(mostMissed: number): void {
    if (!this.unanswered) {
      this.unanswered = true;
      this.missedBeats = 0;
      void this.query('SELECT 1')
        .catch(() => {})
        .finally(() => (this.unanswered = false));
    } else if (++this.missedBeats === mostMissed) {
      if (this.client) cut(this.client);
      this.tellOfHang();
    }
  }

  private tellOfHang(): void {
    this.logger.warn('the database hangs; giving up all connections');
    for (const act of this.hangs) act();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, keepAlive: true, connectionTimeoutMillis: connectMilliseconds });
    client.on('error', () => {});
    client.on('end', () => void this.reconnect(client));
    // What is prepared may wait until the server has let go of the connection before, but not for ever.
    const impatience = setTimeout(() => cut(client), connectMilliseconds + this.leaseSeconds * 1000);
    try {
      await client.connect();
      await client.query(`SET idle_session_timeout = ${this.leaseSeconds * 1000}`);
      for (const prepare of this.prepare) await prepare(client);
      this.client = client;
    } catch (error) {
      cut(client);
      throw error;
    } finally {
      clearTimeout(impatience);
    }
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
      } catch (error) {
        // Else the next attempt says the same, and the warning above has been written.
        if (error instanceof Error && error.message === connectTimeout) this.tellOfHang();
      }
    }
  }
}
