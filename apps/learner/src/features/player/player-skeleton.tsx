import { PageSkeleton } from '@milepost/web/ui/skeletons.tsx';
import contentClasses from './content.module.css';

/** A course on its way: heading and text where they will stand. */
export function PlayerSkeleton() {
  return (
    <div className={contentClasses.page}>
      <PageSkeleton />
    </div>
  );
}
