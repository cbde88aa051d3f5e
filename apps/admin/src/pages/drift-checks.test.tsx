import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { type DriftCheckPartsFragment, DriftChecksDocument, StartDriftCheckDocument } from '../features/settings/drift-checks.generated.ts';
import { renderPage, reply } from '../testing/render-admin.tsx';
import { SettingsPage } from './settings-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const found = (kind: string, count: number, repaired: number) => ({ __typename: 'DriftFound' as const, kind, count, repaired });
const build = (more: Partial<DriftCheckPartsFragment> = {}): DriftCheckPartsFragment => ({
  __typename: 'DriftCheck', id: 'd1', state: 'DONE', repair: false, startedAt: '2026-05-04T10:00:00Z', finishedAt: '2026-05-04T10:01:00Z', checkedPeople: 2402, checkedEnrollments: 4643, checkedCounts: 20,
  startedBy: { __typename: 'Named', id: 'ada', name: 'Ada Lindqvist' }, found: [], ...more,
});
const open = (permissions: readonly string[], ...checks: DriftCheckPartsFragment[]) =>
  renderPage(server, { path: '/settings', element: <SettingsPage />, at: '/settings?tab=checks', permissions }, [reply(DriftChecksDocument, () => ({ driftChecks: checks }))]);
const mayEdit = ['SETTINGS_READ', 'SETTINGS_EDIT'];

test('what checks found is told in words, with what was looked at; an auditor begins none [D4]', async () => {
  const { container } = await open(['SETTINGS_READ'], build({ found: [found('STATUS', 3, 0), found('DUE_COUNT', 1, 0)] }), build({ id: 'd0', startedAt: '2026-05-03T10:00:00Z' }));
  const [differs, nothing] = await screen.findAllByRole('region', { name: /May/ });
  expect(differs).toHaveTextContent(/by Ada Lindqvist.*Something differs.*2,402 people, 4,643 enrollments.*Another status: 3.*Counts by due date: 1/);
  expect(nothing).toHaveTextContent('Nothing differs');
  expect(screen.queryByRole('button', { name: 'Check now' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Set right what differs' })).toBeNull();
  expect(await axeFindings(container)).toEqual([]);
});

test('a check is begun and seen under way; another has to wait', async () => {
  const { user, answer, sent } = await open(mayEdit);
  expect(await screen.findByText('Nothing was checked yet')).toBeInTheDocument();
  const running = build({ state: 'RUNNING', finishedAt: null });
  answer(reply(StartDriftCheckDocument, () => ({ startDriftCheck: running })), reply(DriftChecksDocument, () => ({ driftChecks: [running] })));
  await user.click(screen.getByRole('button', { name: 'Check now' }));
  expect(await screen.findByText('Under way')).toBeInTheDocument();
  expect(sent(StartDriftCheckDocument)).toMatchObject([{ input: { repair: false } }]);
  expect(screen.getByRole('button', { name: 'Check now' })).toBeDisabled();
});

test('what differs is set right after a question, and what came of it is told', async () => {
  const { user, answer, sent } = await open(mayEdit, build({ found: [found('PROGRESS', 2, 0)] }));
  await user.click(await screen.findByRole('button', { name: 'Set right what differs' }));
  const question = await screen.findByRole('dialog', { name: 'Set right what differs?' });
  const repaired = build({ id: 'd2', repair: true, found: [found('PROGRESS', 2, 2)] });
  answer(reply(StartDriftCheckDocument, () => ({ startDriftCheck: repaired })), reply(DriftChecksDocument, () => ({ driftChecks: [repaired] })));
  await user.click(within(question).getByRole('button', { name: 'Set right what differs' }));
  await waitFor(() => expect(sent(StartDriftCheckDocument)).toMatchObject([{ input: { repair: true } }]));
  expect(await screen.findByText('Set right')).toBeInTheDocument();
  expect(screen.getByText('Another progress: 2 of 2 set right')).toBeInTheDocument();
});
