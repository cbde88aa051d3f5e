import { type ReactNode, useRef } from 'react';
import { Heading, Quiet } from './plain-text.tsx';
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
        <Heading order={1} ref={heading} tabIndex={-1}>
          {title}
          {count !== undefined && <span className={classes.count}> {count}</span>}
        </Heading>
        {note && (
          <Quiet>
            {note}
          </Quiet>
        )}
      </div>
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
