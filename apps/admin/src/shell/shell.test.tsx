import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { SessionProvider } from '@milepost/web/session/session-context.tsx';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { renderApp } from '@milepost/web/testing/render-app.tsx';
import { buildViewer, sessionIs } from '@milepost/web/testing/session-server.ts';
import { act, screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { loaders } from '../i18n/loaders.ts';
import { routes } from '../router.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const all = ['PLAN_READ', 'CONTENT_READ', 'PEOPLE_READ', 'ASSIGNMENT_READ', 'SETTINGS_READ'];

async function openAt(path: string, isAdmin = true, permissions = all) {
  // What the pages say of data is their own tests' matter.
  const noData = http.post('*/graphql', () => HttpResponse.json({ errors: [{ message: 'No data here' }] }));
  server.use(sessionIs(buildViewer({ isAdmin, permissions })), noData);
  const router = createMemoryRouter(routes, { initialEntries: [path] });
  const view = await renderApp(
    <SessionProvider>
      <RouterProvider router={router} />
    </SessionProvider>,
    { loaders, router: false },
  );
  return { ...view, router };
}

test('an admin reaches every section by the navigation, and each page names the document and takes the focus', async () => {
  const { user, container } = await openAt('/');
  const navigation = await screen.findByRole('navigation', { name: 'Main' });
  for (const section of ['Plans', 'Content', 'People', 'Assignments', 'Progress', 'Settings', 'Home']) {
    await user.click(within(navigation).getByRole('link', { name: section }));
    const heading = await screen.findByRole('heading', { level: 1, name: section });
    expect(heading).toHaveFocus();
    expect(document.title).toBe(`${section} · Milepost Admin`);
    expect(within(navigation).getByRole('link', { name: section })).toHaveAttribute('aria-current', 'page');
  }
  expect(await axeFindings(container)).toEqual([]);
});

test('the first stop of the keyboard leads past the navigation', async () => {
  const { user } = await openAt('/plans');
  await screen.findByRole('heading', { level: 1, name: 'Plans' });
  await user.tab();
  expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('main')).toHaveFocus();
});

test('the navigation remembers that it was collapsed, and its links keep their names', async () => {
  const first = await openAt('/');
  await first.user.click(await screen.findByRole('button', { name: 'Collapse navigation' }));
  first.unmount();
  await openAt('/');
  expect(await screen.findByRole('button', { name: 'Expand navigation' })).toHaveAttribute('aria-expanded', 'false');
  expect(screen.getByRole('link', { name: 'Plans' })).toBeInTheDocument();
});

test('a person without an administrator’s rights is shown the way to their own learning', async () => {
  await openAt('/plans', false);
  expect(await screen.findByRole('heading', { name: 'This part is for administrators' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Go to my learning' })).toHaveAttribute('href', '/learn/');
  expect(screen.queryByRole('navigation')).toBeNull();
});

test('a section that one may not see is not offered, and said at once to whoever is sent there, before anything is asked', async () => {
  const { container } = await openAt('/plans/p1', true, ['PEOPLE_READ']);
  expect(await screen.findByText('You have no right to this part')).toBeInTheDocument();
  const navigation = screen.getByRole('navigation', { name: 'Main' });
  expect(within(navigation).getAllByRole('link').map((link) => link.textContent)).toEqual(['Home', 'People', 'Progress']);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByRole('link', { name: 'Go to the start page' })).toHaveAttribute('href', '/');
  expect(await axeFindings(container)).toEqual([]);
});

test('whoever assigns without seeing what others assigned reaches the list of people to assign to, and nothing beside it [U41]', async () => {
  const { router } = await openAt('/assignments/import', true, ['PEOPLE_READ', 'PLAN_ASSIGN']);
  expect(await screen.findByRole('heading', { level: 1, name: 'Assign to the people of a list' })).toBeInTheDocument();
  expect(screen.getByRole('main')).toContainElement(screen.getByRole('combobox', { name: 'Plan' }));
  await act(() => router.navigate('/assignments'));
  expect(await screen.findByText('You have no right to this part')).toBeInTheDocument();
});

test('an address that leads nowhere says so within the app', async () => {
  await openAt('/no/such/page');
  expect(await screen.findByText('Page not found')).toBeInTheDocument();
  expect(screen.getByRole('navigation', { name: 'Main' })).toBeInTheDocument();
});

test('the person’s menu switches the language at once, by keyboard alone', async () => {
  const { user } = await openAt('/plans');
  const corner = await screen.findByRole('button', { name: 'Account: Mia Chen' });
  corner.focus();
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('menuitemradio', { name: '简体中文' }));
  expect(await screen.findByRole('heading', { level: 1, name: '计划' })).toBeInTheDocument();
  expect(document.documentElement.lang).toBe('zh-CN');
});
