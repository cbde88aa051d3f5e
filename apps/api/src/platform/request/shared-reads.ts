/**
 * Lets everybody who asks for the same thing in the same moment share one reading of it. Nobody gets what was read before they asked.
 * For what is the same for all who may see it: whether somebody may is asked of each, outside.
 */
export class SharedReads<T> {
  private readonly gathering = new Map<string, Promise<T>>();

  read(key: string, work: () => Promise<T>): Promise<T> {
    const known = this.gathering.get(key);
    if (known) return known;
    const reading = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      this.gathering.delete(key);
      return work();
    });
    this.gathering.set(key, reading);
    return reading;
  }
}
