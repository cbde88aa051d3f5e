import type { MigrationInterface, QueryRunner } from 'typeorm';
import { refersTo } from '../tenant-table.ts';

/**
 * Versions of a plan after the first: who published each; what one asks beyond another that people have completed is a version of its own
 * with the same number (decision 0031); and the pins of an enrollment are found by it.
 */
export class PlanVersions1700000000021 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE plan_version ADD published_by uuid, ADD delta_from uuid');
    await runner.query('ALTER TABLE plan_version DROP CONSTRAINT plan_version_organization_id_plan_id_number_key');
    await runner.query('ALTER TABLE plan_version ADD UNIQUE NULLS NOT DISTINCT (organization_id, plan_id, number, delta_from)');
    await runner.query(`ALTER TABLE plan_version ADD ${refersTo('plan_version', 'delta_from')}`);
    // Whoever changed a version last published it: nothing changes it afterwards. For that moment the owner sees every organization's rows.
    await runner.query('ALTER TABLE plan_version NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER immutable');
    await runner.query(`UPDATE plan_version SET published_by = updated_by WHERE state <> 'DRAFT'`);
    await runner.query('ALTER TABLE plan_version FORCE ROW LEVEL SECURITY, ENABLE TRIGGER immutable');
    await runner.query('CREATE INDEX enrollment_pin_of ON enrollment_pin (organization_id, enrollment_id, valid_from)');
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}
