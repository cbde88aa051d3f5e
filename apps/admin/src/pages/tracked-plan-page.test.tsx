import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { PlanTotalsDocument, TrackedPeopleDocument, TrackedPlanDocument } from '../features/tracking/tracking.generated.ts';
import { connectionOf, renderPage, reply } from '../testing/render-admin.tsx';
import { TrackedPlanPage } from './tracked-plan-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const plan = reply(TrackedPlanDocument, () => ({ trackedPlan: { __typename: 'LearningPlan' as const, id: 'p1', name: 'Safety', code: 'S-1', lifecycle: 'ACTIVE' as const, publishedVersion: null } }));
const totals = reply(PlanTotalsDocument, () => ({ planProgress: { __typename: 'PlanProgress' as const, planId: 'p1', total: 1, overdue: 0, counts: [], completions: [] } }));
const people = reply(TrackedPeopleDocument, () => ({
  enrollments: connectionOf('EnrollmentConnection', 'EnrollmentEdge', {
    __typename: 'Enrollment' as const, id: 'e1', cycle: 1, isCurrent: true, status: 'NOT_STARTED' as const, overdue: false, progress: 0, stepsHeld: [], completionClass: null, completedOn: null, completedLate: false, due: null,
    person: { __typename: 'Person' as const, id: 'mia', displayName: 'Mia Chen', employeeNumber: null, department: null },
  }),
}));
const open = (permissions: readonly string[], ...replies: Parameters<typeof renderPage>[2]) =>
  renderPage(server, { path: '/progress/plans/:planId', element: <TrackedPlanPage />, at: '/progress/plans/p1', permissions: ['PEOPLE_READ', 'PLAN_TRACK', ...permissions] }, replies);

test('who looks after people follows them in a plan that they do not read, and acts on nobody [2.11]', async () => {
  const { container, sent } = await open([], plan, totals, people);
  expect(await screen.findByRole('heading', { level: 1, name: 'Safety' })).toBeInTheDocument();
  expect(await screen.findByRole('row', { name: /Mia Chen/ })).toHaveTextContent('Not started');
  expect(sent(TrackedPeopleDocument)).toMatchObject([{ filter: { planId: 'p1' } }]);
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Assign' })).toBeNull();
  expect(await axeFindings(container)).toEqual([]);
});

test('who may assign gives it to more of their people, and takes it away [U41, D35]', async () => {
  const { user } = await open(['PLAN_ASSIGN'], plan, totals, people);
  expect(await screen.findByRole('button', { name: 'Assign' })).toBeInTheDocument();
  await user.click(await screen.findByRole('checkbox', { name: /Mia Chen/ }));
  expect(screen.getByRole('button', { name: 'Take the plan away' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Set due date' })).toBeNull();
});

test('a plan that none of one’s people has is a page that is not found', async () => {
  await open([], reply(TrackedPlanDocument, () => ({ trackedPlan: null })));
  expect(await screen.findByRole('heading', { level: 1, name: 'Page not found' })).toBeInTheDocument();
});
