import '@milepost/web/ui/styles/pages.css';
import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { keepFresh } from '@milepost/web/apollo/keep-fresh.ts';
import { makeHttpLink } from '@milepost/web/apollo/http-link.ts';
import { connectionField, makeClient } from '@milepost/web/apollo/make-client.ts';
import { socketOfPerson } from '@milepost/web/apollo/socket-of-person.ts';
import { makeWsLink } from '@milepost/web/apollo/ws-link.ts';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { Outlet } from 'react-router';

let current: { readonly personId: string; readonly client: ApolloClient; stop(): void } | undefined;

/** The client of a person, kept while pages come and go; another person starts with an empty cache. */
function clientOf(personId: string): ApolloClient {
  if (current?.personId !== personId) {
    current?.stop();
    const client = makeClient({
      Query: { fields: { learningCentre: connectionField(), inbox: connectionField() } },
      LearnerPlan: { keyFields: ['enrollmentId'] },
      LearnerMilestone: { keyFields: false },
      LearnerItem: { keyFields: false },
      MyLearning: { keyFields: false },
    }, { http: makeHttpLink(), ws: makeWsLink(socketOfPerson(personId)) });
    const stopKeeping = keepFresh(client);
    const stop = () => {
      stopKeeping();
      client.stop();
    };
    current = { personId, client, stop };
  }
  return current.client;
}

/** Gives data to the pages below; the start page does without, so that it is there before this is loaded. */
export function DataRoot() {
  const client = clientOf(useViewer().personId);
  return (
    <ApolloProvider client={client}>
      <Outlet />
    </ApolloProvider>
  );
}
