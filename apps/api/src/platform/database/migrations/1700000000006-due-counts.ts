import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTenantTable } from '../tenant-table.ts';

/** How many still have to complete something by each moment: what is overdue is a sum over few rows, at any time of the clock. */
export class DueCounts1700000000006 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await createTenantTable(runner, 'due_count', 'EDIT', `
      subject_id uuid NOT NULL, due_ends_at timestamptz NOT NULL, shard smallint NOT NULL, people integer NOT NULL,
      PRIMARY KEY (organization_id, subject_id, due_ends_at, shard)`, 'fillfactor = 50');
    // For the moment of counting what there is, the owner sees every organization's rows.
    const counted = ['standing', 'due_count'];
    for (const table of counted) await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    await runner.query(`
      INSERT INTO due_count (organization_id, subject_id, due_ends_at, shard, people)
      SELECT organization_id, subject_id, due_ends_at, 0, count(*) FROM standing
      WHERE status IN ('NOT_STARTED', 'IN_PROGRESS') AND due_ends_at IS NOT NULL GROUP BY 1, 2, 3`);
    for (const table of counted) await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE due_count');
  }
}
