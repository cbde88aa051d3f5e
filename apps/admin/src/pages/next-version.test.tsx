import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { AddMilestoneDocument } from '../features/learning-plans/plan-edits.generated.ts';
import { PlanDraftDocument } from '../features/learning-plans/plan-draft.generated.ts';
import { buildMilestone, buildPlan } from '../features/learning-plans/plan.testing.ts';
import { DiscardDraftDocument, GiveUpVersionPreviewDocument, type NextVersionFactsQuery, NextVersionFactsDocument, PreviewPublishVersionDocument, VersionDiffDocument } from '../features/learning-plans/plan-versions.generated.ts';
import { OperationRowsDocument } from '../features/operations/operation.generated.ts';
import { buildOperation, openOperationsAre, operationIs } from '../testing/operations.ts';
import { connectionOf, renderPage, reply } from '../testing/render-admin.tsx';
import { OperationPage } from './operation-page.tsx';
import { PlanEditorPage } from './plan-editor-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const version = (number: number) => ({ __typename: 'PlanVersionSummary' as const, id: `v${number}`, number, state: 'PUBLISHED' as const, name: 'Security', publishedAt: null, changeNote: null, publishedBy: null });
const differs = (...sentences: readonly string[]) =>
  reply(VersionDiffDocument, () => ({
    versionDiff: { __typename: 'PlanVersionDiff' as const, from: version(1), to: version(2), changes: sentences.map((sentence) => ({ __typename: 'PlanVersionChange' as const, milestoneKey: null, sentence })) },
  }));

type Waiting = NonNullable<NextVersionFactsQuery['learningPlan']>['versionOperation'];
const facts = (people: Readonly<Record<string, number>>, versionOperation: Waiting = null) =>
  reply(NextVersionFactsDocument, () => ({
    planProgress: {
      __typename: 'PlanProgress' as const,
      planId: 'p1',
      total: Object.values(people).reduce((sum, each) => sum + each, 0),
      counts: Object.entries(people).map(([status, count]) => ({ __typename: 'StatusCount' as const, status: status as 'COMPLETED', people: count })),
    },
    learningPlan: { __typename: 'LearningPlan' as const, id: 'p1', versionOperation },
  }));

const draft = buildPlan({ lifecycle: 'ACTIVE', draft: { id: 'v2', number: 2, milestones: [buildMilestone()] } });
const mine = { ...draft, publishedVersion: { ...draft.draftVersion!, id: 'v1', number: 1 }, viewerCan: { ...draft.viewerCan, publish: false, publishNextVersion: true, moveToNextVersion: true } };
const previewed = reply(PreviewPublishVersionDocument, () => ({ previewPublishVersion: { __typename: 'Operation' as const, id: 'o1' } }));
const open = (step: string, plan: typeof mine, ...replies: Parameters<typeof renderPage>[2]) =>
  renderPage(server, { path: '/plans/:planId/edit', element: <PlanEditorPage />, at: `/plans/p1/edit?step=${step}` }, [reply(PlanDraftDocument, () => ({ learningPlan: plan })), ...replies]);

test('whom the next version takes along is chosen by what it means and whom it concerns, then previewed as it was last saved [2.10]', async () => {
  const { user, sent, address, container } = await open('publish', mine, differs('“Law” is new'), facts({ NOT_STARTED: 12, IN_PROGRESS: 30, COMPLETED: 8 }), previewed);
  expect(await screen.findByText(/You are writing version 2. Version 1 stays as it is until you publish./)).toBeVisible();
  expect(await screen.findByText('“Law” is new')).toBeVisible();
  expect(screen.getByRole('radio', { name: 'Those who have not started' })).toHaveAccessibleDescription(/12 people move · 38 stay/);
  expect(screen.getByRole('radio', { name: 'Everybody, and ask for what is new' })).toHaveAccessibleDescription(/42 people move · up to 8 asked for what is new$/);
  await user.click(screen.getByRole('button', { name: 'Preview publishing version 2' }));
  expect(await screen.findByText('Choose who moves.')).toBeVisible();
  await user.click(screen.getByRole('radio', { name: 'Everybody who has not completed it' }));
  await user.type(screen.getByRole('textbox', { name: 'What is new (optional)' }), 'The law');
  expect(await axeFindings(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Preview publishing version 2' }));
  await waitFor(() => expect(address()).toMatch(/operations\/o1$/));
  expect(sent(PreviewPublishVersionDocument)).toMatchObject([{ input: { planId: 'p1', rowVersion: 7, choice: 'MOVE_ALL_OPEN', changeNote: 'The law' } }]);
});

test('where nobody has the plan, or the reader may move nobody, there is nothing to choose', async () => {
  const nobody = await open('publish', mine, differs(), facts({}), previewed);
  expect(await screen.findByText('Nobody has this plan yet. Whoever gets it from now on gets version 2.')).toBeVisible();
  await nobody.user.click(screen.getByRole('button', { name: 'Preview publishing version 2' }));
  await waitFor(() => expect(nobody.sent(PreviewPublishVersionDocument)).toMatchObject([{ input: { choice: 'PIN' } }]));
  nobody.unmount();
  await open('publish', { ...mine, viewerCan: { ...mine.viewerCan, moveToNextVersion: false } }, differs(), facts({ COMPLETED: 3 }));
  expect(await screen.findByText(/Only those who reach everybody may move people/)).toBeVisible();
  expect(screen.queryByRole('radio')).toBeNull();
});

test('a preview that waits is found again, and another one takes its place', async () => {
  const waiting: Waiting = { ...buildOperation({ kind: 'MIGRATE_PLAN_VERSION', state: 'PREVIEWED' }), id: 'o0', viewerCan: { __typename: 'OperationAbilities', discard: true }, undoes: null } as never;
  const given = reply(GiveUpVersionPreviewDocument, () => ({ cancelOperation: { __typename: 'Operation' as const, id: 'o0', state: 'CANCELLED' as const } }));
  const { user, sent } = await open('publish', mine, differs(), facts({}, waiting), previewed, given);
  expect((await screen.findByRole('link', { name: 'Look at it' })).getAttribute('href')).toMatch(/operations\/o0$/);
  await user.click(screen.getByRole('button', { name: 'Preview publishing version 2' }));
  await waitFor(() => expect(sent(GiveUpVersionPreviewDocument)).toMatchObject([{ input: { operationId: 'o0' } }]));
});

test('what has changed follows what is saved, and discarding the draft says what is lost', async () => {
  const saved = { ...mine, draftVersion: { ...mine.draftVersion!, rowVersion: 8 } };
  const discarded = reply(DiscardDraftDocument, () => ({ discardDraft: { ...mine, draftVersion: null } }));
  const { user, sent, answer } = await open('content', mine, differs(), discarded, reply(AddMilestoneDocument, () => ({ addMilestone: saved })));
  expect(await screen.findByRole('link', { name: 'No changes yet' })).toBeVisible();
  answer(differs('“Milestone 2” is new'));
  await user.click(screen.getByRole('button', { name: 'Add a milestone' }));
  await user.click(await screen.findByRole('link', { name: '1 change' }));
  expect(await screen.findByText('“Milestone 2” is new')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Discard the draft…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Discard the draft of version 2?' });
  expect(await within(dialog).findByText('“Milestone 2” is new')).toBeVisible();
  await user.click(within(dialog).getByRole('button', { name: 'Discard version 2' }));
  await waitFor(() => expect(sent(DiscardDraftDocument)).toMatchObject([{ input: { planId: 'p1', rowVersion: 8 } }]));
});

test('the preview says of each person what changes, how far they are before and after, and what ends [V4]', async () => {
  const details = { effects: ['LOSES_CREDIT', 'GAINS_WORK'], progressBefore: 0.5, progressAfter: 0.3333, dueBefore: '2027-06-30', dueAfter: null, overridesEnded: [{ act: 'WAIVE', milestone: 'Advanced' }] };
  const operation = buildOperation({ kind: 'MIGRATE_PLAN_VERSION', title: { plan: 'Security', planId: 'p1', version: 2, choice: 'MOVE_ALL_OPEN' }, counts: [{ __typename: 'OperationCount', class: 'LOSES_CREDIT', rows: 1 }] });
  const row = { __typename: 'OperationRow' as const, ordinal: 0, class: 'LOSES_CREDIT', outcome: null, details, problems: [], target: null, person: { __typename: 'Person' as const, id: 'mia', displayName: 'Mia Chen', employeeNumber: null, department: null } };
  const rows = reply(OperationRowsDocument, () => ({ operation: { __typename: 'Operation' as const, id: 'o1', rows: connectionOf('OperationRowConnection', 'OperationRowEdge', row) } }));
  await renderPage(server, { path: '/progress/operations/:operationId', element: <OperationPage />, at: '/progress/operations/o1' }, [operationIs(operation), rows, openOperationsAre()]);
  const line = (await screen.findByText('Mia Chen')).closest('tr')!;
  expect(line).toHaveTextContent(/loses credit.*gains work.*The waiver of “Advanced” ends with it.*50% → 33%.*Jun 30, 2027 → no date/);
  expect(screen.getByRole('button', { name: 'Publish version 2 and take 1 person along' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'To the versions of the plan' })).toHaveAttribute('href', expect.stringMatching(/plans\/p1\?tab=versions$/));
});
