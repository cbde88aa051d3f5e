import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTenantTable, refersTo } from '../tenant-table.ts';

/** What people are told of, in the inbox of the app: once for each person, subject, cycle and type (C18). */
export class Notices1700000000027 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await createTenantTable(runner, 'delivery', 'EDIT', `
      id uuid NOT NULL, person_id uuid NOT NULL, type text NOT NULL CHECK (type IN ('PLAN_PUBLISHED', 'ASSIGNED', 'VERSION_MOVED')),
      plan_id uuid, learning_object_id uuid, subject_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(plan_id, learning_object_id)) STORED,
      cycle integer NOT NULL, plan_version_id uuid, assignment_id uuid, created_at timestamptz NOT NULL, read_at timestamptz,
      CHECK (num_nonnulls(plan_id, learning_object_id) = 1),
      PRIMARY KEY (organization_id, id), ${refersTo('person', 'person_id')}, ${refersTo('learning_plan', 'plan_id')},
      ${refersTo('learning_object', 'learning_object_id')}, ${refersTo('plan_version', 'plan_version_id')}, ${refersTo('assignment', 'assignment_id')},
      CONSTRAINT delivery_once UNIQUE NULLS NOT DISTINCT (organization_id, person_id, subject_id, type, cycle, plan_version_id)`);
    await runner.query('CREATE INDEX delivery_of_person ON delivery (organization_id, person_id, created_at DESC, id DESC)');
    await runner.query('CREATE INDEX delivery_unread ON delivery (organization_id, person_id) WHERE read_at IS NULL');
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}
