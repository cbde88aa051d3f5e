import type pg from 'pg';
import { coursesPerMilestone, departments, familyNames, givenNames, patterns, plans, rareName, sparePlans, zones } from './structure.ts';

/** Creates the organization, its departments, an admin who may do everything, courses and published plans; ids are kept in the schema `bench`. */
export async function loadStructure(client: pg.Client, people: number): Promise<void> {
  await client.query(`
    CREATE SCHEMA bench;
    CREATE TABLE bench.world (organization_id uuid, admin_id uuid, people int, today date);
    INSERT INTO bench.world VALUES (uuidv7(), uuidv7(), ${people}, current_date);
    CREATE TABLE bench.person (n int PRIMARY KEY, id uuid NOT NULL);
    INSERT INTO bench.person SELECT n, uuidv7() FROM generate_series(1, ${people}) n;
    CREATE TABLE bench.plan (n int PRIMARY KEY, id uuid NOT NULL, version_id uuid NOT NULL, assignment_id uuid NOT NULL, spare boolean NOT NULL);
    INSERT INTO bench.plan SELECT n, uuidv7(), uuidv7(), uuidv7(), n > ${plans} FROM generate_series(1, ${plans + sparePlans}) n;
    CREATE TABLE bench.course (plan_n int, place int, course_id uuid NOT NULL, module_id uuid NOT NULL, PRIMARY KEY (plan_n, place));
    INSERT INTO bench.course SELECT p.n, c, uuidv7(), uuidv7() FROM bench.plan p, generate_series(0, ${3 * coursesPerMilestone - 1}) c;
    CREATE TABLE bench.milestone (plan_n int, position int, key uuid NOT NULL, PRIMARY KEY (plan_n, position));
    INSERT INTO bench.milestone SELECT p.n, m, uuidv7() FROM bench.plan p, generate_series(0, 2) m;
    CREATE TABLE bench.pattern (n int, place int, done_on date NOT NULL)`);
  await client.query(`INSERT INTO bench.pattern SELECT (r->>0)::int, (r->>1)::int, current_date - 80 + 10 * (r->>1)::int FROM jsonb_array_elements($1::jsonb) r`, [
    JSON.stringify(patterns.flatMap((places, pattern) => places.map((place) => [pattern, place]))),
  ]);
  await loadPeople(client);
  await loadContent(client);
  await loadPlans(client);
}

async function loadPeople(client: pg.Client): Promise<void> {
  await client.query(`
    INSERT INTO organization (organization_id, name, default_time_zone) SELECT organization_id, 'Bench Ltd', 'UTC' FROM bench.world;
    INSERT INTO organization_revision (organization_id, id, group_conflict, valid_from) SELECT organization_id, uuidv7(), 'FIRST_WINS', now() FROM bench.world;
    INSERT INTO person (organization_id, id, employee_number, employee_number_key, display_name, name_key, locale, time_zone)
      SELECT organization_id, admin_id, 'ADMIN', 'admin', 'Ada Admin', 'ada admin', 'en', 'UTC' FROM bench.world;
    INSERT INTO admin_grant (organization_id, id, person_id, role, scope_kind, valid_from)
      SELECT organization_id, uuidv7(), admin_id, 'MASTER_ADMIN', 'ORGANIZATION', now() FROM bench.world;
    CREATE TABLE bench.department AS SELECT n, uuidv7() AS id FROM generate_series(1, ${departments}) n;
    INSERT INTO department (organization_id, id, parent_id, name, name_key)
      SELECT organization_id, d.id, above.id, 'Department ' || d.n, 'department ' || d.n FROM bench.world, bench.department d
      LEFT JOIN bench.department above ON above.n = d.n / 3 AND d.n > 2;
    INSERT INTO person (organization_id, id, employee_number, employee_number_key, email, email_key, display_name, name_key, locale, time_zone)
      SELECT organization_id, p.id, 'E' || p.n, 'e' || p.n, 'person' || p.n || '@example.com', 'person' || p.n || '@example.com',
        ${nameOf(0)}, ${nameOf(1)}, 'en', (ARRAY['${zones.join("','")}'])[1 + p.n % ${zones.length}] FROM bench.world, bench.person p;
    INSERT INTO affiliation (organization_id, id, person_id, department_id, valid_from)
      SELECT organization_id, uuidv7(), p.id, d.id, now() - interval '200 days' FROM bench.world, bench.person p
      JOIN bench.department d ON d.n = 1 + p.n % ${departments};
    INSERT INTO auth."user" (id, name, email, "emailVerified") SELECT id, 'x', id || '@bench.invalid', true
      FROM (SELECT id FROM bench.person UNION ALL SELECT admin_id FROM bench.world) p;
    INSERT INTO auth.person_account (user_id, organization_id, person_id) SELECT u.id, organization_id, u.id::uuid FROM bench.world, auth."user" u`);
}

/** A person's name, or what it is searched by, as an expression over `p.n`. */
function nameOf(form: 0 | 1): string {
  const pick = (names: readonly (readonly [string, string])[], place: string): string =>
    `(ARRAY[${names.map((name) => `'${name[form]}'`).join(',')}])[1 + (${place}) % ${names.length}]`;
  return `CASE WHEN p.n % 40000 = 7 THEN '${rareName}' ELSE ${pick(givenNames, 'p.n')} || ' ' || ${pick(familyNames, `p.n / ${givenNames.length}`)} END`;
}

async function loadContent(client: pg.Client): Promise<void> {
  await client.query(`
    INSERT INTO learning_object (organization_id, id, kind, name, name_key, status, language, duration_minutes, content_kind, url, completion_rule)
      SELECT organization_id, module_id, 'MODULE', 'Module ' || plan_n || '.' || place, 'module ' || plan_n || '.' || place, 'ACTIVE', 'en', 30,
        'LINK', 'https://example.com/', 'CONFIRMED' FROM bench.world, bench.course;
    INSERT INTO learning_object (organization_id, id, kind, name, name_key, status, language, duration_minutes)
      SELECT organization_id, course_id, 'COURSE', 'Course ' || plan_n || '.' || place, 'course ' || plan_n || '.' || place, 'ACTIVE', 'en', 30
      FROM bench.world, bench.course;
    INSERT INTO course_module (organization_id, course_id, module_id, position) SELECT organization_id, course_id, module_id, 0 FROM bench.world, bench.course`);
}

async function loadPlans(client: pg.Client): Promise<void> {
  await client.query(`
    INSERT INTO learning_plan (organization_id, id, code, preset, lifecycle, name, name_key, owner_id, published_version_id)
      SELECT organization_id, id, 'LP-' || n, 'LEARNING_PLAN', 'ACTIVE', 'Plan ' || n, 'plan ' || n, admin_id, version_id FROM bench.world, bench.plan;
    INSERT INTO plan_version (organization_id, id, plan_id, number, state, name, due_rule, milestone_order_enforced, registration_type,
        display_unreleased_steps, lookback, end_policy, published_at)
      SELECT organization_id, version_id, id, 1, 'PUBLISHED', 'Plan ' || n, '{"kind": "NONE"}', false, 'DISABLED', 'DETAILS', '{"kind": "ANY"}',
        'KEEP_OPEN', now() FROM bench.world, bench.plan;
    INSERT INTO milestone (organization_id, plan_version_id, key, position, name, metric, units, due_rule, release_rule)
      SELECT organization_id, p.version_id, m.key, m.position, 'Milestone ' || m.position, CASE WHEN m.position = 2 THEN 'NONE' ELSE 'SESSIONS' END,
        CASE WHEN m.position = 2 THEN NULL ELSE 2 END, '{"kind": "NONE"}', '{"kind": "IMMEDIATE"}'
      FROM bench.world, bench.milestone m JOIN bench.plan p ON p.n = m.plan_n;
    INSERT INTO milestone_item (organization_id, plan_version_id, milestone_key, learning_object_id, position)
      SELECT organization_id, p.version_id, m.key, c.course_id, c.place % ${coursesPerMilestone}
      FROM bench.world, bench.course c JOIN bench.plan p ON p.n = c.plan_n
      JOIN bench.milestone m ON m.plan_n = c.plan_n AND m.position = c.place / ${coursesPerMilestone};
    INSERT INTO assignment (organization_id, id, number, name, audience, mode, due_rule, state, on_leave)
      SELECT organization_id, assignment_id, n, 'Assignment ' || n, '{"kind": "EVERYONE"}', 'ONE_TIME',
        jsonb_build_object('kind', 'FIXED', 'date', today - 20 + 10 * n), 'DONE', 'KEEP' FROM bench.world, bench.plan WHERE NOT spare;
    INSERT INTO assignment_target (organization_id, assignment_id, plan_id) SELECT organization_id, assignment_id, id FROM bench.world, bench.plan WHERE NOT spare`);
}
