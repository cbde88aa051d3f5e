import { useCallback, useContext } from 'react';
import { type NavigateOptions, UNSAFE_DataRouterContext as DataRouterContext, useLocation, useNavigate, useSearchParams } from 'react-router';

type ChangeOptions = Pick<NavigateOptions, 'replace' | 'preventScrollReset'>;

/** What a change makes of the parameters, in place. */
export type ParamsEdit = (next: URLSearchParams) => void;

/**
 * The parameters of the address as they are shown, and the way to change some of them. A change is made on the address as it is at that
 * moment: react-router shows a new address only when the page for it is ready, and what was changed on the old one would take it back.
 * The page does not scroll by it, unless `preventScrollReset` is false.
 *
 * Nothing public tells where the router stands before the page does (react-router 8.5): hooks and `setSearchParams(before => …)` speak of
 * what is shown, `router.state` is as private as the context, and the window's address is not that of a router in memory. So the context is
 * read here, and nowhere else; the tests beside this lose changes if it ever goes.
 */
export function useAddressParams(): readonly [URLSearchParams, (edit: ParamsEdit, options?: ChangeOptions) => void] {
  const [shown] = useSearchParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  // Outside of a data router what is shown is where it stands.
  const router = useContext(DataRouterContext)?.router;
  const change = useCallback(
    (edit: ParamsEdit, options?: ChangeOptions) => {
      const next = new URLSearchParams(router ? router.state.location.search : search);
      edit(next);
      void navigate({ search: next.toString() }, { preventScrollReset: true, ...options });
    },
    [router, search, navigate],
  );
  return [shown, change];
}
