import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { axeFindings } from '../testing/axe.ts';
import { renderApp } from '../testing/render-app.tsx';
import { answers, buildViewer, sessionIs } from '../testing/session-server.ts';
import { RequireSession } from './require-session.tsx';
import { SessionProvider, useViewer } from './session-context.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

function Page() {
  return <h1>Plans of {useViewer().displayName}</h1>;
}
const app = (
  <SessionProvider>
    <RequireSession>
      <Page />
    </RequireSession>
  </SessionProvider>
);
const viewer = buildViewer();

async function fillIn(user: Awaited<ReturnType<typeof renderApp>>['user'], password = 'correct horse battery') {
  await user.type(await screen.findByLabelText('E-mail or employee number'), ' mia@example.com ');
  await user.type(screen.getByLabelText('Password'), password);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

test('who is signed in sees the page', async () => {
  server.use(sessionIs(viewer));
  await renderApp(app);
  expect(await screen.findByRole('heading', { name: 'Plans of Mia Chen' })).toBeInTheDocument();
});

test('who is not signs in at the address they wanted, and lands there', async () => {
  const signIn = answers('/sign-in', { status: 200, body: { viewer } });
  server.use(sessionIs(null), signIn.handler);
  const { user, address, container } = await renderApp(app, { at: '/plans/7?tab=people' });
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
  expect(await axeFindings(container)).toEqual([]);
  expect(document.title).toBe('Sign in · Milepost');
  await fillIn(user);
  expect(await screen.findByRole('heading', { name: 'Plans of Mia Chen' })).toBeInTheDocument();
  expect(address()).toBe('/plans/7?tab=people');
  expect(signIn.sent).toEqual([{ login: 'mia@example.com', password: 'correct horse battery' }]);
});

test('a wrong password is told without saying which part was wrong, and keeps what was typed', async () => {
  server.use(sessionIs(null), answers('/sign-in', { status: 401, body: { code: 'WRONG_CREDENTIALS' } }).handler);
  const { user } = await renderApp(app);
  await fillIn(user);
  expect(await screen.findByRole('alert')).toHaveTextContent('This does not match any account');
  expect(screen.getByLabelText('E-mail or employee number')).toHaveValue(' mia@example.com ');
  expect(screen.getByLabelText('Password')).toHaveFocus();
});

test('too many tries says how long to wait', async () => {
  server.use(sessionIs(null), answers('/sign-in', { status: 429, body: { code: 'TOO_MANY_TRIES', retryAfterSeconds: 610 } }).handler);
  const { user } = await renderApp(app, { language: 'en' });
  await fillIn(user);
  expect(await screen.findByRole('alert')).toHaveTextContent('Wait 11 minutes');
});

test('a person of several organizations chooses one, and signs in with it', async () => {
  const signIn = answers(
    '/sign-in',
    { status: 409, body: { code: 'CHOOSE_ORGANIZATION', organizations: [{ id: 'o1', name: 'Northwind' }, { id: 'o2', name: '北方物流' }] } },
    { status: 200, body: { viewer } },
  );
  server.use(sessionIs(null), signIn.handler);
  const { user } = await renderApp(app);
  await fillIn(user);
  await user.click(await screen.findByRole('button', { name: '北方物流' }));
  expect(await screen.findByRole('heading', { name: 'Plans of Mia Chen' })).toBeInTheDocument();
  expect(signIn.sent[1]).toEqual({ login: 'mia@example.com', password: 'correct horse battery', organizationId: 'o2' });
});

test('empty fields are named and nothing is sent', async () => {
  const signIn = answers('/sign-in', { status: 200, body: { viewer } });
  server.use(sessionIs(null), signIn.handler);
  const { user } = await renderApp(app);
  await user.click(await screen.findByRole('button', { name: 'Sign in' }));
  expect(screen.getByLabelText('E-mail or employee number')).toHaveAccessibleDescription('Fill this in.');
  expect(screen.getByLabelText('E-mail or employee number')).toHaveFocus();
  expect(signIn.sent).toEqual([]);
});

test('an unreachable server is no sign-out: it says so and tries again', async () => {
  server.use(http.get('*/api/session', () => HttpResponse.error(), { once: true }), sessionIs(viewer));
  const { user } = await renderApp(app);
  expect(await screen.findByRole('alert')).toHaveTextContent('No connection');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'Plans of Mia Chen' })).toBeInTheDocument();
});

test('sign-in speaks Chinese to who asked for it, and the person’s own language afterwards', async () => {
  server.use(sessionIs(null), answers('/sign-in', { status: 200, body: { viewer: buildViewer({ locale: 'en' }) } }).handler);
  const { user, i18n } = await renderApp(app, { language: 'zh-CN' });
  await user.type(await screen.findByLabelText('电子邮箱或工号'), 'mia@example.com');
  await user.type(screen.getByLabelText('密码'), 'correct horse battery');
  await user.click(screen.getByRole('button', { name: '登录' }));
  await screen.findByRole('heading', { name: 'Plans of Mia Chen' });
  expect(i18n.language).toBe('en');
  expect(document.documentElement.lang).toBe('en');
});
