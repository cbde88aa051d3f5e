import { ApolloServer, HeaderMap, type BaseContext } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from '../request/logger.ts';
import type { RequestContext } from '../request/request-context.ts';
import { formatError } from './errors.ts';
import { compileOperation, type CompiledOperation } from './compiled-operation.ts';
import { checkRequest, findDocument, prepareDocument, type DocumentPolicy, type OperationRequest } from './execute-operation.ts';
import { hasOperation, limitError, limitRules, limits } from './limits.ts';

export interface GraphQLEndpointOptions {
  readonly schema: GraphQLSchema;
  readonly documents: DocumentPolicy;
  readonly logger: Logger;
  readonly contextOf: (request: FastifyRequest) => Promise<RequestContext>;
}

/** Builds the Apollo Server of the process. Errors are masked with the trace id of their request. */
export async function startApollo(schema: GraphQLSchema, logger: Logger): Promise<ApolloServer<RequestContext & BaseContext>> {
  const apollo = new ApolloServer<RequestContext & BaseContext>({
    schema,
    introspection: true,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    validationRules: [...limitRules],
    parseOptions: { maxTokens: limits.tokens },
    csrfPrevention: true,
    plugins: [
      {
        requestDidStart: async () => ({
          willSendResponse: async ({ contextValue, response, errors }) => {
            if (!errors || response.body.kind !== 'single') return;
            response.body.singleResult.errors = errors.map((error) => formatError(contextValue.traceId, logger, error));
            if (response.body.singleResult.errors.some((error) => error.extensions?.code === 'UNAVAILABLE')) {
              response.http.status = 503;
              response.http.headers.set('retry-after', '1');
            }
          },
        }),
      },
    ],
  });
  await apollo.start();
  return apollo;
}

/**
 * Mounts `POST /graphql`. The trusted documents of our own apps are executed by compiled code; everything else, which API clients send,
 * by Apollo. Limits, errors and status codes are the same.
 */
export async function registerGraphQL(app: FastifyInstance, options: GraphQLEndpointOptions): Promise<ApolloServer<RequestContext>> {
  const { schema, documents, logger, contextOf } = options;
  const apollo = await startApollo(schema, logger);
  const compiled = new Map<string, CompiledOperation>();

  const answerTrusted = async (text: string, request: OperationRequest, context: RequestContext, reply: FastifyReply): Promise<string> => {
    const name = typeof request.operationName === 'string' ? request.operationName : undefined;
    const key = `${name ?? ''} ${String(request.documentId)}`;
    const operation = compiled.get(key) ?? compileOperation(schema, text, name);
    compiled.set(key, operation);
    const { data, errors } = await operation(context, request);
    const formatted = errors?.map((error) => formatError(context.traceId, logger, error));
    const unavailable = formatted?.some((error) => error.extensions?.code === 'UNAVAILABLE') ?? false;
    if (unavailable) void reply.header('retry-after', '1');
    // As the specification of GraphQL over HTTP has it: without data the request itself was wrong.
    void reply.status(unavailable ? 503 : data === undefined ? 400 : 200).header('cache-control', 'no-store').type('application/json; charset=utf-8');
    return JSON.stringify(formatted ? { errors: formatted, data } : { data });
  };

  app.post('/graphql', async (request: FastifyRequest, reply: FastifyReply) => {
    const context = await contextOf(request);
    try {
      const body = readBody(request.body);
      const query = findDocument(body, documents, context);
      if (typeof body.documentId === 'string') return await answerTrusted(query, body, context, reply);
      const document = prepareDocument(schema, query);
      if (hasOperation(document, 'subscription')) throw limitError('BAD_REQUEST', 'Subscriptions are served over WebSocket.');
      checkRequest(schema, document, body);
      const response = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: 'POST',
          headers: headersOf(request),
          search: '',
          body: {
            query,
            ...(body.variables != null && { variables: body.variables }),
            ...(body.operationName != null && { operationName: body.operationName }),
          },
        },
        context: async () => context,
      });
      for (const [name, value] of response.headers) void reply.header(name, value);
      void reply.status(response.status ?? 200).header('cache-control', 'no-store');
      return response.body.kind === 'complete' ? response.body.string : '';
    } catch (error) {
      const formatted = formatError(context.traceId, logger, error);
      if (formatted.extensions?.code === 'UNAVAILABLE') void reply.header('retry-after', '1');
      void reply.status(statusOf(formatted.extensions?.code)).header('cache-control', 'no-store');
      return { errors: [formatted] };
    }
  });

  return apollo;
}

function readBody(body: unknown): OperationRequest {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    throw limitError('BAD_REQUEST', 'Send one operation as a JSON object; batches are not served.');
  }
  const { extensions } = body as { extensions?: unknown };
  if (extensions !== undefined && (typeof extensions !== 'object' || Array.isArray(extensions))) {
    throw limitError('BAD_REQUEST', '`extensions` must be an object.');
  }
  return body;
}

function headersOf(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

function statusOf(code: unknown): number {
  if (code === 'UNAUTHENTICATED') return 401;
  if (code === 'UNAVAILABLE') return 503;
  return code === 'INTERNAL_SERVER_ERROR' ? 500 : 400;
}
