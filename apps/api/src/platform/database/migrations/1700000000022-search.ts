import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A search walks the index of names by itself again: since there are merged records it also asks whether one was merged. */
export class Search1700000000022 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX person_by_name');
    await runner.query('CREATE INDEX person_by_name ON person (organization_id, name_key, id) INCLUDE (search_key, status, merged_into_id)');
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}
