import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface PermittedLinkProps {
  /** Undefined: there are only the words. */
  to: string | undefined;
  fw?: number;
  size?: 'xs';
  children: ReactNode;
}

/** A link to what not everybody may see who sees a person: nobody is led to a page that is closed to them (U41). */
export function PermittedLink({ to, fw, size, children }: PermittedLinkProps) {
  if (to === undefined) return children;
  return (
    <Anchor component={Link} to={to} {...(fw && { fw })} {...(size && { size })}>
      {children}
    </Anchor>
  );
}
