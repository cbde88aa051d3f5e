import type { Client } from 'graphql-ws';
import { pageLanguage } from '../i18n/page-language.ts';
import { tellSessionExpired } from '../session/session-signal.ts';
import { tellSocket } from './connection-store.ts';
import type { DocumentRequest, DocumentResult } from './send-document.ts';

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

async function connect(url: string, language: string): Promise<Client> {
  const { createClient } = await import('graphql-ws');
  return createClient({
    url,
    lazy: true,
    connectionParams: { acceptLanguage: language },
    lazyCloseTimeout: 5000,
    keepAlive: 15_000,
    // It would subscribe as at first; whoever follows events begins again after the last one seen.
    retryAttempts: 0,
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
 * One socket (graphql-transport-ws) for subscriptions, which is opened, and its code loaded, with the first of them. A socket says
 * everything in the language of its opening: who subscribes after the page has changed its language gets another, and the old one
 * closes when nobody listens to it any more. A broken socket ends its subscriptions; subscribe again to open the next.
 * Trusted documents only: `query` is empty and `extensions.documentId` names the document.
 */
export function makeLiveSocket(url = webSocketUrl()): LiveSocket {
  let current: { readonly language: string; readonly client: Promise<Client> } | undefined;
  const socketNow = () => {
    const language = pageLanguage();
    if (current?.language !== language) current = { language, client: connect(url, language) };
    return current;
  };
  return {
    subscribe: ({ documentId, operationName, variables }, sink) => {
      let stop: (() => void) | undefined;
      let stopped = false;
      const used = socketNow();
      used.client.then(
        (client) => {
          if (stopped) return;
          stop = client.subscribe<Record<string, unknown>>(
            { query: '', operationName: operationName ?? null, variables: variables as Record<string, unknown>, extensions: { documentId } },
            {
              next: (result) => sink.next(result),
              error: (error) => sink.error(Array.isArray(error) ? { errors: error as DocumentResult['errors'], cause: new Error('refused') } : { cause: asError(error) }),
              complete: () => sink.complete(),
            },
          );
        },
        (error: unknown) => {
          if (current === used) current = undefined;
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
