import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { PastChangeCountsDocument, PastChangesDocument, PastPeopleDocument, type PastPersonFragment, PastSubjectDocument, PastTotalsDocument } from '../features/tracking/past.generated.ts';
import { connectionOf, renderPage, reply } from '../testing/render-admin.tsx';
import { PlanAsOfPage } from './plan-as-of-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const stood = (name: string, status: PastPersonFragment['status'], more: Partial<PastPersonFragment> = {}): PastPersonFragment => ({
  __typename: 'PastStanding', enrollmentId: `e-${name}`, status, overdue: false, progress: 0, completedOn: null, planVersionNumber: 1, due: null,
  person: { __typename: 'Person', id: name, displayName: name, employeeNumber: null }, department: { __typename: 'Department', id: 'd1', path: ['Northwind', 'Sales'] }, ...more,
});

const subject = reply(PastSubjectDocument, () => ({ trackedPlan: { __typename: 'LearningPlan' as const, id: 'p1', name: 'Ladders' } }));
const totals = reply(PastTotalsDocument, () => ({ pastTotals: { __typename: 'PastTotals' as const, total: 2, overdue: 1, counts: [{ __typename: 'StatusCount' as const, status: 'COMPLETED' as const, people: 1 }] } }));
const people = reply(PastPeopleDocument, ({ asOf }) => ({
  pastStandings: connectionOf('PastStandingConnection', 'PastStandingEdge', ...(asOf.knowledge === 'KNOWN_THEN' ? [stood('Ben', 'COMPLETED', { completedOn: '2026-02-04', progress: 1 })] : [stood('Ben', 'IN_PROGRESS', { progress: null })])),
}));
const cause = { __typename: 'StandingChangeCause' as const, at: '2026-02-20T12:00:00Z', on: '2026-02-04', reason: 'Mixed up', sort: 'MANUAL', name: null, assignmentNumber: null, versionNumber: null, by: { __typename: 'Named' as const, id: 'ada', name: 'Ada' } };
const changes = reply(PastChangesDocument, ({ filter }) => ({
  standingChanges: connectionOf('StandingChangeConnection', 'StandingChangeEdge', ...(filter.departmentId ? [] : [
    { __typename: 'StandingChange' as const, id: 'ben:p1', kind: 'REOPENED' as const, before: stood('Ben', 'COMPLETED', { completedOn: '2026-02-04' }), after: stood('Ben', 'IN_PROGRESS'), causes: [{ ...cause, kind: 'TAKEN_BACK' as const }] },
    { __typename: 'StandingChange' as const, id: 'cid:p1', kind: 'JOINED' as const, before: null, after: stood('Cid', 'NOT_STARTED'), causes: [{ ...cause, kind: 'GIVEN' as const, reason: null, sort: 'GROUP', name: 'Climbers', assignmentNumber: 12 }] },
    { __typename: 'StandingChange' as const, id: 'dee:p1', kind: 'STARTED' as const, before: stood('Dee', 'NOT_STARTED'), after: stood('Dee', 'IN_PROGRESS'), causes: [] },
  ])),
}));
const counts = reply(PastChangeCountsDocument, () => ({ standingChangeCounts: [{ __typename: 'StandingChangeCount' as const, kind: 'REOPENED' as const, people: 1 }, { __typename: 'StandingChangeCount' as const, kind: 'JOINED' as const, people: 1 }] }));

const open = (address: string) =>
  renderPage(server, { path: '/progress/plans/:planId/as-of', element: <PlanAsOfPage />, at: `/progress/plans/p1/as-of${address}`, permissions: ['PLAN_TRACK'] }, [subject, totals, people, changes, counts].flat());

test('a past day is told as it was known then, with a banner that says so; as it is known today it may say otherwise [ambition 5]', async () => {
  const { container, user, sent } = await open('?on=2026-02-06');
  expect(await screen.findByRole('heading', { level: 1, name: 'Ladders, as of Feb 6, 2026' })).toBeInTheDocument();
  expect(screen.getByText(/This is the past: what had been recorded by the evening of Feb 6, 2026/)).toBeInTheDocument();
  expect(await screen.findByRole('row', { name: /Ben/ })).toHaveTextContent('Completed');
  expect(screen.getByRole('row', { name: /Ben/ })).toHaveTextContent('Northwind › Sales');
  expect(await axeFindings(container)).toEqual([]);
  await user.click(screen.getByRole('radio', { name: 'As known today' }));
  await waitFor(() => expect(screen.getByRole('row', { name: /Ben/ })).toHaveTextContent('In progress'));
  expect(sent(PastPeopleDocument).at(-1)).toMatchObject({ asOf: { date: '2026-02-06', knowledge: 'KNOWN_TODAY' }, filter: { planId: 'p1' } });
  expect(screen.getByRole('link', { name: 'Back to today' })).toHaveAttribute('href', '/progress/plans/p1');
});

test('a day that has not come is refused beside the field, and what was asked for stays', async () => {
  const { sent } = await open('?on=2026-02-06');
  const field = await screen.findByLabelText('At the end of');
  fireEvent.change(field, { target: { value: '2999-01-01' } });
  expect(await screen.findByText('This day has not come yet.')).toBeInTheDocument();
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Feb 6, 2026');
  expect(sent(PastPeopleDocument).every(({ asOf }) => asOf.date === '2026-02-06')).toBe(true);
});

test('what differs from another day is told with its causes; where nothing of it was recorded, by the work itself', async () => {
  const { container, sent } = await open('?tab=changes&on=2026-02-06&with=2026-02-28&withKnown=then');
  const ben = within(await screen.findByRole('row', { name: /Ben/ }));
  expect(ben.getByText('Less far than before')).toBeInTheDocument();
  expect(ben.getByText('Completion of Feb 4, 2026 taken back')).toBeInTheDocument();
  expect(ben.getByText(/Ada · “Mixed up”/)).toBeInTheDocument();
  const cid = within(screen.getByRole('row', { name: /Cid/ }));
  expect(cid.getByText('Did not have it')).toBeInTheDocument();
  expect(cid.getByText('Assigned by #12 Climbers')).toBeInTheDocument();
  expect(within(screen.getByRole('row', { name: /Dee/ })).getByText('By their own work on it')).toBeInTheDocument();
  expect(sent(PastChangesDocument)).toMatchObject([{ from: { date: '2026-02-06', knowledge: 'KNOWN_THEN' }, to: { date: '2026-02-28', knowledge: 'KNOWN_THEN' } }]);
  expect(await axeFindings(container)).toEqual([]);
});

test('where nothing differs from another day, it says so', async () => {
  await open('?tab=changes&on=2026-02-06&department=d9');
  expect(await screen.findByText(/Nothing/)).toBeInTheDocument();
});

test('a plan that nobody has whom one looks after is not found', async () => {
  await renderPage(server, { path: '/progress/plans/:planId/as-of', element: <PlanAsOfPage />, at: '/progress/plans/p1/as-of', permissions: ['PLAN_TRACK'] }, [reply(PastSubjectDocument, () => ({ trackedPlan: null }))]);
  expect(await screen.findByRole('heading', { level: 1, name: 'Page not found' })).toBeInTheDocument();
});
