import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Assignments for the people of a list. */
export class Imports1700000000014 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE assignment ADD COLUMN list_name text');
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}
