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

const offer = (name: string, more: object = {}) => ({
  __typename: 'LearningOffer', id: name, kind: 'COURSE', name, summary: `About ${name}`, since: '2026-11-01T00:00:00.000Z', catalogs: [{ __typename: 'Named', id: 'c1', name: 'Growing' }], mine: null, ...more,
});
const page = (...offers: object[]) =>
  HttpResponse.json({
    data: {
      learningCentre: {
        __typename: 'LearningCentre',
        total: offers.length,
        cursor: '1',
        edges: offers.map((node, index) => ({ __typename: 'LearningOfferEdge', cursor: String(index), node })),
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        facets: {
          __typename: 'OfferFacets',
          kinds: offers.length > 0 ? [{ __typename: 'OfferFacet', value: 'COURSE', count: offers.length }] : [],
          catalogs: offers.length > 0 ? [{ __typename: 'OfferFacet', value: 'c1', name: 'Growing', count: offers.length }] : [],
          mine: 0,
          notMine: offers.length,
        },
      },
    },
  });

function open(personId: string, answer: (variables: { filter: object }) => Response | Promise<Response>, at = '/centre') {
  server.use(
    sessionIs(buildViewer({ personId })),
    http.post('*/graphql', async ({ request }) => answer(((await request.json()) as { variables: { filter: object } }).variables)),
  );
  return renderApp(
    <SessionProvider>
      <AppRoutes />
    </SessionProvider>,
    { loaders, at },
  );
}

test('cards say what can be found and where one stands in it; chosen chips stand in the address, also when nothing is left of them', async () => {
  const asked: object[] = [];
  const { user, container, address } = await open('p-cards', ({ filter }) => {
    asked.push(filter);
    const isChosen = (filter as { kinds: unknown }).kinds !== null;
    return isChosen ? page() : page(offer('Feedback'), offer('Writing', { mine: { __typename: 'OwnStanding', enrollmentId: 'e1', status: 'IN_PROGRESS', progress: 0.5 } }));
  });
  const card = (await screen.findByRole('link', { name: 'Writing' })).closest('article')!;
  expect(within(card).getByText('In progress')).toBeInTheDocument();
  expect(await axeFindings(container)).toEqual([]);
  await user.click(within(screen.getByRole('group', { name: 'Kind' })).getByRole('button', { name: 'Course 2' }));
  expect(await screen.findByText('Nothing matches')).toBeInTheDocument();
  expect(address()).toBe('/centre?kind=COURSE');
  expect(asked.at(-1)).toMatchObject({ kinds: ['COURSE'], mine: null });
  await user.click(within(screen.getByRole('group', { name: 'Kind' })).getByRole('button', { name: 'Course 0' }));
  expect(await screen.findByRole('link', { name: 'Feedback' })).toBeInTheDocument();
});

test('nothing to find says what will appear; what could not be read can be asked for again', async () => {
  const { user } = await open('p-fails', () => HttpResponse.error());
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('No connection');
  server.use(http.post('*/graphql', () => page()));
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Nothing to discover yet')).toBeInTheDocument();
});

test('what cannot be found says so, and leads back', async () => {
  await open('p-gone', () => HttpResponse.json({ data: { learningOffer: null } }), '/centre/x');
  expect(await screen.findByRole('heading', { level: 1, name: 'Not on offer' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'To the Learning centre' })).toHaveAttribute('href', '/centre');
});
