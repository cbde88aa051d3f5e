import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { ForScreenReaders } from './plain-text.tsx';
import classes from './skeletons.module.css';

/** One grey bar that stands where text will stand. */
export function SkeletonBar({ width = '100%', height = '0.875rem' }: { width?: string; height?: string }) {
  return <span className={classes.bar} style={{ inlineSize: width, blockSize: height }} />;
}

function Loading({ children }: { children: ReactNode }) {
  const { t } = useTranslation('ui');
  return (
    <div aria-busy>
      <ForScreenReaders role="status">{t('loading')}</ForScreenReaders>
      <div aria-hidden>{children}</div>
    </div>
  );
}

/** A list on its way: rows of the final height. */
export function ListSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <Loading>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.row}>
          <SkeletonBar width={`${30 + ((row * 13) % 25)}%`} />
          <SkeletonBar width="12%" />
          <SkeletonBar width="18%" />
        </div>
      ))}
    </Loading>
  );
}

/** Cards on their way. */
export function CardsSkeleton({ cards = 3 }: { cards?: number }) {
  return (
    <Loading>
      <div className={classes.cards}>
        {Array.from({ length: cards }, (_, card) => (
          <div key={card} className={classes.card}>
            <SkeletonBar width="60%" height="1.125rem" />
            <SkeletonBar />
            <SkeletonBar width="80%" />
          </div>
        ))}
      </div>
    </Loading>
  );
}

/** A whole page on its way: heading, then content. */
export function PageSkeleton() {
  return (
    <Loading>
      <div className={classes.page}>
        <SkeletonBar width="40%" height="1.75rem" />
        <SkeletonBar width="25%" />
        <div className={classes.card}>
          <SkeletonBar width="90%" />
          <SkeletonBar width="70%" />
          <SkeletonBar width="80%" />
        </div>
      </div>
    </Loading>
  );
}
