import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is to be seen on the cover of a plan, and which plans show a file: asked for each picture that is read. */
export class Covers1700000000029 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE plan_version ADD cover_alt text NOT NULL DEFAULT ''`);
    await runner.query('CREATE INDEX plan_version_by_cover ON plan_version (organization_id, cover_file_id) WHERE cover_file_id IS NOT NULL');
    await runner.query(`CREATE INDEX stored_cover_by_content ON stored_file (organization_id, sha256) WHERE purpose = 'COVER'`);
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}
