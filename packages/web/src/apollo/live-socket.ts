import type { Client } from 'graphql-ws';
import { tellSessionExpired } from '../session/session-signal.ts';
import { tellSocket } from './connection-store.ts';
import type { DocumentRequest, DocumentResult } from './send-document.ts';

const slowestRetryMs = 30_000;
/** Close codes of the server that mean: sign in again (4401 unauthorized, 4403 forbidden). */
const signedOutCodes = new Set([4401, 4403]);

/** What hears a subscription. */
export interface LiveSink {
  next(result: DocumentResult): void;
  /** `errors` when the server refused the subscription; else the socket broke. */
  error(error: { readonly errors?: DocumentResult['errors']; readonly cause: Error }): void;
  complete(): void;
}

export interface LiveSocket {
  /** Subscribes to a trusted document; returns how to stop. */
  subscribe(request: DocumentRequest, sink: LiveSink): () => void;
}

const closeCode = (event: unknown): number | undefined =>
  typeof event === 'object' && event !== null && 'code' in event && typeof event.code === 'number' ? event.code : undefined;

async function connect(url: string): Promise<Client> {
  const { createClient } = await import('graphql-ws');
  return createClient({
    url,
    lazy: true,
    connectionParams: () => ({ acceptLanguage: document.documentElement.lang }),
    lazyCloseTimeout: 5000,
    keepAlive: 15_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    // Ten thousand pages must not come back in the same second.
    retryWait: (attempt) => new Promise((resolve) => setTimeout(resolve, Math.min(slowestRetryMs, 500 * 2 ** attempt) * (0.5 + Math.random()))),
    shouldRetry: (event) => !signedOutCodes.has(closeCode(event) ?? 0),
    on: {
      connected: () => tellSocket('WHOLE'),
      closed: (event) => {
        const code = closeCode(event);
        if (code !== undefined && signedOutCodes.has(code)) return tellSessionExpired();
        // 1000: nobody listens any more, so nothing is missed.
        if (code !== 1000) tellSocket('BROKEN');
      },
    },
  });
}

/**
 * One socket (graphql-transport-ws) for subscriptions, which is opened, and its code loaded, with the first of them.
 * Trusted documents only: `query` is empty and `extensions.documentId` names the document.
 */
export function makeLiveSocket(url = webSocketUrl()): LiveSocket {
  let client: Promise<Client> | undefined;
  return {
    subscribe: ({ documentId, operationName, variables }, sink) => {
      let stop: (() => void) | undefined;
      let stopped = false;
      client ??= connect(url);
      client.then(
        (socket) => {
          if (stopped) return;
          stop = socket.subscribe<Record<string, unknown>>(
            { query: '', operationName: operationName ?? null, variables: variables as Record<string, unknown>, extensions: { documentId } },
            {
              next: (result) => sink.next(result),
              error: (error) => sink.error(Array.isArray(error) ? { errors: error as DocumentResult['errors'], cause: new Error('refused') } : { cause: asError(error) }),
              complete: () => sink.complete(),
            },
          );
        },
        (error: unknown) => {
          client = undefined;
          if (!stopped) sink.error({ cause: asError(error) });
        },
      );
      return () => {
        stopped = true;
        stop?.();
      };
    },
  };
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(`The socket closed (${closeCode(error) ?? 'no code'}).`));

function webSocketUrl(): string {
  const url = new URL('/graphql', window.location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  return url.href;
}
