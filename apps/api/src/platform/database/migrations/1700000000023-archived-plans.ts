import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a plan is archived: what is open in it is closed from then on (2.2). */
export class ArchivedPlans1700000000023 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE learning_plan ADD archived_at timestamptz, ADD CHECK ((lifecycle = 'ARCHIVED') = (archived_at IS NOT NULL))`);
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}
