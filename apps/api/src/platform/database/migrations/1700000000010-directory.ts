import type { MigrationInterface, QueryRunner } from 'typeorm';
import { refersTo } from '../tenant-table.ts';

/** What does not tell names, addresses and numbers apart when somebody searches; the domain's `searchWords` leaves out the same. */
const ignoredInSearch = `'’‘ʼ\`´"“”.,;:·・•_-‐‑–—@+/\\()[]&#*!?`;

/**
 * Departments, positions, job roles and partner accounts can be merged and removed: what was removed keeps its row, frees its name, and
 * where it was merged into another, whatever names the one means the other. People are found by parts of what they are known by.
 */
export class Directory1700000000010 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE department DROP CONSTRAINT department_organization_id_parent_id_name_key_key,
      ADD merged_into_id uuid, ADD ${refersTo('department', 'merged_into_id')}`);
    await runner.query(`CREATE UNIQUE INDEX department_name ON department (organization_id, parent_id, name_key) NULLS NOT DISTINCT
      WHERE removed_at IS NULL`);
    for (const table of ['job_position', 'job_role', 'partner_account']) {
      await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_organization_id_name_key_key,
        ADD removed_at timestamptz, ADD merged_into_id uuid, ADD ${refersTo(table, 'merged_into_id')}`);
      await runner.query(`CREATE UNIQUE INDEX ${table}_name ON ${table} (organization_id, name_key) WHERE removed_at IS NULL`);
    }
    // What moved people in a set, so that taking it back finds those whom nothing has moved since.
    await runner.query('ALTER TABLE affiliation ADD operation_id uuid');
    await runner.query(`ALTER TABLE person ADD search_key text GENERATED ALWAYS AS
      (translate(name_key || ' ' || coalesce(email_key, '') || ' ' || coalesce(employee_number_key, ''), '${ignoredInSearch.replaceAll("'", "''")}', '')) STORED`);
    // A search walks this index in the order of names, and reads of people only those whom it found.
    await runner.query('DROP INDEX person_by_name');
    await runner.query('CREATE INDEX person_by_name ON person (organization_id, name_key, id) INCLUDE (search_key, status)');
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}
