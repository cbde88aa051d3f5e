import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

interface Change {
  readonly cursor: string;
  readonly enrollmentIds: readonly string[];
}

/**
 * A partner system that hears of changed enrollments as the README tells it: when its socket ends, however, it subscribes again with the
 * last cursor that it has seen.
 */
export class Follower {
  readonly changes: Change[] = [];
  /** How its sockets have ended. */
  readonly ends: string[] = [];
  private readonly stopping = new AbortController();
  private following: Promise<void> | undefined;

  /** Subscribes; resolves when the first socket is acknowledged. */
  async start(origin: () => string, key: string): Promise<void> {
    await new Promise<void>((resolve) => {
      this.following = this.follow(origin, key, resolve);
    });
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.following;
  }

  /** Every enrollment of every change, as often as it was heard of. */
  get enrollmentIds(): readonly string[] {
    return this.changes.flatMap(({ enrollmentIds }) => enrollmentIds);
  }

  private async follow(origin: () => string, key: string, connected: () => void): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const client = createClient({
        url: `${origin().replace('http', 'ws')}/graphql`,
        connectionParams: { authorization: `Bearer ${key}` },
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        on: { connected },
      });
      const results = client.iterate<{ enrollmentChanged: Change }>({
        query: 'subscription ($after: Cursor) { enrollmentChanged(filter: {}, after: $after) { cursor enrollmentIds enrollments { person { displayName } } } }',
        variables: { after: this.changes.at(-1)?.cursor },
      });
      const stop = (): void => void client.dispose();
      this.stopping.signal.addEventListener('abort', stop);
      try {
        for await (const { data, errors } of results) {
          if (errors || !data) throw new Error(`A change with errors: ${JSON.stringify(errors)}`);
          this.changes.push(data.enrollmentChanged);
        }
      } catch (error) {
        const { code, message } = error as { code?: number; message?: string };
        this.ends.push(String(code ?? message));
      }
      this.stopping.signal.removeEventListener('abort', stop);
      void client.dispose();
    }
  }
}
