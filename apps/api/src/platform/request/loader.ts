import DataLoader from 'dataloader';
import type { Transaction } from '../database/transaction.ts';
import type { ProcessMemory } from './process-memory.ts';

/**
 * How to load many rows at once: one statement for all keys that the fields of one request ask for.
 * A key without a row is missing from the answer.
 */
export interface LoaderDefinition<K, V> {
  readonly load: (transaction: Transaction, keys: readonly K[]) => Promise<ReadonlyMap<K, V>>;
  /** That it asks more than at once, and so by a transaction of its own; see {@link defineLoaderInSteps}. */
  readonly inSteps?: true;
  /** A row that the process keeps, so that nothing has to be asked; see {@link defineKeptLoader}. */
  readonly findKept?: (organizationId: string, key: K) => V | undefined;
}

/** Names a loader; see {@link LoaderDefinition}. It asks at once: no statement follows the answer of another. */
export function defineLoader<K, V>(load: LoaderDefinition<K, V>['load']): LoaderDefinition<K, V> {
  return { load };
}

/** Names a loader whose statements follow from the answers of others. */
export function defineLoaderInSteps<K, V>(load: LoaderDefinition<K, V>['load']): LoaderDefinition<K, V> {
  return { load, inSteps: true };
}

/** Names a loader whose answer depends on who asks: one for each of them, so that it batches and remembers like the others. */
export function defineLoaderFor<Who extends object, K, V>(load: (transaction: Transaction, keys: readonly K[], who: Who) => Promise<ReadonlyMap<K, V>>): (who: Who) => LoaderDefinition<K, V> {
  const loaders = new WeakMap<Who, LoaderDefinition<K, V>>();
  return (who) => {
    const loader = loaders.get(who) ?? defineLoader((transaction, keys) => load(transaction, keys, who));
    loaders.set(who, loader);
    return loader;
  };
}

/** Names a loader of what seldom changes: the process keeps what it has read until `memory` is told to forget. */
export function defineKeptLoader<V extends object>(memory: ProcessMemory<V>, load: LoaderDefinition<string, V>['load']): LoaderDefinition<string, V> {
  const nameOf = (organizationId: string, key: string): string => `${organizationId} ${key}`;
  const keyOf = (name: string): string => name.slice(name.indexOf(' ') + 1);
  return {
    findKept: (organizationId, key) => memory.get(nameOf(organizationId, key)),
    load: async (transaction, keys) => {
      const { organizationId } = transaction;
      const rename = <T>(rows: ReadonlyMap<string, T>, name: (key: string) => string): ReadonlyMap<string, T> =>
        new Map([...rows].map(([key, row]) => [name(key), row]));
      const found = await memory.complete(
        keys.map((key) => nameOf(organizationId, key)),
        async (missing) => rename(await load(transaction, missing.map(keyOf)), (key) => nameOf(organizationId, key)),
      );
      return rename(found, keyOf);
    },
  };
}

type Read = <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>;

/** The loaders of one request: each definition batches and remembers within it, and forgets after a write. What falls due together is read together. */
export class Loaders {
  private loaders = new Map<LoaderDefinition<never, unknown>, DataLoader<unknown, unknown>>();

  private gathering: { readonly works: ((transaction: Transaction) => Promise<unknown>)[]; readonly answers: Promise<unknown[]> } | undefined;

  /** @param readAtOnce opens one transaction for all statements that are sent before it answers */
  constructor(
    private readonly read: Read,
    private readonly readAtOnce: Read,
  ) {}

  load<K, V>(definition: LoaderDefinition<K, V>, key: K): Promise<V | undefined> {
    const known = this.loaders.get(definition as never) as DataLoader<K, V | undefined> | undefined;
    const loader =
      known ??
      new DataLoader<K, V | undefined>(async (keys) => {
        const work = (transaction: Transaction): Promise<ReadonlyMap<K, V>> => definition.load(transaction, keys);
        const found = await (definition.inSteps ? this.read(work) : this.gather(work));
        return keys.map((each) => found.get(each));
      });
    if (!known) this.loaders.set(definition as never, loader);
    return loader.load(key);
  }

  forget(): void {
    this.loaders = new Map();
  }

  /** Lets the batches of one turn share one transaction, whichever loaders they are of. */
  private async gather<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    this.gathering ??= this.begin();
    const place = this.gathering.works.push(work) - 1;
    return (await this.gathering.answers)[place] as T;
  }

  private begin(): NonNullable<Loaders['gathering']> {
    const works: ((transaction: Transaction) => Promise<unknown>)[] = [];
    const answers = Promise.resolve().then(() => {
      this.gathering = undefined;
      return this.readAtOnce((transaction) => Promise.all(works.map((each) => each(transaction))));
    });
    return { works, answers };
  }
}
