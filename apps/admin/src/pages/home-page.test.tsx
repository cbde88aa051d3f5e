import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { PlanTotalsDocument, TrackedPlansDocument } from '../features/tracking/tracking.generated.ts';
import { buildOperation, openOperationsAre } from '../testing/operations.ts';
import { connectionOf, renderPage, reply } from '../testing/render-admin.tsx';
import { HomePage } from './home-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const buildTrackedPlan = (id: string, name: string, overdue: number | null) => ({
  __typename: 'LearningPlan' as const,
  id,
  name,
  progress:
    overdue === null
      ? null
      : { __typename: 'PlanProgress' as const, planId: id, total: 10, overdue, counts: [{ __typename: 'StatusCount' as const, status: 'COMPLETED' as const, people: 4 }], completions: [] },
});
const plans = (...nodes: ReturnType<typeof buildTrackedPlan>[]) => reply(TrackedPlansDocument, () => ({ learningPlans: connectionOf('LearningPlanConnection', 'LearningPlanEdge', ...nodes) }));
const open = (permissions: readonly string[], ...replies: Parameters<typeof renderPage>[2]) => renderPage(server, { path: '/', element: <HomePage />, permissions: ['PLAN_READ', ...permissions] }, replies);

test('one question tells how all plans get on; who is late is the link to them [D28]', async () => {
  const { container, sent } = await open([], plans(buildTrackedPlan('p1', 'Safety', 3), buildTrackedPlan('p2', 'Onboarding', 0), buildTrackedPlan('p3', 'Not mine', null)), openOperationsAre());
  const safety = (await screen.findByRole('link', { name: 'Safety' })).closest('article')!;
  expect(within(safety).getByRole('link', { name: '3 people are late' })).toHaveAttribute('href', '/plans/p1?tab=people&overdue=yes');
  expect(within(screen.getByRole('link', { name: 'Onboarding' }).closest('article')!).getByText('Nobody is late')).toBeInTheDocument();
  expect(screen.queryByText('Not mine')).toBeNull();
  expect(sent(TrackedPlansDocument)).toHaveLength(1);
  expect(sent(PlanTotalsDocument)).toHaveLength(0);
  expect(await axeFindings(container)).toEqual([]);
});

test('what waits for a decision leads to where it is made, what has ended is not told', async () => {
  await open([], plans(), openOperationsAre(buildOperation({ kind: 'IMPORT_PEOPLE', title: { file: 'people.csv' } }), buildOperation({ id: 'o2', state: 'DONE' })));
  expect(await screen.findByRole('link', { name: 'Import people from people.csv' })).toHaveAttribute('href', '/people/import?operation=o1');
  expect(screen.queryByText('Assign “Safety”')).toBeNull();
});

test('while there is no plan the next step is offered to whoever may take it', async () => {
  const { unmount } = await open(['PLAN_CREATE', 'DIRECTORY_EDIT'], plans(), openOperationsAre());
  await screen.findByText('No training yet');
  expect(screen.getAllByRole('button', { name: 'Create a training' })).toHaveLength(2);
  expect(screen.getByRole('link', { name: 'Import people' })).toHaveAttribute('href', '/people/import');
  unmount();
  await open([], plans(), openOperationsAre());
  await screen.findByText('No training yet');
  expect(screen.queryByRole('button', { name: 'Create a training' })).toBeNull();
});

test('what could not be read can be asked for again', async () => {
  const { user, answer } = await open([], openOperationsAre());
  const alert = await screen.findByRole('alert');
  answer(plans(buildTrackedPlan('p1', 'Safety', 1)));
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: '1 person is late' })).toBeInTheDocument();
});

const reached = (...nodes: ReturnType<typeof buildTrackedPlan>[]) => reply(TrackedPlansDocument, () => ({ trackedPlans: connectionOf('LearningPlanConnection', 'LearningPlanEdge', ...nodes) }));
const openAsSupervisor = (permissions: readonly string[], ...replies: Parameters<typeof renderPage>[2]) => renderPage(server, { path: '/', element: <HomePage />, permissions: ['PEOPLE_READ', 'PLAN_TRACK', ...permissions] }, [openOperationsAre(), ...replies]);

test('whoever looks after people and reads no plans is led to them, and follows the plans that they have [2.11]', async () => {
  const { sent } = await openAsSupervisor([], reached(buildTrackedPlan('p1', 'Safety', 3)));
  expect(await screen.findByRole('link', { name: 'Open the list of people' })).toHaveAttribute('href', '/people');
  expect(await screen.findByRole('link', { name: '3 people are late' })).toHaveAttribute('href', '/progress/plans/p1?overdue=yes');
  expect(sent(TrackedPlansDocument)).toEqual([{ mayRead: false }]);
  expect(screen.queryByRole('button', { name: 'Assign' })).toBeNull();
});

test('while nobody whom one looks after has a plan, that is said [2.11]', async () => {
  await openAsSupervisor([], reached());
  expect(await screen.findByRole('heading', { name: 'Nobody has a plan yet' })).toBeInTheDocument();
});

test('whoever may assign without seeing plans begins here [U41]', async () => {
  const { container } = await openAsSupervisor(['PLAN_ASSIGN'], reached());
  expect(await screen.findByRole('button', { name: 'Assign' })).toBeInTheDocument();
  expect(await axeFindings(container)).toEqual([]);
});
