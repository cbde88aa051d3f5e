import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { EntityManager, EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import type { Actor } from '../request/actor.ts';

/** One thing that happened, as ids only: whoever reacts re-reads under its own permissions. */
export interface NewEvent {
  readonly type: string;
  readonly ids: Readonly<Record<string, string | number | null>>;
}

/** Work to be done after the commit, by whichever worker is free. */
export interface NewJob {
  readonly task: string;
  readonly payload: Readonly<Record<string, string | number | boolean | null>>;
  /** Jobs of one key that have not started yet are one job. */
  readonly key?: string;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
  readonly runAt?: Date;
}

/** By which to read if there is need: an open transaction, or one that is opened only then. */
export interface Reading {
  readonly now: Date;
  readonly read: <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>;
}

/** What follows events: the tasks that react to each type, named by whoever puts the features together. */
export type Reactions = Readonly<Record<string, readonly string[]>>;

const statementNames = new Map<string, string>();

/**
 * One database transaction inside one organization: the only way to rows. Row-level security shows it that organization's rows
 * and no others. Repositories, events and jobs are reached through it, so what belongs together commits together.
 */
export class Transaction implements Reading {
  /** Whether an event was written, so that readers have to be woken after the commit. */
  hasEvents = false;
  private ended = false;

  constructor(
    private readonly client: pg.PoolClient,
    private readonly manager: EntityManager,
    readonly organizationId: string,
    readonly actor: Actor,
    readonly now: Date,
    private readonly reactions: Reactions = {},
  ) {}

  /** Runs one SQL statement with `$1…` parameters and answers its rows. Statements are prepared once per connection. */
  async query<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return (await this.send<Row>(sql, parameters)).rows;
  }

  /** Like {@link query}, for statements whose number of changed rows is what matters. */
  async execute(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    return (await this.send(sql, parameters)).rowCount ?? 0;
  }

  /** Ends a reading transaction behind what was asked; nobody waits for it. What would come later is refused, for it would be outside. */
  end(): void {
    this.ended = true;
    this.client.query('COMMIT').catch(() => {});
  }

  private send<Row extends object>(sql: string, parameters: readonly unknown[]): Promise<pg.QueryResult<Row>> {
    if (this.ended) throw new Error('This transaction has ended: what is read at once asks for everything before the first answer');
    return this.client.query<Row>({ name: statementName(sql), text: sql, values: [...parameters] });
  }

  read<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return work(this);
  }

  /** The TypeORM repository of an entity on this transaction. */
  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.manager.getRepository(entity);
  }

  /**
   * Writes events in this transaction; after its commit every process reads on from its cursor. What reacts to them is enqueued with them,
   * with the ids of the event: it cannot get lost, and happens for nothing that was rolled back.
   */
  async emit(...events: readonly NewEvent[]): Promise<void> {
    if (events.length === 0) return;
    this.hasEvents = true;
    await this.query(
      `INSERT INTO event_log (organization_id, type, ids, occurred_at)
       SELECT $1, e->>'type', e->'ids', $3 FROM jsonb_array_elements($2::jsonb) e`,
      [this.organizationId, JSON.stringify(events), this.now],
    );
    for (const { type, ids } of events) {
      for (const task of this.reactions[type] ?? []) await this.enqueue({ task, payload: ids });
    }
  }

  /** Enqueues a job in this transaction: it exists exactly if this transaction commits. */
  async enqueue(job: NewJob): Promise<void> {
    await this.query('SELECT enqueue_job($1, $2::json, $3, $4, $5)', [
      job.task,
      JSON.stringify({ ...job.payload, organizationId: this.organizationId }),
      job.key ?? null,
      job.queue ?? null,
      job.runAt ?? null,
    ]);
  }
}

function statementName(sql: string): string {
  let name = statementNames.get(sql);
  if (name === undefined) {
    name = createHash('sha1').update(sql).digest('base64url');
    statementNames.set(sql, name);
  }
  return name;
}
