import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { IncomingMessage } from 'node:http';
import type { Act } from '@milepost/domain';
import type { GraphQLSchema } from 'graphql';
import type { FastifyInstance } from 'fastify';
import { makeSchema } from './build-schema.ts';
import type { Config } from './config.ts';
import { entities } from './entities.ts';
import { createIdentities, registerSessionRoutes, resolveApiKey, resolveSession, SessionLookup, SignInLimiter, type Identities } from './features/access/index.ts';
import { forgetPreparedDefinitions } from './features/learning-plans/index.ts';
import { forgetDepartments } from './features/people/index.ts';
import { registerCompletionsTemplate } from './features/completions-import/index.ts';
import { registerListRoutes } from './features/people-import/index.ts';
import { findReadableFile } from './features/progress/index.ts';
import { jobHandlers, reactions, whenGivenUp } from './handlers.ts';
import { openDataSource } from './platform/database/data-source.ts';
import { Database } from './platform/database/database.ts';
import { DedicatedConnection } from './platform/database/dedicated-connection.ts';
import { OpenConnections } from './platform/database/open-connections.ts';
import { actingAs, appRole, relayRole } from './platform/database/roles.ts';
import { EventFeed } from './platform/events/event-feed.ts';
import type { FilePurpose } from './platform/files/file-kinds.ts';
import { openFileStore, type FileStore } from './platform/files/file-store.ts';
import { keepSwept } from './platform/files/sweep-files.ts';
import { registerFiles } from './platform/files/register-files.ts';
import { registerGraphQL } from './platform/graphql/http-endpoint.ts';
import { readTrustedDocuments } from './platform/graphql/trusted-documents.ts';
import { registerWebSocket } from './platform/graphql/websocket-endpoint.ts';
import { createApp } from './platform/http/create-app.ts';
import { createMetrics } from './platform/http/metrics.ts';
import { isCrossSite } from './platform/http/same-origin.ts';
import { serveApp } from './platform/http/serve-app.ts';
import { JobRunner } from './platform/jobs/job-runner.ts';
import { requestedLocale, type Caller } from './platform/request/caller.ts';
import type { Logger } from './platform/request/logger.ts';
import { RequestContext, type RequestServices } from './platform/request/request-context.ts';

/** A running process of Milepost. */
export interface MilepostServer {
  readonly port: number;
  readonly services: RequestServices;
  readonly identities: Identities;
  /** Finishes what is under way, tells sockets to reconnect, and lets go of everything. */
  stop(): Promise<void>;
}

/** Starts a process in the roles of its configuration. Several may run on one database. `clock` is what they take for now. */
export async function createServer(config: Config, logger: Logger, clock: () => Date = () => new Date()): Promise<MilepostServer> {
  // First of all: nothing is opened for a schema that is refused.
  const schema = config.roles.has('web') ? await makeSchema() : undefined;
  const databaseUrl = actingAs(config.databaseUrl, appRole);
  const relayUrl = actingAs(config.relayUrl, relayRole);
  const pooled = new OpenConnections();
  const source = await openDataSource(databaseUrl, entities, config.poolSize, config.leaseSeconds, pooled.add).initialize();
  const connection = new DedicatedConnection(relayUrl, config.leaseSeconds, logger);
  connection.onHang(() => pooled.giveUp());
  const feed = new EventFeed(connection, logger);
  const database = new Database(source, () => feed.announce(), clock, reactions);
  const files = await openFileStore(config.dataDir);
  const jobs = config.roles.has('worker')
    ? new JobRunner({ relayUrl, database, connection, logger, handlers: jobHandlers(files), whenGivenUp, leaseSeconds: config.leaseSeconds, onConnect: pooled.add })
    : undefined;
  // What every process keeps: published versions ready for the evaluator, whose content can change, and the departments.
  feed.listenToAll((events) => {
    if (events.some((event) => event.type === 'learning-object.changed')) forgetPreparedDefinitions();
    if (events.some((event) => event.type === 'people.changed' || event.type === 'departments.changed')) forgetDepartments();
  });
  await connection.open();
  await feed.start();
  await jobs?.start();
  const stopSweeping = jobs && keepSwept(files, database, logger);

  const identities = createIdentities({ ...config, databaseUrl }, pooled.add);
  const services: RequestServices = { database, feed, logger };
  const web = schema && (await startWeb(config, services, { schema, identities, files }));
  return {
    port: web?.port ?? 0,
    services,
    identities,
    stop: async () => {
      await web?.stop();
      stopSweeping?.();
      await jobs?.stop();
      feed.stop();
      await connection.close();
      await identities.pool.end();
      await source.destroy();
    },
  };
}

async function startWeb(
  config: Config,
  services: RequestServices,
  { schema, identities, files }: { readonly schema: GraphQLSchema; readonly identities: Identities; readonly files: FileStore },
): Promise<{ port: number; stop: () => Promise<void> }> {
  const { database, feed, logger } = services;
  const metrics = createMetrics();
  const app = await createApp({ logger, metrics, publicUrl: config.publicUrl, isReady: async () => (await identities.pool.query('SELECT 1')).rowCount === 1 });
  const callers = new Callers(services, identities);
  const documents = { trusted: readTrustedDocuments(documentFiles(config)), freeQueries: config.freeQueries };

  registerSessionRoutes(app, {
    identities,
    limiter: new SignInLimiter(identities.pool),
    database,
    callerOf: (request) => callers.of(request.raw, request.headers.cookie),
    announceAccessChange: (organizationId, personId) =>
      database.write({ organizationId }, (transaction) => transaction.emit({ type: 'access.changed', ids: { personId } })),
  });
  const apollo = await registerGraphQL(app, {
    schema,
    documents,
    logger,
    contextOf: async (request) => {
      const caller = await callers.of(request.raw, request.headers.cookie);
      return new RequestContext(services, caller, requestedLocale(request.headers['accept-language']) ?? caller?.locale ?? 'en', request.id);
    },
  });
  await registerFiles(app, {
    store: files,
    database,
    callerOf: (request) => callers.of(request, request.headers.cookie),
    mayUpload: (caller, purpose) => uploadActs[purpose].some((act) => caller.acts.has(act)),
    findReadable: (caller, fileId) => findReadableFile(database, caller, fileId),
  });
  registerCompletionsTemplate(app, { callerOf: (request) => callers.of(request, request.headers.cookie) });
  registerListRoutes(app, { store: files, database, callerOf: (request) => callers.of(request, request.headers.cookie) });
  await serveApps(app, config);
  const closeSockets = registerWebSocket(app.server, {
    schema,
    documents,
    logger,
    isAllowedOrigin: (request) => !isCrossSite(request, config.publicUrl),
    authenticate: (request, authorization) => callers.of(request, request.headers.cookie, authorization, false),
    contextFor: (caller, acceptLanguage) => new RequestContext(services, caller, requestedLocale(acceptLanguage) ?? caller.locale, crypto.randomUUID()),
    onRightsChanged: (caller, recheck) =>
      feed.listen(caller.organizationId, (events) => {
        if (events.some((event) => event.type === 'access.changed' && concerns(event.ids, caller))) recheck();
      }),
  });

  await app.listen({ host: config.host, port: config.port });
  return {
    port: (app.server.address() as AddressInfo).port,
    stop: async () => {
      await closeSockets();
      await app.close();
      await apollo.stop();
    },
  };
}

/** Who may upload files for each purpose: whoever may do any of these. */
const uploadActs: Readonly<Record<FilePurpose, readonly Act[]>> = {
  MODULE: ['CONTENT_EDIT'],
  COVER: ['CONTENT_EDIT', 'PLAN_EDIT'],
  IMPORT: ['DIRECTORY_EDIT', 'PLAN_ASSIGN', 'COMPLETIONS_CHANGE'],
  EVIDENCE: ['COMPLETIONS_CHANGE'],
};

/** Finds out who makes a request: an API client by its key, or a person by the session cookie. */
class Callers {
  private readonly sessions: SessionLookup;

  constructor(
    private readonly services: RequestServices,
    private readonly identities: Identities,
  ) {
    this.sessions = new SessionLookup(identities.pool);
  }

  async of(request: IncomingMessage, cookies: string | undefined, authorization?: string, isUse = true): Promise<Caller | undefined> {
    const now = new Date();
    const key = authorization ?? request.headers.authorization;
    if (key) return resolveApiKey(this.services.database, key, now);
    const cookie = readCookie(cookies, this.identities.cookieName) ?? readCookie(cookies, `__Secure-${this.identities.cookieName}`);
    return cookie ? resolveSession(this.sessions, cookie, now, isUse) : undefined;
  }
}

function readCookie(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}

function concerns(ids: Readonly<Record<string, unknown>>, caller: Caller): boolean {
  return ids.personId === undefined || ids.personId === caller.actor.id || caller.actor.kind === 'API_CLIENT';
}

function documentFiles(config: Config): string[] {
  return [config.staticDirs.admin, config.staticDirs.learner].flatMap((directory) => (directory ? [`${directory}/trusted-documents.json`] : []));
}

async function serveApps(app: FastifyInstance, config: Config): Promise<void> {
  const { admin, learner } = config.staticDirs;
  if (admin) await serveApp(app, '/admin', admin);
  if (learner) await serveApp(app, '/learn', learner);
  if (learner) app.get('/', async (_request, reply) => reply.redirect('/learn'));
}
