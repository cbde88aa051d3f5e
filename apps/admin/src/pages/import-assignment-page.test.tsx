import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { AssignablePlanDocument, AssignableTargetsDocument, PreviewAssignmentImportDocument } from '../features/assignments/assignments.generated.ts';
import { buildOperation, buildRow, countOf, operationIs, rowsAre } from '../testing/operations.ts';
import { renderPage, reply } from '../testing/render-admin.tsx';
import { uploadsAre } from '../testing/upload-server.ts';
import { ImportAssignmentPage } from './import-assignment-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const analysed = buildOperation({
  kind: 'IMPORT_ASSIGNMENT',
  title: { plan: 'Safety', file: 'list.xlsx', sheet: 'Staff', sheets: 3, formulas: 2 },
  rowsTotal: 4,
  counts: [countOf('APPLIED', 2), countOf('MERGED', 1), countOf('ERROR', 1)],
});
const shortened = { __typename: 'Problem' as const, code: 'NUMBER_SHORTENED', message: 'It may be 100012 (Mia Chen).', field: null };
const plan = { __typename: 'LearningPlan' as const, id: 'p1', name: 'Safety', code: 'S-1', viewerCan: { __typename: 'LearningPlanAbilities' as const, assign: true } };
const replies = [
  reply(AssignablePlanDocument, () => ({ learningPlan: plan })),
  reply(AssignableTargetsDocument, () => ({ assignableTargets: [{ __typename: 'AssignmentTarget' as const, id: 'p1', kind: 'PLAN' as const, name: 'Safety', code: 'S-1' }] })),
  rowsAre(buildRow({ details: { row: 5, name: '1.00012E+05' }, problems: [shortened] })),
  reply(PreviewAssignmentImportDocument, () => ({ previewAssignmentImport: { __typename: 'Operation' as const, id: 'o1' } })),
];
const open = (at: string, permissions = ['PLAN_ASSIGN'], operation = analysed) =>
  renderPage(server, { path: '/assignments/import', element: <ImportAssignmentPage />, at, permissions }, [operationIs(operation), ...replies]);

test('a list is uploaded for a plan, by what it names people and by when, and its analysis stands in the address [D25, D26, X5]', async () => {
  server.use(...uploadsAre(async () => ({ fileId: 'f1' })));
  const { user, address, sent, container } = await open('/assignments/import?plan=p1');
  expect(await screen.findByText('Safety')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Download a template' })).toHaveAttribute('href', '/files/templates/EMPLOYEE_NUMBER?language=en');
  await user.click(screen.getByRole('radio', { name: 'E-mail address' }));
  expect(screen.getByRole('link', { name: 'Download a template' })).toHaveAttribute('href', '/files/templates/EMAIL?language=en');
  expect(await axeFindings(container)).toEqual([]);
  await user.upload(await screen.findByLabelText('List of people as CSV or XLSX', { selector: 'input' }), new File(['x'], 'list.xlsx'));
  expect(await screen.findByText(/Nobody has been assigned yet/)).toBeInTheDocument();
  expect(address()).toBe('/assignments/import?plan=p1&operation=o1');
  expect(sent(PreviewAssignmentImportDocument)).toMatchObject([{ input: { fileId: 'f1', planId: 'p1', by: 'EMAIL', dueRule: null, notify: true } }]);
});

test('the people of a list are not told when that is unticked [L48, C18]', async () => {
  server.use(...uploadsAre(async () => ({ fileId: 'f1' })));
  const { user, sent } = await open('/assignments/import?plan=p1');
  await user.click(await screen.findByRole('checkbox', { name: 'Tell them' }));
  await user.upload(await screen.findByLabelText('List of people as CSV or XLSX', { selector: 'input' }), new File(['x'], 'list.xlsx'));
  expect(await screen.findByText(/Nobody has been assigned yet/)).toBeInTheDocument();
  expect(sent(PreviewAssignmentImportDocument)).toMatchObject([{ input: { notify: false } }]);
});

test('without a plan the list waits until one is chosen', async () => {
  const { user } = await open('/assignments/import');
  expect(await screen.findByText('Choose a plan, and a whole due date, before the list.')).toBeInTheDocument();
  await user.click(screen.getByRole('combobox', { name: 'Plan' }));
  await user.click(await screen.findByRole('option', { name: 'Safety · S-1' }));
  expect(await screen.findByLabelText('List of people as CSV or XLSX', { selector: 'input' })).toBeInTheDocument();
});

test('the preview names the sheet, says errors first with what may be meant, and gives the rejected rows as a file [U22, U24]', async () => {
  const { container } = await open('/assignments/import?operation=o1');
  expect(await screen.findByText('Read from the sheet “Staff”, the first of 3. The others were left alone. 2 cells hold formulas: the results that the spreadsheet last worked out were read.')).toBeInTheDocument();
  expect(await screen.findByRole('row', { name: /1.00012E\+05/ })).toHaveTextContent('5');
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['Errors 1', 'Get it 2', 'Have it already: one more cause, dates by the rules 1']);
  expect(screen.getByRole('link', { name: 'Download these rows' })).toHaveAttribute('href', '/files/rows/o1/ERROR?language=en');
  expect(screen.getByRole('button', { name: 'Assign to 3 people' })).toBeInTheDocument();
  expect(await axeFindings(container)).toEqual([]);
});

test.each([
  [{ encoding: 'gb18030', separator: ';', columns: 4 }, 'Read as GB18030 with 4 columns, separated by semicolons.'],
  [{ encoding: 'utf-16be', separator: ',', columns: 1 }, 'Read as UTF-16 with one column.'],
])('the preview says as what a CSV file was read: %j', async (understood, text) => {
  await open('/assignments/import?operation=o1', undefined, { ...analysed, title: { plan: 'Safety', file: 'list.csv', ...understood } });
  expect(await screen.findByText(text)).toBeInTheDocument();
});

test('whoever may not assign is refused before a file is asked for', async () => {
  await open('/assignments/import', []);
  expect(await screen.findByText('You may not see or do this')).toBeInTheDocument();
  expect(screen.queryByLabelText('List of people as CSV or XLSX', { selector: 'input' })).toBeNull();
});
