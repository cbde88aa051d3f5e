import { useMemo } from 'react';
import { useAddressParams } from './address-params.ts';

/** What a list is asked for, as its address says it. */
export interface ListParams {
  readonly search: string;
  /** Chosen values by filter; a filter that is off is absent. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

export interface ListParamsControl extends ListParams {
  setSearch(text: string): void;
  setFilter(id: string, values: readonly string[]): void;
  clear(): void;
  /** Whether anything narrows the list. */
  readonly narrowed: boolean;
}

/** The list's search and filters, kept in the URL (`?q=…&status=A&status=B`), so that a list can be linked, reloaded and walked back to. Other parameters are left alone. */
export function useListParams(filterIds: readonly string[]): ListParamsControl {
  const [params, change] = useAddressParams();
  const ids = filterIds.join(' ');

  return useMemo(() => {
    const known = ids === '' ? [] : ids.split(' ');
    const search = params.get('q') ?? '';
    const filters = Object.fromEntries(known.map((id) => [id, params.getAll(id)] as const).filter(([, values]) => values.length > 0));
    return {
      search,
      filters,
      narrowed: search !== '' || Object.keys(filters).length > 0,
      // Typing replaces the entry in the history; a chosen filter is a step that "back" undoes.
      setSearch: (text) => change((next) => (text === '' ? next.delete('q') : next.set('q', text)), { replace: true }),
      setFilter: (id, values) =>
        change((next) => {
          next.delete(id);
          for (const value of values) next.append(id, value);
        }),
      clear: () =>
        change((next) => {
          next.delete('q');
          for (const id of known) next.delete(id);
        }),
    };
  }, [ids, params, change]);
}
