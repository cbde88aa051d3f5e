import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets the application have the statistics of tables refreshed, which is their owner's right. */
export class Statistics1700000000007 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refresh_statistics(tables text[], added bigint) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE name text;
      BEGIN
        FOREACH name IN ARRAY tables LOOP
          IF (SELECT reltuples < added FROM pg_class WHERE oid = format('public.%I', name)::regclass) THEN
            EXECUTE format('ANALYZE public.%I', name);
          END IF;
        END LOOP;
      END $$`);
    await runner.query('REVOKE ALL ON FUNCTION refresh_statistics(text[], bigint) FROM PUBLIC');
    await runner.query('GRANT EXECUTE ON FUNCTION refresh_statistics(text[], bigint) TO milepost_app');
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION refresh_statistics(text[], bigint)');
  }
}
