import type { TypePolicies } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { type ReactNode, useEffect, useState } from 'react';
import { keepFresh } from './keep-fresh.ts';
import { makeClient } from './make-client.ts';

/** Gives data to the pages below. Mount it with the person's id as `key`: another person starts with an empty cache. */
export function ApolloRoot({ typePolicies, children }: { typePolicies: TypePolicies; children: ReactNode }) {
  const [client] = useState(() => makeClient(typePolicies));
  useEffect(() => keepFresh(client), [client]);
  useEffect(() => () => client.stop(), [client]);
  return <ApolloProvider client={client}>{children}</ApolloProvider>;
}
