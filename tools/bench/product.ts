import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/*
 * The product's own use cases, called without HTTP: by the generator, which lets the evaluator make the standings, and by the act
 * that measures a use case by itself. Loaded from the build, because decorators need compiling.
 */

/** A transaction of the product; opaque here. */
export type ProductTransaction = { readonly organizationId: string };

interface Scope {
  readonly organizationId: string;
  readonly actor?: { readonly kind: 'PERSON'; readonly id: string };
}

/** What the benchmark uses of the product. */
export interface Product {
  write: <T>(scope: Scope, work: (transaction: ProductTransaction) => Promise<T>) => Promise<T>;
  evaluateEnrollments: (transaction: ProductTransaction, ids: readonly string[]) => Promise<unknown>;
  recordProgress: (transaction: ProductTransaction, caller: unknown, report: unknown) => Promise<{ ok: boolean }>;
  close: () => Promise<void>;
}

const dist = join(import.meta.dirname, '../../apps/api/dist');
const load = async <Exports>(path: string): Promise<Exports> => (await import(pathToFileURL(join(dist, path)).href)) as Exports;

interface DataSource {
  initialize: () => Promise<DataSource>;
  destroy: () => Promise<void>;
}

/** Opens the product's database as its serving role. */
export async function openProduct(databaseUrl: string, poolSize: number): Promise<Product> {
  const { openDataSource } = await load<{ openDataSource: (url: string, entities: unknown, poolSize: number) => DataSource }>('platform/database/data-source.js');
  const { entities } = await load<{ entities: unknown }>('entities.js');
  const { Database } = await load<{ Database: new (source: DataSource) => Pick<Product, 'write'> }>('platform/database/database.js');
  const { evaluateEnrollments } = await load<Pick<Product, 'evaluateEnrollments'>>('features/enrollments/index.js');
  const { recordProgress } = await load<Pick<Product, 'recordProgress'>>('features/progress/record-progress.js');
  const source = await openDataSource(databaseUrl, entities, poolSize).initialize();
  const database = new Database(source);
  return { write: (scope, work) => database.write(scope, work), evaluateEnrollments, recordProgress, close: () => source.destroy() };
}
