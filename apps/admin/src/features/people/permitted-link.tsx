import { Anchor } from '@mantine/core';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface PermittedLinkProps {
  to: string;
  /** Without this permission there are only the words. */
  needs: 'PLAN_READ' | 'CONTENT_READ' | 'ASSIGNMENT_READ';
  fw?: number;
  size?: 'xs';
  children: ReactNode;
}

/** A link to what not everybody may see who sees a person: nobody is led to a page that is closed to them (U41). */
export function PermittedLink({ to, needs, fw, size, children }: PermittedLinkProps) {
  const { permissions } = useViewer();
  if (!permissions.includes(needs)) return children;
  return (
    <Anchor component={Link} to={to} {...(fw && { fw })} {...(size && { size })}>
      {children}
    </Anchor>
  );
}
