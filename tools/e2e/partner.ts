import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';

/** A partner system: it asks over HTTP and listens over WebSocket, with its API key. */
export class Partner {
  constructor(
    private readonly origin: string,
    private readonly key: string,
  ) {}

  /** Asks; throws when the answer has errors. */
  async ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const answer = await fetch(`${this.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.key}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await answer.json()) as { data: Data; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Opens a socket of its own. */
  listen(): { client: Client; cut: () => void } {
    let socket: WebSocket | undefined;
    const client = createClient({
      url: `${this.origin.replace('http', 'ws')}/graphql`,
      connectionParams: { authorization: `Bearer ${this.key}` },
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      on: { opened: (opened) => (socket = opened as WebSocket) },
    });
    return { client, cut: () => socket?.terminate() };
  }
}
