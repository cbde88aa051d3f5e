import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyError, type FastifyInstance } from 'fastify';
import helmet from 'helmet';
import { isUnavailable } from '../database/is-unavailable.ts';
import { limits } from '../graphql/limits.ts';
import type { Logger } from '../request/logger.ts';
import type { Metrics } from './metrics.ts';
import { isCrossSite } from './same-origin.ts';

export interface AppOptions {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly publicUrl: string | undefined;
  /** Whether this process may get requests: its database answers and its schema is the one that the code knows. */
  readonly isReady: () => Promise<boolean>;
}

/** Whoever asks whether a process is ready does not wait long for an answer; no answer of the database is one. */
const readyWithinMilliseconds = 1_000;

/** The HTTP server with everything that holds for all routes: ids, headers, origins, errors, health and metrics. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { logger, metrics, publicUrl } = options;
  const loggerInstance: FastifyBaseLogger = logger;
  const app: FastifyInstance = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.bodyBytes,
    genReqId: () => randomUUID(),
    trustProxy: 'loopback',
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
  });
  app.removeContentTypeParser('text/plain');

  const protect = makeProtection(publicUrl);
  app.addHook('onRequest', (request, reply, next) => {
    protect(request.raw, reply.raw, () => next());
  });

  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    if (/;\s*charset=(?!"?utf-?8"?\s*(;|$))/i.test(request.headers['content-type'] ?? '')) {
      return reply.status(415).send({ code: 'WRONG_CHARSET', message: 'Send UTF-8.' });
    }
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return undefined;
    if (isCrossSite(request.raw, publicUrl)) {
      return reply.status(403).send({ code: 'CROSS_SITE', message: 'Requests from other sites are refused.' });
    }
    return undefined;
  });
  app.addHook('onResponse', async (request, reply) => {
    metrics.requests.observe({ route: request.routeOptions.url ?? 'unknown', status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    if (error.statusCode !== undefined && error.statusCode < 500) {
      return reply.status(error.statusCode).send({ code: error.code ?? 'BAD_REQUEST', message: error.message });
    }
    if (isUnavailable(error)) {
      return reply.status(503).header('retry-after', '1').send({ code: 'UNAVAILABLE', message: 'Try again in a moment.' });
    }
    logger.error({ traceId: request.id, err: error }, 'request failed');
    return reply.status(500).send({ code: 'INTERNAL_SERVER_ERROR', message: `Tell support this number: ${request.id}` });
  });
  app.setNotFoundHandler(async (_request, reply) => reply.status(404).send({ code: 'NOT_FOUND', message: 'There is nothing here.' }));

  app.get('/healthz', async () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    const ready = await Promise.race([options.isReady().catch(() => false), sleep(readyWithinMilliseconds, false, { ref: false })]);
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
  app.get('/metrics', async (_request, reply) => reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()));
  return app;
}

/** The headers that tell browsers what pages of this origin may do; put together once, for they are the same for every answer. */
function makeProtection(publicUrl: string | undefined): ReturnType<typeof helmet> {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        scriptSrc: ["'self'"],
        // Mantine sets style attributes and one style element for its theme.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        workerSrc: ["'self'", 'blob:'],
        manifestSrc: ["'self'"],
      },
    },
    strictTransportSecurity: publicUrl?.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
  });
}
