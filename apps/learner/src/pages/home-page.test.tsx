import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { SessionProvider } from '@milepost/web/session/session-context.tsx';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { renderApp } from '@milepost/web/testing/render-app.tsx';
import { buildViewer, sessionIs } from '@milepost/web/testing/session-server.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse, ws } from 'msw';
import { setupServer } from 'msw/node';
import { loaders } from '../i18n/loaders.ts';
import { AppRoutes } from '../router.tsx';
import type { PlanCardFragment } from '../features/my-learning/plan-card.generated.ts';

interface Frame {
  type: string;
  id?: string;
  payload?: { operationName?: string; variables?: { after?: string } };
}

let subscribed: { id: string; after: string | undefined; tell(cursor: string): void } | undefined;
const socket = ws.link('ws://localhost/graphql');
const server = setupServer(
  socket.addEventListener('connection', ({ client }) => {
    client.addEventListener('message', (event) => {
      const frame = JSON.parse(event.data as string) as Frame;
      if (frame.type === 'connection_init') client.send(JSON.stringify({ type: 'connection_ack' }));
      if (frame.type !== 'subscribe' || !frame.id) return;
      const { id } = frame;
      const tell = (cursor: string) =>
        client.send(JSON.stringify({ id, type: 'next', payload: { data: { myLearningChanged: { __typename: 'MyLearningChange', cursor, enrollmentIds: ['e2'] } } } }));
      subscribed = { id, after: frame.payload?.variables?.after, tell };
    });
  }),
);
beforeAll(() => server.listen());
afterEach(() => {
  server.resetHandlers();
  subscribed = undefined;
});
afterAll(() => server.close());

const plan = (overrides: Partial<PlanCardFragment>): PlanCardFragment => ({
  __typename: 'LearnerPlan',
  cover: null,
  enrollmentId: 'e1',
  planId: 'p1',
  name: 'Information security',
  status: 'IN_PROGRESS',
  progress: 0.4,
  due: null,
  overdue: false,
  completedOn: null,
  minutesLeft: 80,
  inactiveNote: null,
  next: { __typename: 'LearnerNext', kind: 'COURSE', learningObjectId: 'c1', name: 'Phishing', milestoneName: 'Basics', opensOn: null },
  ...overrides,
});

/** Each test signs in as someone of their own: what a person has seen is remembered while the app runs. */
async function openHome(personId: string, answers: () => PlanCardFragment[] | null, planTerms: Record<string, string> = {}) {
  let reads = 0;
  server.use(
    sessionIs(buildViewer({ personId, organization: { id: 'o1', name: 'Northwind', planTerms, accentColor: null } })),
    http.post('*/graphql', () => {
      reads += 1;
      const plans = answers();
      if (!plans) return HttpResponse.json({ errors: [{ message: 'x', extensions: { traceId: 'trace-7' } }] }, { status: 500 });
      return HttpResponse.json({ data: { myLearning: { __typename: 'MyLearning', cursor: `c${reads}`, plans } } });
    }),
  );
  const app = await renderApp(
    <SessionProvider>
      <AppRoutes />
    </SessionProvider>,
    { loaders, at: '/' },
  );
  return { ...app, reads: () => reads };
}

test('a learner goes on where they stopped by one button, and sees what is overdue, what is due and what to start', async () => {
  const soon = new Date(Date.now() + 3 * 86_400_000);
  const due = { __typename: 'EffectiveDue' as const, date: soon.toISOString().slice(0, 10), endsAt: soon.toISOString(), timeZone: 'Asia/Shanghai' };
  const passed = { ...due, date: '2026-01-31', endsAt: '2026-01-31T16:00:00.000Z' };
  const { container } = await openHome('p-one', () => [plan({}), plan({ enrollmentId: 'e2', name: 'Data protection', due }), plan({ enrollmentId: 'e3', name: 'Leading people', status: 'NOT_STARTED' }), plan({ enrollmentId: 'e4', name: 'Fire safety', due: passed, overdue: true })]);
  const card = await screen.findByRole('region', { name: 'Phishing' });
  expect(within(card).getByRole('link', { name: 'Continue' })).toHaveAttribute('href', '/courses/c1?plan=e1');
  expect(within(screen.getByRole('region', { name: /Due soon/ })).getByRole('link', { name: 'Data protection' })).toHaveAttribute('href', '/plans/e2');
  expect(within(screen.getByRole('region', { name: /Overdue/ })).getByRole('link', { name: 'Fire safety' })).toHaveAttribute('href', '/plans/e4');
  expect(within(screen.getByRole('region', { name: /To start/ })).getByRole('link', { name: 'Leading people' })).toBeInTheDocument();
  expect(await axeFindings(container)).toEqual([]);
});

test('who has something of an inactive plan is told what that means, at the next step and on its card [2.2, C20]', async () => {
  const inactiveNote = 'Inactive at present: you keep it.';
  await openHome('p-inactive', () => [plan({ inactiveNote }), plan({ enrollmentId: 'e3', name: 'Leading people', status: 'NOT_STARTED', inactiveNote })]);
  expect(await screen.findByRole('region', { name: 'Phishing' })).toHaveTextContent(inactiveNote);
  expect(screen.getByRole('link', { name: 'Leading people' }).closest('article')).toHaveTextContent(inactiveNote);
});

test('a plan that an admin assigns appears without a reload, is marked and said politely, in the word of the organization [L7]', async () => {
  const plans = [plan({})];
  const { reads } = await openHome('p-live', () => plans, { en: 'Journey', 'zh-CN': '旅程' });
  await screen.findByRole('region', { name: 'Phishing' });
  expect(screen.getByText(/Journey:/)).toBeInTheDocument();
  await waitFor(() => expect(subscribed?.after).toBe('c1'));
  plans.push(plan({ enrollmentId: 'e2', name: 'Fire safety', status: 'NOT_STARTED' }));
  subscribed?.tell('e-99');
  const fresh = await screen.findByRole('link', { name: 'Fire safety' });
  expect(await within(fresh.closest('article')!).findByText('New')).toBeInTheDocument();
  await waitFor(() => expect(screen.getByText('New Journey: Fire safety')).toHaveAttribute('aria-live', 'polite'));
  expect(reads()).toBe(2);
});

test('who has nothing is told what will happen; a failure says what to do and can be tried again', async () => {
  let fails = true;
  const { user } = await openHome('p-empty', () => (fails ? null : []));
  expect(await screen.findByRole('alert')).toHaveTextContent(/Nothing was changed or lost.*trace-7/);
  fails = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Nothing to learn right now')).toBeInTheDocument();
});
