import { expect, test } from '@jest/globals';
import { ApolloClient, ApolloLink, gql, InMemoryCache, type TypedDocumentNode } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ApolloProvider } from '@apollo/client/react';
import { act, render, waitFor } from '@testing-library/react';
import { Observable, type Subscriber } from 'rxjs';
import { setPageLanguage } from '../i18n/page-language.ts';
import { tellSignedInAgain } from './connection-store.ts';
import { useLive } from './use-live.ts';

interface Changed {
  changed: { cursor: string };
}
const document: TypedDocumentNode<Changed, { planId: string; after: string | null }> = gql`
  subscription Changed($planId: ID!, $after: String) { changed(planId: $planId, after: $after) { cursor } }
`;

function setup() {
  const connections: { after: unknown; socket: Subscriber<ApolloLink.Result> }[] = [];
  const link = new ApolloLink((operation) => new Observable((socket) => void connections.push({ after: operation.variables['after'], socket })));
  const client = new ApolloClient({ cache: new InMemoryCache(), link });
  const heard: string[] = [];
  let gaps = 0;
  function Listener() {
    useLive({
      document,
      variables: { planId: 'p1' },
      from: '10',
      cursorOf: (data) => data.changed.cursor,
      onEvent: (data) => heard.push(data.changed.cursor),
      onGap: () => (gaps += 1),
    });
    return null;
  }
  const view = render(
    <ApolloProvider client={client}>
      <Listener />
    </ApolloProvider>,
  );
  const last = () => connections.at(-1)!;
  const tell = (cursor: string) => act(() => last().socket.next({ data: { changed: { __typename: 'Changed', cursor } } }));
  return { connections, heard, view, last, tell, gaps: () => gaps };
}

test('a cut subscription resumes after the last event seen; an event that comes twice counts once', async () => {
  const { connections, heard, last, tell } = setup();
  await waitFor(() => expect(connections).toHaveLength(1));
  expect(last().after).toBe('10');
  tell('11');
  tell('12');
  act(() => last().socket.error(new Error('cut')));
  await waitFor(() => expect(connections).toHaveLength(2));
  expect(last().after).toBe('12');
  tell('12');
  tell('13');
  expect(heard).toEqual(['11', '12', '13']);
});

test('when the log no longer holds what was missed, the page is told to read everything again', async () => {
  const { connections, last, gaps } = setup();
  await waitFor(() => expect(connections).toHaveLength(1));
  act(() => last().socket.error(new CombinedGraphQLErrors({ errors: [{ message: 'gone', extensions: { code: 'CURSOR_TOO_OLD' } }] })));
  await waitFor(() => expect(connections).toHaveLength(2));
  expect(gaps()).toBe(1);
  expect(last().after).toBeNull();
});

test.each([
  ['when the page speaks another language', () => setPageLanguage('zh-CN')],
  ['when the person is signed in again', tellSignedInAgain],
])('%s it is subscribed again at once, after the last event seen', async (_, happens) => {
  setPageLanguage('en');
  const { connections, last, tell, heard, view } = setup();
  await waitFor(() => expect(connections).toHaveLength(1));
  tell('11');
  act(happens);
  expect(connections.map(({ after, socket }) => [after, socket.closed])).toEqual([
    ['10', true],
    ['11', false],
  ]);
  tell('12');
  expect(heard).toEqual(['11', '12']);
  view.unmount();
  act(() => setPageLanguage('en'));
  act(happens);
  expect(connections).toHaveLength(2);
  expect(last().socket.closed).toBe(true);
});

test('nobody listens after the page is left', async () => {
  const { connections, last, view } = setup();
  await waitFor(() => expect(connections).toHaveLength(1));
  view.unmount();
  expect(last().socket.closed).toBe(true);
});
