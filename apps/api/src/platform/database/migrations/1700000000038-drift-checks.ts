import type { MigrationInterface, QueryRunner } from 'typeorm';
import { created, createTenantTable } from '../tenant-table.ts';

/** Checks whether what is kept follows from the facts: where each stands, so that it goes on after a kill, and what it came to (decision 0041). */
export class DriftChecks1700000000038 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await createTenantTable(runner, 'drift_check', 'EDIT', `
      id uuid NOT NULL, state text NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'FAILED')), repair boolean NOT NULL,
      position jsonb, report jsonb NOT NULL, finished_at timestamptz, ${created},
      PRIMARY KEY (organization_id, id), CHECK ((state = 'RUNNING') = (finished_at IS NULL))`);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE drift_check');
  }
}
