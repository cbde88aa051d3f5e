import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { Route, Routes } from 'react-router';
import { axeFindings } from '../testing/axe.ts';
import { renderApp } from '../testing/render-app.tsx';
import { answers, buildViewer, sessionIs } from '../testing/session-server.ts';
import { LinkPage } from './link-page.tsx';
import { ProfilePage } from './profile-page.tsx';
import { RequireSession } from './require-session.tsx';
import { SessionProvider } from './session-context.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const linkIs = (body: object | null) => http.get('*/api/session/link', () => (body ? HttpResponse.json(body) : new HttpResponse(null, { status: 204 })));
const invitation = { kind: 'INVITATION', displayName: 'Mia Chen', login: 'E-1042' };
const linkApp = (
  <SessionProvider>
    <Routes>
      <Route path="/welcome" element={<LinkPage home="/" />} />
      <Route path="/" element={<h1>Home</h1>} />
    </Routes>
  </SessionProvider>
);
const good = 'correct horse battery';

test('an invitation leads to a password, and from there home, signed in', async () => {
  const accept = answers('/accept-invitation', { status: 200 });
  server.use(sessionIs(null), linkIs(invitation), accept.handler);
  const { user, container } = await renderApp(linkApp, { at: '/welcome?token=abc' });
  expect(await screen.findByRole('heading', { name: 'Welcome, Mia Chen' })).toBeInTheDocument();
  expect(await axeFindings(container)).toEqual([]);
  await user.type(screen.getByLabelText('New password'), good);
  await user.type(screen.getByLabelText('New password again'), good);
  server.use(sessionIs(buildViewer()));
  await user.click(screen.getByRole('button', { name: 'Set password and sign in' }));
  expect(await screen.findByRole('heading', { name: 'Home' })).toBeInTheDocument();
  expect(accept.sent).toEqual([{ token: 'abc', password: good }]);
});

test('a short password or two different ones are told before anything is sent', async () => {
  const reset = answers('/reset-password', { status: 200 });
  server.use(sessionIs(null), linkIs({ ...invitation, kind: 'RESET' }), reset.handler);
  const { user } = await renderApp(linkApp, { at: '/welcome?token=abc' });
  await user.type(await screen.findByLabelText('New password'), 'short');
  await user.type(screen.getByLabelText('New password again'), 'other');
  await user.click(screen.getByRole('button', { name: 'Set password and sign in' }));
  expect(screen.getByText('Use at least 12 characters.')).toBeVisible();
  expect(screen.getByText('The two are not the same.')).toBeVisible();
  expect(reset.sent).toEqual([]);
});

test('a link that was used, before or meanwhile, says so and what to do', async () => {
  server.use(sessionIs(null), linkIs(null));
  const first = await renderApp(linkApp, { at: '/welcome?token=abc' });
  expect(await screen.findByRole('heading', { name: 'This link no longer works' })).toBeInTheDocument();
  first.unmount();
  server.use(linkIs(invitation), answers('/accept-invitation', { status: 410 }).handler);
  const { user } = await renderApp(linkApp, { at: '/welcome?token=abc' });
  await user.type(await screen.findByLabelText('New password'), good);
  await user.type(screen.getByLabelText('New password again'), good);
  await user.click(screen.getByRole('button', { name: 'Set password and sign in' }));
  expect(await screen.findByText(/Ask your administrator for a new one/)).toBeVisible();
});

const profile = (
  <SessionProvider>
    <RequireSession>
      <ProfilePage />
    </RequireSession>
  </SessionProvider>
);

test('the profile names the person’s zone and that this device is set to another', async () => {
  server.use(sessionIs(buildViewer({ timeZone: 'Pacific/Kiritimati' })));
  const { container } = await renderApp(profile);
  expect(await screen.findByText(/Pacific\/Kiritimati/)).toBeInTheDocument();
  expect(screen.getByText(/This device is set to another zone/)).toBeInTheDocument();
  expect(await axeFindings(container)).toEqual([]);
});

test('a password is changed by who knows the current one; otherwise nothing changes and it is said', async () => {
  const change = answers('/change-password', { status: 400, body: { code: 'WRONG_PASSWORD' } }, { status: 200 });
  server.use(sessionIs(buildViewer()), change.handler);
  const { user } = await renderApp(profile);
  await user.type(await screen.findByLabelText('Current password'), 'old');
  await user.type(screen.getByLabelText('New password'), good);
  await user.type(screen.getByLabelText('New password again'), good);
  await user.click(screen.getByRole('button', { name: 'Change password' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The current password is wrong. Nothing was changed.');
  await user.click(screen.getByRole('button', { name: 'Change password' }));
  expect(await screen.findByText('Your password is changed.')).toBeVisible();
  expect(screen.getByLabelText('New password')).toHaveValue('');
});

test('signing out everywhere ends here too', async () => {
  server.use(sessionIs(buildViewer()), answers('/sign-out-everywhere', { status: 200 }).handler);
  const { user } = await renderApp(profile);
  await user.click(await screen.findByRole('button', { name: 'Sign out everywhere' }));
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
});

test('language and colours are switched on the profile and remembered', async () => {
  server.use(sessionIs(buildViewer()));
  const { user } = await renderApp(profile);
  await user.selectOptions(await screen.findByLabelText('Language'), 'zh-CN');
  expect(await screen.findByRole('heading', { name: '我的资料' })).toBeInTheDocument();
  await user.selectOptions(screen.getByLabelText('配色'), 'dark');
  expect(document.documentElement).toHaveAttribute('data-mantine-color-scheme', 'dark');
  expect(localStorage.getItem('milepost.language')).toBe('zh-CN');
});
