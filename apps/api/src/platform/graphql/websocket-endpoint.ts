import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { getOperationAST, GraphQLError, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { Context } from 'graphql-ws';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import { WebSocket, WebSocketServer } from 'ws';
import type { Caller } from '../request/caller.ts';
import type { Logger } from '../request/logger.ts';
import type { RequestContext } from '../request/request-context.ts';
import { SlowConsumerError } from '../events/follow-events.ts';
import { isUnavailable } from '../database/is-unavailable.ts';
import { formatError } from './errors.ts';
import { checkRequest, findDocument, prepareDocument, type DocumentPolicy, type OperationRequest } from './execute-operation.ts';
import { limitError } from './limits.ts';

/** What one socket may do. */
export const socketLimits = { messageBytes: 65_536, subscriptions: 30, initMilliseconds: 3_000 } as const;

/** Close codes of our own, in the range for applications. */
export const closeCodes = { unauthenticated: 4401, rightsChanged: 4205, slowConsumer: 4290, goingAway: 1001, tryAgainLater: 1013 } as const;

/** How long a socket may take to say goodbye when the server stops. */
const farewellMilliseconds = 2_000;

/** How long after a change of rights an open socket may still live at most, apart from the event that ends it at once. */
const recheckMilliseconds = 60_000;

export interface WebSocketOptions {
  readonly schema: GraphQLSchema;
  readonly documents: DocumentPolicy;
  readonly logger: Logger;
  readonly isAllowedOrigin: (request: IncomingMessage) => boolean;
  /** Authenticates by the upgrade request's cookies, or by `authorization` in `connection_init`. */
  readonly authenticate: (request: IncomingMessage, authorization: string | undefined) => Promise<Caller | undefined>;
  /** The context of one operation; `acceptLanguage` is that of `connection_init`, else that of the upgrade request. */
  readonly contextFor: (caller: Caller, acceptLanguage: string | undefined) => RequestContext;
  /** Calls back when the rights of somebody in the organization may have changed; the answer ends it. */
  readonly onRightsChanged: (caller: Caller, recheck: () => void) => () => void;
}

type SocketState = {
  caller?: Caller;
  open?: Set<string>;
  release?: () => void;
};

type Socket = Context<Record<string, unknown>, Extra & Partial<SocketState>>;

/** Serves `graphql-transport-ws` on `/graphql` with the limits of HTTP. The answer closes all sockets and stops. */
export function registerWebSocket(server: Server, options: WebSocketOptions): () => Promise<void> {
  const { schema, documents, logger } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: socketLimits.messageBytes });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node takes its own listener off an upgraded socket: without one, whoever hangs up on a refusal would end the process.
    socket.on('error', () => socket.destroy());
    if (request.url?.split('?')[0] !== '/graphql') return void socket.destroy();
    if (!options.isAllowedOrigin(request)) return void socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request));
    return undefined;
  });

  const disposable = useServer<Record<string, unknown>, SocketState>(
    {
      schema,
      connectionInitWaitTimeout: socketLimits.initMilliseconds,
      onConnect: async (socket: Socket) => {
        const authorization = socket.connectionParams?.authorization;
        const { extra } = socket;
        try {
          extra.caller = await options.authenticate(extra.request, typeof authorization === 'string' ? authorization : undefined);
        } catch (error) {
          // Without this the reason would be told to whoever connects, by a code after which clients give up.
          if (!isUnavailable(error)) logger.error({ err: error }, 'could not find out who connects');
          return closeUntilLater(extra.socket);
        }
        if (!extra.caller) return extra.socket.close(closeCodes.unauthenticated, 'Sign in first');
        // Who has hung up meanwhile has been said goodbye to already: nothing would end what began now.
        if (extra.socket.readyState !== WebSocket.OPEN) return false;
        extra.open = new Set();
        extra.release = watchRights(socket, options);
        return true;
      },
      onSubscribe: (socket: Socket, id, payload) => {
        const { caller, open } = socket.extra;
        if (!caller || !open) throw new Error('A subscription before its connection');
        const context = options.contextFor(caller, acceptLanguageOf(socket));
        try {
          if (open.size >= socketLimits.subscriptions) throw limitError('TOO_MANY_SUBSCRIPTIONS', 'This socket has too many subscriptions.');
          const request = readPayload(payload);
          const document = prepareDocument(schema, findDocument(request, documents, context));
          checkRequest(schema, document, request);
          const operationName = payload.operationName ?? undefined;
          if (!getOperationAST(document, operationName)) throw limitError('BAD_REQUEST', 'Name one operation of the document.');
          open.add(id);
          return { schema, document, operationName, variableValues: payload.variables ?? undefined, contextValue: context };
        } catch (error) {
          return [asError(context, logger, error)];
        }
      },
      onOperation: (socket: Socket, _id, _payload, _args, result) => (isAsyncIterable(result) ? untilBroken(socket, result) : result),
      onNext: (_socket, _id, _payload, args, result) => ({
        ...result,
        ...(result.errors && { errors: result.errors.map((error) => asError(args.contextValue as RequestContext, logger, error)) }),
      }),
      onError: (socket: Socket, _id, _payload, errors) => {
        const context = options.contextFor(socket.extra.caller!, acceptLanguageOf(socket));
        return errors.map((error) => asError(context, logger, error));
      },
      onComplete: (socket: Socket, id) => void socket.extra.open?.delete(id),
      onDisconnect: (socket: Socket) => socket.extra.release?.(),
      onClose: (socket: Socket) => socket.extra.release?.(),
    },
    sockets,
    12_000,
  );
  return async () => {
    for (const client of sockets.clients) client.close(closeCodes.goingAway, 'The server restarts');
    const impatience = setTimeout(() => {
      for (const client of sockets.clients) client.terminate();
    }, farewellMilliseconds);
    await disposable.dispose();
    clearTimeout(impatience);
  };
}

/** Browsers give a socket no headers of its page's choice, so that the page says its language in `connection_init`. */
function acceptLanguageOf({ connectionParams, extra }: Socket): string | undefined {
  const wanted = connectionParams?.acceptLanguage;
  return typeof wanted === 'string' ? wanted : extra.request.headers['accept-language'];
}

function isAsyncIterable<T>(result: T | AsyncIterable<T>): result is AsyncIterable<T> {
  return typeof result === 'object' && result !== null && Symbol.asyncIterator in result;
}

/** Says that the service is away for a moment, by a code after which clients come again. */
function closeUntilLater(socket: WebSocket): false {
  socket.close(closeCodes.tryAgainLater, 'TRY_AGAIN_LATER');
  return false;
}

/**
 * A subscription whose reader falls behind, or whose changes cannot be read because the database is away, ends the socket with a code that
 * says so: a change that came without what belongs to it would be lost, and so it gets by its cursor what it missed.
 */
function untilBroken(socket: Socket, iterable: AsyncIterable<ExecutionResult>): AsyncIterableIterator<ExecutionResult, undefined> {
  const results = iterable[Symbol.asyncIterator]();
  return {
    next: async () => {
      try {
        const { value, done } = await results.next();
        if (done) return { value: undefined, done };
        const unread = value.errors?.find(({ originalError }) => isUnavailable(originalError));
        if (unread?.originalError) throw unread.originalError;
        return { value };
      } catch (error) {
        if (error instanceof SlowConsumerError) socket.extra.socket.close(closeCodes.slowConsumer, 'SLOW_CONSUMER');
        else if (isUnavailable(error)) closeUntilLater(socket.extra.socket);
        else throw error;
        return { value: undefined, done: true };
      }
    },
    return: async () => {
      await results.return?.();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Ends the socket as soon as its caller may no longer be served, or is not who they were: what runs on it goes on with what it began with. */
function watchRights(socket: Socket, options: WebSocketOptions): () => void {
  const { extra } = socket;
  const authorization = socket.connectionParams?.authorization;
  let expiry: NodeJS.Timeout | undefined;
  let released = false;
  const recheck = (): void => {
    void options
      .authenticate(extra.request, typeof authorization === 'string' ? authorization : undefined)
      .then((caller) => {
        if (!caller) return extra.socket.close(closeCodes.unauthenticated, 'Sign in again');
        return isAsBefore(caller, extra.caller!) ? schedule(caller) : extra.socket.close(closeCodes.rightsChanged, 'Rights changed; connect again');
      })
      .catch(() => schedule(extra.caller!));
  };
  const schedule = (caller: Caller): void => {
    clearTimeout(expiry);
    if (released) return;
    extra.caller = caller;
    const untilExpiry = caller.validUntil ? caller.validUntil.getTime() - Date.now() + 50 : Infinity;
    expiry = setTimeout(recheck, Math.max(50, Math.min(recheckMilliseconds, untilExpiry)));
  };
  schedule(extra.caller!);
  const stop = options.onRightsChanged(extra.caller!, recheck);
  return () => {
    released = true;
    clearTimeout(expiry);
    stop();
  };
}

/** Whether it is the same person, with the same rights and records: a merge leaves the session, and changes whose it is or what it counts. */
function isAsBefore(caller: Caller, before: Caller): boolean {
  const told = ({ actor, viewer, recordIds }: Caller): string => JSON.stringify([actor.id, viewer, [...recordIds].sort()]);
  return told(caller) === told(before);
}

function readPayload(payload: { query?: unknown; extensions?: Record<string, unknown> | null; variables?: unknown; operationName?: unknown }): OperationRequest {
  return { query: payload.query, documentId: payload.extensions?.documentId, variables: payload.variables, operationName: payload.operationName };
}

function asError(context: RequestContext, logger: Logger, error: unknown): GraphQLError {
  const { message, extensions, path } = formatError(context.traceId, logger, error);
  return new GraphQLError(message, { extensions, path });
}
