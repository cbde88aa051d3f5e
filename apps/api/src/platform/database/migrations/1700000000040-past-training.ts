import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who had begun something by a past day, whatever came of it since (decision 0050). */
export class PastTraining1700000000040 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX item_progress_by_day ON item_progress (organization_id, kind, started_on DESC, learning_object_id DESC, person_id DESC)');
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}
