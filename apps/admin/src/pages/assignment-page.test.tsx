import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import {
  AssignmentDetailDocument,
  type AssignmentDetailQuery,
  CancelAssignmentDocument,
  InactivateAssignmentDocument,
  PreviewActivateAssignmentDocument,
  PreviewEndAssignmentDocument,
  RescheduleAssignmentDocument,
} from '../features/assignments/assignments.generated.ts';
import { renderPage, reply } from '../testing/render-admin.tsx';
import { AssignmentPage } from './assignment-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

type Assignment = NonNullable<AssignmentDetailQuery['assignment']>;
const may = (overrides: Partial<Assignment['viewerCan']> = {}) => ({ __typename: 'AssignmentAbilities' as const, inactivate: false, activate: false, end: false, cancel: false, ...overrides });
const buildAssignment = (overrides: Partial<Assignment> = {}): Assignment => ({
  __typename: 'Assignment',
  id: 'a1',
  number: 7,
  name: 'Safety for Sales',
  audienceSentence: 'the department “Sales”',
  state: 'ACTIVE',
  mode: 'DYNAMIC',
  onLeave: 'KEEP_IF_STARTED',
  startsAt: null,
  again: false,
  createdAt: '2027-01-04T10:00:00Z',
  madeBy: null,
  people: 30,
  targets: [{ __typename: 'AssignmentTarget', id: 'p1', kind: 'PLAN', name: 'Safety', code: 'P-1' }],
  members: [{ __typename: 'MemberCount', targetId: 'p1', state: 'APPLIED', people: 30 }],
  operation: null,
  endedBy: null,
  progress: [
    { __typename: 'AssignmentProgress', targetId: 'p1', status: 'COMPLETED', people: 12, overdue: 0 },
    { __typename: 'AssignmentProgress', targetId: 'p1', status: 'NOT_STARTED', people: 18, overdue: 4 },
  ],
  dueRule: null,
  viewerCan: may({ inactivate: true, end: true }),
  ...overrides,
});
const open = (assignment: Assignment, ...replies: Parameters<typeof renderPage>[2]) =>
  renderPage(server, { path: '/assignments/:assignmentId', element: <AssignmentPage />, at: '/assignments/a1' }, [
    reply(AssignmentDetailDocument, () => ({ assignment })),
    ...replies,
  ]);

test('a dynamic assignment says so, and is stopped for now after a question [2.2]', async () => {
  const stopped = buildAssignment({ state: 'INACTIVE', viewerCan: may({ activate: true, end: true }) });
  const { user, sent, container } = await open(buildAssignment(), reply(InactivateAssignmentDocument, () => ({ inactivateAssignment: stopped })));
  expect(await screen.findByText('Also those who join later')).toBeInTheDocument();
  expect(screen.getByText('Who leaves').nextSibling).toHaveTextContent('keeps it if they have begun');
  expect(screen.getByText('Completed: 12 · Not started: 18 · Overdue: 4')).toBeInTheDocument();
  expect(await axeFindings(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Stop for now' }));
  const question = within(await screen.findByRole('dialog', { name: 'Stop this assignment for now?' }));
  await user.click(question.getByRole('button', { name: 'Stop for now' }));
  await waitFor(() => expect(sent(InactivateAssignmentDocument)).toMatchObject([{ input: { assignmentId: 'a1' } }]));
  expect(await screen.findByRole('button', { name: 'Put into force again …' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Stop for now' })).toBeNull();
});

test('it ends by a choice what becomes of its people; a refusal is said [L57]', async () => {
  const refusal = { __typename: 'NotAllowed' as const, problems: [{ __typename: 'Problem' as const, code: 'NOT_ALLOWED', message: 'You may see this, but not change it.', field: null }] };
  const { user, sent } = await open(buildAssignment(), reply(PreviewEndAssignmentDocument, () => ({ previewEndAssignment: refusal })));
  await user.click(await screen.findByRole('button', { name: 'End …' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'End this assignment' }));
  expect(dialog.getByRole('radio', { name: 'They keep it if they have begun' })).toBeChecked();
  await user.click(dialog.getByRole('radio', { name: /They no longer have it/ }));
  await user.click(dialog.getByRole('button', { name: 'Show preview' }));
  await waitFor(() => expect(sent(PreviewEndAssignmentDocument)).toMatchObject([{ input: { assignmentId: 'a1', people: 'REMOVE' } }]));
  expect(await screen.findByText('You may see this, but not change it.')).toBeInTheDocument();
});

test('putting it into force again asks for the preview', async () => {
  const { user, sent } = await open(
    buildAssignment({ state: 'INACTIVE', viewerCan: may({ activate: true }) }),
    reply(PreviewActivateAssignmentDocument, () => ({ previewActivateAssignment: { __typename: 'Operation' as const, id: 'o9' } })),
  );
  await user.click(await screen.findByRole('button', { name: 'Put into force again …' }));
  await waitFor(() => expect(sent(PreviewActivateAssignmentDocument)).toMatchObject([{ input: { assignmentId: 'a1' } }]));
});

test('what it gives leads to its pages, each with what it came to [C12]', async () => {
  const target = (id: string, kind: 'PLAN' | 'COURSE', name: string) => ({ __typename: 'AssignmentTarget' as const, id, kind, name, code: null });
  const member = (targetId: string, state: string, people: number) => ({ __typename: 'MemberCount' as const, targetId, state, people });
  await open(
    buildAssignment({
      people: 31,
      targets: [target('p1', 'PLAN', 'Safety'), target('c1', 'COURSE', 'Ladders')],
      members: [member('p1', 'APPLIED', 30), member('p1', 'MERGED', 1), member('c1', 'APPLIED', 31)],
    }),
  );
  expect(await screen.findByRole('link', { name: 'Safety' })).toHaveAttribute('href', '/plans/p1');
  expect(screen.getByRole('link', { name: 'Ladders' })).toHaveAttribute('href', '/content/c1');
  expect(screen.getByText('Safety – Got it: 30 · Had it already: 1')).toBeInTheDocument();
  expect(screen.getByText('Ladders – Got it: 31')).toBeInTheDocument();
});

test('what is to come gets another time on the reader’s clock in Shanghai, or is cancelled after a question [C16, 2.2]', async () => {
  const scheduled = buildAssignment({ state: 'SCHEDULED', mode: 'ONE_TIME', startsAt: '2099-03-01T08:00:00Z', people: 0, members: [], progress: [], viewerCan: may({ cancel: true }) });
  const cancelled = { ...scheduled, state: 'CANCELLED', viewerCan: may() };
  const { user, sent } = await open(
    scheduled,
    reply(RescheduleAssignmentDocument, ({ input }) => ({ rescheduleAssignment: { ...scheduled, startsAt: input.startsAt } })),
    reply(CancelAssignmentDocument, () => ({ cancelAssignment: cancelled })),
  );
  await user.click(await screen.findByRole('button', { name: 'Change the time …' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'When is it to begin?' }));
  const field = dialog.getByLabelText('Time');
  fireEvent.change(field, { target: { value: '2099-04-01T09:30' } });
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent(RescheduleAssignmentDocument)).toMatchObject([{ input: { assignmentId: 'a1', startsAt: '2099-04-01T01:30:00.000Z' } }]));
  await user.click(screen.getByRole('button', { name: 'Call it off …' }));
  const question = within(await screen.findByRole('dialog', { name: 'Call this assignment off?' }));
  await user.click(question.getByRole('button', { name: 'Call it off' }));
  await waitFor(() => expect(sent(CancelAssignmentDocument)).toHaveLength(1));
  expect(await screen.findByText('Cancelled')).toBeInTheDocument();
});

test('who may change nothing is offered nothing', async () => {
  await open(buildAssignment({ mode: 'ONE_TIME', viewerCan: may() }));
  expect(await screen.findByText('Those who are in it now')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Stop|End|Put into/ })).toBeNull();
});

test('one that has ended leads to what became of whom, where the end is taken back [2.0.6]', async () => {
  const endedBy = { __typename: 'Operation' as const, id: 'o9', committedAt: '2027-02-01T08:00:00Z', committedBy: { __typename: 'Named' as const, id: 'm1', name: 'Mina Master' } };
  await open(buildAssignment({ state: 'ENDED', viewerCan: may(), endedBy }));
  expect((await screen.findByText('Ended', { selector: 'dt' })).nextSibling).toHaveTextContent('Mina Master');
  expect(screen.getByRole('link', { name: 'What became of whom, and undo' })).toHaveAttribute('href', expect.stringContaining('/progress/operations/o9'));
});
