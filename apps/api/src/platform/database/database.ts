import type { Duplex } from 'node:stream';
import type pg from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { system, type Actor } from '../request/actor.ts';
import { Transaction, type Reactions } from './transaction.ts';

/** For whom a transaction is opened. `now` is the clock of everything that happens in it. */
export interface Scope {
  readonly organizationId: string;
  readonly actor?: Actor;
  readonly now?: Date;
}

const beginReading = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
const beginWithGenericPlans = `${beginReading}; SET LOCAL plan_cache_mode = force_generic_plan`;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The door to the database. Every transaction names its organization first; without one nothing is visible.
 * Business code gets a {@link Transaction} and nothing else.
 */
export class Database {
  constructor(
    private readonly source: DataSource,
    private readonly afterCommit: (transaction: Transaction) => void = () => {},
    /** What this process takes for now. */
    readonly clock: () => Date = () => new Date(),
    private readonly reactions: Reactions = {},
  ) {}

  /** Reads in one snapshot; writing fails. Beginning, fence and the first statement travel together, and nobody waits for the end. */
  async read<T>(scope: Scope, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.run(scope, beginReading, work, async (_client, transaction) => transaction.end());
  }

  /**
   * The same for what is asked in one go: `work` sends all its statements before it waits for an answer, and the end goes right behind
   * them, in one packet. A statement that comes later is refused.
   *
   * @param plans `GENERIC` for statements whose best plan does not depend on their values: the planner, which does not know that, would
   * else plan anew for each request of a page deep in a list
   */
  async readAtOnce<T>(scope: Scope, work: (transaction: Transaction) => Promise<T>, plans?: 'GENERIC'): Promise<T> {
    const sendAll = (transaction: Transaction): Promise<T> => {
      const working = work(transaction);
      transaction.end();
      return working;
    };
    return this.run(scope, plans === 'GENERIC' ? beginWithGenericPlans : beginReading, sendAll, async () => {});
  }

  /** Reads and writes; commits when `work` is done, rolls everything back when it throws. */
  async write<T>(scope: Scope, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.run(scope, 'BEGIN', work, commit);
  }

  private async run<T>(
    scope: Scope,
    begin: string,
    work: (transaction: Transaction) => Promise<T>,
    end: (client: pg.PoolClient, transaction: Transaction) => Promise<void>,
  ): Promise<T> {
    const { organizationId } = scope;
    if (!uuid.test(organizationId)) throw new Error('A transaction needs the id of an organization');
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as pg.PoolClient;
    try {
      sendTogether(client);
      // Not awaited: what follows is sent behind it. Should it fail, so does every statement after it, for none is visible without the fence.
      const begun = client.query(`${begin}; SET LOCAL app.organization_id = '${organizationId}'`);
      begun.catch(() => {});
      joinTransaction(runner);
      const transaction = new Transaction(client, runner.manager, organizationId, scope.actor ?? system, scope.now ?? this.clock(), this.reactions);
      const result = await work(transaction);
      await begun;
      await end(client, transaction);
      if (transaction.hasEvents) this.afterCommit(transaction);
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {});
      throw error;
    } finally {
      leaveTransaction(runner);
      await runner.release();
    }
  }
}

/** Keeps what is sent in this turn of the event loop back until its end: one packet and one system call instead of several. */
function sendTogether(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  stream.cork();
  setImmediate(() => stream.uncork());
}

/** PostgreSQL answers COMMIT with a quiet ROLLBACK where a statement has failed that nobody waited for. */
async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query('COMMIT');
  if (command !== 'COMMIT') throw new Error('The transaction could not be committed: one of its statements has failed');
}

/** Tells TypeORM that it already is in a transaction, so that `save()` does not open, and end, one of its own. */
function joinTransaction(runner: QueryRunner): void {
  (runner as { isTransactionActive: boolean }).isTransactionActive = true;
}

function leaveTransaction(runner: QueryRunner): void {
  (runner as { isTransactionActive: boolean }).isTransactionActive = false;
}
