import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why an individual rule was made and why it ended, who ended a source, and the bulk acts that did either. */
export class ManageUsers1700000000012 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE override ADD COLUMN reason text, ADD COLUMN operation_id uuid, ADD COLUMN ended_in uuid');
    await runner.query('ALTER TABLE enrollment_source ADD COLUMN ended_by uuid, ADD COLUMN operation_id uuid, ADD COLUMN ended_in uuid');
    await runner.query('ALTER TABLE assignment_member ADD COLUMN resolved_in uuid');
    await runner.query(`CREATE INDEX assignment_member_exception ON assignment_member (organization_id, enrollment_id) WHERE state = 'EXCEPTION'`);
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}
