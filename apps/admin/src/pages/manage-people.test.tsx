import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { ActMilestonesDocument, PreviewSetDueDocument, PreviewStepReleaseDocument, PreviewUnassignDocument, PreviewWaiveDocument } from '../features/tracking/plan-act.generated.ts';
import { renderPage, reply } from '../testing/render-admin.tsx';
import { ManagePeople } from './manage-people.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const refusal = { __typename: 'InputRefused' as const, problems: [{ __typename: 'Problem' as const, code: 'REASON_MISSING', message: 'Say why.', field: 'reason' }] };
const chosen = { personIds: ['a', 'b'], filter: null, count: 2 };
const open = (viewerCan: { assign: boolean; override: boolean }, onDone = () => {}) =>
  renderPage(server, { path: '/', element: <ManagePeople subject={{ planId: 'p1' }} viewerCan={viewerCan} chosen={chosen} onDone={onDone} /> }, [
    reply(PreviewUnassignDocument, () => ({ previewUnassign: refusal })),
    reply(PreviewSetDueDocument, () => ({ previewSetDue: refusal })),
  ]);

test.each([
  [{ assign: true, override: true }, 4],
  [{ assign: true, override: false }, 1],
  [{ assign: false, override: true }, 3],
  [{ assign: false, override: false }, 0],
])('the bar of selected people offers what one may do with them: %j [L34, X27]', async (viewerCan, buttons) => {
  await open(viewerCan);
  await waitFor(() => expect(screen.queryAllByRole('button')).toHaveLength(buttons));
});

test('what is refused stands in the form; closed, the selection is forgotten [L43]', async () => {
  const done = jest.fn();
  const { user, sent } = await open({ assign: false, override: true }, done);
  await user.click(await screen.findByRole('button', { name: /due/i }));
  const drawer = within(await screen.findByRole('dialog'));
  expect(drawer.getByRole('button', { name: 'Show preview' })).toBeDisabled();
  await user.click(drawer.getByRole('checkbox'));
  await user.type(drawer.getByRole('textbox', { name: /reason/i }), 'x');
  await user.click(drawer.getByRole('button', { name: 'Show preview' }));
  await waitFor(() => expect(sent(PreviewSetDueDocument)).toMatchObject([{ input: { planId: 'p1', personIds: ['a', 'b'], due: null, reason: 'x' } }]));
  expect(await drawer.findByText('Say why.')).toBeInTheDocument();
  await user.click(drawer.getByRole('button', { name: /close/i }));
  expect(done).toHaveBeenCalled();
});

test('content by itself is waived as a whole, and no milestone is asked for [L42]', async () => {
  const { user, sent } = await renderPage(
    server,
    { path: '/', element: <ManagePeople subject={{ learningObjectId: 'c1' }} viewerCan={{ assign: true, override: true }} chosen={chosen} onDone={() => {}} /> },
    [reply(PreviewWaiveDocument, () => ({ previewWaive: refusal }))],
  );
  await user.click(await screen.findByRole('button', { name: 'Waive it' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Waive it' }));
  expect(drawer.getByText(/This content is not required of 2 people any more/)).toBeInTheDocument();
  expect(drawer.queryByRole('combobox')).toBeNull();
  await user.type(drawer.getByRole('textbox', { name: /reason/i }), 'Knows it');
  await user.click(drawer.getByRole('button', { name: 'Show preview' }));
  await waitFor(() => expect(sent(PreviewWaiveDocument)).toMatchObject([{ input: { learningObjectId: 'c1', personIds: ['a', 'b'], milestoneKey: null } }]));
});

test('a milestone is opened or held for those chosen; electives are offered too, and nothing is sent before all is said [C3, C16]', async () => {
  const version = { __typename: 'PlanVersion' as const, id: 'v1', number: 1, milestones: [{ __typename: 'Milestone' as const, id: 'm1', key: 'm1', name: 'Further reading', metric: 'NONE' as const }] };
  const { user, sent } = await renderPage(
    server,
    { path: '/', element: <ManagePeople subject={{ planId: 'p1' }} viewerCan={{ assign: false, override: true }} chosen={chosen} onDone={() => {}} /> },
    [
      reply(PreviewStepReleaseDocument, () => ({ previewStepRelease: refusal })),
      reply(ActMilestonesDocument, () => ({ learningPlan: { __typename: 'LearningPlan' as const, id: 'p1', publishedVersion: version, versionsInUse: [] } })),
    ],
  );
  await user.click(await screen.findByRole('button', { name: 'Open or hold a milestone' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Open or hold a milestone' }));
  await user.click(drawer.getByRole('combobox', { name: 'Milestone' }));
  await user.click(await screen.findByRole('option', { name: 'Further reading' }));
  await user.type(drawer.getByRole('textbox', { name: /reason/i }), 'The trainer is ill');
  expect(drawer.getByRole('button', { name: 'Show preview' })).toBeDisabled();
  await user.click(drawer.getByRole('radio', { name: 'Hold it' }));
  await user.click(drawer.getByRole('button', { name: 'Show preview' }));
  await waitFor(() => expect(sent(PreviewStepReleaseDocument)).toMatchObject([{ input: { planId: 'p1', personIds: ['a', 'b'], milestoneKey: 'm1', act: 'HOLD', reason: 'The trainer is ill' } }]));
});
