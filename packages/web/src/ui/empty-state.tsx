import type { ReactNode } from 'react';
import classes from './empty-state.module.css';
import { type Icon, IconInfoCircle } from './icons.ts';
import { Heading, Quiet } from './plain-text.tsx';

interface EmptyStateProps {
  title: string;
  /** What to do about it. */
  text: ReactNode;
  icon?: Icon;
  /** The next step, as a button or link. */
  action?: ReactNode;
  /** The rank of its heading where it stands. */
  order?: 1 | 2 | 3;
}

/** Nothing here yet, and the next step to take. */
export function EmptyState({ title, text, icon: IconShown = IconInfoCircle, action, order = 2 }: EmptyStateProps) {
  return (
    <div className={classes.root}>
      <span className={classes.icon} data-tone="neutral">
        <IconShown size={26} stroke={1.6} aria-hidden />
      </span>
      <Heading order={order} size="h3">
        {title}
      </Heading>
      <Quiet className={classes.text}>
        {text}
      </Quiet>
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
