/**
 * An async iterator that ends at once when it is returned, even while its generator waits: a plain generator would only notice
 * with its next value, and whatever it holds would stay until then.
 */
export function cancellable<T>(generate: (signal: AbortSignal) => AsyncGenerator<T, void, void>): AsyncIterableIterator<T> {
  const controller = new AbortController();
  const generator = generate(controller.signal);
  return {
    next: () => generator.next(),
    return: async () => {
      controller.abort();
      await generator.return();
      return { value: undefined, done: true };
    },
    throw: async (error) => {
      controller.abort();
      return generator.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
