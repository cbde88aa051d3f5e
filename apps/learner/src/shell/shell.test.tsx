import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { tellReachable, tellUnreachable } from '@milepost/web/apollo/connection-store.ts';
import { SessionProvider } from '@milepost/web/session/session-context.tsx';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { renderApp } from '@milepost/web/testing/render-app.tsx';
import { buildViewer, sessionIs } from '@milepost/web/testing/session-server.ts';
import { act, screen, within } from '@testing-library/react';
import { ws } from 'msw';
import { setupServer } from 'msw/node';
import { loaders } from '../i18n/loaders.ts';
import { AppRoutes } from '../router.tsx';

const server = setupServer(ws.link('ws://localhost/graphql').addEventListener('connection', () => {}));
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

async function openAt(path: string) {
  server.use(sessionIs(buildViewer()));
  return renderApp(
    <SessionProvider>
      <AppRoutes />
    </SessionProvider>,
    { loaders, at: path },
  );
}

test('a learner walks between the places of the app, and the focus goes with them', async () => {
  const { user, container } = await openAt('/');
  expect(await screen.findByRole('heading', { level: 1, name: 'Hello, Mia Chen' })).toBeInTheDocument();
  const navigation = screen.getByRole('navigation', { name: 'Main' });
  await user.click(within(navigation).getByRole('link', { name: 'My learning' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'My learning' })).toHaveFocus();
  await user.click(within(navigation).getByRole('link', { name: 'Profile' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'My profile' })).toHaveFocus();
  expect(document.title).toBe('My profile · Milepost');
  expect(await axeFindings(container)).toEqual([]);
});

test('a cut connection is told while it lasts, and its return too', async () => {
  await openAt('/');
  await screen.findByRole('heading', { level: 1 });
  act(() => tellUnreachable());
  expect(screen.getByText(/You are offline/)).toBeInTheDocument();
  act(() => tellReachable());
  expect(screen.queryByText(/You are offline/)).toBeNull();
  expect(screen.getByText(/Connected again/)).toBeInTheDocument();
});

test('an address that leads nowhere leads home', async () => {
  const { user, address } = await openAt('/no/such/page');
  await user.click(await screen.findByRole('link', { name: 'Go to the start page' }));
  expect(address()).toBe('/');
});
