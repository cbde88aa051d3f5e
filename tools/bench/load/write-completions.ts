import pg from 'pg';
import { type BareCompletion, writeCompletion } from '../bare/write-completion.ts';
import { openProduct } from '../product.ts';
import type { LoadReport } from './generate-load.ts';

/** Completions to be written without HTTP: by the product's use case, or by the bare transaction. */
export interface CompletionOrder {
  readonly by: 'PRODUCT' | 'BARE';
  readonly databaseUrl: string;
  readonly clients: number;
  readonly seconds: number;
  readonly completions: readonly BareCompletion[];
}

async function write({ by, databaseUrl, clients, seconds, completions }: CompletionOrder): Promise<LoadReport> {
  const { one, close } = by === 'PRODUCT' ? await byProduct(databaseUrl, clients) : byHand(databaseUrl, clients);
  const milliseconds: number[] = [];
  let next = 0;
  let refused = 0;
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const client = async (): Promise<void> => {
    while (performance.now() < begun + seconds * 1000 && next < completions.length) {
      const start = performance.now();
      if (!(await one(completions[next++]!))) refused++;
      milliseconds.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const elapsedSeconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  await close();
  return { milliseconds, elapsedSeconds, sent: next, refused, cpu: (user + system) / 1000, sample: '' };
}

async function byProduct(databaseUrl: string, clients: number) {
  const product = await openProduct(databaseUrl, clients);
  return {
    one: async ({ organizationId, personId, moduleId, courseId }: BareCompletion) => {
      const actor = { kind: 'PERSON' as const, id: personId };
      const report = { moduleId, courseId, at: new Date().toISOString(), viewed: 1, reachedEnd: true, confirmed: true };
      const result = await product.write({ organizationId, actor }, (transaction) => product.recordProgress(transaction, { organizationId, actor, timeZone: 'UTC' }, report));
      return result.ok;
    },
    close: () => product.close(),
  };
}

function byHand(databaseUrl: string, clients: number) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: clients });
  return {
    one: async (completion: BareCompletion) => {
      await writeCompletion(pool, completion);
      return true;
    },
    close: () => pool.end(),
  };
}

process.once('message', (order) => {
  void write(order as CompletionOrder).then((report) => process.send!(report, () => process.disconnect()));
});
