import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import {
  CancelOperationDocument,
  CommitOperationDocument,
  type OperationPartsFragment,
  OperationStateDocument,
  PreviewUndoDocument,
} from '../features/operations/operation.generated.ts';
import { buildOperation, countOf, mayAct, openOperationsAre, operationIs, rowsAre } from '../testing/operations.ts';
import { renderPage, reply } from '../testing/render-admin.tsx';
import { OperationPage } from './operation-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const givenUp = (viewerCan: OperationPartsFragment['viewerCan']): OperationPartsFragment =>
  buildOperation({
    state: 'FAILED',
    committedAt: '2027-01-04T10:01:00Z',
    finishedAt: '2027-01-04T10:02:00Z',
    problem: { __typename: 'Problem', code: 'OPERATION_GIVEN_UP', message: 'This stopped before its end.' },
    viewerCan,
  });
const open = (operation: OperationPartsFragment, ...replies: Parameters<typeof renderPage>[2]) =>
  renderPage(server, { path: '/progress/operations/:operationId', element: <OperationPage />, at: '/progress/operations/o1' }, [
    operationIs(operation),
    rowsAre(),
    openOperationsAre(),
    ...replies,
  ]);
const onlyAssigners = 'Only those who may assign this plan can carry this out.';

test('a preview that was left waiting is committed from its own page, with the number repeated', async () => {
  const applying = buildOperation({ state: 'APPLYING', committedAt: '2027-01-04T10:01:00Z', viewerCan: mayAct() });
  const { user, sent, container } = await open(buildOperation(), reply(CommitOperationDocument, () => ({ commitOperation: applying })));
  await user.click(await screen.findByRole('button', { name: 'Carry out for 30 people' }));
  const question = within(await screen.findByRole('dialog', { name: 'Assign “Safety”' }));
  await user.type(question.getByLabelText('Type 30 to confirm'), '30{Enter}');
  await waitFor(() => expect(sent(CommitOperationDocument)).toMatchObject([{ input: { operationId: 'o1', previewHash: 'seen' } }]));
  await screen.findByText('0 of 30');
  expect(screen.queryByRole('button', { name: 'Give this preview up' })).toBeNull();
  expect(await axeFindings(container)).toEqual([]);
});

test('what concerns nobody yet, and somebody later, is carried out from there too; what never will is not [D20]', async () => {
  const forNobody = { rowsTotal: 0, counts: [] };
  await open(buildOperation({ ...forNobody, changesBeyondRows: true }));
  expect(await screen.findByRole('button', { name: 'Carry it out' })).toBeEnabled();
  expect(screen.getByText('At present this changes nothing for anybody. Whoever is in the audience later gets it.')).toBeInTheDocument();
  document.body.replaceChildren();
  await open(buildOperation(forNobody));
  await screen.findByRole('button', { name: 'Give this preview up' });
  expect(screen.queryByRole('button', { name: 'Carry it out' })).toBeNull();
});

test('it can be given up by whoever may, also when they may not commit it any more', async () => {
  const cancelled = buildOperation({ state: 'CANCELLED', viewerCan: mayAct() });
  const { user, sent } = await open(buildOperation({ viewerCan: mayAct({ discard: true }) }), reply(CancelOperationDocument, () => ({ cancelOperation: cancelled })));
  expect(await screen.findByText(onlyAssigners)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Carry out/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Give this preview up' }));
  await waitFor(() => expect(sent(CancelOperationDocument)).toMatchObject([{ input: { operationId: 'o1' } }]));
  await waitFor(() => expect(screen.queryByText(onlyAssigners)).toBeNull());
});

test.each([
  { what: 'a preview that waits', operation: buildOperation({ viewerCan: mayAct() }) },
  { what: 'an operation that was given up on the way', operation: givenUp(mayAct()) },
])('an auditor sees $what without a button, and who could carry it out', async ({ operation }) => {
  const { container } = await open(operation);
  expect(await screen.findByText(onlyAssigners)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Carry out|Give|Go on/ })).toBeNull();
  expect(await axeFindings(container)).toEqual([]);
});

test('one that was given up on the way is gone on with by whoever may', async () => {
  const { user, sent } = await open(
    givenUp(mayAct({ goOn: true })),
    reply(CommitOperationDocument, () => ({ commitOperation: buildOperation({ state: 'APPLYING', committedAt: '2027-01-04T10:01:00Z', viewerCan: mayAct() }) })),
  );
  await user.click(await screen.findByRole('button', { name: 'Go on with the rest' }));
  await waitFor(() => expect(sent(CommitOperationDocument)).toHaveLength(1));
  expect(screen.queryByText(onlyAssigners)).toBeNull();
});

test('what is done is undone by a preview of its own: who keeps what they have is said before', async () => {
  const done = buildOperation({ state: 'DONE', committedAt: '2027-01-04T10:01:00Z', finishedAt: '2027-01-04T10:02:00Z', undoUntil: '2027-01-07T10:02:00Z', viewerCan: mayAct({ undo: true }) });
  const undo = buildOperation({
    id: 'o2',
    counts: [countOf('LEFT_CHANGED_SINCE', 4), countOf('TAKEN_BACK', 26)],
    undoes: { __typename: 'Operation', id: 'o1' },
  });
  const { user, sent, container } = await open(
    done,
    reply(PreviewUndoDocument, () => ({ previewUndo: { __typename: 'Operation' as const, id: 'o2' } })),
    reply(OperationStateDocument, ({ id }) => ({ operation: id === 'o2' ? undo : done })),
  );
  await user.click(await screen.findByRole('button', { name: 'Undo …' }));
  expect(await screen.findByRole('heading', { name: 'Undo: Assign “Safety”' })).toBeInTheDocument();
  expect(sent(PreviewUndoDocument)).toMatchObject([{ input: { operationId: 'o1' } }]);
  expect(screen.getByText('Have begun or changed since: left as they are')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Carry out for 26 people' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'What this undoes' })).toHaveAttribute('href', expect.stringContaining('/operations/o1'));
  expect(await axeFindings(container)).toEqual([]);
});

test('an undo that is refused says why, and nothing is lost', async () => {
  const done = buildOperation({ state: 'DONE', committedAt: '2027-01-04T10:01:00Z', viewerCan: mayAct({ undo: true }) });
  const refusal = { __typename: 'InputRefused' as const, problems: [{ __typename: 'Problem' as const, code: 'UNDO_EXPIRED', message: 'This can no longer be undone.', field: null }] };
  const { user } = await open(done, reply(PreviewUndoDocument, () => ({ previewUndo: refusal })));
  await user.click(await screen.findByRole('button', { name: 'Undo …' }));
  expect(await screen.findByText('This can no longer be undone.')).toBeInTheDocument();
});
