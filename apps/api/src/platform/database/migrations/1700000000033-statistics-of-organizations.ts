import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether statistics are old is asked of the planner, for the organization that grows: the first thousands of one among others, in tables that are large already, are
 * a single row to it, and what is joined is then gone through anew for each of them.
 */
export class StatisticsOfOrganizations1700000000033 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION refresh_statistics(tables text[], added bigint) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        name text;
        plan json;
      BEGIN
        FOREACH name IN ARRAY tables LOOP
          EXECUTE format('EXPLAIN (FORMAT JSON) SELECT FROM public.%I WHERE organization_id = %L', name, current_setting('app.organization_id')) INTO plan;
          IF (plan->0->'Plan'->>'Plan Rows')::numeric < added THEN
            EXECUTE format('ANALYZE public.%I', name);
          END IF;
        END LOOP;
      END $$`);
  }

  public async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead');
  }
}
