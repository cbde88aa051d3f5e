/**
 * What a process keeps of what seldom changes, so many entries at most. Whoever changes it emits an event, upon which every process
 * forgets; what was read before that is not kept after it.
 */
export class ProcessMemory<V extends object> {
  private readonly kept = new Map<string, V>();
  private generation = 0;

  constructor(private readonly limit: number) {}

  get(key: string): V | undefined {
    return this.kept.get(key);
  }

  /** The values of keys, of which those that are not kept are read; a key that is not read either is missing. */
  async complete(keys: readonly string[], read: (missing: readonly string[]) => Promise<ReadonlyMap<string, V>>): Promise<ReadonlyMap<string, V>> {
    const wanted = [...new Set(keys)];
    const found = new Map(wanted.flatMap((key) => (this.kept.has(key) ? [[key, this.kept.get(key)!] as const] : [])));
    if (found.size === wanted.length) return found;
    const begun = this.generation;
    for (const [key, value] of await read(wanted.filter((each) => !found.has(each)))) {
      found.set(key, value);
      if (begun === this.generation) this.keep(key, value);
    }
    return found;
  }

  forget(): void {
    this.generation++;
    this.kept.clear();
  }

  private keep(key: string, value: V): void {
    if (this.kept.size >= this.limit) this.kept.delete(this.kept.keys().next().value!);
    this.kept.set(key, value);
  }
}
