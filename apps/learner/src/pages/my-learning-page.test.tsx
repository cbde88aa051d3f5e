import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { tellReachable } from '@milepost/web/apollo/connection-store.ts';
import { SessionProvider } from '@milepost/web/session/session-context.tsx';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { renderApp } from '@milepost/web/testing/render-app.tsx';
import { buildViewer, sessionIs } from '@milepost/web/testing/session-server.ts';
import { screen, within } from '@testing-library/react';
import { http, HttpResponse, ws } from 'msw';
import { setupServer } from 'msw/node';
import { loaders } from '../i18n/loaders.ts';
import { AppRoutes } from '../router.tsx';

const server = setupServer(ws.link('ws://localhost/graphql').addEventListener('connection', () => {}));
beforeAll(() => server.listen());
afterEach(() => {
  server.resetHandlers();
  tellReachable();
});
afterAll(() => server.close());

const empty = () => HttpResponse.json({ data: { myLearning: { __typename: 'MyLearning', cursor: '1', plans: [] } } });

/** Each test signs in as someone of their own: what a person has seen is remembered while the app runs. */
function open(personId: string, answer: () => Response | Promise<Response>) {
  server.use(sessionIs(buildViewer({ personId })), http.post('*/graphql', answer));
  return renderApp(
    <SessionProvider>
      <AppRoutes />
    </SessionProvider>,
    { loaders, at: '/my-learning' },
  );
}

test('one’s learning stands in the form that it will have while it is on its way', async () => {
  const { container } = await open('p-waits', () => new Promise(() => {}));
  expect(await screen.findByRole('heading', { level: 1, name: 'My learning' })).toBeInTheDocument();
  expect(container.querySelector('[aria-busy]')).not.toBeNull();
  expect(screen.queryByText('Nothing to learn right now')).toBeNull();
});

test.each([
  ['could not be read', 'p-fails', () => HttpResponse.json({ errors: [{ message: 'x', extensions: { traceId: 'trace-7' } }] }), /could not be loaded.*Nothing was changed or lost.*trace-7/],
  ['cannot be reached', 'p-offline', () => HttpResponse.error(), /No connection.*Nothing was changed or lost/],
])('it says what happened when it %s; asked again, it is there, and empty it says what will happen', async (_, personId, fails, says) => {
  const { user, container } = await open(personId, fails);
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent(says);
  server.use(http.post('*/graphql', empty));
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Nothing to learn right now')).toBeInTheDocument();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(await axeFindings(container)).toEqual([]);
});
