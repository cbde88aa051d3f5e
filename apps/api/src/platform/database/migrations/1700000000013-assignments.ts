import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Assignments of several things, that begin later, and that begin a new cycle: the chunks of a bulk act know what they are about, a bulk
 * act can wait for its moment, and a cycle knows the instant at which it began.
 */
export class Assignments1700000000013 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE operation ADD COLUMN counts_by_target jsonb, ADD COLUMN starts_at timestamptz, DROP CONSTRAINT operation_state_check');
    await runner.query(`ALTER TABLE operation ADD CONSTRAINT operation_state_check CHECK (state IN
      ('ANALYSING', 'PREVIEWED', 'SCHEDULED', 'APPLYING', 'DONE', 'FAILED', 'CANCELLED', 'EXPIRED', 'UNDOING', 'UNDONE'))`);
    await runner.query('ALTER TABLE operation_chunk ADD COLUMN target_id uuid');
    await runner.query(`ALTER TABLE assignment ADD COLUMN again boolean NOT NULL DEFAULT false, ADD COLUMN name_key text NOT NULL DEFAULT ''`);
    await runner.query('ALTER TABLE enrollment ADD COLUMN cycle_starts_at timestamptz');
    await nameTargets(runner);
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}

/** What was assigned before had one plan: it becomes the one target. For that moment the owner sees every organization's rows. */
async function nameTargets(runner: QueryRunner): Promise<void> {
  const tables = ['operation', 'operation_chunk', 'assignment'];
  for (const table of tables) await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  const ofAssignments = `o.kind IN ('ASSIGN', 'UPDATE_ASSIGNMENT', 'END_ASSIGNMENT') AND o.input ? 'planId'`;
  await runner.query(`
    UPDATE operation_chunk c SET target_id = (o.input->>'planId')::uuid FROM operation o
    WHERE o.organization_id = c.organization_id AND o.id = c.operation_id AND ${ofAssignments}`);
  await runner.query(`
    UPDATE operation o SET input = (o.input - 'planId') || jsonb_build_object('targets',
      jsonb_build_array(jsonb_build_object('kind', 'PLAN', 'planId', o.input->'planId')))
    WHERE ${ofAssignments}`);
  await runner.query('UPDATE assignment SET name_key = lower(name)');
  for (const table of tables) await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
}
