import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import {
  CommitOperationDocument,
  OperationMovesDocument,
  type OperationPartsFragment,
  OperationRowsDocument,
} from '../features/operations/operation.generated.ts';
import { PreviewPeopleImportDocument } from '../features/people/people.generated.ts';
import { buildOperation, buildRow, countOf, operationIs } from '../testing/operations.ts';
import { connectionOf, renderPage, reply } from '../testing/render-admin.tsx';
import { uploadsAre } from '../testing/upload-server.ts';
import { ImportPeoplePage } from './import-people-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const buildImport = (overrides: Partial<OperationPartsFragment> = {}) =>
  buildOperation({ kind: 'IMPORT_PEOPLE', title: { file: 'people.csv' }, rowsTotal: 4, counts: [countOf('NEW', 2), countOf('CHANGED', 1), countOf('ERROR', 1)], ...overrides });
const noDepartment = { __typename: 'Problem' as const, code: 'NO_SUCH_DEPARTMENT', message: 'There is no department “Slaes”.', field: 'departmentPath' };
const rows = reply(OperationRowsDocument, ({ class: asked }) => {
  const row = buildRow({ class: asked ?? 'ERROR', details: { row: 5, name: 'Mia Chen' }, problems: asked === 'ERROR' ? [noDepartment] : [] });
  return { operation: { __typename: 'Operation' as const, id: 'o1', rows: connectionOf('OperationRowConnection', 'OperationRowEdge', row) } };
});
const analysed = (overrides?: Partial<OperationPartsFragment>) => operationIs(buildImport(overrides));
const open = (at: string, ...replies: Parameters<typeof renderPage>[2]) => renderPage(server, { path: '/people/import', element: <ImportPeoplePage />, at, permissions: ['DIRECTORY_EDIT'] }, [rows, ...replies]);
const file = new File(['name\nMia Chen'], 'people.csv', { type: 'text/csv' });

test('a file is uploaded and analysed, and its analysis stands in the address [D16]', async () => {
  server.use(...uploadsAre(async () => ({ fileId: 'f1' })));
  const started = reply(PreviewPeopleImportDocument, () => ({ previewPeopleImport: { __typename: 'Operation' as const, id: 'o1' } }));
  const { user, address, sent } = await open('/people/import', started, analysed());
  await user.upload(await screen.findByLabelText('People as CSV or XLSX', { selector: 'input' }), file);
  expect(await screen.findByText(/Nothing has been imported yet/)).toBeInTheDocument();
  expect(address()).toBe('/people/import?operation=o1');
  expect(sent(PreviewPeopleImportDocument)).toMatchObject([{ input: { fileId: 'f1' } }]);
});

test('a file that cannot be read as people says why, and another one can be chosen', async () => {
  server.use(...uploadsAre(async () => ({ fileId: 'f1' })));
  const refusal = { __typename: 'InputRefused' as const, problems: [{ __typename: 'Problem' as const, code: 'NO_NAME', message: 'The first line has no column “name”.', field: null }] };
  const { user } = await open('/people/import', reply(PreviewPeopleImportDocument, () => ({ previewPeopleImport: refusal })));
  await user.upload(await screen.findByLabelText('People as CSV or XLSX', { selector: 'input' }), file);
  expect(await screen.findByText('The first line has no column “name”.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'choose files' })).toBeEnabled();
});

test('a reload finds the analysis again: errors first, each with its line and its reason', async () => {
  const { container } = await open('/people/import?operation=o1', analysed());
  const row = await screen.findByRole('row', { name: /Mia Chen/ });
  expect(row).toHaveTextContent('5Mia ChenThere is no department “Slaes”.');
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['Errors 1', 'New 2', 'Changed 1']);
  expect(await axeFindings(container)).toEqual([]);
});

test('the import is asked for with its number, moves live, and ends with the way to the people', async () => {
  const applying = buildImport({ state: 'APPLYING', committedAt: '2027-01-04T10:01:00Z' });
  const { user, sent, tell } = await open('/people/import?operation=o1', analysed(), reply(CommitOperationDocument, () => ({ commitOperation: applying })));
  await user.click(await screen.findByRole('button', { name: 'Import 3 people' }));
  const question = await screen.findByRole('dialog', { name: 'Import 3 people?' });
  expect(question).toHaveTextContent('2 new, 1 changed, 0 marked as having left. Rows with errors are left out.');
  await user.click(within(question).getByRole('button', { name: 'Import 3 people' }));
  await waitFor(() => expect(sent(CommitOperationDocument)).toMatchObject([{ input: { operationId: 'o1', previewHash: 'seen' } }]));
  await screen.findByText('0 of 4');
  tell(OperationMovesDocument, { operationProgress: { ...applying, state: 'DONE', rowsDone: 4, finishedAt: '2027-01-04T10:02:00Z', result: [countOf('IMPORTED', 3)] } });
  expect(await screen.findByText('The import is done.')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Go to the people' })).toHaveAttribute('href', '/people');
});

test('people who have changed since the analysis are told before anything is imported', async () => {
  const renewed = buildImport({ previewHash: 'new', counts: [countOf('NEW', 1), countOf('CHANGED', 1), countOf('ERROR', 1)] });
  const stale = reply(CommitOperationDocument, () => ({ commitOperation: { __typename: 'StalePreview' as const, operation: renewed, problems: [] } }));
  const { user } = await open('/people/import?operation=o1', analysed(), stale);
  await user.click(await screen.findByRole('button', { name: 'Import 3 people' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Import 3 people' }));
  expect(await screen.findByText(/People have changed since the analysis/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Import 2 people' })).toBeInTheDocument();
});

test('an analysis that failed says why and lets one begin anew', async () => {
  const { user, address } = await open('/people/import?operation=o1', analysed({ state: 'FAILED', problem: { __typename: 'Problem', code: 'NOT_TEXT', message: 'This is no text.' } }));
  expect(await screen.findByText('This is no text.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Choose another file' }));
  expect(address()).toBe('/people/import');
});

test('whoever may look at an import but not carry it out sees its rows, no button, and is told who may', async () => {
  const nothing = { __typename: 'OperationAbilities' as const, commit: false, discard: false, goOn: false, undo: false };
  await renderPage(server, { path: '/people/import', element: <ImportPeoplePage />, at: '/people/import?operation=o1' }, [rows, analysed({ viewerCan: nothing })]);
  expect(await screen.findByText('Only those who may change the whole directory can carry this out.')).toBeInTheDocument();
  await screen.findByRole('row', { name: /Mia Chen/ });
  expect(screen.queryByRole('button', { name: /Import|Choose another file/ })).toBeNull();
});

test('whoever may not import is refused by the address too, before a file is asked for', async () => {
  await renderPage(server, { path: '/people/import', element: <ImportPeoplePage /> }, []);
  expect(await screen.findByText('You may not see or do this')).toBeInTheDocument();
  expect(screen.getByText(/Ask an administrator/)).toBeInTheDocument();
  expect(screen.queryByLabelText('People as CSV or XLSX', { selector: 'input' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});
