import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { uploadsAre } from '../testing/upload-server.ts';
import { screen, waitFor } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { PreviewGroupImportDocument } from '../features/groups/groups.generated.ts';
import { OperationStateDocument } from '../features/operations/operation.generated.ts';
import { renderPage, reply } from '../testing/render-admin.tsx';
import { ImportGroupPage } from './import-group-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const open = (permissions = ['DIRECTORY_EDIT']) =>
  renderPage(server, { path: '/people/groups/:groupId/import', element: <ImportGroupPage />, at: '/people/groups/g1/import', permissions }, [
    reply(PreviewGroupImportDocument, () => ({ previewGroupImport: { __typename: 'Operation' as const, id: 'o1' } })),
    reply(OperationStateDocument, () => ({ operation: null })),
  ]);

test('a list comes into a group by job number, e-mail address or external id, each with its template [D26, X5]', async () => {
  server.use(...uploadsAre(async () => ({ fileId: 'f1' })));
  const { user, address, sent, container } = await open();
  expect(await screen.findByRole('radio', { name: 'Job number' })).toBeChecked();
  expect(screen.getByRole('radio', { name: 'E-mail address' })).toBeInTheDocument();
  await user.click(screen.getByRole('radio', { name: 'External ID' }));
  expect(screen.getByRole('link', { name: 'Download a template' })).toHaveAttribute('href', '/files/templates/EXTERNAL_ID?language=en');
  expect(await axeFindings(container)).toEqual([]);
  await user.upload(screen.getByLabelText('List of people as CSV or XLSX', { selector: 'input' }), new File(['x'], 'list.csv'));
  await waitFor(() => expect(address()).toBe('/people/groups/g1/import?operation=o1'));
  expect(sent(PreviewGroupImportDocument)).toEqual([{ input: expect.objectContaining({ groupId: 'g1', fileId: 'f1', by: 'EXTERNAL_ID' }) }]);
});

test('who may not change groups is told so', async () => {
  await open([]);
  expect(await screen.findByRole('alert')).toBeInTheDocument();
  expect(screen.queryByRole('radio')).toBeNull();
});
