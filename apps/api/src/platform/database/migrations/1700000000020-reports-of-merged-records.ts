import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Nobody reports to a record that was merged away (decision 0028). Who still did reports from now on to the survivor; the survivor, and who
 * stands above it, to whom the record reported, unless that would be a circle too. What they were led by until now stays in their
 * revisions, and groups, dynamic assignments and cases look again.
 */
export class ReportsOfMergedRecords1700000000020 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    // For that moment the owner sees every organization's rows.
    const tables = ['person', 'person_revision'];
    for (const table of tables) await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    await runner.query(`
      WITH RECURSIVE led AS (
        SELECT p.organization_id, p.id, coalesce(m.merged_into_id, m.id) AS manager_id FROM person p
        JOIN person m ON m.organization_id = p.organization_id AND m.id = p.manager_id
      ), report AS (
        SELECT p.organization_id, p.id, m.merged_into_id AS survivor_id, l.manager_id AS above_id FROM person p
        JOIN person m ON m.organization_id = p.organization_id AND m.id = p.manager_id AND m.merged_into_id IS NOT NULL
        LEFT JOIN led l ON l.organization_id = m.organization_id AND l.id = m.id
      ), line AS (
        SELECT organization_id, survivor_id AS start, survivor_id AS id FROM report
        UNION SELECT organization_id, above_id, above_id FROM report WHERE above_id IS NOT NULL
        UNION SELECT line.organization_id, line.start, led.manager_id FROM line JOIN led ON led.organization_id = line.organization_id AND led.id = line.id
      ), decided AS (
        SELECT r.organization_id, r.id, (
          SELECT n.id FROM (VALUES (1, r.survivor_id), (2, r.above_id)) AS n (place, id)
          WHERE n.id IS NOT NULL AND NOT EXISTS (SELECT FROM line WHERE line.organization_id = r.organization_id AND line.start = n.id AND line.id = r.id)
          ORDER BY n.place LIMIT 1) AS manager_id
        FROM report r
      ), moved AS (
        UPDATE person p SET manager_id = d.manager_id, row_version = row_version + 1, updated_at = now(), updated_by = NULL
        FROM decided d WHERE p.organization_id = d.organization_id AND p.id = d.id RETURNING p.*
      ), kept AS (
        INSERT INTO person_revision (organization_id, id, person_id, display_name, locale, time_zone, manager_id, partner_account_id, hire_date, status, valid_from)
        SELECT organization_id, gen_random_uuid(), id, display_name, locale, time_zone, manager_id, partner_account_id, hire_date, status, now() FROM moved
      )
      SELECT enqueue_job(task, json_build_object('organizationId', organization_id, 'personId', id), NULL, NULL, NULL)
      FROM moved CROSS JOIN unnest(ARRAY['evaluate-groups-of-people', 'reevaluate-assignments', 'review-exceptions']) AS task`);
    for (const table of tables) await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}
