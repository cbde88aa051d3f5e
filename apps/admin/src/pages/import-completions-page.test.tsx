import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { PreviewCompletionsImportDocument } from '../features/completions/completions-import.generated.ts';
import { ImportMendsDocument, ItemsToMendDocument, MendImportedCompletionsDocument, PeopleToMendDocument } from '../features/operations/mends.generated.ts';
import { CommitOperationDocument, type OperationPartsFragment, OperationRowsDocument } from '../features/operations/operation.generated.ts';
import { buildOperation, buildRow, countOf, operationIs } from '../testing/operations.ts';
import { connectionOf, renderPage, reply } from '../testing/render-admin.tsx';
import { uploadsAre } from '../testing/upload-server.ts';
import { ImportCompletionsPage } from './import-completions-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const counts = [countOf('NEW', 1200), countOf('ALREADY_COMPLETED', 3), countOf('ERROR', 2)];
const buildImport = (overrides: Partial<OperationPartsFragment> = {}) => buildOperation({ kind: 'IMPORT_COMPLETIONS', title: { file: 'done.csv' }, rowsTotal: 1205, counts, ...overrides });
const wrongDay = { __typename: 'Problem' as const, code: 'DAY_UNREADABLE', message: '“2026/3/5” is not a date. It may be 2026-03-05.', field: 'date' };
const rows = reply(OperationRowsDocument, ({ class: asked }) => {
  const details = { row: 7, name: 'mia@firm.test', item: 'Fire safety', completedOn: asked === 'NEW' ? '2026-03-05' : null };
  const row = buildRow({ class: asked ?? 'ERROR', details, problems: asked === 'ERROR' ? [wrongDay] : [] });
  return { operation: { __typename: 'Operation' as const, id: 'o1', rows: connectionOf('OperationRowConnection', 'OperationRowEdge', row) } };
});
const noMends = reply(ImportMendsDocument, () => ({ operation: { __typename: 'Operation' as const, id: 'o1', mends: [] } }));
const open = (at: string, permissions: readonly string[], ...replies: Parameters<typeof renderPage>[2]) =>
  renderPage(server, { path: '/progress/training/import', element: <ImportCompletionsPage />, at, permissions: [...permissions] }, [rows, ...replies]);

test('a file is read by e-mail unless something else is chosen, each way with its template, and its analysis stands in the address [U14, U19, U21, X5]', async () => {
  server.use(...uploadsAre(async () => ({ fileId: 'f1' })));
  const started = reply(PreviewCompletionsImportDocument, () => ({ previewCompletionsImport: { __typename: 'Operation' as const, id: 'o1' } }));
  const { user, address, sent, container } = await open('/progress/training/import', ['COMPLETIONS_CHANGE'], noMends, started, operationIs(buildImport({ state: 'ANALYSING' })));
  expect(await screen.findByRole('radio', { name: 'E-mail address' })).toBeChecked();
  expect(screen.getByRole('link', { name: 'Download a template' })).toHaveAttribute('href', '/files/templates/completions/EMAIL?language=en');
  await user.click(screen.getByRole('radio', { name: 'Job number' }));
  await user.click(screen.getByRole('checkbox', { name: 'Record further completions' }));
  expect(await axeFindings(container)).toEqual([]);
  await user.upload(screen.getByLabelText('Completions as CSV or XLSX', { selector: 'input' }), new File(['x'], 'done.csv', { type: 'text/csv' }));
  expect(await screen.findByText(/You can leave this page/)).toBeInTheDocument();
  expect(address()).toBe('/progress/training/import?operation=o1');
  expect(sent(PreviewCompletionsImportDocument)).toMatchObject([{ input: { fileId: 'f1', by: 'EMPLOYEE_NUMBER', again: true } }]);
});

test('three sets, errors first, each as a file; the number is repeated before anything is recorded [U22, U24, U26]', async () => {
  const applying = buildImport({ state: 'APPLYING', committedAt: '2027-01-04T10:01:00Z' });
  const before = operationIs(buildImport({ title: { file: 'done.csv', importedAt: '2026-12-31T10:00:00Z' } }));
  const { user, sent, container } = await open('/progress/training/import?operation=o1', ['COMPLETIONS_CHANGE'], noMends, before, reply(CommitOperationDocument, () => ({ commitOperation: applying })));
  expect(await screen.findByRole('row', { name: /mia@firm\.test/ })).toHaveTextContent('7mia@firm.testFire safety–“2026/3/5” is not a date. It may be 2026-03-05.');
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['Errors 2', 'New 1,200', 'Completed already 3']);
  expect(screen.getByText(/The same file was imported on/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Download these rows' })).toHaveAttribute('href', '/files/rows/o1/ERROR?language=en');
  expect(await axeFindings(container)).toEqual([]);
  await user.click(screen.getByRole('tab', { name: /New/ }));
  expect(await screen.findByText('Mar 5, 2026')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Download these rows' })).toHaveAttribute('href', '/files/rows/o1/NEW?language=en');
  await user.click(screen.getByRole('button', { name: 'Import 1,200 completions' }));
  const question = await screen.findByRole('dialog', { name: 'Import 1,200 completions?' });
  expect(question).toHaveTextContent('3 rows of who has completed it already, and 2 rows with errors, are left out.');
  await user.type(within(question).getByRole('textbox'), '1200');
  await user.click(within(question).getByRole('button', { name: 'Import 1,200 completions' }));
  await waitFor(() => expect(sent(CommitOperationDocument)).toMatchObject([{ input: { operationId: 'o1', previewHash: 'seen' } }]));
});

describe('rows that are mended on the page', () => {
  const details = {
    row: 7,
    name: 'mja@firm.test',
    item: 'Fire safty',
    completedOn: null,
    said: ['mja@firm.test', '课程', 'Fire safty', '5.3.2026'],
    fixes: [
      { column: 'name', to: 'Fire safety', whereSame: 'name' },
      { column: 'date', to: '2026-03-05', whereSame: 'date' },
      { column: 'date', to: '2026-05-03', whereSame: 'date' },
    ],
  };
  const errorRows = reply(OperationRowsDocument, ({ class: asked }) => ({
    operation: { __typename: 'Operation' as const, id: 'o1', rows: connectionOf('OperationRowConnection', 'OperationRowEdge', buildRow({ class: asked ?? 'ERROR', details, problems: [wrongDay] })) },
  }));
  const kept = { __typename: 'CellMend' as const, column: 'TYPE' as const, to: 'course', row: null, where: { __typename: 'CellsThatSay' as const, column: 'TYPE' as const, says: 'corse' }, rows: 312 };
  const mendsAre = (...mends: (typeof kept)[]) => reply(ImportMendsDocument, () => ({ operation: { __typename: 'Operation' as const, id: 'o1', mends } }));
  const analysing = { ...buildImport({ state: 'ANALYSING' }), mends: [] };
  const checked = reply(MendImportedCompletionsDocument, () => ({ mendImportedCompletions: analysing }));
  const search = [reply(ItemsToMendDocument, () => ({ completableItems: [{ __typename: 'CompletableItem' as const, id: 'c9', name: 'First aid' }] })), reply(PeopleToMendDocument, () => ({ people: { __typename: 'PersonConnection' as const, edges: [] } }))];
  const openMends = (...replies: Parameters<typeof renderPage>[2]) => open('/progress/training/import?operation=o1', ['COMPLETIONS_CHANGE'], operationIs(buildImport()), errorRows, ...search, ...replies);
  beforeEach(() => sessionStorage.clear());

  test('what is suggested is taken for all that say the same, and nothing is imported before the file was checked with it [U24]', async () => {
    const { user, sent, container } = await openMends(mendsAre(kept), checked);
    expect(await screen.findByRole('region', { name: 'Corrections' })).toHaveTextContent('Training type “corse” is read as “course”In 312 rows');
    expect(screen.getByRole('button', { name: 'Import 1,200 completions' })).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Use “2026-05-03”' }));
    // The one choice takes the other away; what else is wrong can still be mended.
    expect(screen.queryByRole('button', { name: 'Use “2026-03-05”' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Use “Fire safety”' }));
    expect(screen.getByText('Corrected, not checked yet: Name: “Fire safety” and Date: “2026-05-03”')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Import 1,200 completions' })).toBeNull();
    expect(await axeFindings(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Check the file again' }));
    expect(await screen.findByText(/You can leave this page/)).toBeInTheDocument();
    expect(sent(MendImportedCompletionsDocument)).toMatchObject([
      {
        input: {
          operationId: 'o1',
          mends: [
            { column: 'TYPE', to: 'course', row: null, where: { column: 'TYPE', says: 'corse' } },
            { column: 'DATE', to: '2026-05-03', row: null, where: { column: 'DATE', says: '5.3.2026' } },
            { column: 'NAME', to: 'Fire safety', row: null, where: { column: 'NAME', says: 'Fire safty' } },
          ],
        },
      },
    ]);
  });

  test('a row is corrected by hand, there or in all alike; corrections outlive a reload, can be taken back and dropped [U24]', async () => {
    const first = await openMends(mendsAre(kept));
    await first.user.click(await screen.findByRole('button', { name: 'Correct row 7, mja@firm.test' }));
    const dialog = await screen.findByRole('dialog', { name: 'Correct row 7' });
    expect(within(dialog).getByRole('button', { name: 'Keep the correction' })).toBeDisabled();
    expect(within(dialog).getByText('The file says “5.3.2026”.')).toBeInTheDocument();
    // What the file says in its own way is no change.
    expect(within(dialog).getByRole('combobox', { name: 'Training type' })).toHaveValue('Course');
    const name = within(dialog).getByRole('combobox', { name: 'Name' });
    await first.user.clear(name);
    await first.user.type(name, 'First');
    await first.user.click(await screen.findByRole('option', { name: /First aid/ }));
    await first.user.click(within(dialog).getByRole('button', { name: 'Keep the correction' }));
    expect(await screen.findByText('In row 7, Name is read as “First aid”')).toBeInTheDocument();
    first.unmount();

    const { user } = await openMends(mendsAre(kept));
    expect(await screen.findByText('In row 7, Name is read as “First aid”')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Take back: Training type “corse” is read as “course”' }));
    expect(screen.queryByText('In 312 rows')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Drop the changes' }));
    expect(screen.getByText('In 312 rows')).toBeInTheDocument();
    expect(screen.queryByText(/In row 7/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Import 1,200 completions' })).toBeInTheDocument();
  });

  test('corrections that cannot be read are said to be so, and asked for again', async () => {
    const { user, answer } = await openMends();
    const alert = await screen.findByRole('alert');
    answer(mendsAre(kept));
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('In 312 rows')).toBeInTheDocument();
  });

  test('a refusal is said, and the corrections stay', async () => {
    const refused = { __typename: 'InputRefused' as const, problems: [{ __typename: 'Problem' as const, code: 'TOO_MANY', message: 'At most 500 are possible.', field: 'mends' }] };
    const { user } = await openMends(mendsAre(), reply(MendImportedCompletionsDocument, () => ({ mendImportedCompletions: refused })));
    await user.click(await screen.findByRole('button', { name: 'Use “Fire safety”' }));
    await user.click(screen.getByRole('button', { name: 'Check the file again' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('At most 500 are possible.');
    expect(screen.getByText('Name “Fire safty” is read as “Fire safety”')).toBeInTheDocument();
  });
});

test('who may not record completions is told so', async () => {
  await open('/progress/training/import', []);
  expect(await screen.findByRole('alert')).toBeInTheDocument();
  expect(screen.queryByRole('radio')).toBeNull();
});
