import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTenantTable, edited, refersTo } from '../tenant-table.ts';

/** Lists as people narrowed them, by a name of their own. */
export class SavedViews1700000000039 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await createTenantTable(runner, 'saved_view', 'FULL', `
      id uuid NOT NULL, person_id uuid NOT NULL, page text NOT NULL CHECK (page IN ('TRAINING_PROGRESS')),
      name text NOT NULL, name_key text NOT NULL, query text NOT NULL, ${edited},
      PRIMARY KEY (organization_id, id), UNIQUE (organization_id, person_id, page, name_key), ${refersTo('person', 'person_id')}`);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE saved_view');
  }
}
