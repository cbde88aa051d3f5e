import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EntitySchema } from 'typeorm';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { openDataSource, type EntityClass } from './data-source.ts';
import { findDrift } from './find-drift.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await database.asOwner('CREATE TABLE thing (organization_id uuid, id uuid, name text NOT NULL, made_on date, PRIMARY KEY (organization_id, id))');
});

afterAll(() => database.close());

type Columns = Record<string, { type: 'uuid' | 'text' | 'date' | 'timestamptz'; primary?: boolean; nullable?: boolean }>;

const fitting: Columns = {
  organization_id: { type: 'uuid', primary: true },
  id: { type: 'uuid', primary: true },
  name: { type: 'text' },
  made_on: { type: 'date', nullable: true },
};

async function driftOf(columns: Columns, tableName = 'thing'): Promise<string[]> {
  const entity = new EntitySchema({ name: 'Thing', tableName, columns }) as EntityClass;
  const source = await openDataSource(database.url.owner, [entity], 1).initialize();
  try {
    return await findDrift(source);
  } finally {
    await source.destroy();
  }
}

test('an entity that says what the schema says drifts nowhere', async () => {
  expect(await driftOf(fitting)).toEqual([]);
});

test.each([
  ['another type', { ...fitting, made_on: { type: 'timestamptz', nullable: true } }, 'thing.made_on: type is timestamp with time zone by the entity, date by the migrations'],
  ['another nullability', { ...fitting, name: { type: 'text', nullable: true } }, 'thing.name: nullable is true by the entity, false by the migrations'],
  ['another key', { ...fitting, organization_id: { type: 'uuid' } }, 'thing.organization_id: primary key is false by the entity, true by the migrations'],
  ['a column that is not there', { ...fitting, code: { type: 'text' } }, 'thing.code: the migrations make no such column'],
] as const)('%s is named', async (_name, columns, line) => {
  expect(await driftOf(columns)).toEqual([line]);
});

test('a column without which no row can be written, and a table that is not there, are named', async () => {
  const { name: _, ...without } = fitting;
  expect(await driftOf(without)).toEqual(['thing.name: the entity does not know it, and no row can be written without it']);
  expect(await driftOf(fitting, 'other')).toEqual(['other: the migrations make no such table']);
});
