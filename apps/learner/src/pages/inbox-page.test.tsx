import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { tellReachable } from '@milepost/web/apollo/connection-store.ts';
import { SessionProvider } from '@milepost/web/session/session-context.tsx';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { renderApp } from '@milepost/web/testing/render-app.tsx';
import { buildViewer, sessionIs } from '@milepost/web/testing/session-server.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse, ws } from 'msw';
import { setupServer } from 'msw/node';
import { loaders } from '../i18n/loaders.ts';
import { AppRoutes } from '../router.tsx';

/** The unread count that every socket is told at its opening. */
let unread = 0;
/** Tells the socket another one. */
let tell: (unread: number) => void = () => {};
/** Whether there are older messages than those of the first page. */
let hasOlder = false;
const server = setupServer(
  ws.link('ws://localhost/graphql').addEventListener('connection', ({ client }) => {
    client.addEventListener('message', ({ data }) => {
      const frame = JSON.parse(data as string) as { type: string; id: string; payload?: { operationName?: string } };
      if (frame.type === 'connection_init') client.send(JSON.stringify({ type: 'connection_ack' }));
      if (frame.payload?.operationName !== 'InboxChanged') return;
      tell = (next) => client.send(JSON.stringify({ type: 'next', id: frame.id, payload: { data: { inboxChanged: { unread: next } } } }));
      tell(unread);
    });
  }),
);
beforeAll(() => server.listen());
afterEach(() => {
  server.resetHandlers();
  tellReachable();
  unread = 0;
  hasOlder = false;
});
afterAll(() => server.close());

const build = (overrides: object = {}) => ({
  __typename: 'InboxMessage', id: 'n1', type: 'ASSIGNED', message: '“Safety” was assigned to you.', at: '2027-01-04T10:00:00Z', readAt: null, planId: 'p1', enrollmentId: 'e1', ...overrides,
});

/** Opens the inbox of somebody with these messages; answers what was sent to be read. */
async function open(personId: string, ...messages: readonly object[]) {
  const read: unknown[] = [];
  const answer = async ({ request }: { request: Request }) => {
    const body = (await request.json()) as { operationName: string; variables: { input: unknown } };
    if (body.operationName === 'ReadInbox') {
      read.push(body.variables.input);
      return HttpResponse.json({ data: { readInbox: { __typename: 'InboxState', unread: 0 } } });
    }
    const edges = messages.map((node) => ({ __typename: 'InboxMessageEdge', node, cursor: 'c' }));
    return HttpResponse.json({ data: { inbox: { __typename: 'InboxMessageConnection', edges, pageInfo: { __typename: 'PageInfo', hasNextPage: hasOlder, endCursor: null } } } });
  };
  server.use(sessionIs(buildViewer({ personId })), http.post('*/graphql', answer));
  const view = await renderApp(
    <SessionProvider>
      <AppRoutes />
    </SessionProvider>,
    { loaders, at: '/inbox' },
  );
  return { ...view, read };
}

test('each message leads to what it is about as it is now, and opening it reads it [C18]', async () => {
  unread = 2;
  const { user, container, read } = await open('p-told', build(), build({ id: 'n2', type: 'PLAN_PUBLISHED', message: '“Tea” is new.', enrollmentId: null, planId: 'p2' }), build({ id: 'n3', message: '“Old” was assigned to you.', readAt: '2027-01-04T11:00:00Z', enrollmentId: null }));
  const [assigned, published, gone] = await screen.findAllByRole('article');
  expect(within(published!).getByRole('link', { name: 'Open' })).toHaveAttribute('href', expect.stringContaining('/centre/p2'));
  expect(gone).toHaveTextContent('You do not have this any more.');
  expect(within(gone!).queryByRole('link')).toBeNull();
  expect(await screen.findByRole('link', { name: 'Inbox, 2 unread messages' })).toBeInTheDocument();
  expect(await axeFindings(container)).toEqual([]);
  await user.click(within(assigned!).getByRole('link', { name: 'Open' }));
  await waitFor(() => expect(read).toMatchObject([{ ids: ['n1'] }]));
});

test('all of it can be read at once, and what came meanwhile is offered [C18]', async () => {
  unread = 3;
  const { user, read } = await open('p-all', build());
  expect(await screen.findByRole('button', { name: 'Show 2 new' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Mark all as read' }));
  await waitFor(() => expect(read).toMatchObject([{ ids: null }]));
});

test('what comes is offered also where older ones may be unread further down, and is read out [C18]', async () => {
  unread = 7;
  hasOlder = true;
  await open('p-older', build());
  await screen.findByRole('article');
  await screen.findByRole('link', { name: 'Inbox, 7 unread messages' });
  expect(screen.queryByRole('button', { name: /^Show \d+ new/ })).toBeNull();
  tell(6);
  await screen.findByRole('link', { name: 'Inbox, 6 unread messages' });
  tell(8);
  expect(await screen.findByRole('button', { name: 'Show 2 new' })).toBeInTheDocument();
  expect(await screen.findByText('8 unread messages', { selector: '[role=status]' }, { timeout: 3_000 })).toBeInTheDocument();
});

test('an empty inbox says what would stand here', async () => {
  await open('p-empty');
  expect(await screen.findByText('No messages yet')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Mark all as read' })).toBeNull();
});
