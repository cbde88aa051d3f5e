import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isUnavailable } from '../database/is-unavailable.ts';
import { SlowConsumerError } from '../events/follow-events.ts';
import type { Logger } from '../request/logger.ts';
import { NotSignedInError } from '../request/request-context.ts';
import { ForbiddenError } from './guard.ts';

/**
 * What leaves the server of an error: users' own mistakes as they are, without the schema's secrets; of everything else a trace
 * id, under which the log has the rest.
 */
export function formatError(traceId: string, logger: Logger, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (original instanceof NotSignedInError) return say('UNAUTHENTICATED', 'Sign in first.');
  if (original instanceof ForbiddenError) return say('FORBIDDEN', 'You are not allowed to do this.');
  if (original instanceof SlowConsumerError) return say('SLOW_CONSUMER', original.message);
  if (error instanceof GraphQLError && original instanceof GraphQLError) {
    // Compiled operations make errors of their own, which may have none.
    const { code: given } = (error.extensions as GraphQLError['extensions'] | undefined) ?? {};
    const code = typeof given === 'string' ? given : 'GRAPHQL_VALIDATION_FAILED';
    if (code !== 'INTERNAL_SERVER_ERROR') return { ...say(code, withoutHints(error.message)), locations: error.locations, path: error.path };
  }
  if (isUnavailable(original)) {
    logger.warn({ traceId, err: original }, 'database unavailable');
    return say('UNAVAILABLE', `The service is busy or restarting. Try again in a moment. (${traceId})`);
  }
  logger.error({ traceId, err: original }, 'request failed');
  return say('INTERNAL_SERVER_ERROR', `Something went wrong on our side. Tell support this number: ${traceId}`);
}

function say(code: string, message: string): { message: string; extensions: { code: string } } {
  return { message, extensions: { code } };
}

/** "Did you mean" tells what exists; values that were sent are not repeated. */
function withoutHints(message: string): string {
  return message.replace(/ Did you mean .*$/s, '').replace(/^Variable "\$([^"]+)" got invalid value .*?(?: at "[^"]+")?; /s, 'Variable "$$$1": ');
}
