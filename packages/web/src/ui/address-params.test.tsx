import { expect, test } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { lazy, Suspense } from 'react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { renderApp } from '../testing/render-app.tsx';
import { AddressLink } from './address-link.tsx';
import { useAddressParams } from './address-params.ts';
import { useListParams } from './list-params.ts';
import { ListToolbar } from './list-toolbar.tsx';

const statuses = [{ id: 'status', label: 'Status', options: [{ value: 'DONE', label: 'Done' }] }];

/** A list whose drawer takes its time: until it is ready, the page stands as it was, though the router has moved on. */
async function openList(at = '/') {
  let resolve = () => {};
  const wait = new Promise<void>((done) => (resolve = done));
  const Drawer = lazy(() => wait.then(() => ({ default: ({ id }: { id: string }) => <p>Drawer of {id}</p> })));
  function List() {
    const params = useListParams(['status']);
    const [address, change] = useAddressParams();
    const opened = address.get('enrollment');
    return (
      <>
        <ListToolbar params={params} filters={statuses} searchLabel="Search" />
        <AddressLink edit={(next) => next.set('enrollment', 'mia')}>Mia</AddressLink>
        {/* As a key or a gesture that leaves the focus where it is. */}
        <p onMouseEnter={() => change((next) => next.set('enrollment', 'mia'))}>Peek at Mia</p>
        <Suspense>{opened && <Drawer id={opened} />}</Suspense>
      </>
    );
  }
  const router = createMemoryRouter([{ path: '/', element: <List /> }], { initialEntries: [at] });
  const view = await renderApp(<RouterProvider router={router} />, { router: false });
  return { ...view, router, ready: () => act(async () => resolve()), search: screen.getByRole('searchbox', { name: 'Search' }) };
}

test('a row that is opened while a search is on its way to the address stays open, and the search stands beside it', async () => {
  const { user, router, ready, search } = await openList('/?tab=people');
  await user.type(search, 'Mia');
  await user.hover(screen.getByText('Peek at Mia'));
  expect(router.state.location.search).toContain('enrollment=mia');
  await waitFor(() => expect(router.state.location.search).toBe('?tab=people&enrollment=mia&q=Mia'));
  await ready();
  expect(await screen.findByText('Drawer of mia')).toBeInTheDocument();
  expect(search).toHaveValue('Mia');
});

test('what is typed is in the address before what is clicked next, in the history too', async () => {
  const { user, router, ready, search } = await openList();
  await user.type(search, 'Mia');
  await user.click(screen.getByRole('link', { name: 'Mia' }));
  expect(router.state.location.search).toBe('?q=Mia&enrollment=mia');
  await ready();
  await screen.findByText('Drawer of mia');
  await act(() => router.navigate(-1));
  await waitFor(() => expect(router.state.location.search).toBe('?q=Mia'));
});

test('a filter that is chosen before the page shows the opened row leaves it open', async () => {
  const { user, router } = await openList();
  await user.click(screen.getByRole('button', { name: 'Filter: Status' }));
  await user.hover(screen.getByText('Peek at Mia'));
  await user.click(await screen.findByRole('checkbox', { name: 'Done' }));
  expect(router.state.location.search).toBe('?enrollment=mia&status=DONE');
});

test('a search that reaches the address late does not take back what was typed meanwhile', async () => {
  const { user, router, ready, search } = await openList();
  await user.hover(screen.getByText('Peek at Mia'));
  await user.type(search, 'Mi');
  await waitFor(() => expect(router.state.location.search).toContain('q=Mi'));
  await user.type(search, 'a');
  await ready();
  await screen.findByText('Drawer of mia');
  expect(search).toHaveValue('Mia');
  await waitFor(() => expect(router.state.location.search).toContain('q=Mia'));
});

test('a search that is cleared stays cleared, and going back brings an earlier one', async () => {
  const { user, router, search } = await openList('/?q=Ada');
  await user.type(search, 'm');
  await user.click(screen.getByRole('button', { name: 'Clear search' }));
  expect(router.state.location.search).toBe('');
  await act(() => router.navigate('/?q=Grace'));
  await waitFor(() => expect(search).toHaveValue('Grace'));
  await act(() => router.navigate(-1));
  await waitFor(() => expect(search).toHaveValue(''));
});

test('a link that opens elsewhere is left to the browser', async () => {
  const { user, router } = await openList('/?tab=people');
  const link = screen.getByRole('link', { name: 'Mia' });
  expect(link).toHaveAttribute('href', '/?tab=people&enrollment=mia');
  await user.keyboard('{Control>}');
  await user.click(link);
  await user.keyboard('{/Control}');
  expect(router.state.location.search).toBe('?tab=people');
});
