import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
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
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const item = (id: string, name: string, lockedBecause: string | null) => ({
  __typename: 'LearnerItem', learningObjectId: id, kind: 'COURSE', name, durationMinutes: 25, mandatory: false, state: 'NOT_STARTED', progress: 0, completedOn: null, lockedBecause,
});
const milestone = (key: string, overrides: object) => ({
  __typename: 'LearnerMilestone', key, name: key, description: '', status: 'AVAILABLE', elective: false, metric: 'SESSIONS', unitsRequired: '1', unitsEarned: '0', opensOn: null, lockedBecause: null, due: null, items: [], ...overrides,
});
const due = { __typename: 'EffectiveDue', date: '2030-06-12', endsAt: '2030-06-12T15:59:59.999Z', timeZone: 'Asia/Shanghai' };
const myPlan = {
  __typename: 'LearnerPlan', enrollmentId: 'e1', planId: 'p1', name: 'Sales academy', description: '', status: 'IN_PROGRESS', progress: 0.25, overdue: false, completedOn: null,
  why: 'assigned to the department “EMEA”', minutesLeft: 108, inactiveNote: null as string | null, due,
  next: { __typename: 'LearnerNext', kind: 'COURSE', learningObjectId: 'c1', name: 'Portfolio', milestoneName: 'Know it', opensOn: null },
  milestones: [
    milestone('Know it', { items: [item('c1', 'Portfolio', null)] }),
    milestone('The craft', { status: 'LOCKED', lockedBecause: 'Opens when you have finished Know it.', items: [item('c2', 'Negotiating', 'Opens when you have finished Know it.')] }),
    milestone('Later', { status: 'NOT_RELEASED', lockedBecause: 'Opens on July 1, 2030.' }),
    milestone('Wider', { elective: true, metric: 'NONE', unitsRequired: '0' }),
  ],
};

async function openPlan(plan: object | null) {
  server.use(
    sessionIs(buildViewer()),
    http.post('*/graphql', async ({ request }) => {
      const { operationName } = (await request.json()) as { operationName: string };
      if (operationName === 'LearnerPlan') return HttpResponse.json({ data: { myPlan: plan } });
      return HttpResponse.json({ data: { myLearning: { __typename: 'MyLearning', cursor: '1', plans: [] } } });
    }),
  );
  return renderApp(
    <SessionProvider>
      <AppRoutes />
    </SessionProvider>,
    { loaders, at: '/plans/e1' },
  );
}

test('the page answers in words why, what next, by when in the zone of the learner, and what is left [L10, X25]', async () => {
  const { container } = await openPlan(myPlan);
  const answers = await screen.findByRole('region', { name: 'At a glance' });
  const answerTo = (question: string) => within(answers).getByText(question).closest('div')!;
  expect(answerTo('Why you have this')).toHaveTextContent('assigned to the department “EMEA”');
  expect(answerTo('What is next')).toHaveTextContent('Portfolio, in “Know it”');
  expect(answerTo('By when')).toHaveTextContent('By the end of Wednesday, June 12, 2030, China Standard Time.');
  expect(answerTo('What is left')).toHaveTextContent('About 1 hr 48 min. 25% is done.');
  expect(within(answers).getByRole('link', { name: 'Continue' })).toHaveAttribute('href', '/courses/c1?plan=e1');
  expect(await axeFindings(container)).toEqual([]);
});

test('a locked step says why, one that is not open says when, and neither can be opened; electives stand apart [L11, L26, C13]', async () => {
  await openPlan(myPlan);
  const path = await screen.findByRole('region', { name: 'Your path' });
  const [current, locked, later] = within(path).getAllByRole('listitem').filter((each) => each.parentElement?.tagName === 'OL');
  expect(current).toHaveAttribute('aria-current', 'step');
  expect(within(current!).getByRole('link', { name: 'Portfolio' })).toBeInTheDocument();
  expect(locked).toHaveTextContent('Opens when you have finished Know it.');
  expect(within(locked!).queryByRole('link')).toBeNull();
  expect(within(locked!).getByRole('img', { name: 'Locked' })).toBeInTheDocument();
  expect(later).toHaveTextContent('Opens on July 1, 2030.');
  expect(within(screen.getByRole('region', { name: 'Electives' })).getByText('Wider')).toBeInTheDocument();
});

test('an inactive plan says what that means, above the answers [2.2, C20]', async () => {
  await openPlan({ ...myPlan, inactiveNote: 'Inactive at present: you keep it.' });
  expect(await screen.findByRole('region', { name: 'At a glance' })).toHaveTextContent(/^Inactive at present: you keep it\./);
});

test('a plan that is not there, or not any more, says so', async () => {
  await openPlan(null);
  expect(await screen.findByRole('heading', { level: 1, name: 'Learning plan not found' })).toBeInTheDocument();
});
