import { getNamedType, getOperationAST, GraphQLInt, typeFromAST, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { RequestContext } from '../request/request-context.ts';
import { checkRequest, prepareDocument, readVariables, type OperationRequest } from './execute-operation.ts';
import { hasOperation, limitError } from './limits.ts';

/** Executes a query or mutation that was compiled; throws a user error when what is asked goes beyond the limits. */
export type CompiledOperation = (context: RequestContext, request: OperationRequest) => Promise<ExecutionResult>;

const rememberedSizes = 1_000;

/**
 * Compiles an operation: parsed, validated and turned into code once, so that a request only fills in its variables. For documents
 * whose number is known, because compiling costs more than interpreting once. Throws the first error.
 */
export function compileOperation(schema: GraphQLSchema, text: string, operationName: string | undefined): CompiledOperation {
  const document = prepareDocument(schema, text);
  if (hasOperation(document, 'subscription')) throw limitError('BAD_REQUEST', 'Subscriptions are served over WebSocket.');
  const operation = getOperationAST(document, operationName);
  if (!operation) throw limitError('BAD_REQUEST', 'Name one operation of the document.');
  const query = compileQuery(schema, document, operationName);
  if (!isCompiledQuery(query)) throw new Error(`${operation.name?.value ?? 'An operation'} cannot be compiled`);

  // What an operation costs follows from its page sizes, and these come as whole numbers: checked once for each choice of them.
  const sizes = (operation.variableDefinitions ?? [])
    .filter(({ type }) => getNamedType(typeFromAST(schema, type as never)) === GraphQLInt)
    .map(({ variable }) => variable.name.value);
  const allowed = new Set<string>();
  return async (context, request) => {
    const variables = readVariables(request);
    const size = sizes.map((name) => JSON.stringify(variables[name])).join();
    if (!allowed.has(size)) {
      checkRequest(schema, document, request);
      if (allowed.size < rememberedSizes) allowed.add(size);
    }
    return query.query({}, context, variables);
  };
}
