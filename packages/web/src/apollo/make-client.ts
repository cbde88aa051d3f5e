import { ApolloClient, InMemoryCache, type TypePolicies } from '@apollo/client';
import { ApolloLink } from '@apollo/client/link';
import { relayStylePagination } from '@apollo/client/utilities';
import schema from '../gql/possible-types.ts';
import { makeHttpLink } from './http-link.ts';
import { makeWsLink } from './ws-link.ts';

const paging = new Set(['first', 'after', 'last', 'before']);

/** The cache's rule for a field that is a Relay connection: pages join into one list per set of all other arguments. */
export const connectionField = () => relayStylePagination((args) => Object.keys(args ?? {}).filter((name) => !paging.has(name)));

/** The client of an app: queries and mutations by HTTP, subscriptions by one socket, pages of connections joined in the cache. */
export function makeClient(typePolicies: TypePolicies, links = { http: makeHttpLink(), ws: makeWsLink() }): ApolloClient {
  return new ApolloClient({
    cache: new InMemoryCache({ typePolicies, possibleTypes: schema.possibleTypes }),
    link: ApolloLink.split((operation) => operation.operationType === 'subscription', links.ws, links.http),
    defaultOptions: { watchQuery: { nextFetchPolicy: 'cache-first' } },
  });
}
