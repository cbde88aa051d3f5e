const listeners = new Set<() => void>();

/** Says that a request was answered with 401: whoever sent it keeps what it had, and the person is asked to sign in again. */
export function tellSessionExpired(): void {
  for (const listener of listeners) listener();
}

/** Hears of it; returns how to stop. */
export function onSessionExpired(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
