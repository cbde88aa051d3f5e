import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTenantTable, refersTo } from '../tenant-table.ts';

/** Every change of a due date, with what it was, what it is and why; and records of one person that were merged into another. */
export class DueChanges1700000000015 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await createTenantTable(runner, 'due_change', 'APPEND', `
      id uuid NOT NULL, batch_id uuid NOT NULL, enrollment_id uuid NOT NULL, milestone_key uuid, due_before date, due_after date,
      cause text NOT NULL CHECK (cause IN ('OVERRIDDEN', 'OVERRIDE_ENDED', 'ASSIGNED', 'ASSIGNMENT_ENDED', 'ASSIGNMENT_CHANGED', 'POLICY_CHANGED',
        'ANCHOR_CHANGED', 'PLAN_CHANGED', 'COMPLETED')),
      source_before uuid, source_after uuid, anchor text, recorded_at timestamptz NOT NULL, created_by uuid,
      CHECK (due_before IS DISTINCT FROM due_after),
      PRIMARY KEY (organization_id, id), ${refersTo('enrollment', 'enrollment_id')}`);
    await runner.query('CREATE INDEX due_change_of ON due_change (organization_id, enrollment_id, id)');
    await runner.query('CREATE INDEX due_change_batch ON due_change (organization_id, batch_id)');
    await allowMergedRecords(runner);
    await signInAsSurvivor(runner);
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}

/** A record that was merged away keeps its row and points to the one that is left; few are, so their index is small. */
async function allowMergedRecords(runner: QueryRunner): Promise<void> {
  await runner.query(`ALTER TABLE person ADD merged_into_id uuid, ADD merged_at timestamptz, ADD ${refersTo('person', 'merged_into_id')}`);
  await runner.query('CREATE INDEX person_merged ON person (organization_id, merged_into_id) WHERE merged_into_id IS NOT NULL');
  // A new column has no statistics, and nothing makes them soon: without them the index would not be thought of.
  await runner.query('ANALYZE person');
  await runner.query(`ALTER TABLE group_membership DROP CONSTRAINT group_membership_ended_because,
    ADD CONSTRAINT group_membership_ended_because CHECK (ended_because IN ('BY_HAND', 'RULE', 'UNDONE', 'MERGED'))`);
  await runner.query('ALTER TABLE admin_grant ADD operation_id uuid, ADD ended_in uuid');
}

/** Whoever signs in by what a merged record was known by is the survivor, by the password of either record; open sessions go on so. */
async function signInAsSurvivor(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE OR REPLACE FUNCTION auth.find_sign_in(number_key text, mail_key text)
    RETURNS TABLE (user_id text, organization_id uuid, organization_name text, person_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      SELECT a.user_id, o.organization_id, o.name, a.person_id
      FROM public.organization o
      JOIN LATERAL (
        SELECT id, merged_into_id FROM public.person WHERE organization_id = o.organization_id AND employee_number_key = number_key
        UNION
        SELECT id, merged_into_id FROM public.person WHERE organization_id = o.organization_id AND email_key = mail_key
      ) known ON true
      JOIN public.person s ON s.organization_id = o.organization_id AND s.id = coalesce(known.merged_into_id, known.id) AND s.status = 'ACTIVE'
      JOIN auth.person_account a ON a.organization_id = o.organization_id AND a.person_id IN (known.id, s.id)
    $$`);
  await runner.query(`
    CREATE OR REPLACE FUNCTION auth.organizations_of(identity text) RETURNS TABLE (organization_id uuid, organization_name text, person_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      SELECT o.organization_id, o.name, s.id
      FROM auth.person_account a
      JOIN public.organization o ON o.organization_id = a.organization_id
      JOIN public.person p ON p.organization_id = a.organization_id AND p.id = a.person_id
      JOIN public.person s ON s.organization_id = a.organization_id AND s.id = coalesce(p.merged_into_id, p.id) AND s.status = 'ACTIVE'
      WHERE a.user_id = identity
    $$`);
  await runner.query(`
    CREATE OR REPLACE FUNCTION auth.caller_of_session(session_token text) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      SELECT jsonb_build_object('sessionId', s.id, 'userId', s."userId", 'createdAt', s."createdAt", 'expiresAt', s."expiresAt",
        'lastSeenAt', coalesce(s."lastSeenAt", s."createdAt"), 'organizationId', p.organization_id, 'personId', p.id,
        'locale', p.locale, 'timeZone', p.time_zone, 'firstSignInAt', p.first_sign_in_at, 'managersMayAssign', o.managers_may_assign,
        'manages', EXISTS (SELECT FROM public.person r WHERE r.organization_id = p.organization_id AND r.manager_id = p.id),
        'grants', (SELECT coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'rights', g.rights, 'scopeKind', g.scope_kind,
            'scopeId', g.scope_id) ORDER BY g.id), '[]')
          FROM public.admin_grant g
          WHERE g.organization_id = p.organization_id AND g.person_id = p.id AND g.valid_to IS NULL))
      FROM auth.session s
      JOIN auth.person_account a ON a.user_id = s."userId" AND a.organization_id = s."organizationId"::uuid
      JOIN public.person k ON k.organization_id = a.organization_id AND k.id = a.person_id
      JOIN public.person p ON p.organization_id = k.organization_id AND p.id = coalesce(k.merged_into_id, k.id) AND p.status = 'ACTIVE'
      JOIN public.organization o ON o.organization_id = p.organization_id
      WHERE s.token = session_token AND s."expiresAt" > now()
    $$`);
}
