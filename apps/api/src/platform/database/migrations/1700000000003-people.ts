import type { MigrationInterface, QueryRunner } from 'typeorm';
import { created, createTenantTable, edited, refersTo } from '../tenant-table.ts';

const organization = 'FOREIGN KEY (organization_id) REFERENCES organization (organization_id)';

/** People, where they stand in the organization, and what they may do. What an audience reads is dated. */
export class People1700000000003 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await createTenantTable(runner, 'department', 'EDIT', `
      id uuid NOT NULL, parent_id uuid, name text NOT NULL, name_key text NOT NULL, code text, removed_at timestamptz, ${edited},
      PRIMARY KEY (organization_id, id), ${organization}, ${refersTo('department', 'parent_id')},
      UNIQUE NULLS NOT DISTINCT (organization_id, parent_id, name_key)`);
    await createTenantTable(runner, 'department_revision', 'APPEND', `
      id uuid NOT NULL, department_id uuid NOT NULL, parent_id uuid, name text NOT NULL, removed boolean NOT NULL DEFAULT false,
      valid_from timestamptz NOT NULL, ${created},
      PRIMARY KEY (organization_id, id), ${refersTo('department', 'department_id')}`);
    await runner.query('CREATE INDEX department_revision_of ON department_revision (organization_id, department_id, valid_from)');
    for (const table of ['job_position', 'job_role', 'partner_account']) {
      const partner = table === 'partner_account' ? "status text NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'INACTIVE')), tier text," : '';
      await createTenantTable(runner, table, 'EDIT', `
        id uuid NOT NULL, name text NOT NULL, name_key text NOT NULL, code text, ${partner} ${edited},
        PRIMARY KEY (organization_id, id), ${organization}, UNIQUE (organization_id, name_key)`);
    }

    await createTenantTable(runner, 'person', 'EDIT', `
      id uuid NOT NULL,
      employee_number text, employee_number_key text, email text, email_key text, username text, external_id text,
      display_name text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 200), name_key text NOT NULL,
      locale text NOT NULL, time_zone text NOT NULL, manager_id uuid, partner_account_id uuid, hire_date date,
      status text NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'SUSPENDED', 'LEFT')),
      first_sign_in_at timestamptz, ${edited},
      CHECK (employee_number_key IS NOT NULL OR email_key IS NOT NULL),
      PRIMARY KEY (organization_id, id), ${organization},
      UNIQUE (organization_id, employee_number_key), UNIQUE (organization_id, email_key),
      ${refersTo('person', 'manager_id')}, ${refersTo('partner_account', 'partner_account_id')}`);
    await runner.query('CREATE INDEX person_by_name ON person (organization_id, name_key, id)');
    await runner.query('CREATE INDEX person_by_manager ON person (organization_id, manager_id)');
    await runner.query('CREATE INDEX person_by_partner ON person (organization_id, partner_account_id) WHERE partner_account_id IS NOT NULL');
    await createTenantTable(runner, 'person_revision', 'APPEND', `
      id uuid NOT NULL, person_id uuid NOT NULL, display_name text NOT NULL, locale text NOT NULL, time_zone text NOT NULL,
      manager_id uuid, partner_account_id uuid, hire_date date, status text NOT NULL, valid_from timestamptz NOT NULL, ${created},
      PRIMARY KEY (organization_id, id), ${refersTo('person', 'person_id')}`);
    await runner.query('CREATE INDEX person_revision_of ON person_revision (organization_id, person_id, valid_from)');
    await createTenantTable(runner, 'affiliation', 'EDIT', `
      id uuid NOT NULL, person_id uuid NOT NULL, department_id uuid, position_id uuid, job_role_id uuid,
      valid_from timestamptz NOT NULL, valid_to timestamptz, ${created},
      PRIMARY KEY (organization_id, id), ${refersTo('person', 'person_id')}, ${refersTo('department', 'department_id')},
      ${refersTo('job_position', 'position_id')}, ${refersTo('job_role', 'job_role_id')}`);
    await runner.query('CREATE INDEX affiliation_of_person ON affiliation (organization_id, person_id, valid_to)');
    await runner.query('CREATE INDEX affiliation_in_department ON affiliation (organization_id, department_id, person_id) WHERE valid_to IS NULL');
    await runner.query('CREATE INDEX affiliation_in_position ON affiliation (organization_id, position_id, person_id) WHERE valid_to IS NULL');
    await runner.query('CREATE INDEX affiliation_in_role ON affiliation (organization_id, job_role_id, person_id) WHERE valid_to IS NULL');

    await createTenantTable(runner, 'person_group', 'EDIT', `
      id uuid NOT NULL, name text NOT NULL, name_key text NOT NULL, kind text NOT NULL CHECK (kind IN ('STATIC', 'DYNAMIC')),
      rule jsonb, evaluated_at timestamptz, removed_at timestamptz, ${edited},
      PRIMARY KEY (organization_id, id), ${organization}, UNIQUE (organization_id, name_key)`);
    await createTenantTable(runner, 'group_membership', 'EDIT', `
      id uuid NOT NULL, group_id uuid NOT NULL, person_id uuid NOT NULL, valid_from timestamptz NOT NULL, valid_to timestamptz,
      cause text NOT NULL, ${created},
      PRIMARY KEY (organization_id, id), ${refersTo('person_group', 'group_id')}, ${refersTo('person', 'person_id')}`);
    await runner.query(`CREATE UNIQUE INDEX group_membership_live ON group_membership (organization_id, group_id, person_id)
      WHERE valid_to IS NULL`);
    await runner.query('CREATE INDEX group_membership_of_person ON group_membership (organization_id, person_id, group_id)');

    await createTenantTable(runner, 'admin_grant', 'EDIT', `
      id uuid NOT NULL, person_id uuid NOT NULL,
      role text NOT NULL CHECK (role IN ('MASTER_ADMIN', 'SUB_ADMIN', 'PLAN_ADMIN', 'PARTNER_ADMIN', 'AUDITOR')),
      rights text[] NOT NULL DEFAULT '{}',
      scope_kind text NOT NULL CHECK (scope_kind IN ('ORGANIZATION', 'DEPARTMENT', 'GROUP', 'PARTNER_ACCOUNT')),
      scope_id uuid, valid_from timestamptz NOT NULL, valid_to timestamptz, ${edited},
      CHECK ((scope_kind = 'ORGANIZATION') = (scope_id IS NULL)),
      PRIMARY KEY (organization_id, id), ${refersTo('person', 'person_id')}`);
    await runner.query('CREATE INDEX admin_grant_live ON admin_grant (organization_id, person_id) WHERE valid_to IS NULL');
    await createTenantTable(runner, 'api_client', 'EDIT', `
      id uuid NOT NULL, name text NOT NULL, secret_hash bytea NOT NULL, secret_hint text NOT NULL, scopes text[] NOT NULL,
      scope_kind text NOT NULL CHECK (scope_kind IN ('ORGANIZATION', 'DEPARTMENT', 'GROUP', 'PARTNER_ACCOUNT')), scope_id uuid,
      expires_at timestamptz, revoked_at timestamptz, last_used_on date, made_by uuid NOT NULL, ${edited},
      CHECK ((scope_kind = 'ORGANIZATION') = (scope_id IS NULL)),
      PRIMARY KEY (organization_id, id), ${refersTo('person', 'made_by')}`);

    await createSignInFunctions(runner);
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}

/**
 * The reviewed way from a sign-in name to identities, before any tenant is known: it answers ids, and nothing of a person who
 * has no account. The owner's policies below exist for these functions alone.
 */
async function createSignInFunctions(runner: QueryRunner): Promise<void> {
  await runner.query('CREATE POLICY sign_in ON organization FOR SELECT TO CURRENT_USER USING (true)');
  await runner.query('CREATE POLICY sign_in ON person FOR SELECT TO CURRENT_USER USING (true)');
  await runner.query(`
    CREATE FUNCTION auth.find_sign_in(number_key text, mail_key text)
    RETURNS TABLE (user_id text, organization_id uuid, organization_name text, person_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      SELECT a.user_id, o.organization_id, o.name, p.id
      FROM public.organization o
      JOIN LATERAL (
        SELECT id FROM public.person WHERE organization_id = o.organization_id AND employee_number_key = number_key AND status = 'ACTIVE'
        UNION
        SELECT id FROM public.person WHERE organization_id = o.organization_id AND email_key = mail_key AND status = 'ACTIVE'
      ) p ON true
      JOIN auth.person_account a ON a.organization_id = o.organization_id AND a.person_id = p.id
    $$`);
  await runner.query(`
    CREATE FUNCTION auth.organizations_of(identity text) RETURNS TABLE (organization_id uuid, organization_name text, person_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      SELECT o.organization_id, o.name, p.id
      FROM auth.person_account a
      JOIN public.organization o ON o.organization_id = a.organization_id
      JOIN public.person p ON p.organization_id = a.organization_id AND p.id = a.person_id AND p.status = 'ACTIVE'
      WHERE a.user_id = identity
    $$`);
  await runner.query('CREATE POLICY sign_in ON admin_grant FOR SELECT TO CURRENT_USER USING (true)');
  // Everything that a request needs to know of who makes it, by the session's token, in one statement.
  await runner.query(`
    CREATE FUNCTION auth.caller_of_session(session_token text) RETURNS jsonb
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
      JOIN public.person p ON p.organization_id = a.organization_id AND p.id = a.person_id AND p.status = 'ACTIVE'
      JOIN public.organization o ON o.organization_id = p.organization_id
      WHERE s.token = session_token AND s."expiresAt" > now()
    $$`);
  await runner.query(`
    CREATE FUNCTION auth.organization_count() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ SELECT count(*) FROM public.organization $$`);
  await runner.query(`
    REVOKE ALL ON FUNCTION auth.find_sign_in(text, text), auth.organizations_of(text), auth.caller_of_session(text), auth.organization_count() FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION auth.find_sign_in(text, text), auth.organizations_of(text), auth.caller_of_session(text), auth.organization_count() TO milepost_app`);
}
