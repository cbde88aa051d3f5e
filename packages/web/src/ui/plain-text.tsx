import type { ComponentPropsWithRef } from 'react';
import classes from './plain-text.module.css';

/*
 * Text for what a first visit shows: it looks as Mantine's Title, Text and VisuallyHidden, which bring style props, a styles API and
 * polymorphic factories that a first visit need not wait for (decision 0017).
 */

interface HeadingProps extends ComponentPropsWithRef<'h1'> {
  order: 1 | 2 | 3;
  /** How large it is, where that is not its order. */
  size?: 'h1' | 'h2' | 'h3';
}

/** A heading of the page. */
export function Heading({ order, size = `h${order}`, className = '', ...rest }: HeadingProps) {
  const Tag = `h${order}` as const;
  return <Tag {...rest} className={`${classes.heading} ${className}`} data-size={size} />;
}

/** Smaller and quieter than what it stands beside. */
export function Quiet({ className = '', ...rest }: ComponentPropsWithRef<'div'>) {
  return <div {...rest} className={`${classes.quiet} ${className}`} />;
}

/** Read out, and not to be seen. */
export function ForScreenReaders(props: ComponentPropsWithRef<'span'>) {
  return <span {...props} className={classes.hidden} />;
}
