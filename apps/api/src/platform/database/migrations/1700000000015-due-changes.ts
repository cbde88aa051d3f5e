import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTenantTable, refersTo } from '../tenant-table.ts';

/** Every change of a due date, with what it was, what it is and why. */
export class DueChanges1700000000015 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await createTenantTable(runner, 'due_change', 'APPEND', `
      id uuid NOT NULL, batch_id uuid NOT NULL, enrollment_id uuid NOT NULL, milestone_key uuid, due_before date, due_after date,
      cause text NOT NULL CHECK (cause IN ('OVERRIDDEN', 'OVERRIDE_ENDED', 'ASSIGNED', 'ASSIGNMENT_ENDED', 'ASSIGNMENT_CHANGED', 'POLICY_CHANGED',
        'ANCHOR_CHANGED', 'PLAN_CHANGED', 'COMPLETED')),
      source_before uuid, source_after uuid, anchor text, recorded_at timestamptz NOT NULL, created_by uuid,
      CHECK (due_before IS DISTINCT FROM due_after),
      PRIMARY KEY (organization_id, id), ${refersTo('enrollment', 'enrollment_id')}`);
    await runner.query('CREATE INDEX due_change_of ON due_change (organization_id, enrollment_id, id)');
    await runner.query('CREATE INDEX due_change_batch ON due_change (organization_id, batch_id)');
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE due_change');
  }
}
