import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { waitFor } from '@testing-library/dom';
import { ws } from 'msw';
import { setupServer } from 'msw/node';
import { setPageLanguage } from '../i18n/page-language.ts';
import { onSessionExpired } from '../session/session-signal.ts';
import { connectionState, onComeback } from './connection-store.ts';
import { makeLiveSocket } from './live-socket.ts';

interface Frame {
  type: string;
  id?: string;
  payload?: unknown;
}
const frames: Frame[] = [];
const sockets: { cut(code: number): void; tell(frame: object): void; closed?: number }[] = [];
const link = ws.link('ws://localhost/graphql');
const server = setupServer(
  link.addEventListener('connection', ({ client }) => {
    const tell = (frame: object) => client.send(JSON.stringify(frame));
    const socket: (typeof sockets)[number] = { cut: (code) => client.close(code, 'cut'), tell };
    sockets.push(socket);
    client.addEventListener('close', ({ code }) => (socket.closed = code));
    client.addEventListener('message', (event) => {
      const frame = JSON.parse(event.data as string) as Frame;
      frames.push(frame);
      if (frame.type === 'connection_init') tell({ type: 'connection_ack' });
      if (frame.type === 'subscribe') tell({ id: frame.id, type: 'next', payload: { data: { changed: { cursor: '1' } } } });
    });
  }),
);
beforeAll(() => server.listen());
beforeEach(() => {
  frames.length = 0;
  sockets.length = 0;
});
afterEach(() => void jest.useRealTimers());
afterAll(() => server.close());

/** Subscribes, and waits for the first event. */
async function listen(live: ReturnType<typeof makeLiveSocket>) {
  const heard: unknown[] = [];
  const ended: unknown[] = [];
  const stop = live.subscribe({ documentId: 'd', operationName: 'Changed', variables: {} }, { next: ({ data }) => heard.push(data), error: ({ errors, cause }) => ended.push(errors ?? cause.message), complete: () => ended.push('complete') });
  await waitFor(() => expect(heard).toHaveLength(1));
  return { heard, ended, stop };
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
  sockets[0]!.cut(4290);
  await waitFor(() => expect(ended).toEqual(['The socket closed (4290).']));
  const again = await listen(live);
  expect(frames.filter((frame) => frame.type === 'subscribe')).toHaveLength(2);
  again.stop();
});

test('who subscribes anew because the socket is back is begun once', async () => {
  const live = makeLiveSocket('ws://localhost/graphql');
  await listen(live);
  sockets[0]!.cut(4290);
  await waitFor(() => expect(connectionState()).not.toBe('WHOLE'));
  frames.length = 0;
  const request = { documentId: 'd', operationName: 'Changed', variables: {} };
  const heard: unknown[] = [];
  const sink = { next: ({ data }: { data?: unknown }) => heard.push(data), error: () => {}, complete: () => {} };
  let stop = live.subscribe(request, sink);
  const deaf = onComeback(() => {
    stop();
    stop = live.subscribe(request, sink);
  });
  await waitFor(() => expect(heard.length).toBeGreaterThan(0));
  deaf();
  stop();
  const begun = frames.filter((frame) => frame.type === 'subscribe').map((frame) => frame.id);
  expect(begun).toEqual([...new Set(begun)]);
  expect(begun).toContain('2');
});

test('a subscription ends as the server says: refused with its reasons, or complete', async () => {
  const live = makeLiveSocket('ws://localhost/graphql');
  const [refused, done] = [await listen(live), await listen(live)];
  const ids = frames.filter((frame) => frame.type === 'subscribe').map((frame) => frame.id);
  sockets[0]!.tell({ id: ids[0], type: 'error', payload: [{ message: 'gone', extensions: { code: 'CURSOR_TOO_OLD' } }] });
  sockets[0]!.tell({ id: ids[1], type: 'complete' });
  await waitFor(() => expect(done.ended).toEqual(['complete']));
  expect(refused.ended).toEqual([[{ message: 'gone', extensions: { code: 'CURSOR_TOO_OLD' } }]]);
});

test('an ended sign-in is told, and is no broken line', async () => {
  let told = 0;
  const deaf = onSessionExpired(() => (told += 1));
  const { ended } = await listen(makeLiveSocket('ws://localhost/graphql'));
  sockets[0]!.cut(4401);
  await waitFor(() => expect(ended).toHaveLength(1));
  deaf();
  expect([told, connectionState()]).toEqual([1, 'ONLINE']);
});

test('a ping is answered', async () => {
  const { stop } = await listen(makeLiveSocket('ws://localhost/graphql'));
  sockets[0]!.tell({ type: 'ping' });
  await waitFor(() => expect(frames.at(-1)).toEqual({ type: 'pong' }));
  stop();
});

/** Lets time go by that is not waited for, from before a socket is opened. */
const timePasses = () => jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'performance'] });

test('a server that does not even answer a ping is left: a dead line would never tell', async () => {
  timePasses();
  const { heard, ended } = await listen(makeLiveSocket('ws://localhost/graphql'));
  jest.advanceTimersByTime(15_000);
  await waitFor(() => expect(frames.at(-1)).toEqual({ type: 'ping' }));
  sockets[0]!.tell({ type: 'pong' });
  sockets[0]!.tell({ id: frames.find((frame) => frame.type === 'subscribe')?.id, type: 'next', payload: {} });
  await waitFor(() => expect(heard).toHaveLength(2));
  jest.advanceTimersByTime(15_000);
  expect(ended).toEqual([]);
  jest.advanceTimersByTime(15_000);
  expect(ended).toEqual(['The socket closed (4499).']);
  expect(connectionState()).toBe('RECONNECTING');
});

test('nobody listens any more: the socket closes after a while, unless somebody listens again before', async () => {
  timePasses();
  const live = makeLiveSocket('ws://localhost/graphql');
  const first = await listen(live);
  first.stop();
  jest.advanceTimersByTime(4_000);
  const second = await listen(live);
  jest.advanceTimersByTime(4_000);
  expect(sockets).toHaveLength(1);
  second.stop();
  jest.advanceTimersByTime(5_000);
  await waitFor(() => expect(sockets[0]!.closed).toBe(1000));
  await listen(live);
  expect(sockets).toHaveLength(2);
});
