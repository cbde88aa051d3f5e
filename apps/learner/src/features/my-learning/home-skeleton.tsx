import { CardsSkeleton, SkeletonBar } from '@milepost/web/ui/skeletons.tsx';
import continueClasses from './continue-card.module.css';

/** The start page on its way: the big card, then the others, where they will stand. */
export function HomeSkeleton() {
  return (
    <>
      <div className={continueClasses.card} aria-hidden>
        <SkeletonBar width="8rem" />
        <SkeletonBar width="min(24rem, 90%)" height="2rem" />
        <SkeletonBar width="60%" />
        <SkeletonBar width="40%" />
        <SkeletonBar width="8.5rem" height="2.625rem" />
      </div>
      <CardsSkeleton cards={3} />
    </>
  );
}
