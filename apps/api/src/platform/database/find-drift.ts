import type { DataSource, EntityMetadata } from 'typeorm';

interface StoredColumn {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly key: boolean;
  /** Whether a row can be written without naming it. */
  readonly filled: boolean;
}

/**
 * Where the entities and the migrated schema disagree, a line each: a table or column that is not there, another type, nullability or
 * primary key, and a column that the entity does not know though no row can be written without it.
 */
export async function findDrift(source: DataSource): Promise<string[]> {
  const stored: StoredColumn[] = await source.query(
    `SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
       EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary AND a.attnum = ANY (i.indkey)) AS key,
       a.atthasdef OR a.attidentity <> '' AS filled
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p')
     JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
     WHERE a.attnum > 0 AND NOT a.attisdropped`,
  );
  const tables = Map.groupBy(stored, (column) => column.table);
  return source.entityMetadatas.flatMap((entity) => {
    const columns = tables.get(entity.tableName);
    return columns ? compareTable(source, entity, columns) : [`${entity.tableName}: the migrations make no such table`];
  });
}

function compareTable(source: DataSource, entity: EntityMetadata, stored: readonly StoredColumn[]): string[] {
  const known = new Map(stored.map((column) => [column.name, column]));
  const said = new Set(entity.columns.map((column) => column.databaseName));
  const differing = entity.columns.flatMap((column) => {
    const place = `${entity.tableName}.${column.databaseName}`;
    const found = known.get(column.databaseName);
    if (!found) return [`${place}: the migrations make no such column`];
    const pairs = [
      ['type', typeOf(source, column), found.type],
      ['nullable', column.isNullable, found.nullable],
      ['primary key', entity.primaryColumns.includes(column), found.key],
    ] as const;
    return pairs.flatMap(([what, entitySays, schemaSays]) =>
      entitySays === schemaSays ? [] : [`${place}: ${what} is ${String(entitySays)} by the entity, ${String(schemaSays)} by the migrations`],
    );
  });
  const unknown = stored.filter((column) => !column.nullable && !column.filled && !said.has(column.name));
  return [...differing, ...unknown.map(({ name }) => `${entity.tableName}.${name}: the entity does not know it, and no row can be written without it`)];
}

/** The type as PostgreSQL writes it. */
function typeOf(source: DataSource, column: EntityMetadata['columns'][number]): string {
  const type = source.driver.normalizeType(column);
  if (type === 'timestamptz') return 'timestamp with time zone';
  return type === 'numeric' && column.precision ? `numeric(${column.precision},${column.scale})` : type;
}
