import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { type ExceptionCaseFragment, ExceptionCountDocument, ExceptionInboxDocument } from '../features/tracking/exceptions.generated.ts';
import { PreviewResolveExceptionsDocument } from '../features/tracking/plan-act.generated.ts';
import { connectionOf, renderPage, reply } from '../testing/render-admin.tsx';
import { ExceptionsPage } from './exceptions-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const keep = { __typename: 'ExceptionOption' as const, choice: 'KEEP' as const, due: null, consequence: 'The plan stays, and waits until the person is back.' };
const dismiss = { ...keep, choice: 'DISMISS' as const, consequence: 'This assignment no longer reaches the person.' };
const date = { ...keep, choice: 'REALISTIC_DUE' as const, due: '2027-06-08', consequence: 'Due on June 8, 2027.' };

function buildCase(id: string, name: string, overrides: Partial<ExceptionCaseFragment> = {}): ExceptionCaseFragment {
  return {
    __typename: 'Enrollment',
    id,
    status: 'NOT_STARTED',
    overdue: false,
    due: null,
    viewerCan: { __typename: 'EnrollmentAbilities', override: true },
    person: { __typename: 'Person', id: `person-${id}`, displayName: name, employeeNumber: 'E-1', department: null },
    plan: { __typename: 'LearningPlan', id: 'p1', name: 'Safety' },
    learningObject: null,
    exceptions: [{ __typename: 'AssignmentException', code: 'INACTIVE_PERSON', message: 'The person is suspended or has left', assignmentNumber: 7, assignmentName: 'Autumn', options: [keep, dismiss] }],
    ...overrides,
  };
}
const undated = buildCase('e2', '王小明', {
  exceptions: [{ __typename: 'AssignmentException', code: 'UNKNOWN_ANCHOR', message: 'Nobody has entered the hire date', assignmentNumber: 8, assignmentName: 'Winter', options: [date, keep, dismiss] }],
});
const inbox = (...rows: ExceptionCaseFragment[]) => [
  reply(ExceptionInboxDocument, () => ({ enrollments: connectionOf('EnrollmentConnection', 'EnrollmentEdge', ...rows) })),
  reply(ExceptionCountDocument, () => ({ enrollmentCount: rows.length })),
];
const refused = reply(PreviewResolveExceptionsDocument, () => ({ previewResolveExceptions: { __typename: 'InputRefused' as const, problems: [{ __typename: 'Problem' as const, code: 'NOTHING', message: 'Somebody has decided meanwhile.', field: null }] } }));
const open = (...replies: Parameters<typeof renderPage>[2]) => renderPage(server, { path: '/exceptions', element: <ExceptionsPage /> }, [...replies, refused]);

test('each case says what is the matter and by which assignment; nobody is withheld [ambition 9]', async () => {
  const { container } = await open(...inbox(buildCase('e1', 'Mia Chen'), undated));
  const row = await screen.findByRole('row', { name: /Mia Chen/ });
  expect(row).toHaveTextContent('The person is suspended or has left');
  expect(row).toHaveTextContent('Autumn');
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Needs a decision 2');
  expect(await axeFindings(container)).toEqual([]);
});

test('one case offers its own ways out, each with what follows from it; about somebody who is away there is no date to give', async () => {
  const { user, sent } = await open(...inbox(buildCase('e1', 'Mia Chen'), undated));
  await user.click(await screen.findByRole('button', { name: 'Decide for Mia Chen' }));
  const drawer = within(await screen.findByRole('dialog'));
  expect(drawer.getByText(/^Mia Chen · /)).toBeInTheDocument();
  expect(drawer.getAllByRole('radio').map((radio) => radio.getAttribute('value'))).toEqual(['KEEP', 'DISMISS']);
  expect(drawer.getByText('The plan stays, and waits until the person is back.')).toBeInTheDocument();
  await user.click(drawer.getByRole('radio', { name: /Keep it as it is/ }));
  await user.type(drawer.getByRole('textbox', { name: /reason/i }), 'On leave');
  await user.click(drawer.getByRole('button', { name: 'Show preview' }));
  await waitFor(() => expect(sent(PreviewResolveExceptionsDocument)).toMatchObject([{ input: { planId: 'p1', personIds: ['person-e1'], choice: 'KEEP', reason: 'On leave' } }]));
  expect(await drawer.findByText('Somebody has decided meanwhile.')).toBeInTheDocument();
});

test('cases of one plan are decided together, of several plans not', async () => {
  const other = buildCase('e3', 'Ana', { plan: { __typename: 'LearningPlan', id: 'p2', name: 'Other' } });
  const { user, sent } = await open(...inbox(buildCase('e1', 'Mia Chen'), undated, other));
  await user.click(await screen.findByRole('checkbox', { name: /Mia Chen/ }));
  await user.click(screen.getByRole('checkbox', { name: /王小明/ }));
  const bar = within(screen.getByRole('region', { name: /selected|selection/i }));
  await user.click(bar.getByRole('button', { name: 'Decide' }));
  const drawer = within(await screen.findByRole('dialog'));
  await user.click(drawer.getByRole('radio', { name: /Dismiss/ }));
  await user.type(drawer.getByRole('textbox', { name: /reason/i }), 'Old');
  await user.click(drawer.getByRole('button', { name: 'Show preview' }));
  await waitFor(() => expect(sent(PreviewResolveExceptionsDocument)).toMatchObject([{ input: { planId: 'p1', personIds: ['person-e1', 'person-e2'], choice: 'DISMISS' } }]));
  await user.click(drawer.getByRole('button', { name: /close/i }));
  await user.click(screen.getByRole('checkbox', { name: /Ana/ }));
  expect(await bar.findByText('Choose people of one plan, or of one content, to decide for them together.')).toBeInTheDocument();
  expect(bar.queryByRole('button', { name: 'Decide' })).toBeNull();
});

test('a case of content that was assigned by itself is decided like one of a plan', async () => {
  const { user, sent } = await open(...inbox(buildCase('e1', 'Mia Chen', { plan: null, learningObject: { __typename: 'LearningObject', id: 'c1', name: 'Ladders' } })));
  expect(await screen.findByRole('link', { name: 'Ladders' })).toHaveAttribute('href', expect.stringContaining('/content/c1?enrollment=e1'));
  await user.click(screen.getByRole('button', { name: 'Decide for Mia Chen' }));
  const drawer = within(await screen.findByRole('dialog'));
  await user.click(drawer.getByRole('radio', { name: /Keep/ }));
  await user.type(drawer.getByRole('textbox', { name: /reason/i }), 'Fine');
  await user.click(drawer.getByRole('button', { name: 'Show preview' }));
  await waitFor(() => expect(sent(PreviewResolveExceptionsDocument)).toMatchObject([{ input: { learningObjectId: 'c1', personIds: ['person-e1'], choice: 'KEEP' } }]));
});

test('whoever may not decide sees the case and no button', async () => {
  await open(...inbox(buildCase('e1', 'Mia Chen', { viewerCan: { __typename: 'EnrollmentAbilities', override: false } })));
  await screen.findByRole('row', { name: /Mia Chen/ });
  expect(screen.queryByRole('button', { name: /Decide/ })).toBeNull();
});

test('an empty inbox says what would stand here', async () => {
  await open(...inbox());
  expect(await screen.findByText('Nothing needs a decision')).toBeInTheDocument();
  expect(screen.getByText(/its person is suspended, has left or has no job number/)).toBeInTheDocument();
});
