import { useConnection } from '@milepost/web/apollo/connection-store.ts';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { OfflineBanner } from '@milepost/web/ui/offline-banner.tsx';
import { PageBoundary } from '@milepost/web/ui/page-boundary.tsx';
import { PageSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { SkipLinks } from '@milepost/web/ui/skip-links.tsx';
import { Suspense } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useWaitingReports } from '../features/player/use-waiting-reports.ts';
import classes from './player-frame.module.css';

/** The frame of the player: nothing but the player, and how the page is connected. */
export function PlayerFrame() {
  const { pathname } = useLocation();
  const connection = useConnection();
  const waiting = useWaitingReports(useViewer().personId);
  return (
    <div className={classes.player}>
      <SkipLinks to={['content']} />
      <OfflineBanner state={connection} queued={waiting} />
      <PageBoundary resetKey={pathname}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </PageBoundary>
    </div>
  );
}
