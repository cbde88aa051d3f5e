import type { TypePolicies } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { type ReactNode, useEffect, useState } from 'react';
import { makeClient } from './make-client.ts';
import { useFreshData } from './use-fresh-data.ts';

/** Gives data to the pages below. Mount it with the person's id as `key`: another person starts with an empty cache. */
export function ApolloRoot({ typePolicies, children }: { typePolicies: TypePolicies; children: ReactNode }) {
  const [client] = useState(() => makeClient(typePolicies));
  useFreshData(client);
  useEffect(() => () => client.stop(), [client]);
  return <ApolloProvider client={client}>{children}</ApolloProvider>;
}
