import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A bulk act keeps who committed it: what its job changes is done by them. And what another system knows people by belongs to one of them,
 * as it is written there: nobody had one so far.
 */
export class Committers1700000000017 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE operation ADD committed_by_kind text CHECK (committed_by_kind IN ('PERSON', 'API_CLIENT')), ADD committed_by uuid,
      ADD CHECK ((committed_by IS NULL) = (committed_by_kind IS NULL))`);
    await nameCommitters(runner);
    await runner.query('ALTER TABLE person ADD UNIQUE (organization_id, external_id)');
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}

/** The audit knows who committed what has been. For that moment the owner sees every organization's rows. */
async function nameCommitters(runner: QueryRunner): Promise<void> {
  const tables = ['operation', 'audit_entry'];
  for (const table of tables) await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  await runner.query(`
    UPDATE operation o SET committed_by_kind = a.actor_kind, committed_by = a.actor_id FROM audit_entry a
    WHERE o.committed_at IS NOT NULL AND a.organization_id = o.organization_id AND a.subject_id = o.id AND a.subject_kind = 'operation'
      AND a.act IN (o.kind || '.commit', o.kind || '.undo') AND a.actor_kind IN ('PERSON', 'API_CLIENT')`);
  for (const table of tables) await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
}
