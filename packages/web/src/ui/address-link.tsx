import type { MouseEvent } from 'react';
import { Link, type LinkProps } from 'react-router';
import { type ParamsEdit, useAddressParams } from './address-params.ts';

interface AddressLinkProps extends Omit<LinkProps, 'to' | 'preventScrollReset'> {
  /** What following it changes of the parameters; all others stay as they are at that moment. */
  edit: ParamsEdit;
}

/** A link to this page with other parameters, as a drawer that opens over a list. */
export function AddressLink({ edit, onClick, ...rest }: AddressLinkProps) {
  const [shown, change] = useAddressParams();
  const next = new URLSearchParams(shown);
  edit(next);
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    // Another tab or window, or a download, is the browser's matter.
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    change(edit);
  };
  return <Link {...rest} to={{ search: next.toString() }} preventScrollReset onClick={follow} />;
}
