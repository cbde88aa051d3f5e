import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, waitFor } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { PastTrainingDocument, type PastTrainingRowFragment, PastTrainingTotalDocument } from '../features/training-progress/past-training.generated.ts';
import { connectionOf, renderPage, reply } from '../testing/render-admin.tsx';
import { TrainingAsOfPage } from './training-as-of-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const record = (name: string, more: Partial<PastTrainingRowFragment>): PastTrainingRowFragment => ({
  __typename: 'PastTrainingRecord', id: `${name}:c1`, state: 'IN_PROGRESS', completedOn: null, startedOn: null, origin: null, person: { __typename: 'Person', id: name, displayName: name, partnerAccount: null },
  department: { __typename: 'Department', id: 'd1', path: ['Company', 'Sales'] }, learningObject: { __typename: 'Named', id: 'c1', name: 'Ladders' }, ...more,
});
const records = reply(PastTrainingDocument, ({ asOf, type }) => {
  const ben = asOf.knowledge === 'KNOWN_THEN' ? record('Ben', { state: 'COMPLETED', completedOn: '2026-02-04', origin: 'MANUAL' }) : record('Ben', { startedOn: '2026-02-01' });
  return { pastTraining: connectionOf('PastTrainingRecordConnection', 'PastTrainingRecordEdge', ...(type === 'COURSE' ? [ben] : [])) };
});
const total = reply(PastTrainingTotalDocument, ({ type }) => ({ pastTrainingCount: type === 'COURSE' ? 10_001 : 0 }));
const open = (address: string) => renderPage(server, { path: '/progress/training/as-of', element: <TrainingAsOfPage />, at: `/progress/training/as-of${address}`, permissions: ['PROGRESS_READ'] }, [records, total]);

test('training progress of a day, as it was known then and as it is known today, narrowed as that of today is [ambition 5, U7]', async () => {
  const { container, user, sent } = await open('?on=2026-02-06&q=ben&progress=COMPLETED&department=d1');
  expect(await screen.findByRole('heading', { level: 1, name: /Training progress, as of Feb 6, 2026 10,000\+/ })).toBeInTheDocument();
  expect(screen.getByText(/This is the past: what had been recorded by the evening of Feb 6, 2026/)).toBeInTheDocument();
  expect(await screen.findByRole('row', { name: /Ben/ })).toHaveTextContent(/BenCompany › SalesLaddersCompletedCompleted Feb 4, 2026An admin/);
  expect(await axeFindings(container)).toEqual([]);
  expect(screen.getByRole('link', { name: 'Back to today' })).toHaveAttribute('href', '/progress/training?on=2026-02-06&q=ben&progress=COMPLETED&department=d1');
  await user.click(screen.getByRole('radio', { name: 'As known today' }));
  await waitFor(() => expect(screen.getByRole('row', { name: /Ben/ })).toHaveTextContent('In progress'));
  expect(sent(PastTrainingDocument).at(-1)).toMatchObject({ type: 'COURSE', asOf: { date: '2026-02-06', knowledge: 'KNOWN_TODAY' }, filter: { search: 'ben', state: 'COMPLETED', departmentId: 'd1' } });
});

test('a kind of which nobody had begun anything says so; plans are not asked for here', async () => {
  const { user } = await open('?on=2026-02-06&type=PLAN');
  expect(await screen.findByRole('tab', { name: 'Courses', selected: true })).toBeInTheDocument();
  expect(screen.queryByRole('tab', { name: 'Plans' })).toBeNull();
  await user.click(screen.getByRole('tab', { name: 'Modules' }));
  expect(await screen.findByText('Nobody had begun anything here')).toBeInTheDocument();
});
