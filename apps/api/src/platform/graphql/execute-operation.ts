import { parse, validate, GraphQLError, specifiedRules, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { RequestContext } from '../request/request-context.ts';
import { checkCost, checkRepetition, checkVariables, limitError, limitRules, limits } from './limits.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

/** A GraphQL request as it arrives, on whichever transport. */
export interface OperationRequest {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
}

/** Which documents a caller may send. */
export interface DocumentPolicy {
  readonly trusted: TrustedDocuments;
  /** Free queries for everybody: while developing only. API clients may always send them. */
  readonly freeQueries: boolean;
}

/**
 * The text of the document that a request asks for: a trusted one by its id, or, from an API client, its own.
 * Throws a user error when there is none, or when it may not be sent.
 */
export function findDocument(request: OperationRequest, policy: DocumentPolicy, context: RequestContext): string {
  if (typeof request.documentId === 'string') {
    const text = policy.trusted.get(request.documentId);
    if (text === undefined) throw limitError('UNKNOWN_DOCUMENT', 'No trusted document has this id; load the page anew.');
    return text;
  }
  if (typeof request.query !== 'string' || request.query === '') {
    throw limitError('BAD_REQUEST', 'Send `query`, or the `documentId` of a trusted document.');
  }
  const mayAsk = policy.freeQueries || context.maybeCaller?.actor.kind === 'API_CLIENT';
  if (!mayAsk) throw limitError('DOCUMENT_NOT_TRUSTED', 'Queries of your own need an API key.');
  return request.query;
}

const parsed = new Map<string, DocumentNode>();
const rememberedDocuments = 1_000;

/** Parses and validates with all limits; throws the first error. What was valid once is remembered. */
export function prepareDocument(schema: GraphQLSchema, text: string): DocumentNode {
  const known = parsed.get(text);
  if (known) return known;
  const document = parse(text, { maxTokens: limits.tokens, noLocation: false });
  checkRepetition(document);
  const [error] = validate(schema, document, [...specifiedRules, ...limitRules], { maxErrors: 1 });
  if (error) throw error;
  if (parsed.size >= rememberedDocuments) parsed.delete(parsed.keys().next().value!);
  parsed.set(text, document);
  return document;
}

/** The variables of one request, within the limits. Throws a user error. */
export function readVariables({ variables }: OperationRequest): Record<string, unknown> {
  if (variables !== undefined && variables !== null && (typeof variables !== 'object' || Array.isArray(variables))) {
    throw limitError('BAD_REQUEST', '`variables` must be an object.');
  }
  checkVariables(variables ?? {});
  return (variables ?? {}) as Record<string, unknown>;
}

/** Checks what depends on the values of one request. Throws a user error. */
export function checkRequest(schema: GraphQLSchema, document: DocumentNode, request: OperationRequest): void {
  const variables = readVariables(request);
  const { operationName } = request;
  try {
    checkCost(schema, document, variables, typeof operationName === 'string' ? operationName : undefined);
  } catch (error) {
    if (error instanceof GraphQLError) throw error;
    throw limitError('BAD_REQUEST', 'The operation cannot be understood.');
  }
}
