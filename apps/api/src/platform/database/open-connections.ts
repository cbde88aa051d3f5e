import type { Duplex } from 'node:stream';
import type pg from 'pg';

/**
 * The connections of a process, so that all of them can be given up at once when the database hangs: whoever waits on one hears that it
 * is lost, as after a crash, and what comes after asks for a new one, for which nobody waits longer than a few seconds.
 */
export class OpenConnections {
  private readonly clients = new Set<pg.ClientBase>();

  /** For a pool's `onConnect`. */
  readonly add = (client: pg.ClientBase): void => {
    this.clients.add(client);
    (client as pg.Client).once('end', () => this.clients.delete(client));
  };

  giveUp(): void {
    for (const client of this.clients) cut(client);
  }
}

/** Ends a connection without a goodbye, which a hanging server would never answer. */
export function cut(client: pg.ClientBase): void {
  (client as unknown as { connection: { stream: Duplex } }).connection.stream.destroy();
}
