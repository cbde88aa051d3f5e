import { useAddressParams } from '@milepost/web/ui/address-params.ts';
import type { SavedViewPage } from '../../gql/schema-types.ts';
import { type SavedViewPartsFragment, useSavedViewsQuery } from './saved-views.generated.ts';

/** Which view is open stands in the address, beside what it consists of. */
const openView = 'view';

/** The same narrowing however it was put together, without which view is open. */
function queryOf(address: URLSearchParams): string {
  const parameters = new URLSearchParams(address);
  parameters.delete(openView);
  parameters.sort();
  return parameters.toString();
}

/** One's own views of a list, which one is open, and how the list is narrowed now. */
export function useSavedViews(page: SavedViewPage) {
  const [address, change] = useAddressParams();
  const query = useSavedViewsQuery({ variables: { page }, fetchPolicy: 'cache-and-network' });
  const views = query.data?.savedViews ?? [];
  const current = queryOf(address);
  const open = views.find(({ id }) => id === address.get(openView));
  const show = ({ id, query: kept }: Pick<SavedViewPartsFragment, 'id' | 'query'>) =>
    change((next) => {
      const before = [...next.keys()];
      for (const key of before) next.delete(key);
      for (const [key, value] of new URLSearchParams(kept)) next.append(key, value);
      next.set(openView, id);
    });
  return {
    views,
    failed: query.error !== undefined && query.data === undefined,
    /** As the list is narrowed now. */
    current,
    open,
    /** The list was narrowed otherwise since the view was opened. */
    isChanged: open !== undefined && queryOf(new URLSearchParams(open.query)) !== current,
    show,
    reread: () => query.refetch().then(() => {}, () => {}),
  };
}
