import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Training progress is read from the facts, newest first (decision 0038). Facts and items carry what kind of thing they are about: it never
 * changes, and a list of one kind would else walk through all others.
 */
export class TrainingProgress1700000000034 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE completion_fact ADD kind text');
    await runner.query('ALTER TABLE completion_fact DISABLE TRIGGER append_only');
    await runner.query('ALTER TABLE completion_fact NO FORCE ROW LEVEL SECURITY');
    await runner.query('ALTER TABLE learning_object NO FORCE ROW LEVEL SECURITY');
    await runner.query(`UPDATE completion_fact f SET kind = coalesce(
      (SELECT o.kind FROM learning_object o WHERE o.organization_id = f.organization_id AND o.id = f.learning_object_id), 'PLAN')`);
    await runner.query('ALTER TABLE completion_fact ENABLE TRIGGER append_only');
    await runner.query(`ALTER TABLE item_progress ADD kind text, ADD started_on date NOT NULL GENERATED ALWAYS AS ((started_at AT TIME ZONE 'UTC')::date) STORED`);
    await runner.query('ALTER TABLE item_progress NO FORCE ROW LEVEL SECURITY');
    await runner.query(`UPDATE item_progress i SET kind = (SELECT o.kind FROM learning_object o WHERE o.organization_id = i.organization_id AND o.id = i.learning_object_id)`);
    for (const table of ['completion_fact', 'learning_object', 'item_progress']) await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE completion_fact ALTER kind SET NOT NULL,
      ADD CONSTRAINT completion_fact_kind CHECK (kind IN ('MODULE', 'COURSE', 'ACTIVITY', 'EXAM', 'PLAN') AND (kind = 'PLAN') = (plan_id IS NOT NULL))`);
    await runner.query(`ALTER TABLE item_progress ALTER kind SET NOT NULL, ADD CONSTRAINT item_progress_kind CHECK (kind IN ('MODULE', 'COURSE', 'ACTIVITY', 'EXAM'))`);
    await runner.query('CREATE INDEX completion_fact_by_day ON completion_fact (organization_id, kind, completed_on DESC, subject_id DESC, person_id DESC)');
    await runner.query('CREATE INDEX completion_fact_of_item_by_day ON completion_fact (organization_id, subject_id, completed_on DESC, person_id DESC)');
    await runner.query(`CREATE INDEX item_progress_begun ON item_progress (organization_id, kind, started_on DESC, learning_object_id DESC, person_id DESC) WHERE state = 'IN_PROGRESS'`);
    await runner.query(`CREATE INDEX standing_begun ON standing (organization_id, started_on DESC, subject_id DESC, enrollment_id DESC) WHERE status = 'IN_PROGRESS' AND is_current`);
    await runner.query('ANALYZE completion_fact');
    await runner.query('ANALYZE item_progress');
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}
