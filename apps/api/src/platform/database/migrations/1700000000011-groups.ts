import type { MigrationInterface, QueryRunner } from 'typeorm';
import { created, createTenantTable, refersTo } from '../tenant-table.ts';

/** What groups were at each time, and why each membership began and ended. */
export class Groups1700000000011 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    // The name of a group that was removed is free again.
    await runner.query('ALTER TABLE person_group DROP CONSTRAINT person_group_organization_id_name_key_key');
    await runner.query('CREATE UNIQUE INDEX person_group_named ON person_group (organization_id, name_key) WHERE removed_at IS NULL');
    await createTenantTable(runner, 'group_revision', 'APPEND', `
      id uuid NOT NULL, group_id uuid NOT NULL, name text NOT NULL, rule jsonb, removed boolean NOT NULL DEFAULT false, operation_id uuid,
      valid_from timestamptz NOT NULL, ${created},
      PRIMARY KEY (organization_id, id), ${refersTo('person_group', 'group_id')}, ${refersTo('operation', 'operation_id')}`);
    await runner.query('CREATE INDEX group_revision_of ON group_revision (organization_id, group_id, valid_from)');
    await runner.query(`ALTER TABLE group_membership
      ADD COLUMN operation_id uuid, ADD COLUMN ended_because text, ADD COLUMN ended_by uuid,
      ADD CONSTRAINT group_membership_cause CHECK (cause IN ('BY_HAND', 'RULE', 'IMPORT', 'PROVISIONING')),
      ADD CONSTRAINT group_membership_ended_because CHECK (ended_because IN ('BY_HAND', 'RULE', 'UNDONE')),
      ADD CONSTRAINT group_membership_operation ${refersTo('operation', 'operation_id')}`);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE group_membership DROP COLUMN operation_id, DROP COLUMN ended_because, DROP COLUMN ended_by,
      DROP CONSTRAINT group_membership_cause`);
    await runner.query('DROP TABLE group_revision');
    await runner.query('DROP INDEX person_group_named');
    await runner.query('ALTER TABLE person_group ADD CONSTRAINT person_group_organization_id_name_key_key UNIQUE (organization_id, name_key)');
  }
}
