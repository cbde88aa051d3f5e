import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execute } from '@apollo/client/link';
import { ApolloClient, gql, InMemoryCache } from '@apollo/client';
import { waitFor } from '@testing-library/dom';
import { ws } from 'msw';
import { setupServer } from 'msw/node';
import { makeLiveSocket } from './live-socket.ts';
import { makeWsLink } from './ws-link.ts';

interface Frame {
  type: string;
  id?: string;
  payload?: unknown;
}
const frames: Frame[] = [];
const socket = ws.link('ws://localhost/graphql');
const server = setupServer(
  socket.addEventListener('connection', ({ client }) => {
    client.addEventListener('message', (event) => {
      const frame = JSON.parse(event.data as string) as Frame;
      frames.push(frame);
      if (frame.type === 'connection_init') client.send(JSON.stringify({ type: 'connection_ack' }));
      if (frame.type === 'subscribe') client.send(JSON.stringify({ id: frame.id, type: 'next', payload: { data: { changed: { cursor: '1' } } } }));
    });
  }),
);
beforeAll(() => server.listen());
afterAll(() => server.close());

test('a subscription sends the id of its trusted document, never its text, and is completed when nobody listens', async () => {
  const document = Object.assign(gql`subscription Changed($planId: ID!) { changed(planId: $planId) { cursor } }`, { __meta__: { id: 'hash-of-changed' } });
  const link = makeWsLink(makeLiveSocket('ws://localhost/graphql'));
  const client = new ApolloClient({ cache: new InMemoryCache(), link });
  const heard: unknown[] = [];
  const subscription = execute(link, { query: document, variables: { planId: 'p1' } }, { client }).subscribe((result) => heard.push(result.data));
  await waitFor(() => expect(heard).toEqual([{ changed: { cursor: '1' } }]));
  const sent = frames.find((frame) => frame.type === 'subscribe');
  expect(sent?.payload).toEqual({ query: '', operationName: 'Changed', variables: { planId: 'p1' }, extensions: { documentId: 'hash-of-changed' } });
  subscription.unsubscribe();
  await waitFor(() => expect(frames.at(-1)).toMatchObject({ type: 'complete', id: sent?.id }));
});
