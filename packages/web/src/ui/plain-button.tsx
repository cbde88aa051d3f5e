import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import classes from './plain-button.module.css';

interface Look {
  /** FILLED for the one act of its place. */
  look: 'FILLED' | 'OUTLINED' | 'QUIET';
  icon?: ReactNode;
}

/** A button for a learner's first page: it looks as Mantine's, which brings loaders and transitions that a first visit need not wait for. */
export function PlainButton({ look, icon, children, ...rest }: Look & ComponentPropsWithRef<'button'>) {
  return (
    <button type="button" {...rest} className={classes.button} data-look={look}>
      {icon}
      {children}
    </button>
  );
}

/** A link that looks like {@link PlainButton}. */
export function ButtonLink({ look, icon, children, ...rest }: Look & LinkProps) {
  return (
    <Link {...rest} className={classes.button} data-look={look}>
      {icon}
      {children}
    </Link>
  );
}
