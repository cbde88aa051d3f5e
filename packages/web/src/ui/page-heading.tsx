import { Text, Title } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { useFocusOnArrival } from './page-title.tsx';
import classes from './page-heading.module.css';

interface PageHeadingProps {
  title: string;
  count?: string;
  /** A line under the title. */
  note?: ReactNode;
  action?: ReactNode;
}

/** A page's first heading, with its count and its one primary act. Names the document and takes the focus when one arrives by a link. */
export function PageHeading({ title, count, note, action }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusOnArrival(heading, title);
  return (
    <div className={classes.root}>
      <div>
        <Title order={1} ref={heading} tabIndex={-1}>
          {title}
          {count !== undefined && <span className={classes.count}> {count}</span>}
        </Title>
        {note && (
          <Text c="dimmed" size="sm" component="div">
            {note}
          </Text>
        )}
      </div>
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
