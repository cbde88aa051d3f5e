import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { AssignableTargetsDocument, PreviewAssignmentDocument } from '../features/assignments/assignments.generated.ts';
import { AudienceCountDocument } from '../features/audiences/audience-choices.generated.ts';
import { CancelOperationDocument, CommitOperationDocument, OperationRowsDocument, OperationStateDocument } from '../features/operations/operation.generated.ts';
import { buildOperation, countOf, openOperationsAre, operationIs, rowsAre } from '../testing/operations.ts';
import { renderPage, reply } from '../testing/render-admin.tsx';
import { AssignButton } from './assign-drawer.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const replies = [
  reply(AssignableTargetsDocument, () => ({ assignableTargets: [{ __typename: 'AssignmentTarget' as const, id: 'c1', name: 'Ladders', kind: 'COURSE' as const, code: null }] })),
  reply(AudienceCountDocument, () => ({ audiencePreview: { __typename: 'AudiencePreview' as const, people: 30, choosesEverybody: false, sentence: 'Everybody', sample: [] } })),
  operationIs(buildOperation()),
  rowsAre(),
  openOperationsAre(buildOperation()),
];

async function openDrawer(...more: Parameters<typeof renderPage>[2]) {
  const view = await renderPage(server, { path: '/', element: <AssignButton target={{ id: 'p1', kind: 'PLAN', name: 'Safety' }} /> }, [...replies, ...more]);
  await view.user.click(await screen.findByRole('button', { name: 'Assign' }));
  const drawer = await screen.findByRole('dialog', { name: 'Assign' });
  await view.user.click(within(drawer).getByRole('radio', { name: 'Everyone' }));
  await view.user.click(within(drawer).getByRole('button', { name: 'Show preview' }));
  return { ...view, drawer: within(drawer) };
}

test('a preview that others have overtaken shows what changed, and is committed only when it is confirmed anew [U21]', async () => {
  const renewed = buildOperation({ previewHash: 'second', counts: [countOf('MERGED', 4), countOf('APPLIED', 26)] });
  const { user, drawer, sent, answer } = await openDrawer(
    reply(PreviewAssignmentDocument, () => ({ previewAssignment: { __typename: 'Operation' as const, id: 'o1' } })),
    reply(CommitOperationDocument, () => ({ commitOperation: { __typename: 'StalePreview' as const, operation: renewed, problems: [] } })),
  );
  await user.type(await drawer.findByLabelText('Type 30 to confirm'), '30{Enter}');
  expect(await drawer.findByText('Changed since you looked: Get it was 30, is now 26.')).toBeInTheDocument();
  expect(drawer.getByText('Already have it, in all').nextSibling).toHaveTextContent('4');
  // The same number once more, but of other people: what was typed before does not count.
  const field = drawer.getByLabelText('Type 30 to confirm');
  expect(field).toHaveValue('');
  answer(reply(CommitOperationDocument, () => ({ commitOperation: { ...renewed, state: 'APPLYING' as const, committedAt: '2027-01-04T10:01:00Z' } })));
  await user.type(field, '30{Enter}');
  await waitFor(() => expect(sent(CommitOperationDocument).map(({ input }) => input.previewHash)).toEqual(['seen', 'second']));
  expect(await drawer.findByText('0 of 30')).toBeInTheDocument();
});

test('for whom in the course of time, and what becomes of those who leave, is chosen and sent [2.5, L61]', async () => {
  const { user, drawer, sent } = await openDrawer(
    reply(PreviewAssignmentDocument, () => ({ previewAssignment: { __typename: 'InputRefused' as const, problems: [] } as never })),
  );
  expect(sent(PreviewAssignmentDocument).at(-1)?.input).toMatchObject({ mode: 'ONE_TIME' });
  expect(drawer.queryByRole('combobox', { name: 'Who leaves' })).toBeNull();
  await user.click(drawer.getByRole('radio', { name: 'Also those who join later' }));
  await user.click(drawer.getByRole('combobox', { name: 'Who leaves' }));
  await user.click(await screen.findByRole('option', { name: 'no longer has it' }));
  await user.click(drawer.getByRole('button', { name: 'Show preview' }));
  await waitFor(() => expect(sent(PreviewAssignmentDocument).at(-1)?.input).toMatchObject({ mode: 'DYNAMIC', onLeave: 'REMOVE' }));
});

test('plans and content are chosen together; the preview tells of each and in all [C12]', async () => {
  const several = buildOperation({
    title: { plan: 'Safety', name: 'Safety, Ladders', more: 1 },
    rowsTotal: 60,
    counts: [countOf('APPLIED', 58), countOf('MERGED', 2)],
    countsByTarget: [
      { __typename: 'OperationTargetCounts', targetId: 'p1', target: { __typename: 'AssignmentTarget', id: 'p1', name: 'Safety' }, counts: [countOf('APPLIED', 28), countOf('MERGED', 2)] },
      { __typename: 'OperationTargetCounts', targetId: 'c1', target: { __typename: 'AssignmentTarget', id: 'c1', name: 'Ladders' }, counts: [countOf('APPLIED', 30)] },
    ],
  });
  const view = await renderPage(server, { path: '/', element: <AssignButton target={{ id: 'p1', kind: 'PLAN', name: 'Safety' }} /> }, [
    ...replies,
    reply(PreviewAssignmentDocument, () => ({ previewAssignment: { __typename: 'Operation' as const, id: 'o1' } })),
    operationIs(several),
  ]);
  const { user, sent } = view;
  await user.click(await screen.findByRole('button', { name: 'Assign' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Assign' }));
  await user.click(drawer.getByRole('combobox', { name: 'What to assign' }));
  await user.click(await screen.findByRole('option', { name: 'Ladders' }));
  await user.click(drawer.getByRole('radio', { name: 'Everyone' }));
  await user.click(drawer.getByRole('button', { name: 'Show preview' }));
  expect(await drawer.findByRole('region', { name: 'Safety' })).toHaveTextContent('Get it: 28');
  expect(drawer.getByRole('region', { name: 'Ladders' })).toHaveTextContent('Get it: 30');
  expect(drawer.getByRole('button', { name: 'Assign 2 things: 60 in all' })).toBeInTheDocument();
  expect(sent(PreviewAssignmentDocument)).toMatchObject([{ input: { targets: [{ planId: 'p1' }, { learningObjectId: 'c1' }] } }]);
});

test('to those who have completed it, it can be assigned again; the preview is made anew [2.6]', async () => {
  const { user, drawer, sent } = await openDrawer(
    reply(PreviewAssignmentDocument, ({ input }) => ({ previewAssignment: { __typename: 'Operation' as const, id: input.again ? 'o2' : 'o1' } })),
    reply(OperationStateDocument, ({ id }) => ({
      operation: id === 'o2' ? buildOperation({ id: 'o2', counts: [countOf('NEW_CYCLE', 3)] }) : buildOperation({ counts: [countOf('SKIPPED_ALREADY_COMPLETED', 3)] }),
    })),
    reply(CancelOperationDocument, () => ({ cancelOperation: buildOperation({ state: 'CANCELLED' }) })),
  );
  await user.click(await drawer.findByRole('button', { name: 'Assign it again to them, in a new cycle' }));
  await waitFor(() => expect(sent(OperationRowsDocument).at(-1)).toMatchObject({ id: 'o2' }));
  expect(await drawer.findByText('Have completed it, and do it again in a new cycle; what they did is kept')).toBeInTheDocument();
  expect(drawer.getByRole('button', { name: 'Assign to 3 people' })).toBeInTheDocument();
  expect(drawer.queryByRole('button', { name: /Assign it again/ })).toBeNull();
  expect(sent(PreviewAssignmentDocument).map(({ input }) => input.again)).toEqual([false, true]);
});

test('everybody is assigned something only when that is meant; a later time on the clock in Shanghai is sent as an instant [bad input, C16]', async () => {
  const { user, drawer, sent } = await openDrawer(
    reply(AudienceCountDocument, () => ({ audiencePreview: { __typename: 'AudiencePreview' as const, people: 30, choosesEverybody: true, sentence: 'Everybody', sample: [] } })),
    reply(PreviewAssignmentDocument, () => ({ previewAssignment: { __typename: 'InputRefused' as const, problems: [] } as never })),
  );
  const meant = await drawer.findByRole('checkbox', { name: 'Yes, I mean everybody' });
  expect(drawer.getByRole('button', { name: 'Show preview' })).toBeDisabled();
  await user.click(meant);
  await user.click(drawer.getByRole('radio', { name: 'At a later time' }));
  expect(drawer.getByRole('button', { name: 'Show preview' })).toBeDisabled();
  fireEvent.change(drawer.getByLabelText('Time'), { target: { value: '2099-04-01T09:30' } });
  await user.click(drawer.getByRole('button', { name: 'Show preview' }));
  await waitFor(() => expect(sent(PreviewAssignmentDocument).at(-1)?.input).toMatchObject({ startsAt: '2099-04-01T01:30:00.000Z', confirmEverybody: true }));
});

test('where the API finds that everybody is chosen before the form knows it, it asks then [bad input]', async () => {
  const refusal = { __typename: 'InputRefused' as const, problems: [{ __typename: 'Problem' as const, code: 'EVERYBODY_NOT_CONFIRMED', message: 'This chooses everybody.', field: 'audience' }] };
  const { user, drawer, sent } = await openDrawer(reply(PreviewAssignmentDocument, () => ({ previewAssignment: refusal as never })));
  await user.click(drawer.getByRole('button', { name: 'Show preview' }));
  await user.click(await drawer.findByRole('checkbox', { name: 'Yes, I mean everybody' }));
  await user.click(drawer.getByRole('button', { name: 'Show preview' }));
  await waitFor(() => expect(sent(PreviewAssignmentDocument).map(({ input }) => input.confirmEverybody)).toEqual([false, true]));
});

test('what is refused stands in the form, which keeps what was chosen', async () => {
  const refusal = { __typename: 'InputRefused' as const, problems: [{ __typename: 'Problem' as const, code: 'NOBODY', message: 'Nobody is in this audience.', field: 'audience' }] };
  const { drawer } = await openDrawer(reply(PreviewAssignmentDocument, () => ({ previewAssignment: refusal as never })));
  expect(await drawer.findByText('Nobody is in this audience.')).toBeInTheDocument();
  expect(drawer.getByRole('radio', { name: 'Everyone' })).toBeChecked();
});
