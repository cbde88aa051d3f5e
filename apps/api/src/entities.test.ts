import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { entities } from './entities.ts';
import { openDataSource } from './platform/database/data-source.ts';
import { openTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await openTestDatabase();
  source = await openDataSource(database.url.app, entities, 2).initialize();
});

afterAll(async () => {
  await source.destroy();
  await database.close();
});

test.each(entities.map((entity) => [(entity as { name: string }).name, entity] as const))('%s says of every column what the migrated schema says', async (_name, entity) => {
  const { tableName, columns, primaryColumns } = source.getMetadata(entity);
  const rows = await database.asOwner<{ name: string; type: string; nullable: boolean; key: boolean }>(
    `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
       EXISTS (SELECT FROM pg_index i WHERE i.indrelid = a.attrelid AND i.indisprimary AND a.attnum = ANY (i.indkey)) AS key
     FROM pg_attribute a WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped`,
    [tableName],
  );
  const known = new Map(rows.map((row) => [row.name, row]));
  const said = columns.map((column) => ({
    name: column.databaseName,
    type: typeName(source.driver.normalizeType(column), column.precision, column.scale),
    nullable: column.isNullable,
    key: primaryColumns.includes(column),
  }));
  expect(said).toEqual(said.map(({ name }) => known.get(name)));
  const defaulted = await database.asOwner<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND attnotnull AND NOT atthasdef AND attidentity = ''`,
    [tableName],
  );
  expect(said.map((column) => column.name)).toEqual(expect.arrayContaining(defaulted.map((column) => column.name)));
});

function typeName(type: string, precision?: number | null, scale?: number): string {
  if (type === 'timestamptz') return 'timestamp with time zone';
  return type === 'numeric' && precision ? `numeric(${precision},${scale})` : type;
}
