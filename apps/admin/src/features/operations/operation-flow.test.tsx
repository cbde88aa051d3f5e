import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { buildOperation, countOf, openOperationsAre, operationIs, rowsAre } from '../../testing/operations.ts';
import { renderAdmin, reply } from '../../testing/render-admin.tsx';
import {
  CommitOperationDocument,
  OperationMovesDocument,
  type OperationPartsFragment,
} from './operation.generated.ts';
import { OperationFlow } from './operation-flow.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const counts = [countOf('APPLIED', 312), countOf('SKIPPED_ALREADY_COMPLETED', 88)];
const buildPreview = (overrides: Partial<OperationPartsFragment> = {}) => buildOperation({ rowsTotal: 400, counts, ...overrides });

async function openPreview(...replies: Parameters<typeof renderAdmin>[2]) {
  const flow = (
    <OperationFlow
      opened
      title="Assign"
      choose={<p>Form</p>}
      chosen
      start={async () => ({ is: 'STARTED', operationId: 'o1' })}
      commitLabel={(people) => `Assign to ${people} people`}
      onClose={() => {}}
    />
  );
  const view = await renderAdmin(server, flow, [operationIs(buildPreview()), rowsAre(), openOperationsAre(), ...replies]);
  await view.user.click(await screen.findByRole('button', { name: 'Show preview' }));
  await screen.findByText('Get it');
  return view;
}

test('the preview counts by class in words, and the number of those it changes is repeated before the commit', async () => {
  const committed = reply(CommitOperationDocument, () => ({ commitOperation: buildPreview({ state: 'APPLYING', committedAt: '2027-01-04T10:01:00Z' }) }));
  const { user, sent } = await openPreview(committed);
  expect(screen.getByText('Have completed it: nothing to do')).toBeInTheDocument();
  const confirm = screen.getByRole('button', { name: 'Assign to 312 people' });
  await user.click(confirm);
  expect(sent(CommitOperationDocument)).toHaveLength(0);
  await user.type(screen.getByLabelText('Type 312 to confirm'), '312');
  await user.click(confirm);
  await waitFor(() => expect(sent(CommitOperationDocument)).toMatchObject([{ input: { operationId: 'o1', previewHash: 'seen' } }]));
});

test('how many have it already is said, also when nobody does', async () => {
  const { unmount } = await openPreview();
  expect(screen.getByText('Already have it, in all').nextSibling).toHaveTextContent('88');
  unmount();
  await openPreview(operationIs(buildPreview({ counts: [countOf('APPLIED', 400)] })));
  expect(screen.getByText('Already have it, in all').nextSibling).toHaveTextContent('0');
});

test('once committed it moves live, and ends in its report in past words', async () => {
  const applying = buildPreview({ state: 'APPLYING', committedAt: '2027-01-04T10:01:00Z' });
  const { user, tell } = await openPreview(reply(CommitOperationDocument, () => ({ commitOperation: applying })));
  await user.type(screen.getByLabelText('Type 312 to confirm'), '312{Enter}');
  await screen.findByText('0 of 400');
  tell(OperationMovesDocument, { operationProgress: { ...applying, rowsDone: 200 } });
  expect(await screen.findByText('200 of 400')).toBeInTheDocument();
  tell(OperationMovesDocument, { operationProgress: { ...applying, state: 'DONE', rowsDone: 400, finishedAt: '2027-01-04T10:02:00Z', result: [countOf('APPLIED', 312)] } });
  expect(await screen.findByText('Got it')).toBeInTheDocument();
});

test('one that was given up on the way says how far it came, and goes on with the rest', async () => {
  const applying = buildPreview({ state: 'APPLYING', committedAt: '2027-01-04T10:01:00Z' });
  const { user, tell, sent } = await openPreview(reply(CommitOperationDocument, () => ({ commitOperation: applying })));
  await user.type(screen.getByLabelText('Type 312 to confirm'), '312{Enter}');
  await screen.findByText('0 of 400');
  const problem = { __typename: 'Problem' as const, code: 'OPERATION_GIVEN_UP', message: 'This stopped before its end.' };
  const viewerCan = { ...applying.viewerCan, goOn: true, undo: false };
  tell(OperationMovesDocument, { operationProgress: { ...applying, state: 'FAILED', rowsDone: 200, finishedAt: '2027-01-04T10:02:00Z', result: [countOf('APPLIED', 200)], problem, viewerCan } });
  expect(await screen.findByText('This stopped before its end.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Go on with the rest' }));
  await waitFor(() => expect(sent(CommitOperationDocument)).toHaveLength(2));
  expect(await screen.findByText('0 of 400')).toBeInTheDocument();
});

test('a preview that no longer holds is shown anew with what changed, and has to be confirmed anew', async () => {
  const renewed = buildOperation({ previewHash: 'new', counts: [countOf('APPLIED', 314), countOf('SKIPPED_ALREADY_COMPLETED', 86)] });
  const stale = reply(CommitOperationDocument, () => ({ commitOperation: { __typename: 'StalePreview' as const, operation: renewed, problems: [] } }));
  const { user } = await openPreview(stale);
  await user.type(screen.getByLabelText('Type 312 to confirm'), '312{Enter}');
  expect(await screen.findByText('Changed since you looked: Get it was 312, is now 314.')).toBeInTheDocument();
  expect(screen.getByLabelText('Type 314 to confirm')).toHaveValue('');
});

test('whose rights went while they looked sees who may commit it, and no button for it', async () => {
  const viewerCan = { ...buildOperation().viewerCan, commit: false };
  await openPreview(operationIs(buildPreview({ viewerCan })));
  expect(screen.getByText('Only those who may assign this plan can carry this out.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Assign to/ })).toBeNull();
  expect(screen.queryByLabelText(/to confirm/)).toBeNull();
});
