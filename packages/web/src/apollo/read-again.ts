import type { ApolloClient, ObservableQuery, RefetchQueriesInclude } from '@apollo/client';

/** What is being read again, and whether something has changed since that began. */
const underWay = new WeakMap<ObservableQuery, { stale: boolean }>();

/**
 * Reads queries that are shown again, because something has changed. An answer that is on its way already may be older than the change: it is
 * not shared, as the client would do with two of the same, and what changes while a query is read again has it read once more.
 */
export function readAgain(client: ApolloClient, include: RefetchQueriesInclude): void {
  for (const shown of client.getObservableQueries(include)) readOne(client, shown);
}

function readOne(client: ApolloClient, shown: ObservableQuery): void {
  const reading = underWay.get(shown);
  if (reading) {
    reading.stale = true;
    return;
  }
  const state = { stale: false };
  underWay.set(shown, state);
  void client
    .query({ query: shown.query, variables: shown.variables, fetchPolicy: 'network-only', context: { queryDeduplication: false } })
    .catch(() => {})
    .finally(() => {
      underWay.delete(shown);
      if (state.stale && shown.hasObservers()) readOne(client, shown);
    });
}
