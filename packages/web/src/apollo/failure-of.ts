import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import type { Failure } from '../ui/error-state.tsx';

/** A failed request in the reader's terms. A query loses nothing; of a mutation one cannot know unless the server answered. */
export function failureOf(error: unknown, kind: 'query' | 'mutation' = 'query'): Failure {
  const answered = CombinedGraphQLErrors.is(error) || ServerError.is(error);
  const lost = kind === 'query' ? 'NOTHING' : answered ? 'INPUT' : 'UNSURE';
  if (CombinedGraphQLErrors.is(error)) {
    const traceId = error.errors.map((each) => each.extensions?.['traceId']).find((id) => typeof id === 'string');
    const forbidden = error.errors.every((each) => each.extensions?.['code'] === 'FORBIDDEN');
    return { kind: forbidden ? 'FORBIDDEN' : 'SERVER', lost, ...(traceId ? { traceId } : {}) };
  }
  return { kind: answered ? 'SERVER' : 'NETWORK', lost };
}
