import type pg from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { system, type Actor } from '../request/actor.ts';
import { Transaction } from './transaction.ts';

/** For whom a transaction is opened. `now` is the clock of everything that happens in it. */
export interface Scope {
  readonly organizationId: string;
  readonly actor?: Actor;
  readonly now?: Date;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The door to the database. Every transaction names its organization first; without one nothing is visible.
 * Business code gets a {@link Transaction} and nothing else.
 */
export class Database {
  constructor(
    private readonly source: DataSource,
    private readonly afterCommit: (transaction: Transaction) => void = () => {},
    private readonly clock: () => Date = () => new Date(),
  ) {}

  /** Reads in one snapshot; writing fails. The fence and the beginning travel in one message. */
  async read<T>(scope: Scope, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.run(scope, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work);
  }

  /** Reads and writes; commits when `work` is done, rolls everything back when it throws. */
  async write<T>(scope: Scope, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.run(scope, 'BEGIN', work);
  }

  private async run<T>(scope: Scope, begin: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const { organizationId } = scope;
    if (!uuid.test(organizationId)) throw new Error('A transaction needs the id of an organization');
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as pg.PoolClient;
    try {
      await client.query(`${begin}; SELECT set_config('app.organization_id', '${organizationId}', true)`);
      joinTransaction(runner);
      const transaction = new Transaction(client, runner.manager, organizationId, scope.actor ?? system, scope.now ?? this.clock());
      const result = await work(transaction);
      await client.query('COMMIT');
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

/** Tells TypeORM that it already is in a transaction, so that `save()` does not open, and end, one of its own. */
function joinTransaction(runner: QueryRunner): void {
  (runner as { isTransactionActive: boolean }).isTransactionActive = true;
}

function leaveTransaction(runner: QueryRunner): void {
  (runner as { isTransactionActive: boolean }).isTransactionActive = false;
}
