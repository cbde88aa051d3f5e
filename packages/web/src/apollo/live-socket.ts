import { pageLanguage } from '../i18n/page-language.ts';
import { tellSessionExpired } from '../session/session-signal.ts';
import { tellSocket } from './connection-store.ts';
import type { DocumentRequest, DocumentResult } from './send-document.ts';

const idleMs = 5_000;
const pulseMs = 15_000;
/** Nobody listens any more. */
const normalCode = 1000;
/** The server has fallen silent: it did not even answer a ping. */
const silentCode = 4499;
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

type Frame =
  | { readonly type: 'connection_ack' | 'ping' | 'pong' }
  | { readonly type: 'next'; readonly id: string; readonly payload: DocumentResult }
  | { readonly type: 'error'; readonly id: string; readonly payload: NonNullable<DocumentResult['errors']> }
  | { readonly type: 'complete'; readonly id: string };

/**
 * One socket (graphql-transport-ws) for subscriptions, which is opened with the first of them. A socket says everything in the
 * language of its opening: who subscribes after the page has changed its language gets another, and the old one closes when nobody
 * listens to it any more. A broken socket ends its subscriptions; subscribe again to open the next, after the last event seen.
 * Trusted documents only: `query` is empty and `extensions.documentId` names the document.
 */
export function makeLiveSocket(url = webSocketUrl()): LiveSocket {
  let current: { readonly language: string; readonly socket: LiveSocket } | undefined;
  return {
    subscribe: (request, sink) => {
      const language = pageLanguage();
      if (current?.language !== language) {
        const opened = {
          language,
          socket: openSocket(url, language, () => {
            if (current === opened) current = undefined;
          }),
        };
        current = opened;
      }
      return current.socket.subscribe(request, sink);
    },
  };
}

/** An open socket; `onGone` is called when no more subscriptions can be made on it. */
function openSocket(url: string, language: string, onGone: () => void): LiveSocket {
  const socket = new WebSocket(url, 'graphql-transport-ws');
  const open = new Map<string, { readonly request: DocumentRequest; readonly sink: LiveSink }>();
  let isAcknowledged = false;
  let isHeard = true;
  let lastId = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let pulse: ReturnType<typeof setInterval> | undefined;

  const send = (frame: object): void => socket.send(JSON.stringify(frame));
  const begin = (id: string, { documentId, operationName, variables }: DocumentRequest): void =>
    send({ id, type: 'subscribe', payload: { query: '', operationName: operationName ?? null, variables, extensions: { documentId } } });
  const take = (id: string): LiveSink | undefined => {
    const sink = open.get(id)?.sink;
    open.delete(id);
    if (sink && open.size === 0) idle = setTimeout(() => leave(normalCode), idleMs);
    return sink;
  };
  const leave = (code: number): void => {
    socket.close(code);
    end(code);
  };
  // Once, by whoever notices first: a line that is dead tells its close late or never.
  const end = (code: number): void => {
    socket.removeEventListener('close', closed);
    socket.removeEventListener('message', heard);
    clearInterval(pulse);
    clearTimeout(idle);
    onGone();
    if (signedOutCodes.has(code)) tellSessionExpired();
    else if (code !== normalCode) tellSocket('BROKEN');
    const cut = [...open.values()];
    open.clear();
    for (const { sink } of cut) sink.error({ cause: new Error(`The socket closed (${code}).`) });
  };
  const closed = ({ code }: CloseEvent): void => end(code);
  const heard = ({ data }: MessageEvent<string>): void => {
    isHeard = true;
    const frame = JSON.parse(data) as Frame;
    switch (frame.type) {
      case 'connection_ack':
        isAcknowledged = true;
        for (const [id, { request }] of open) begin(id, request);
        // Whoever hears of it may subscribe anew at once: that is begun by itself, and not twice.
        tellSocket('WHOLE');
        return;
      case 'ping':
        return send({ type: 'pong' });
      case 'next':
        return open.get(frame.id)?.sink.next(frame.payload);
      case 'error':
        return take(frame.id)?.error({ errors: frame.payload, cause: new Error('refused') });
      case 'complete':
        return take(frame.id)?.complete();
      case 'pong':
    }
  };

  socket.addEventListener('close', closed);
  socket.addEventListener('message', heard);
  socket.addEventListener('open', () => {
    send({ type: 'connection_init', payload: { acceptLanguage: language } });
    pulse = setInterval(() => {
      if (!isHeard) return leave(silentCode);
      isHeard = false;
      send({ type: 'ping' });
    }, pulseMs);
  });
  return {
    subscribe: (request, sink) => {
      const id = String(++lastId);
      clearTimeout(idle);
      open.set(id, { request, sink });
      if (isAcknowledged) begin(id, request);
      return () => {
        if (take(id) && isAcknowledged && socket.readyState === WebSocket.OPEN) send({ id, type: 'complete' });
      };
    },
  };
}

function webSocketUrl(): string {
  const url = new URL('/graphql', window.location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  return url.href;
}
