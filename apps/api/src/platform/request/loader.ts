import DataLoader from 'dataloader';
import type { Transaction } from '../database/transaction.ts';

/**
 * How to load many rows at once: one statement for all keys that the fields of one request ask for.
 * A key without a row is missing from the answer.
 */
export interface LoaderDefinition<K, V> {
  readonly load: (transaction: Transaction, keys: readonly K[]) => Promise<ReadonlyMap<K, V>>;
}

/** Names a loader; see {@link LoaderDefinition}. */
export function defineLoader<K, V>(load: LoaderDefinition<K, V>['load']): LoaderDefinition<K, V> {
  return { load };
}

type Read = <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>;

/** The loaders of one request: each definition batches and remembers within it, and forgets after a write. */
export class Loaders {
  private loaders = new Map<LoaderDefinition<never, unknown>, DataLoader<unknown, unknown>>();

  constructor(private readonly read: Read) {}

  load<K, V>(definition: LoaderDefinition<K, V>, key: K): Promise<V | undefined> {
    const known = this.loaders.get(definition as never) as DataLoader<K, V | undefined> | undefined;
    const loader =
      known ??
      new DataLoader<K, V | undefined>(async (keys) => {
        const found = await this.read((transaction) => definition.load(transaction, keys));
        return keys.map((each) => found.get(each));
      });
    if (!known) this.loaders.set(definition as never, loader);
    return loader.load(key);
  }

  forget(): void {
    this.loaders = new Map();
  }
}
