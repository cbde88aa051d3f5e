import type { MigrationInterface, QueryRunner } from 'typeorm';
import { created, createTenantTable, edited, refersTo } from '../tenant-table.ts';

const subject = `plan_id uuid, learning_object_id uuid,
      subject_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(plan_id, learning_object_id)) STORED,
      CHECK (num_nonnulls(plan_id, learning_object_id) = 1)`;
const subjectKeys = `${refersTo('learning_plan', 'plan_id')}, ${refersTo('learning_object', 'learning_object_id')}`;

/** Evidence (append-only facts), enrollments with their sources and standings, and assignments. */
export class Enrollments1700000000005 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await createEvidence(runner);
    await createAssignments(runner);
    await createEnrollments(runner);
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}

async function createEvidence(runner: QueryRunner): Promise<void> {
  await createTenantTable(runner, 'completion_fact', 'APPEND', `
    id uuid NOT NULL, person_id uuid NOT NULL, ${subject}, cycle integer, session_id uuid,
    completed_on date NOT NULL, completed_at timestamptz, recorded_at timestamptz NOT NULL,
    origin text NOT NULL CHECK (origin IN ('AUTO', 'MANUAL', 'IMPORT', 'EVENT', 'PACKAGE', 'API')),
    evidence uuid[] NOT NULL DEFAULT '{}', score numeric, credits jsonb NOT NULL DEFAULT '[]', reason text, source_ref text NOT NULL DEFAULT '',
    operation_id uuid, completion_class text CHECK (completion_class IN ('ASSIGNED', 'SELF')), ${created},
    CHECK ((plan_id IS NULL) = (cycle IS NULL)),
    PRIMARY KEY (organization_id, id), ${refersTo('person', 'person_id')}, ${subjectKeys}, ${refersTo('operation', 'operation_id')}`);
  await runner.query('CREATE INDEX completion_fact_of_person ON completion_fact (organization_id, person_id, subject_id)');
  await createTenantTable(runner, 'revocation_fact', 'APPEND', `
    completion_fact_id uuid NOT NULL, person_id uuid NOT NULL, reason text NOT NULL, revoked_at timestamptz NOT NULL, revoked_by uuid,
    cascade text NOT NULL CHECK (cascade IN ('NONE', 'PARENTS')), operation_id uuid,
    PRIMARY KEY (organization_id, completion_fact_id), ${refersTo('completion_fact', 'completion_fact_id')}, ${refersTo('person', 'person_id')}`);
  await runner.query('CREATE INDEX revocation_fact_of_person ON revocation_fact (organization_id, person_id)');
  await createTenantTable(runner, 'item_progress', 'EDIT', `
    person_id uuid NOT NULL, learning_object_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('NOT_STARTED', 'IN_PROGRESS', 'COMPLETED', 'FAILED')),
    progress numeric(5, 4) NOT NULL CHECK (progress BETWEEN 0 AND 1), position jsonb,
    started_at timestamptz NOT NULL, last_activity_at timestamptz NOT NULL,
    PRIMARY KEY (organization_id, person_id, learning_object_id), ${refersTo('person', 'person_id')},
    ${refersTo('learning_object', 'learning_object_id')}`, 'fillfactor = 70');
}

async function createAssignments(runner: QueryRunner): Promise<void> {
  await createTenantTable(runner, 'assignment', 'EDIT', `
    id uuid NOT NULL, number integer NOT NULL, name text NOT NULL, audience jsonb NOT NULL,
    mode text NOT NULL CHECK (mode IN ('ONE_TIME', 'DYNAMIC')), starts_at timestamptz, due_rule jsonb, notify boolean NOT NULL DEFAULT false,
    state text NOT NULL CHECK (state IN ('DRAFT', 'SCHEDULED', 'APPLYING', 'ACTIVE', 'DONE', 'INACTIVE', 'ENDED', 'CANCELLED')),
    with_exceptions boolean NOT NULL DEFAULT false,
    on_leave text NOT NULL CHECK (on_leave IN ('KEEP', 'KEEP_IF_STARTED', 'REMOVE')), operation_id uuid, ${edited},
    PRIMARY KEY (organization_id, id), UNIQUE (organization_id, number), ${refersTo('operation', 'operation_id')}`);
  await createTenantTable(runner, 'assignment_target', 'FULL', `
    assignment_id uuid NOT NULL, ${subject},
    PRIMARY KEY (organization_id, assignment_id, subject_id), ${refersTo('assignment', 'assignment_id')}, ${subjectKeys}`);
  await createTenantTable(runner, 'assignment_member', 'EDIT', `
    assignment_id uuid NOT NULL, person_id uuid NOT NULL, subject_id uuid NOT NULL, enrollment_id uuid,
    state text NOT NULL CHECK (state IN ('PENDING', 'APPLIED', 'MERGED', 'CONFLICT', 'SKIPPED_ALREADY_ASSIGNED',
      'SKIPPED_ALREADY_COMPLETED', 'EXCEPTION', 'DISMISSED', 'DETACHED', 'REMOVED', 'ENDED')),
    reason text,
    PRIMARY KEY (organization_id, assignment_id, person_id, subject_id),
    FOREIGN KEY (organization_id, assignment_id, subject_id) REFERENCES assignment_target (organization_id, assignment_id, subject_id),
    ${refersTo('person', 'person_id')}`);
}

async function createEnrollments(runner: QueryRunner): Promise<void> {
  await createTenantTable(runner, 'enrollment', 'FULL', `
    id uuid NOT NULL, person_id uuid NOT NULL, ${subject}, cycle integer NOT NULL DEFAULT 1 CHECK (cycle > 0),
    cycle_starts_on date, plan_version_id uuid, enrolled_on date NOT NULL, reevaluated_at timestamptz, ${created},
    CHECK ((plan_id IS NULL) = (plan_version_id IS NULL)),
    PRIMARY KEY (organization_id, id), UNIQUE (organization_id, person_id, subject_id, cycle),
    ${refersTo('person', 'person_id')}, ${subjectKeys}, ${refersTo('plan_version', 'plan_version_id')}`);
  await runner.query('CREATE INDEX enrollment_in_subject ON enrollment (organization_id, subject_id, id)');
  await createTenantTable(runner, 'enrollment_pin', 'APPEND', `
    id uuid NOT NULL, enrollment_id uuid NOT NULL, plan_version_id uuid NOT NULL, valid_from timestamptz NOT NULL, operation_id uuid, ${created},
    PRIMARY KEY (organization_id, id), ${refersTo('enrollment', 'enrollment_id')}, ${refersTo('plan_version', 'plan_version_id')}`);
  await createTenantTable(runner, 'enrollment_source', 'EDIT', `
    id uuid NOT NULL, enrollment_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('INDIVIDUAL', 'GROUP', 'DEPARTMENT', 'POSITION', 'JOB_ROLE', 'RULE', 'IMPORT', 'API',
      'SELF_REGISTRATION', 'SELF_STARTED', 'BOOKMARK')),
    assignment_id uuid, cause_id uuid, due_rule jsonb, milestone_due_rules jsonb,
    dormant boolean NOT NULL DEFAULT false, kept boolean NOT NULL DEFAULT false, suppressed_reason text,
    valid_from timestamptz NOT NULL, valid_to timestamptz, ended_because text, ${created},
    PRIMARY KEY (organization_id, id), ${refersTo('enrollment', 'enrollment_id')}, ${refersTo('assignment', 'assignment_id')}`);
  await runner.query('CREATE INDEX enrollment_source_of ON enrollment_source (organization_id, enrollment_id)');
  await createTenantTable(runner, 'override', 'EDIT', `
    id uuid NOT NULL, enrollment_id uuid NOT NULL, milestone_key uuid,
    act text NOT NULL CHECK (act IN ('WAIVE', 'ADJUST_UNITS', 'ADJUST_DUE', 'NOTE')), units numeric(12, 4), due_on date, note text,
    valid_from timestamptz NOT NULL, valid_to timestamptz, ended_by uuid, ${created},
    PRIMARY KEY (organization_id, id), ${refersTo('enrollment', 'enrollment_id')}`);
  await runner.query('CREATE INDEX override_of ON override (organization_id, enrollment_id)');
  await createTenantTable(runner, 'step_release', 'EDIT', `
    enrollment_id uuid NOT NULL, milestone_key uuid NOT NULL, held_at timestamptz, released_at timestamptz, seen_at timestamptz,
    PRIMARY KEY (organization_id, enrollment_id, milestone_key), ${refersTo('enrollment', 'enrollment_id')}`);

  const standing = `enrollment_id uuid NOT NULL, subject_id uuid NOT NULL,
    status text NOT NULL CHECK (status IN ('NOT_STARTED', 'IN_PROGRESS', 'COMPLETED', 'EXEMPT', 'WITHDRAWN', 'NOT_COMPLETED')),
    progress numeric(5, 4) NOT NULL CHECK (progress BETWEEN 0 AND 1), plan_version_id uuid,
    started_on date, completed_on date, completed_late boolean NOT NULL DEFAULT false,
    evidence_withdrawn boolean NOT NULL DEFAULT false, completion_class text CHECK (completion_class IN ('ASSIGNED', 'SELF')),
    due_on date, due_ends_at timestamptz, due_origin text, due_source_id uuid`;
  await createTenantTable(runner, 'standing', 'EDIT', `${standing}, milestones jsonb NOT NULL, evaluated_at timestamptz NOT NULL,
    PRIMARY KEY (organization_id, enrollment_id), ${refersTo('enrollment', 'enrollment_id')}`, 'fillfactor = 50');
  await runner.query('CREATE INDEX standing_by_status ON standing (organization_id, subject_id, status, enrollment_id)');
  // What the standing was at any moment: lists "as of" a date read from here.
  await createTenantTable(runner, 'standing_history', 'APPEND', `${standing}, recorded_at timestamptz NOT NULL,
    PRIMARY KEY (organization_id, enrollment_id, recorded_at), ${refersTo('enrollment', 'enrollment_id')}`);
  // Exact counts, kept in the transaction that changes a standing; the shard spares concurrent writers one hot row.
  await createTenantTable(runner, 'status_count', 'EDIT', `
    subject_id uuid NOT NULL, status text NOT NULL, shard smallint NOT NULL, people bigint NOT NULL,
    PRIMARY KEY (organization_id, subject_id, status, shard)`, 'fillfactor = 50');
  await createTenantTable(runner, 'daily_completion', 'EDIT', `
    subject_id uuid NOT NULL, on_date date NOT NULL, shard smallint NOT NULL, people integer NOT NULL,
    PRIMARY KEY (organization_id, subject_id, on_date, shard)`, 'fillfactor = 50');
}
