import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { axeFindings } from '@milepost/web/testing/axe.ts';
import { screen, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import {
  CreateDepartmentDocument,
  CreateNamedPlaceDocument,
  DepartmentTreeDocument,
  MoveDepartmentDocument,
  NamedPlacesDocument,
  PreviewMergeDocument,
  RemoveDepartmentDocument,
  RenameDepartmentDocument,
  type TreeDepartmentFragment,
} from '../features/directory/structure.generated.ts';
import { renderPage, reply } from '../testing/render-admin.tsx';
import { DepartmentsPage } from './departments-page.tsx';
import { PositionsPage } from './named-places-page.tsx';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const department = (path: string, peopleCount: number): TreeDepartmentFragment => {
  const names = path.split('/');
  return { __typename: 'Department', id: path, parentId: names.slice(0, -1).join('/') || null, name: names.at(-1)!, path: names, rowVersion: 3, peopleCount };
};
const company = [department('Northwind', 30), department('Northwind/IT', 5), department('Northwind/Sales', 20), department('Northwind/Sales/一部', 8), department('Partners', 0)];
const tree = reply(DepartmentTreeDocument, () => ({ departments: company }));
const open = (permissions: readonly string[], ...replies: Parameters<typeof renderPage>[2]) =>
  renderPage(server, { path: '/people/departments', element: <DepartmentsPage />, permissions }, [tree, ...replies]);
const edit = ['DIRECTORY_EDIT'];
const names = () => within(screen.getByRole('list', { name: 'Departments' })).getAllByRole('link').map((link) => link.textContent);
const choose = async (user: Awaited<ReturnType<typeof open>>['user'], name: string, act: string) => {
  await user.click(await screen.findByRole('button', { name: `Actions for ${name}` }));
  await user.click(await screen.findByRole('menuitem', { name: act }));
};
const refusal = (message: string) => ({ __typename: 'InputRefused' as const, problems: [{ __typename: 'Problem' as const, code: 'X', message, field: null }] });

describe('the tree of departments [D23]', () => {
  test('shows how many people are in or below each, and where one is', async () => {
    const { container } = await open(edit);
    expect(await screen.findByRole('heading', { level: 1, name: 'Departments 5' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Departments' })).toHaveAttribute('aria-current', 'page');
    expect(names()).toEqual(['Northwind', 'IT', 'Sales', 'Partners']);
    expect(screen.getByRole('link', { name: 'Sales' })).toHaveAttribute('href', '/people?department=Northwind/Sales');
    expect(screen.getByText('20 people')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });

  test('is walked through by arrow keys: right opens, left closes and goes up', async () => {
    const { user } = await open([]);
    (await screen.findByRole('link', { name: 'Northwind' })).focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('link', { name: 'Sales' })).toHaveFocus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(screen.getByRole('link', { name: '一部' })).toHaveFocus();
    await user.keyboard('{ArrowLeft}');
    expect(screen.getByRole('link', { name: 'Sales' })).toHaveFocus();
    await user.keyboard('{ArrowLeft}');
    expect(names()).toEqual(['Northwind', 'IT', 'Sales', 'Partners']);
    await user.keyboard('{End}');
    expect(screen.getByRole('link', { name: 'Partners' })).toHaveFocus();
  });

  test('a search opens the way to what it found, and says how many', async () => {
    const { user, address } = await open([]);
    await user.type(await screen.findByRole('searchbox'), '一');
    expect(names()).toEqual(['Northwind', 'Sales', '一部']);
    expect(screen.getByText('1 department found')).toHaveAttribute('role', 'status');
    expect(address()).toContain('q=');
    await user.type(screen.getByRole('searchbox'), 'x');
    expect(await screen.findByText('No department matches “一x”.')).toBeInTheDocument();
  });

  test('whoever may not change the directory only reads it', async () => {
    await open([]);
    await screen.findByRole('link', { name: 'Sales' });
    expect(screen.queryByRole('button', { name: /Add|Actions/ })).toBeNull();
  });

  test('a department is added below another; why a name is refused stands at the field', async () => {
    const { user, sent, answer } = await open(edit, reply(CreateDepartmentDocument, () => ({ createDepartment: refusal('There is one.') })));
    await choose(user, 'Sales', 'Add a department below');
    const dialog = await screen.findByRole('dialog', { name: 'Add a department below “Sales”' });
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'West');
    await user.click(within(dialog).getByRole('button', { name: 'Add a department' }));
    expect(await within(dialog).findByText('There is one.')).toBeInTheDocument();
    expect(sent(CreateDepartmentDocument)).toMatchObject([{ input: { parentId: 'Northwind/Sales', name: 'West' } }]);
    answer(reply(CreateDepartmentDocument, () => ({ createDepartment: department('Northwind/Sales/West', 0) })));
    await user.click(within(dialog).getByRole('button', { name: 'Add a department' }));
    await screen.findByRole('link', { name: 'Sales' });
    expect(sent(DepartmentTreeDocument).length).toBeGreaterThan(1);
  });

  test('renamed by somebody else first, it says what it is called now', async () => {
    const { user, answer } = await open(edit, reply(RenameDepartmentDocument, () => ({ renameDepartment: { ...refusal('Somebody else changed this.'), __typename: 'StaleEdit' as const } })));
    await choose(user, 'IT', 'Rename');
    const dialog = await screen.findByRole('dialog', { name: 'Rename “IT”' });
    await user.clear(within(dialog).getByRole('textbox', { name: 'Name' }));
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Technology');
    answer(reply(DepartmentTreeDocument, () => ({ departments: company.map((each) => (each.name === 'IT' ? { ...each, name: 'Systems', rowVersion: 4 } : each)) })));
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('It is called “Systems” now. Save again to call it otherwise.')).toBeInTheDocument();
  });

  test('moves without dragging: to any place but below itself', async () => {
    const { user, sent } = await open(edit, reply(MoveDepartmentDocument, () => ({ moveDepartment: department('Sales', 20) })));
    await choose(user, 'Sales', 'Move to …');
    const dialog = await screen.findByRole('dialog', { name: 'Move “Sales”' });
    await user.click(within(dialog).getByRole('combobox', { name: 'Below' }));
    expect((await within(dialog).findAllByRole('option')).map((option) => option.textContent)).toEqual(['At the top', 'Northwind', 'Northwind › IT', 'Partners']);
    await user.click(within(dialog).getByRole('option', { name: 'At the top' }));
    await user.click(within(dialog).getByRole('button', { name: 'Move' }));
    await screen.findByRole('link', { name: 'Sales' });
    expect(sent(MoveDepartmentDocument)).toMatchObject([{ input: { departmentId: 'Northwind/Sales', rowVersion: 3, parentId: null } }]);
  });

  test('while somebody refers to it, it is not removed, and says who', async () => {
    const { user } = await open(edit, reply(RemoveDepartmentDocument, () => ({ removeDepartment: refusal('“IT” is still used: 5 people.') })));
    await choose(user, 'IT', 'Remove');
    const dialog = await screen.findByRole('dialog', { name: 'Remove the department “IT”?' });
    await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('“IT” is still used: 5 people.');
  });

  test('is merged into another by a preview first', async () => {
    const { user, sent } = await open(edit, reply(PreviewMergeDocument, () => ({ previewMerge: refusal('Both have “North” below them.') })));
    await choose(user, 'IT', 'Merge into …');
    const drawer = await screen.findByRole('dialog', { name: 'Merge “IT”' });
    await user.click(within(drawer).getByRole('combobox', { name: 'Merge into' }));
    await user.click(await within(drawer).findByRole('option', { name: 'Partners' }));
    await user.click(within(drawer).getByRole('button', { name: 'Show preview' }));
    expect(await within(drawer).findByText('Both have “North” below them.')).toBeInTheDocument();
    expect(sent(PreviewMergeDocument)).toMatchObject([{ input: { place: 'DEPARTMENT', fromId: 'Northwind/IT', intoId: 'Partners' } }]);
  });
});

test('positions are listed with who has them, searched, and added', async () => {
  const place = (name: string, peopleCount: number) => ({ __typename: 'NamedPlace' as const, id: name, name, rowVersion: 1, peopleCount });
  const { container, user, sent } = await renderPage(server, { path: '/people/positions', element: <PositionsPage />, permissions: edit }, [
    reply(NamedPlacesDocument, () => ({ namedPlaces: [place('Engineer', 12), place('Müller', 3)] })),
    reply(CreateNamedPlaceDocument, () => ({ createNamedPlace: place('Welder', 0) })),
  ]);
  expect(await screen.findByRole('row', { name: /Engineer 12/ })).toBeInTheDocument();
  expect(await axeFindings(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Add a position' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add a position' });
  await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Welder');
  await user.click(within(dialog).getByRole('button', { name: 'Add a position' }));
  await user.type(screen.getByRole('searchbox'), 'mull');
  expect(await screen.findByRole('heading', { level: 1, name: 'Positions 1' })).toBeInTheDocument();
  expect(sent(CreateNamedPlaceDocument)).toMatchObject([{ input: { kind: 'POSITION', name: 'Welder' } }]);
});
