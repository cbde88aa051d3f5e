import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { execute } from '@apollo/client/link';
import { ApolloClient, gql, InMemoryCache } from '@apollo/client';
import { waitFor } from '@testing-library/dom';
import { ws } from 'msw';
import { setupServer } from 'msw/node';
import { setPageLanguage } from '../i18n/page-language.ts';
import { makeLiveSocket } from './live-socket.ts';
import { makeWsLink } from './ws-link.ts';

interface Frame {
  type: string;
  id?: string;
  payload?: unknown;
}
const frames: Frame[] = [];
const sockets: { cut(): void }[] = [];
const socket = ws.link('ws://localhost/graphql');
const server = setupServer(
  socket.addEventListener('connection', ({ client }) => {
    sockets.push({ cut: () => client.close(4290, 'too slow') });
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
beforeEach(() => {
  frames.length = 0;
  sockets.length = 0;
});

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

/** Subscribes, and waits for the first event. */
async function listen(live: ReturnType<typeof makeLiveSocket>) {
  const heard: unknown[] = [];
  const ended: string[] = [];
  const stop = live.subscribe({ documentId: 'd', operationName: 'Changed', variables: {} }, { next: ({ data }) => heard.push(data), error: ({ cause }) => ended.push(cause.message), complete: () => {} });
  await waitFor(() => expect(heard).toHaveLength(1));
  return { ended, stop };
}
const languagesAsked = () => frames.filter((frame) => frame.type === 'connection_init').map((frame) => frame.payload);

test('who subscribes after the page has changed its language is answered in it, by a socket of its own', async () => {
  const live = makeLiveSocket('ws://localhost/graphql');
  setPageLanguage('en');
  const first = await listen(live);
  const second = await listen(live);
  setPageLanguage('zh-CN');
  const third = await listen(live);
  expect(languagesAsked()).toEqual([{ acceptLanguage: 'en' }, { acceptLanguage: 'zh-CN' }]);
  expect([first, second, third].flatMap(({ ended }) => ended)).toEqual([]);
  for (const { stop } of [first, second, third]) stop();
});

test('a cut socket ends its subscriptions, and does not begin them anew as at first: what was seen since would come twice', async () => {
  const live = makeLiveSocket('ws://localhost/graphql');
  const { ended } = await listen(live);
  sockets[0]!.cut();
  await waitFor(() => expect(ended).toEqual(['The socket closed (4290).']));
  const again = await listen(live);
  expect(frames.filter((frame) => frame.type === 'subscribe')).toHaveLength(2);
  again.stop();
});
