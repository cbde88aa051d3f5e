import type { MigrationInterface, QueryRunner } from 'typeorm';
import { created, createTenantTable, edited, refersTo } from '../tenant-table.ts';

/** Files, learning objects, learning plans with their versions. */
export class ContentAndPlans1700000000004 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await createTenantTable(runner, 'stored_file', 'EDIT', `
      id uuid NOT NULL, name text NOT NULL, media_type text NOT NULL, size bigint NOT NULL CHECK (size >= 0), sha256 bytea NOT NULL,
      storage_key text NOT NULL, purpose text NOT NULL CHECK (purpose IN ('MODULE', 'COVER', 'IMPORT')), ${created},
      PRIMARY KEY (organization_id, id), FOREIGN KEY (organization_id) REFERENCES organization (organization_id)`);

    await createTenantTable(runner, 'learning_object', 'EDIT', `
      id uuid NOT NULL, kind text NOT NULL CHECK (kind IN ('MODULE', 'COURSE', 'ACTIVITY', 'EXAM')),
      name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200), name_key text NOT NULL, description text NOT NULL DEFAULT '',
      status text NOT NULL CHECK (status IN ('DRAFT', 'ACTIVE', 'RETIRED')), language text NOT NULL,
      duration_minutes integer CHECK (duration_minutes > 0), expires_on date, equivalence_key text, cover_file_id uuid,
      content_kind text CHECK (content_kind IN ('VIDEO', 'DOCUMENT', 'ARTICLE', 'LINK')),
      file_id uuid, article text, url text,
      completion_rule text CHECK (completion_rule IN ('VIEWED', 'READ', 'CONFIRMED')), completion_percent integer CHECK (completion_percent BETWEEN 1 AND 100),
      ${edited},
      CHECK ((kind = 'MODULE') = (content_kind IS NOT NULL)), CHECK ((kind = 'MODULE') = (completion_rule IS NOT NULL)),
      CHECK ((content_kind IN ('VIDEO', 'DOCUMENT')) = (file_id IS NOT NULL)),
      CHECK ((content_kind = 'ARTICLE') = (article IS NOT NULL)), CHECK ((content_kind = 'LINK') = (url IS NOT NULL)),
      PRIMARY KEY (organization_id, id), ${refersTo('stored_file', 'file_id')}, ${refersTo('stored_file', 'cover_file_id')}`);
    await runner.query('CREATE INDEX learning_object_by_name ON learning_object (organization_id, kind, name_key, id)');
    await createTenantTable(runner, 'course_module', 'FULL', `
      course_id uuid NOT NULL, module_id uuid NOT NULL, position integer NOT NULL CHECK (position >= 0),
      PRIMARY KEY (organization_id, course_id, module_id),
      UNIQUE (organization_id, course_id, position) DEFERRABLE INITIALLY DEFERRED,
      ${refersTo('learning_object', 'course_id')}, ${refersTo('learning_object', 'module_id')}`);
    await runner.query('CREATE INDEX course_module_of_module ON course_module (organization_id, module_id)');
    await createTenantTable(runner, 'credit_line', 'FULL', `
      course_id uuid NOT NULL, credit_type text NOT NULL, field_of_study text NOT NULL DEFAULT '', amount numeric(12, 4) NOT NULL CHECK (amount > 0),
      PRIMARY KEY (organization_id, course_id, credit_type, field_of_study), ${refersTo('learning_object', 'course_id')}`);
    // What the evaluator reads of a learning object, as it was: status, modules, credits, completion rule.
    await createTenantTable(runner, 'learning_object_revision', 'APPEND', `
      id uuid NOT NULL, learning_object_id uuid NOT NULL, definition jsonb NOT NULL, valid_from timestamptz NOT NULL, ${created},
      PRIMARY KEY (organization_id, id), ${refersTo('learning_object', 'learning_object_id')}`);
    await runner.query('CREATE INDEX learning_object_revision_of ON learning_object_revision (organization_id, learning_object_id, valid_from)');

    await createTenantTable(runner, 'learning_plan', 'FULL', `
      id uuid NOT NULL, code text NOT NULL, preset text NOT NULL CHECK (preset IN ('LEARNING_PLAN', 'TRAINING_PLAN', 'CERTIFICATION_PLAN')),
      lifecycle text NOT NULL CHECK (lifecycle IN ('DRAFT', 'ACTIVE', 'INACTIVE', 'ARCHIVED')), owner_id uuid NOT NULL,
      name text NOT NULL, name_key text NOT NULL,
      published_version_id uuid, draft_version_id uuid, self_built boolean NOT NULL DEFAULT true,
      collaboration_allowed boolean NOT NULL DEFAULT false, visible_range jsonb,
      display_on_front_end boolean NOT NULL DEFAULT true, show_add_to_my_plans boolean NOT NULL DEFAULT false, ${edited},
      PRIMARY KEY (organization_id, id), UNIQUE (organization_id, code), ${refersTo('person', 'owner_id')}`);
    await runner.query('CREATE INDEX learning_plan_recent ON learning_plan (organization_id, id DESC)');
    await createTenantTable(runner, 'learning_plan_revision', 'APPEND', `
      id uuid NOT NULL, plan_id uuid NOT NULL, lifecycle text NOT NULL, visible_range jsonb, display_on_front_end boolean NOT NULL,
      show_add_to_my_plans boolean NOT NULL, collaboration_allowed boolean NOT NULL, valid_from timestamptz NOT NULL, ${created},
      PRIMARY KEY (organization_id, id)`);
    await runner.query('CREATE INDEX learning_plan_revision_of ON learning_plan_revision (organization_id, plan_id, valid_from)');
    await createTenantTable(runner, 'plan_version', 'FULL', `
      id uuid NOT NULL, plan_id uuid NOT NULL, number integer NOT NULL CHECK (number > 0),
      state text NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED', 'SUPERSEDED', 'RETIRED')),
      name text NOT NULL, description text NOT NULL DEFAULT '', cover_file_id uuid,
      starts_at timestamptz, ends_at timestamptz, due_rule jsonb NOT NULL, milestone_order_enforced boolean NOT NULL,
      registration_type text NOT NULL CHECK (registration_type IN ('ENFORCED', 'NON_ENFORCED', 'DISABLED')),
      auto_register boolean NOT NULL DEFAULT false,
      display_unreleased_steps text NOT NULL CHECK (display_unreleased_steps IN ('NONE', 'TITLES', 'DETAILS')),
      lookback jsonb NOT NULL, end_policy text NOT NULL CHECK (end_policy IN ('CLOSE', 'KEEP_OPEN')), grace_days integer NOT NULL DEFAULT 0,
      minimum_days integer, issue_on_exemption boolean NOT NULL DEFAULT false, change_note text, published_at timestamptz, ${edited},
      PRIMARY KEY (organization_id, id), UNIQUE (organization_id, plan_id, number), ${refersTo('learning_plan', 'plan_id')},
      ${refersTo('stored_file', 'cover_file_id')}`);
    await createTenantTable(runner, 'milestone', 'FULL', `
      plan_version_id uuid NOT NULL, key uuid NOT NULL, position integer NOT NULL, name text NOT NULL, description text NOT NULL DEFAULT '',
      metric text NOT NULL CHECK (metric IN ('SESSIONS', 'CREDITS', 'NONE')), units numeric(12, 4) CHECK (units > 0), credit_type text,
      due_rule jsonb NOT NULL, item_order_enforced boolean NOT NULL DEFAULT false, release_rule jsonb NOT NULL,
      CHECK ((metric = 'NONE') = (units IS NULL)),
      PRIMARY KEY (organization_id, plan_version_id, key),
      UNIQUE (organization_id, plan_version_id, position) DEFERRABLE INITIALLY DEFERRED,
      FOREIGN KEY (organization_id, plan_version_id) REFERENCES plan_version (organization_id, id) ON DELETE CASCADE`);
    await createTenantTable(runner, 'milestone_item', 'FULL', `
      plan_version_id uuid NOT NULL, milestone_key uuid NOT NULL, learning_object_id uuid NOT NULL, position integer NOT NULL,
      mandatory boolean NOT NULL DEFAULT false,
      PRIMARY KEY (organization_id, plan_version_id, milestone_key, learning_object_id),
      UNIQUE (organization_id, plan_version_id, milestone_key, position) DEFERRABLE INITIALLY DEFERRED,
      FOREIGN KEY (organization_id, plan_version_id, milestone_key) REFERENCES milestone (organization_id, plan_version_id, key) ON DELETE CASCADE,
      ${refersTo('learning_object', 'learning_object_id')}`);
    await runner.query('CREATE INDEX milestone_item_of_object ON milestone_item (organization_id, learning_object_id, plan_version_id)');
    await runner.query(`ALTER TABLE learning_plan ADD ${refersTo('plan_version', 'published_version_id')} DEFERRABLE INITIALLY DEFERRED`);
    await runner.query(`ALTER TABLE learning_plan ADD ${refersTo('plan_version', 'draft_version_id')} DEFERRABLE INITIALLY DEFERRED`);
    await freezePublishedVersions(runner);
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}

/** A published version is immutable in the database itself: only its state may move on, and its milestones and items stand. */
async function freezePublishedVersions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION refuse_change_of_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF old.state = 'DRAFT' THEN RETURN coalesce(new, old); END IF;
      IF TG_OP = 'DELETE' OR new.state = 'DRAFT' OR (to_jsonb(new) - ARRAY['state', 'updated_at', 'updated_by', 'row_version'])
        IS DISTINCT FROM (to_jsonb(old) - ARRAY['state', 'updated_at', 'updated_by', 'row_version']) THEN
        RAISE EXCEPTION 'plan version % is published and cannot change', old.id USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN new;
    END $$;
    CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON plan_version FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_version();
    CREATE FUNCTION refuse_change_below_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE tenant uuid := coalesce(old.organization_id, new.organization_id);
    BEGIN
      IF EXISTS (SELECT FROM plan_version v WHERE v.organization_id = tenant AND v.id IN (old.plan_version_id, new.plan_version_id)
        AND v.state <> 'DRAFT') THEN
        RAISE EXCEPTION 'plan version % is published and cannot change', coalesce(old.plan_version_id, new.plan_version_id) USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN coalesce(new, old);
    END $$;
    CREATE TRIGGER immutable BEFORE INSERT OR UPDATE OR DELETE ON milestone FOR EACH ROW EXECUTE FUNCTION refuse_change_below_published_version();
    CREATE TRIGGER immutable BEFORE INSERT OR UPDATE OR DELETE ON milestone_item FOR EACH ROW EXECUTE FUNCTION refuse_change_below_published_version()`);
}
