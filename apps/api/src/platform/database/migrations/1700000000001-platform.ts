import { runMigrations } from 'graphile-worker';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { created, createTenantTable, edited, refersTo } from '../tenant-table.ts';

/** Organizations and the mechanisms that every feature uses: events, operations, idempotency, audit, jobs. */
export class Platform1700000000001 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
      END $$`);
    await runner.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    await runner.query('GRANT USAGE ON SCHEMA public TO milepost_app, milepost_relay');

    await createTenantTable(runner, 'organization', 'EDIT', `
      name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
      default_locale text NOT NULL DEFAULT 'en',
      default_time_zone text NOT NULL DEFAULT 'UTC',
      plan_term jsonb NOT NULL DEFAULT '{}',
      accent_color text NOT NULL DEFAULT 'indigo',
      group_conflict text NOT NULL DEFAULT 'FIRST_WINS'
        CHECK (group_conflict IN ('FIRST_WINS', 'MOST_LENIENT', 'STRICTEST', 'LATEST_ASSIGNMENT')),
      managers_may_assign boolean NOT NULL DEFAULT false,
      ${edited}, PRIMARY KEY (organization_id)`);
    // Policies are read by the evaluator, so what they were is kept.
    await createTenantTable(runner, 'organization_revision', 'APPEND', `
      id uuid NOT NULL, group_conflict text NOT NULL, valid_from timestamptz NOT NULL, ${created},
      PRIMARY KEY (organization_id, id), FOREIGN KEY (organization_id) REFERENCES organization (organization_id)`);

    await createTenantTable(runner, 'event_log', 'APPEND', `
      xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
      seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY (CACHE 32),
      type text NOT NULL,
      ids jsonb NOT NULL,
      occurred_at timestamptz NOT NULL,
      PRIMARY KEY (organization_id, xid, seq)`);
    // The relay reads across tenants, and therefore by position alone: the one index that is not led by the tenant.
    await runner.query('CREATE INDEX event_log_position ON event_log (xid, seq)');
    await runner.query('CREATE POLICY relay ON event_log FOR SELECT TO milepost_relay USING (true)');
    await runner.query('GRANT SELECT ON event_log TO milepost_relay');

    await createTenantTable(runner, 'operation', 'EDIT', `
      id uuid NOT NULL,
      kind text NOT NULL,
      state text NOT NULL CHECK (state IN
        ('ANALYSING', 'PREVIEWED', 'APPLYING', 'DONE', 'FAILED', 'CANCELLED', 'EXPIRED', 'UNDOING', 'UNDONE')),
      title jsonb NOT NULL DEFAULT '{}',
      input jsonb NOT NULL,
      preview_hash text,
      counts jsonb NOT NULL DEFAULT '{}',
      result jsonb NOT NULL DEFAULT '{}',
      rows_total integer NOT NULL DEFAULT 0,
      rows_done integer NOT NULL DEFAULT 0,
      problem jsonb,
      previewed_at timestamptz, committed_at timestamptz, finished_at timestamptz, undo_until timestamptz,
      undo_of uuid,
      ${edited}, PRIMARY KEY (organization_id, id), ${refersTo('operation', 'undo_of')}`, 'fillfactor = 70');
    await runner.query('CREATE INDEX operation_recent ON operation (organization_id, created_at DESC, id DESC)');
    await createTenantTable(runner, 'operation_chunk', 'FULL', `
      operation_id uuid NOT NULL, number integer NOT NULL,
      state text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'DONE')),
      subject_ids uuid[] NOT NULL, classes text[] NOT NULL, details jsonb, outcomes text[],
      PRIMARY KEY (organization_id, operation_id, number), ${refersTo('operation', 'operation_id')}`);

    await createTenantTable(runner, 'idempotency_key', 'FULL', `
      caller_id uuid NOT NULL, client_mutation_id text NOT NULL CHECK (length(client_mutation_id) BETWEEN 1 AND 100),
      request_hash text NOT NULL, response jsonb, created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (organization_id, caller_id, client_mutation_id)`);

    await createTenantTable(runner, 'audit_entry', 'APPEND', `
      id uuid NOT NULL, at timestamptz NOT NULL, actor_kind text NOT NULL, actor_id uuid, on_behalf_of uuid,
      act text NOT NULL, subject_kind text NOT NULL, subject_id uuid, before jsonb, after jsonb, reason text, operation_id uuid,
      PRIMARY KEY (organization_id, id)`);
    await runner.query('CREATE INDEX audit_entry_subject ON audit_entry (organization_id, subject_id, id DESC)');

    await installJobs(runner);
  }

  public async down(): Promise<void> {
    throw new Error('The first migration is not undone: drop the database instead');
  }
}

/** graphile-worker's own schema; the application may only enqueue, through one reviewed function, and ask whether a job is still its own. */
async function installJobs(runner: QueryRunner): Promise<void> {
  const { url } = runner.connection.options as { url?: string };
  await runMigrations({ connectionString: url });
  for (const table of ['_private_jobs', '_private_job_queues', '_private_known_crontabs', '_private_tasks']) {
    await runner.query(`CREATE POLICY relay ON graphile_worker.${table} TO milepost_relay USING (true) WITH CHECK (true)`);
  }
  await runner.query(`
    GRANT USAGE ON SCHEMA graphile_worker TO milepost_relay;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO milepost_relay;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO milepost_relay;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO milepost_relay`);
  await runner.query(`
    CREATE FUNCTION enqueue_job(task text, payload json, job_key text, queue text, run_at timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      SELECT graphile_worker.add_job(task, payload, queue_name => queue, run_at => run_at, job_key => job_key,
        job_key_mode => 'preserve_run_at')
    $$`);
  await runner.query(`
    CREATE FUNCTION job_is_held(job bigint, worker text, attempt integer) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      SELECT EXISTS (SELECT FROM graphile_worker._private_jobs
        WHERE id = job AND locked_by = worker AND attempts = attempt FOR SHARE)
    $$`);
  await runner.query(`
    REVOKE ALL ON FUNCTION enqueue_job(text, json, text, text, timestamptz), job_is_held(bigint, text, integer) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION enqueue_job(text, json, text, text, timestamptz), job_is_held(bigint, text, integer)
      TO milepost_app`);
}
