import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of several cycles of the same thing one is current: it alone counts in totals. What was counted twice so far is counted once from now on.
 * Facts are found by what they are about, and the end of an assignment leaves what its undo takes.
 */
export class CurrentCycles1700000000016 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE standing ADD is_current boolean NOT NULL DEFAULT true');
    // For the moment of counting what there is, the owner sees every organization's rows.
    const tables = ['enrollment', 'standing', 'status_count', 'daily_completion', 'due_count'];
    for (const table of tables) await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    await runner.query(`
      UPDATE standing s SET is_current = false FROM (
        SELECT e.organization_id, e.id, row_number() OVER (PARTITION BY e.organization_id, e.person_id, e.subject_id
          ORDER BY (e.cycle = 1 OR c.status <> 'WITHDRAWN') DESC, e.cycle DESC) AS place
        FROM enrollment e JOIN standing c ON c.organization_id = e.organization_id AND c.enrollment_id = e.id) judged
      WHERE judged.place > 1 AND s.organization_id = judged.organization_id AND s.enrollment_id = judged.id`);
    // What is all of a piece of content is kept by a key of its own, as milestones are.
    await runner.query(`UPDATE standing SET milestones = replace(milestones::text, '"key": "whole"', '"key": "00000000-0000-7000-8000-000000000001"')::jsonb
      WHERE plan_version_id IS NULL AND milestones @> '[{"key": "whole"}]'`);
    await leaveCounts(runner, 'status_count', 'status', 'true');
    await leaveCounts(runner, 'daily_completion', 'on_date', 'completed_on IS NOT NULL', 'completed_on');
    await leaveCounts(runner, 'due_count', 'due_ends_at', `status IN ('NOT_STARTED', 'IN_PROGRESS') AND due_ends_at IS NOT NULL`);
    for (const table of tables) await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    // Few are former, so their index is small.
    await runner.query('CREATE INDEX standing_former ON standing (organization_id, subject_id, enrollment_id) WHERE NOT is_current');
    await runner.query('ANALYZE standing');
    // What the end of an assignment changed, so that it can be taken back.
    await runner.query('ALTER TABLE enrollment_source ADD kept_in uuid, ADD woken_in uuid');
    await runner.query('ALTER TABLE assignment_member ADD state_before text, ADD reason_before text');
    // Who has done something: asked of what a plan takes, before it is given to many.
    await runner.query('CREATE INDEX completion_fact_of_subject ON completion_fact (organization_id, subject_id, person_id)');
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}

/** Takes former cycles out of a table of counts. */
async function leaveCounts(runner: QueryRunner, table: string, key: string, counted: string, from = key): Promise<void> {
  await runner.query(`
    INSERT INTO ${table} (organization_id, subject_id, ${key}, shard, people)
    SELECT organization_id, subject_id, ${from}, 0, -count(*) FROM standing WHERE NOT is_current AND ${counted} GROUP BY 1, 2, 3
    ON CONFLICT (organization_id, subject_id, ${key}, shard) DO UPDATE SET people = ${table}.people + excluded.people`);
}
