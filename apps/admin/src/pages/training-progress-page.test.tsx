import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { TrainingProgressListDocument, TrainingProgressTotalDocument, type TrainingRecordRowFragment } from '../features/training-progress/training-progress.generated.ts';
import { connectionOf, renderPage, reply } from '../testing/render-admin.tsx';
import { TrainingProgressPage } from './training-progress-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const completed: TrainingRecordRowFragment = {
  __typename: 'TrainingRecord',
  id: 'ana:ropes',
  state: 'COMPLETED',
  progress: 1,
  completedOn: '2026-03-02',
  startedOn: null,
  origin: 'IMPORT',
  person: { __typename: 'Person', id: 'ana', displayName: 'Ana', partnerAccount: { __typename: 'Named', id: 'allied', name: 'Allied' } },
  learningObject: { __typename: 'LearningObject', id: 'ropes', name: 'Ropes' },
  plan: null,
};
const begun: TrainingRecordRowFragment = {
  ...completed,
  id: 'ben:safety',
  state: 'IN_PROGRESS',
  progress: 0.425,
  completedOn: null,
  startedOn: '2026-03-01',
  origin: null,
  person: { __typename: 'Person', id: 'ben', displayName: 'Ben', partnerAccount: null },
  learningObject: null,
  plan: { __typename: 'LearningPlan', id: 'safety', name: 'Safety' },
};

/** Courses hold what is complete, certifications what was begun; a search for somebody else finds nothing. */
const open = (at: string) => {
  const rowsOf = (type: string, search?: string | null) => (search === 'nobody' ? [] : type === 'COURSE' ? [completed] : type === 'CERTIFICATION' ? [begun] : []);
  return renderPage(server, { path: '/progress/training', at: `/progress/training${at}`, element: <TrainingProgressPage /> }, [
    reply(TrainingProgressListDocument, ({ type, filter }) => ({ trainingProgress: connectionOf('TrainingRecordConnection', 'TrainingRecordEdge', ...rowsOf(type, filter?.search)) })),
    reply(TrainingProgressTotalDocument, ({ type, filter }) => ({ trainingProgressCount: rowsOf(type, filter?.search).length })),
  ]);
};

test('a completed record tells who, what, on which day, by what and for which partner; both lead on [U5, U6, U12]', async () => {
  const { container } = await open('');
  const row = await screen.findByRole('row', { name: /Ana/ });
  expect(row).toHaveTextContent('Completed');
  expect(row).toHaveTextContent('Mar 2, 2026');
  expect(row).toHaveTextContent('A file');
  expect(row).toHaveTextContent('Allied');
  expect(within(row).getByRole('link', { name: 'Ana' })).toHaveAttribute('href', '/people/ana');
  expect(within(row).getByRole('link', { name: 'Ropes' })).toHaveAttribute('href', '/content/ropes');
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Training progress 1'));
  expect(await axeFindings(container)).toEqual([]);
});

test('a tab shows its own kind and keeps what narrows the list [U4, U7]', async () => {
  const { user, sent } = await open('?progress=IN_PROGRESS&q=be');
  await user.click(await screen.findByRole('tab', { name: 'Certifications' }));
  const row = await screen.findByRole('row', { name: /Ben/ });
  expect(row).toHaveTextContent('In progress, 42%');
  expect(row).toHaveTextContent('Begun Mar 1, 2026');
  expect(within(row).getByRole('link', { name: 'Safety' })).toHaveAttribute('href', '/plans/safety');
  expect(screen.queryByText('Ana')).toBeNull();
  expect(sent(TrainingProgressListDocument).at(-1)).toMatchObject({ type: 'CERTIFICATION', filter: { state: 'IN_PROGRESS', search: 'be', origins: null } });
});

test('both states together narrow nothing, and what the address makes up is no filter [U7]', async () => {
  const { sent } = await open('?type=NONE&progress=COMPLETED&progress=IN_PROGRESS&origin=MANUAL&origin=MAGIC');
  await screen.findByRole('row', { name: /Ana/ });
  expect(sent(TrainingProgressListDocument)).toMatchObject([{ type: 'COURSE', filter: { state: null, search: null, origins: ['MANUAL'] } }]);
});

test('where nothing matches, the filters are cleared in one step; where nothing is, the next step is offered', async () => {
  const { user } = await open('?q=nobody');
  await user.click((await screen.findAllByRole('button', { name: /clear/i })).at(-1)!);
  expect(await screen.findByRole('row', { name: /Ana/ })).toBeInTheDocument();
  await user.click(screen.getByRole('tab', { name: 'Plans' }));
  expect(await screen.findByText('Nobody has begun anything here')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'To the assignments' })).toHaveAttribute('href', '/assignments');
});
