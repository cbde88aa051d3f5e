import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTenantTable, refersTo } from '../tenant-table.ts';

/** What was done by hand with steps, by whom and why; when a step opens next, that it has opened, and that its learner is told of it once (C3, C16, C18). */
export class Openings1700000000028 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await createTenantTable(runner, 'step_release_act', 'APPEND', `
      id uuid NOT NULL, enrollment_id uuid NOT NULL, milestone_key uuid NOT NULL, act text NOT NULL CHECK (act IN ('HOLD', 'RESUME', 'RELEASE', 'TAKE_BACK')),
      held_before timestamptz, released_before timestamptz, held_at timestamptz, released_at timestamptz, reason text NOT NULL, operation_id uuid,
      created_at timestamptz NOT NULL, created_by uuid,
      PRIMARY KEY (organization_id, id), ${refersTo('enrollment', 'enrollment_id')}, ${refersTo('operation', 'operation_id')}`);
    await runner.query('CREATE INDEX step_release_act_of ON step_release_act (organization_id, enrollment_id, milestone_key, created_at)');
    await runner.query('ALTER TABLE step_release ADD opened_at timestamptz, ADD opening_id uuid');
    await runner.query('CREATE INDEX step_release_opening ON step_release (organization_id, opening_id) WHERE opening_id IS NOT NULL');
    await runner.query('ALTER TABLE standing ADD opens_at timestamptz');
    await runner.query('CREATE INDEX standing_opens ON standing (organization_id, opens_at, enrollment_id) WHERE opens_at IS NOT NULL');
    await keepWhatOpensNext(runner);
    await runner.query('ANALYZE standing');
    await runner.query(`ALTER TABLE delivery ADD milestone_key uuid, DROP CONSTRAINT delivery_type_check, DROP CONSTRAINT delivery_once,
      ADD CHECK (type IN ('PLAN_PUBLISHED', 'ASSIGNED', 'VERSION_MOVED', 'STEP_OPENED')), ADD CHECK ((type = 'STEP_OPENED') = (milestone_key IS NOT NULL)),
      ADD CONSTRAINT delivery_once UNIQUE NULLS NOT DISTINCT (organization_id, person_id, subject_id, type, cycle, plan_version_id, milestone_key)`);
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}

/** Of what is kept already: when it opens next, and a job at each of those moments. */
async function keepWhatOpensNext(runner: QueryRunner): Promise<void> {
  const tables = ['enrollment', 'person', 'standing'];
  for (const table of tables) await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  await runner.query(`
    UPDATE standing s SET opens_at = next.day::timestamp AT TIME ZONE next.zone FROM (
      SELECT e.organization_id, e.id, p.time_zone AS zone, (SELECT min((m->>'opensOn')::date) FROM jsonb_array_elements(k.milestones) m WHERE m->>'status' = 'NOT_RELEASED') AS day
      FROM standing k JOIN enrollment e ON e.organization_id = k.organization_id AND e.id = k.enrollment_id
      JOIN person p ON p.organization_id = e.organization_id AND p.id = e.person_id
      WHERE k.status IN ('NOT_STARTED', 'IN_PROGRESS') AND k.milestones @> '[{"status": "NOT_RELEASED"}]') next
    WHERE next.day IS NOT NULL AND s.organization_id = next.organization_id AND s.enrollment_id = next.id`);
  await runner.query(`SELECT enqueue_job('open-steps', json_build_object('organizationId', o.organization_id), concat('open-steps:', o.organization_id, ':', extract(epoch FROM o.opens_at)), NULL, o.opens_at)
    FROM (SELECT DISTINCT organization_id, opens_at FROM standing WHERE opens_at IS NOT NULL) o`);
  for (const table of tables) await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
}
