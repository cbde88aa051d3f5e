import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { onComeback } from '../apollo/connection-store.ts';
import { renderApp } from '../testing/render-app.tsx';
import { answers, buildViewer, sessionIs } from '../testing/session-server.ts';
import { Dialog } from '../ui/dialog.tsx';
import { RequireSession } from './require-session.tsx';
import { SessionProvider, useSession } from './session-context.tsx';
import { tellSessionExpired } from './session-signal.ts';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

function Page() {
  const { leave } = useSession();
  return (
    <>
      <input aria-label="Plan name" />
      <button type="button" onClick={() => void leave()}>
        Sign out
      </button>
    </>
  );
}
const app = (
  <SessionProvider>
    <RequireSession>
      <Page />
    </RequireSession>
  </SessionProvider>
);

async function expireWhileTyping() {
  const view = await renderApp(app);
  await view.user.type(await screen.findByLabelText('Plan name'), 'Information security 2027');
  act(() => tellSessionExpired());
  const dialog = await screen.findByRole('dialog', { name: 'You were signed out' });
  return { ...view, dialog };
}

test('an ended sign-in brings a dialog over the page, and signing in again loses nothing typed', async () => {
  const signIn = answers('/sign-in', { status: 200, body: { viewer: buildViewer() } });
  server.use(sessionIs(buildViewer()), signIn.handler);
  const { user, dialog } = await expireWhileTyping();
  let askedAgain = 0;
  const deaf = onComeback(() => (askedAgain += 1));
  expect(within(dialog).getByLabelText('E-mail or employee number')).toHaveValue('mia@example.com');
  await user.type(within(dialog).getByLabelText('Password'), 'correct horse battery');
  await user.click(within(dialog).getByRole('button', { name: 'Sign in' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByLabelText('Plan name')).toHaveValue('Information security 2027');
  expect(signIn.sent).toEqual([{ login: 'mia@example.com', password: 'correct horse battery', organizationId: 'o1' }]);
  expect(askedAgain).toBe(1);
  deaf();
});

test('a dialog that was open stays open beneath it: Escape does not reach it', async () => {
  let closed = 0;
  const signIn = answers('/sign-in', { status: 200, body: { viewer: buildViewer() } });
  server.use(sessionIs(buildViewer()), signIn.handler);
  const { user } = await renderApp(
    <SessionProvider>
      <RequireSession>
        <Dialog opened onClose={() => (closed += 1)} title="New plan">
          <input aria-label="Plan name" />
        </Dialog>
      </RequireSession>
    </SessionProvider>,
  );
  await user.type(await screen.findByLabelText('Plan name'), 'Information security 2027');
  act(() => tellSessionExpired());
  const dialog = await screen.findByRole('dialog', { name: 'You were signed out' });
  await waitFor(() => expect(within(dialog).getByLabelText('Password')).toHaveFocus());
  await user.keyboard('{Escape}');
  expect(closed).toBe(0);
  await user.keyboard('correct horse battery{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'You were signed out' })).toBeNull());
  expect(screen.getByLabelText('Plan name')).toHaveValue('Information security 2027');
  await user.keyboard('{Escape}');
  expect(closed).toBe(1);
});

test('another person cannot slip into the open page of the first', async () => {
  const other = buildViewer({ personId: 'p2', displayName: 'Kofi' });
  server.use(sessionIs(buildViewer()), answers('/sign-in', { status: 200, body: { viewer: other } }).handler);
  const { user, dialog } = await expireWhileTyping();
  await user.type(within(dialog).getByLabelText('Password'), 'correct horse battery');
  await user.click(within(dialog).getByRole('button', { name: 'Sign in' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('Sign in as Mia Chen');
  expect(screen.getByRole('dialog')).toBeInTheDocument();
});

test('signing out by wish leads to the sign-in and says so', async () => {
  server.use(sessionIs(buildViewer()), answers('/sign-out', { status: 200 }).handler);
  const { user } = await renderApp(app);
  await user.click(await screen.findByRole('button', { name: 'Sign out' }));
  expect(await screen.findByText('You are signed out.')).toBeInTheDocument();
  expect(screen.queryByLabelText('Plan name')).toBeNull();
});

test('coming back to a page after a while finds an ended sign-in before anything is sent, and keeps what was typed', async () => {
  server.use(sessionIs(buildViewer()));
  const { user } = await renderApp(app);
  await user.type(await screen.findByLabelText('Plan name'), 'Information security 2027');
  server.use(sessionIs(null));
  const later = Date.now() + 6 * 60_000;
  const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  expect(await screen.findByRole('dialog', { name: 'You were signed out' })).toBeInTheDocument();
  clock.mockRestore();
  expect(screen.getByLabelText('Plan name')).toHaveValue('Information security 2027');
});

test('who has signed in again in another window goes on without doing it twice; another person there changes nothing', async () => {
  server.use(sessionIs(buildViewer()));
  await expireWhileTyping();
  server.use(sessionIs(buildViewer({ personId: 'p2', displayName: 'Kofi' })));
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  await act(async () => void (await fetch('http://localhost/api/session')));
  expect(screen.getByRole('dialog', { name: 'You were signed out' })).toBeInTheDocument();
  server.use(sessionIs(buildViewer()));
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByLabelText('Plan name')).toHaveValue('Information security 2027');
});
