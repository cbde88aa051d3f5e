import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { checkPermission, findUnguardedFields } from './platform/graphql/guard.ts';
import { findUndescribed } from './platform/graphql/find-undescribed.ts';
import { callFieldResolversDirectly, simplifyFields } from './platform/graphql/simple-fields.ts';
import { resolvers } from './resolvers.ts';

/** Builds the schema. Throws when a root field has no guard, or something has no description. */
export async function makeSchema(): Promise<GraphQLSchema> {
  const unguarded = findUnguardedFields();
  if (unguarded.length > 0) throw new Error(`Unguarded root fields: ${unguarded.join(', ')}`);
  simplifyFields();
  const schema = await buildSchema({
    resolvers,
    authChecker: checkPermission,
    validate: false,
    scalarsMap: [],
    pubSub: { publish: () => {}, subscribe: () => ({ [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: undefined }) }) }) },
  });
  callFieldResolversDirectly(schema);
  const undescribed = findUndescribed(schema);
  if (undescribed.length > 0) throw new Error(`Without a description: ${undescribed.join(', ')}`);
  return schema;
}

const schemaFile = fileURLToPath(new URL('../schema.graphql', import.meta.url));

/** Writes `schema.graphql`, or with `--check` fails when the committed one differs. */
async function emitSchema(check: boolean): Promise<void> {
  const text = `${printSchema(lexicographicSortSchema(await makeSchema()))}\n`;
  if (!check) return writeFile(schemaFile, text);
  if ((await readFile(schemaFile, 'utf8')) !== text) {
    process.stderr.write('apps/api/schema.graphql is not what the code says: run `npm run codegen` and commit it.\n');
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await emitSchema(process.argv.includes('--check'));
