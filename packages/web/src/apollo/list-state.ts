import type { Failure } from '../ui/error-state.tsx';
import { failureOf } from './failure-of.ts';

interface AskedQuery {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly refetch: () => Promise<unknown>;
}

export type QueryState = { readonly is: 'loading' } | { readonly is: 'failed'; readonly failure: Failure; readonly retry: () => void } | { readonly is: 'ready' };

/** Where a query stands, for the page's states: what is there is shown even while it is asked again or when that failed. */
export function queryState(query: AskedQuery, shown: unknown = query.data): QueryState {
  if (shown !== undefined && shown !== null) return { is: 'ready' };
  if (query.error) return { is: 'failed', failure: failureOf(query.error), retry: () => void query.refetch().catch(() => {}) };
  return { is: 'loading' };
}
