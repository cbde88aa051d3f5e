import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { TrainingPartnersDocument, TrainingProgressListDocument, TrainingProgressTotalDocument, type TrainingRecordRowFragment, TrainingSummaryDocument } from '../features/training-progress/training-progress.generated.ts';
import { connectionOf, renderPage, reply } from '../testing/render-admin.tsx';
import { PartnerAccountPage } from './partner-account-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const record = (id: string, completedOn: string, of: Partial<TrainingRecordRowFragment>): TrainingRecordRowFragment => ({
  __typename: 'TrainingRecord', id, state: 'COMPLETED', progress: 1, completedOn, startedOn: null, origin: 'MANUAL',
  person: { __typename: 'Person', id: 'ana', displayName: 'Ana', partnerAccount: { __typename: 'Named', id: 'allied', name: 'Allied' } }, learningObject: null, plan: null, ...of,
});
const ropes = record('ana:ropes', '2026-03-02', { learningObject: { __typename: 'LearningObject', id: 'ropes', name: 'Ropes' } });
const climber = record('ana:climber', '2026-03-05', { plan: { __typename: 'LearningPlan', id: 'climber', name: 'Climber' } });
const records = (...rows: TrainingRecordRowFragment[]) => connectionOf('TrainingRecordConnection', 'TrainingRecordEdge', ...rows);

const open = (at: string, isEmpty = false) =>
  renderPage(server, { path: '/people/partner-accounts/:partnerAccountId', at: `/people/partner-accounts/${at}`, element: <PartnerAccountPage />, permissions: ['PEOPLE_READ', 'PLAN_TRACK'] }, [
    reply(TrainingPartnersDocument, () => ({ partnerAccounts: [{ __typename: 'Named' as const, id: 'allied', name: 'Allied' }] })),
    reply(TrainingSummaryDocument, () => ({
      courses: records(...(isEmpty ? [] : [ropes])), certifications: records(...(isEmpty ? [] : [climber])),
      topCertifications: isEmpty ? [] : [{ __typename: 'CertificationCount' as const, id: 'climber', name: 'Climber', people: 3 }],
    })),
    reply(TrainingProgressListDocument, ({ type }) => ({ trainingProgress: records(...(type === 'COURSE' ? [ropes] : [])) })),
    reply(TrainingProgressTotalDocument, () => ({ trainingProgressCount: 1 })),
  ]);

test('the summary lists what was completed last, the latest first, and the certifications that most have [U8]', async () => {
  const { container, sent } = await open('allied');
  expect(await screen.findByRole('heading', { level: 1, name: 'Allied' })).toBeInTheDocument();
  const latest = within((await screen.findByRole('heading', { name: 'Recent activity' })).closest('section')!);
  expect(latest.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['ClimberAnaMar 5, 2026', 'RopesAnaMar 2, 2026']);
  const top = within(screen.getByRole('heading', { name: 'Top certifications completed' }).closest('section')!);
  expect(top.getByRole('link', { name: 'Climber' })).toHaveAttribute('href', '/plans/climber');
  expect(top.getByText('3 people')).toBeInTheDocument();
  expect(sent(TrainingSummaryDocument)).toEqual([{ partnerAccountId: 'allied', filter: { partnerAccountId: 'allied', state: 'COMPLETED' } }]);
  expect(await axeFindings(container)).toEqual([]);
});

test('its training stands in tabs by kind, narrowed to its people [U9, U12]', async () => {
  const { user, sent, container } = await open('allied?tab=training');
  expect(await screen.findByRole('row', { name: /Ana.*Ropes/ })).toHaveTextContent('Completed Mar 2, 2026');
  await user.click(screen.getByRole('tab', { name: 'Certifications' }));
  expect(sent(TrainingProgressListDocument)).toMatchObject([{ type: 'COURSE', filter: { partnerAccountId: 'allied' } }, { type: 'CERTIFICATION', filter: { partnerAccountId: 'allied' } }]);
  expect(screen.queryByPlaceholderText('Partner')).toBeNull();
  expect(await axeFindings(container)).toEqual([]);
});

test('where nobody has completed anything it says what will stand there', async () => {
  await open('allied', true);
  expect(await screen.findByText('No certification has been completed yet')).toBeInTheDocument();
  expect(screen.getByText('Nobody has completed a course or certification yet')).toBeInTheDocument();
});

test('an account that one does not see is not found', async () => {
  await open('another');
  expect(await screen.findByRole('heading', { level: 1, name: 'Page not found' })).toBeInTheDocument();
});
