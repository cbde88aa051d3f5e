import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { axeFindings } from '../testing/axe.ts';
import { renderApp } from '../testing/render-app.tsx';
import { ListPage, type ListState, type Selection } from './list-page.tsx';
import { useListParams } from './list-params.ts';

interface Row {
  id: string;
  name: string;
}
const rows: Row[] = [
  { id: '1', name: 'Mia' },
  { id: '2', name: '王小明' },
];
const columns = [
  { id: 'name', header: 'Name', cell: (row: Row) => row.name },
  { id: 'number', header: 'Number', cell: (row: Row) => `E-${row.id}` },
];
const filters = [{ id: 'status', label: 'Status', options: [{ value: 'OPEN', label: 'Open' }, { value: 'DONE', label: 'Done' }] }];

interface PeopleProps {
  shown?: readonly Row[];
  state?: ListState;
  fresh?: { count: number; show(): void };
  onMore?: () => void;
  onBulk?: (selection: Selection) => void;
}

function People({ shown = rows, state = { is: 'ready' }, fresh, onMore = () => {}, onBulk }: PeopleProps) {
  const params = useListParams(['status']);
  return (
    <ListPage
      title="People"
      total={2412}
      searchLabel="Search by name"
      params={params}
      filters={filters}
      columns={columns}
      rows={shown}
      rowId={(row) => row.id}
      rowName={(row) => row.name}
      state={state}
      hasMore
      onLoadMore={onMore}
      fresh={fresh}
      bulkActions={onBulk && ((selection) => <button type="button" onClick={() => onBulk(selection)}>Remind</button>)}
      empty={{ title: 'No people yet', text: 'Import them.' }}
    />
  );
}

test('a list shows its title, its count and its rows, each with a heading cell', async () => {
  const { container } = await renderApp(<People onBulk={() => {}} />);
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('People 2,412');
  expect(screen.getByRole('rowheader', { name: '王小明' })).toBeInTheDocument();
  expect(await axeFindings(container)).toEqual([]);
});

test('search and filters live in the address, and a chip takes its filter away', async () => {
  const { user, address } = await renderApp(<People />, { at: '/?tab=people' });
  await user.type(screen.getByRole('searchbox', { name: 'Search by name' }), '小明');
  await waitFor(() => expect(address()).toBe(`/?tab=people&q=${encodeURIComponent('小明')}`));
  await user.click(screen.getByRole('button', { name: 'Filter: Status' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Done' }));
  expect(address()).toContain('status=DONE');
  await user.click(screen.getByRole('button', { name: 'Remove filter Status: Done' }));
  expect(address()).not.toContain('status');
  await user.click(screen.getByRole('button', { name: 'Clear search' }));
  expect(address()).toBe('/?tab=people');
});

test('selecting all shown offers all that match, and the act gets that selection', async () => {
  const acted: Selection[] = [];
  const { user } = await renderApp(<People onBulk={(selection) => acted.push(selection)} />);
  await user.click(screen.getByRole('checkbox', { name: 'Select Mia' }));
  const bar = screen.getByRole('region', { name: 'Act on the selection' });
  await user.click(within(bar).getByRole('button', { name: 'Remind' }));
  await user.click(screen.getByRole('checkbox', { name: 'Select all shown' }));
  await user.click(within(bar).getByRole('button', { name: 'Select all 2,412 that match' }));
  await user.click(within(bar).getByRole('button', { name: 'Remind' }));
  expect(acted).toEqual([
    { all: false, ids: ['1'] },
    { all: true, total: 2412 },
  ]);
});

test('another filter drops the selection, so that an act never hits rows one no longer sees', async () => {
  const { user } = await renderApp(<People onBulk={() => {}} />);
  await user.click(screen.getByRole('checkbox', { name: 'Select Mia' }));
  await user.click(screen.getByRole('button', { name: 'Filter: Status' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Open' }));
  expect(screen.queryByRole('region', { name: 'Act on the selection' })).toBeNull();
});

test('nothing at all names the next step; nothing found offers to clear the filters', async () => {
  const first = await renderApp(<People shown={[]} />);
  expect(screen.getByText('No people yet')).toBeInTheDocument();
  first.unmount();
  const { user, address } = await renderApp(<People shown={[]} />, { at: '/?status=DONE' });
  await user.click(screen.getAllByRole('button', { name: 'Clear filters' })[0]!);
  expect(address()).toBe('/');
});

test('a failure says what happened, that nothing is lost, and tries again', async () => {
  let tries = 0;
  const failed: ListState = { is: 'failed', failure: { kind: 'NETWORK', lost: 'NOTHING' }, retry: () => (tries += 1) };
  const { user } = await renderApp(<People state={failed} />);
  expect(screen.getByRole('alert')).toHaveTextContent(/No connection.*Nothing was changed or lost/);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(tries).toBe(1);
});

test('new rows are offered and announced, never pushed in', async () => {
  let shown = false;
  const { user } = await renderApp(<People fresh={{ count: 3, show: () => (shown = true) }} />);
  await waitFor(() => expect(screen.getAllByRole('status').some((region) => region.textContent === '3 new')).toBe(true));
  expect(screen.queryByText('E-3')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Show 3 new' }));
  expect(shown).toBe(true);
});

test('more rows are loaded on demand', async () => {
  let asked = 0;
  const { user } = await renderApp(<People onMore={() => (asked += 1)} />);
  await user.click(screen.getByRole('button', { name: 'Load more' }));
  expect(asked).toBe(1);
});
