import type { MigrationInterface, QueryRunner } from 'typeorm';
import { created, createTenantTable, edited, refersTo } from '../tenant-table.ts';

/** Catalogs: plans and courses for audiences (L45, L59), and descriptions that a search can look through. */
export class Catalogs1700000000025 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await createTenantTable(runner, 'catalog', 'EDIT', `
      id uuid NOT NULL, name text NOT NULL CHECK (length(name) BETWEEN 1 AND 800), name_key text NOT NULL, description text NOT NULL DEFAULT '',
      audience jsonb, removed_at timestamptz, ${edited},
      PRIMARY KEY (organization_id, id), FOREIGN KEY (organization_id) REFERENCES organization (organization_id)`);
    await runner.query('CREATE INDEX catalog_by_name ON catalog (organization_id, name_key, id) WHERE removed_at IS NULL');
    // Whom a catalog was for, and when: the settings of a plan are kept in the same way.
    await createTenantTable(runner, 'catalog_revision', 'APPEND', `
      id uuid NOT NULL, catalog_id uuid NOT NULL, name text NOT NULL, description text NOT NULL, audience jsonb, removed boolean NOT NULL,
      valid_from timestamptz NOT NULL, ${created},
      PRIMARY KEY (organization_id, id), ${refersTo('catalog', 'catalog_id')}`);
    await runner.query('CREATE INDEX catalog_revision_of ON catalog_revision (organization_id, catalog_id, valid_from)');
    await createTenantTable(runner, 'catalog_entry', 'EDIT', `
      id uuid NOT NULL, catalog_id uuid NOT NULL, plan_id uuid, learning_object_id uuid,
      subject_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(plan_id, learning_object_id)) STORED,
      valid_from timestamptz NOT NULL, valid_to timestamptz, ended_by uuid, ${created},
      CHECK (num_nonnulls(plan_id, learning_object_id) = 1),
      PRIMARY KEY (organization_id, id), ${refersTo('catalog', 'catalog_id')}, ${refersTo('learning_plan', 'plan_id')},
      ${refersTo('learning_object', 'learning_object_id')}`);
    await runner.query('CREATE UNIQUE INDEX catalog_entry_now ON catalog_entry (organization_id, catalog_id, subject_id) WHERE valid_to IS NULL');
    await runner.query('CREATE INDEX catalog_entry_of ON catalog_entry (organization_id, subject_id) WHERE valid_to IS NULL');

    // The description, folded by the application whenever it is written; what is there already is folded here for once.
    for (const table of searched) await runner.query(`ALTER TABLE ${table} ADD description_key text NOT NULL DEFAULT '', NO FORCE ROW LEVEL SECURITY`);
    await runner.query('ALTER TABLE plan_version NO FORCE ROW LEVEL SECURITY');
    await runner.query(`UPDATE learning_plan p SET description_key = ${folded('v.description')}
      FROM plan_version v WHERE v.organization_id = p.organization_id AND v.id = p.published_version_id AND v.description <> ''`);
    await runner.query(`UPDATE learning_object SET description_key = ${folded('description')} WHERE description <> ''`);
    for (const table of [...searched, 'plan_version']) await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}

const searched = ['learning_plan', 'learning_object'];

const folded = (text: string): string => `lower(regexp_replace(normalize(regexp_replace(normalize(${text}, NFKD), '[\\u0300-\\u036f]', '', 'g'), NFC), '\\s+', ' ', 'g'))`;
