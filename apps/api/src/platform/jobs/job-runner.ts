import { Logger as WorkerLogger, run, type JobHelpers, type Runner, type WorkerEvents } from 'graphile-worker';
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Database, Scope } from '../database/database.ts';
import { isUnavailable } from '../database/is-unavailable.ts';
import type { DedicatedConnection } from '../database/dedicated-connection.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Logger } from '../request/logger.ts';

/** The job has been given to another worker; whatever this one still does must not count. */
export class JobLostError extends Error {}

/** What a job may use. */
export interface JobContext {
  readonly organizationId: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly database: Database;
  readonly logger: Logger;
  /** Aborted when the process is about to stop: finish the present chunk and return by throwing, the job is taken up again. */
  readonly signal: AbortSignal;
  /**
   * A transaction in which the job is certainly still this worker's: a worker that was stopped and has woken up, its job long
   * given away, throws {@link JobLostError} here and changes nothing.
   */
  readonly write: <T>(work: (transaction: Transaction) => Promise<T>, scope?: Partial<Scope>) => Promise<T>;
}

/** Runs one kind of job; idempotent, because a job that was cut off is run again. */
export type JobHandler = (context: JobContext) => Promise<void>;

export interface JobRunnerOptions {
  readonly relayUrl: string;
  readonly database: Database;
  readonly connection: DedicatedConnection;
  readonly logger: Logger;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  /** What follows when a job has failed for the last time; idempotent, run by any worker, and by another one if that is killed. */
  readonly whenGivenUp?: Readonly<Record<string, JobHandler>>;
  /** A worker not heard of for so long has lost its jobs. */
  readonly leaseSeconds: number;
  readonly concurrency?: number;
  /** Is shown every connection. */
  readonly onConnect?: (client: pg.ClientBase) => void;
}

/** How often a job may fail by a fault of ours: with the queue's waits (e, e², e³, e⁴ seconds) a minute and a half in all. */
const faultsAllowed = 5;

/** How long to wait before the queue is tried again. */
const restartMilliseconds = 500;

/** One key space of advisory locks for worker ids. */
const workerLocks = 1_701;

/**
 * Runs jobs, and takes over those of dead workers. Every worker holds an advisory lock on its process's dedicated connection;
 * whoever finds a job locked by a worker whose lock is free unlocks that worker's jobs.
 */
export class JobRunner {
  private runner: Runner | undefined;
  private reaper: NodeJS.Timeout | undefined;
  private readonly workerIds = new Set<string>();
  private readonly stopping = new AbortController();
  /** Jobs that ended before their end because the process stops. */
  private readonly interrupted = new Set<string>();
  private pool: pg.Pool | undefined;

  constructor(private readonly options: JobRunnerOptions) {
    options.connection.onConnect(async (client) => {
      for (const id of this.workerIds) await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [workerLocks, id]);
    });
  }

  async start(): Promise<void> {
    const { relayUrl, leaseSeconds, onConnect } = this.options;
    this.pool = new pg.Pool({ connectionString: relayUrl, max: this.concurrency + 2, connectionTimeoutMillis: 5_000, onConnect });
    this.pool.on('error', () => {});
    this.pool.on('connect', (client) => client.on('error', () => {}));
    await this.beginWorking(this.pool);
    this.reaper = setInterval(() => void this.takeOverFromTheDead().then(() => this.settleGivenUp()), Math.max(250, (leaseSeconds * 1000) / 4));
  }

  /** Lets running jobs come to the end of their chunk, then stops. */
  async stop(): Promise<void> {
    clearInterval(this.reaper);
    this.stopping.abort();
    await this.runner?.stop().catch(() => {});
    await this.handBack().catch(() => {});
    await this.pool?.end().catch(() => {});
  }

  private get concurrency(): number {
    return this.options.concurrency ?? 3;
  }

  private async beginWorking(pgPool: pg.Pool): Promise<void> {
    const { logger, handlers, connection } = this.options;
    const ownIds = new Set<string>();
    const events: WorkerEvents = new EventEmitter();
    // Jobs are locked by the id of the pool, whatever worker of it runs them.
    events.on('pool:create', ({ workerPool }) => {
      ownIds.add(workerPool.id);
      this.workerIds.add(workerPool.id);
      connection.query('SELECT pg_advisory_lock($1, hashtext($2))', [workerLocks, workerPool.id]).catch(() => {});
    });
    events.on('job:failed', ({ job, error }) => logger.error({ job: job.id, task: job.task_identifier, err: error }, 'job parked'));
    this.runner = await run({
      pgPool,
      concurrency: this.concurrency,
      noHandleSignals: true,
      pollInterval: 1_000,
      // A result that cannot be written, because the database is away, then ends the runner, which is begun anew; without this it would be
      // a rejection that nobody handles, which ends the process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      events,
      crontab: '',
      parsedCronItems: [],
      taskList: Object.fromEntries(
        Object.entries(handlers).map(([task, handler]) => [
          task,
          (payload: unknown, helpers: JobHelpers) => this.runJob(handler, payload as JobContext['payload'], helpers),
        ]),
      ),
      logger: new WorkerLogger(() => (level, message) => {
        if (String(level) === 'error') logger.error({ message }, 'job queue');
        else logger.debug({ message }, 'job queue');
      }),
    });
    const ended = (): void => void this.workAgain(pgPool, ownIds);
    this.runner.promise.then(ended, ended);
    if (this.stopping.signal.aborted) await this.runner.stop().catch(() => {});
  }

  /** After a runner that ended by itself: lets go of what it held, and begins anew. What of it still runs is fenced like anybody whose job is lost. */
  private async workAgain(pgPool: pg.Pool, endedIds: ReadonlySet<string>): Promise<void> {
    const { connection, logger } = this.options;
    if (this.stopping.signal.aborted) return;
    logger.warn('the job queue could not be reached; beginning anew');
    for (const id of endedIds) {
      this.workerIds.delete(id);
      // Where the connection is down the lock has gone with it.
      await connection.query('SELECT pg_advisory_unlock($1, hashtext($2))', [workerLocks, id]).catch(() => {});
    }
    while (!this.stopping.signal.aborted) {
      try {
        await pgPool.query('SELECT graphile_worker.force_unlock_workers($1)', [[...endedIds]]);
        return await this.beginWorking(pgPool);
      } catch {
        await sleep(restartMilliseconds, undefined, { ref: false });
      }
    }
  }

  private async runJob(handler: JobHandler, payload: JobContext['payload'], { job }: JobHelpers): Promise<void> {
    const { database, logger } = this.options;
    const write: JobContext['write'] = (work, scope) =>
      database.write({ organizationId: String(payload.organizationId), ...scope }, async (transaction) => {
        const [row] = await transaction.query<{ held: boolean }>('SELECT job_is_held($1, $2, $3) AS held', [job.id, job.locked_by, job.attempts]);
        if (!row?.held) throw new JobLostError(`Job ${job.id} is no longer held by this worker`);
        return work(transaction);
      });
    try {
      await handler(this.contextOf(payload, logger.child({ job: job.id, task: job.task_identifier }), write));
    } catch (error) {
      if (this.stopping.signal.aborted) this.interrupted.add(job.id);
      else await this.countFailure(job, error).catch(() => {});
      throw error;
    }
  }

  private contextOf(payload: JobContext['payload'], logger: Logger, write: JobContext['write']): JobContext {
    return { organizationId: String(payload.organizationId), payload, database: this.options.database, logger, signal: this.stopping.signal, write };
  }

  /**
   * Says what a failure counts as before the queue takes note of it. The queue waits longer after each attempt, for days in all, which is
   * meant for what passes by itself. A fault of ours does not: a few tries within minutes, and the job is given up. That the database was
   * away is no failure of the job: it counts as no attempt, however long it takes, and the job goes on soon after.
   */
  private async countFailure(job: JobHelpers['job'], error: unknown): Promise<void> {
    if (error instanceof JobLostError) return;
    const held = 'WHERE id = $1 AND locked_by = $2 AND attempts = $3';
    if (isDatabaseAway(error)) {
      await this.pool?.query(`UPDATE graphile_worker._private_jobs SET attempts = greatest(attempts - 1, 0) ${held}`, [job.id, job.locked_by, job.attempts]);
      return;
    }
    const faults = Number((job.payload as { faults?: number }).faults ?? 0) + 1;
    await this.pool?.query(
      `UPDATE graphile_worker._private_jobs SET attempts = CASE WHEN $4 < $5::integer THEN $4 ELSE max_attempts END,
         payload = (payload::jsonb || jsonb_build_object('faults', $4::integer))::json ${held}`,
      [job.id, job.locked_by, job.attempts, faults, faultsAllowed],
    );
  }

  /** What this process broke off counts as no attempt, and another process may go on with it at once. */
  private async handBack(): Promise<void> {
    if (this.interrupted.size === 0) return;
    await this.pool?.query(
      `UPDATE graphile_worker._private_jobs SET run_at = now(), attempts = greatest(attempts - 1, 0)
       WHERE id = ANY ($1::bigint[]) AND locked_at IS NULL`,
      [[...this.interrupted]],
    );
  }

  /** Sees to jobs that nobody will run again: they failed for the last time, or their worker was killed in the last attempt. */
  private async settleGivenUp(): Promise<void> {
    const { connection, database, logger, whenGivenUp = {} } = this.options;
    try {
      const jobs = await connection.query<{ id: string; task: string; payload: JobContext['payload'] }>(
        `SELECT j.id, t.identifier AS task, j.payload FROM graphile_worker._private_jobs j
         JOIN graphile_worker._private_tasks t ON t.id = j.task_id
         WHERE j.attempts >= j.max_attempts AND j.locked_at IS NULL LIMIT 100`,
      );
      for (const { id, task, payload } of jobs) {
        const organizationId = String(payload.organizationId);
        logger.error({ job: id, task }, 'job given up');
        await whenGivenUp[task]?.(this.contextOf(payload, logger, (work, scope) => database.write({ organizationId, ...scope }, work)));
        // Unless somebody has asked for it anew meanwhile.
        await connection.query('DELETE FROM graphile_worker._private_jobs WHERE id = $1 AND attempts >= max_attempts AND locked_at IS NULL', [id]);
      }
    } catch (error) {
      logger.debug({ err: error }, 'could not settle jobs that were given up');
    }
  }

  private async takeOverFromTheDead(): Promise<void> {
    const { connection, leaseSeconds, logger } = this.options;
    try {
      const dead = await connection.query<{ worker: string }>(
        `SELECT locked_by AS worker FROM (
           SELECT DISTINCT locked_by FROM graphile_worker._private_jobs
           WHERE locked_by IS NOT NULL AND locked_at < now() - make_interval(secs => $2) AND NOT (locked_by = ANY ($3))
           UNION
           SELECT DISTINCT locked_by FROM graphile_worker._private_job_queues
           WHERE locked_by IS NOT NULL AND locked_at < now() - make_interval(secs => $2) AND NOT (locked_by = ANY ($3))
         ) suspects
         WHERE pg_try_advisory_xact_lock($1, hashtext(locked_by))`,
        [workerLocks, leaseSeconds / 2, [...this.workerIds]],
      );
      if (dead.length === 0) return;
      await connection.query('SELECT graphile_worker.force_unlock_workers($1)', [dead.map((row) => row.worker)]);
      logger.warn({ workers: dead.length }, 'took over the jobs of dead workers');
    } catch (error) {
      logger.debug({ err: error }, 'could not look for dead workers');
    }
  }
}

/** A statement that takes too long does so each time; everything else that the database refuses for now passes by itself. */
function isDatabaseAway(error: unknown): boolean {
  return isUnavailable(error) && (error as { code?: unknown }).code !== '57014';
}
