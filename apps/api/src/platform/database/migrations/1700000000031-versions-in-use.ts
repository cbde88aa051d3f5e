import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is on which version of a plan is counted from an index alone. */
export class VersionsInUse1700000000031 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX standing_by_status');
    await runner.query('CREATE INDEX standing_by_status ON standing (organization_id, subject_id, status, enrollment_id) INCLUDE (plan_version_id, is_current)');
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}
