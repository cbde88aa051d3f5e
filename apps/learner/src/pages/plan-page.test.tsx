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

const server = setupServer(ws.link('ws://localhost/graphql').addEventListener('connection', () => {}));
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const item = (id: string, name: string, lockedBecause: string | null) => ({
  __typename: 'LearnerItem', learningObjectId: id, kind: 'COURSE', name, durationMinutes: 25, mandatory: false, state: 'NOT_STARTED', progress: 0, completedOn: null, lockedBecause,
});
const milestone = (key: string, overrides: object) => ({
  __typename: 'LearnerMilestone', key, name: key, description: '', status: 'AVAILABLE', elective: false, metric: 'SESSIONS', unitsRequired: '1', unitsEarned: '0', opensOn: null, lockedBecause: null, due: null, unseen: false, isNew: false, items: [], ...overrides,
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

const reason = (text: string, subjectId: string | null = null, because: readonly object[] = []) => ({ text, subjectId, because });
const explanation = {
  __typename: 'Explanation', sentence: 'Due on June 12, 2030. Next: “Portfolio”.',
  tree: { status: reason('In progress'), due: reason('Due on June 12, 2030', null, [reason('Set by the plan')]), milestones: [reason('“Later” is not open yet', 'Later', [reason('Opens on July 1, 2030')])] },
};

async function openPlan(plan: object | null, sent: (name: string, variables: object) => void = () => {}) {
  server.use(
    sessionIs(buildViewer()),
    http.post('*/graphql', async ({ request }) => {
      const { operationName, variables } = (await request.json()) as { operationName: string; variables: object };
      sent(operationName, variables);
      if (operationName === 'SeeSteps') return HttpResponse.json({ data: { seeSteps: 1 } });
      if (operationName === 'PlanExplanation') return HttpResponse.json({ data: { enrollment: { __typename: 'Enrollment', id: 'e1', explanation } } });
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

test('each state, date and lock says why as a tree, read only when it is asked [2.0.4]', async () => {
  const sent: string[] = [];
  const { user, container } = await openPlan(myPlan, (name) => sent.push(name));
  await user.click(await screen.findByRole('button', { name: 'Why? Later' }));
  const dialog = await screen.findByRole('dialog', { name: 'Why? Later' });
  expect(await within(dialog).findByText('“Later” is not open yet')).toBeVisible();
  expect(within(dialog).getByText('Opens on July 1, 2030')).toBeVisible();
  expect(sent.filter((name) => name === 'PlanExplanation')).toHaveLength(1);
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: 'Why? By when' }));
  expect(await screen.findByText('Set by the plan')).toBeVisible();
  expect(await axeFindings(container)).toEqual([]);
});

test('a step that has opened since is marked as new, and it is said once that it was seen; where nothing is, nothing is said [2.2, C3]', async () => {
  const sent: [string, object][] = [];
  const opened = milestone('Open now', { unseen: true, isNew: true });
  await openPlan({ ...myPlan, milestones: [...myPlan.milestones, opened] }, (name, variables) => sent.push([name, variables]));
  expect(await screen.findByText('New')).toBeVisible();
  await waitFor(() => expect(sent.filter(([name]) => name === 'SeeSteps')).toMatchObject([['SeeSteps', { input: { enrollmentId: 'e1' } }]]));
});

test('a day on which more opens says nothing but that day [C19, X6]', async () => {
  await openPlan({ ...myPlan, milestones: [milestone('to-come-2030-12-03', { name: null, status: 'NOT_RELEASED', metric: 'NONE', unitsRequired: '0', opensOn: '2030-12-03', lockedBecause: 'Opens on December 3, 2030.' })] });
  const path = await screen.findByRole('region', { name: 'Your path' });
  expect(within(path).getByRole('heading', { name: 'A step to come' })).toBeVisible();
  expect(within(path).getByRole('listitem')).toHaveTextContent('Opens on December 3, 2030.');
  expect(within(path).queryByRole('button')).toBeNull();
});
