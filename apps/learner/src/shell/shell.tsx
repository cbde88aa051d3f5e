import { useConnection } from '@milepost/web/apollo/connection-store.ts';
import { PersonMenu } from '@milepost/web/session/person-menu.tsx';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { type Icon, IconBooks, IconHome, IconSearch, IconUserCircle } from '@milepost/web/ui/icons.ts';
import { OfflineBanner } from '@milepost/web/ui/offline-banner.tsx';
import { PageBoundary } from '@milepost/web/ui/page-boundary.tsx';
import { ProductMark } from '@milepost/web/ui/product-mark.tsx';
import { PageSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { landmarkIds, SkipLinks } from '@milepost/web/ui/skip-links.tsx';
import { Suspense, useEffect } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link, NavLink, Outlet, useLocation, useNavigationType } from 'react-router';
import { InboxLink } from '../features/inbox/inbox-link.tsx';
import { useWaitingReports } from '../features/player/use-waiting-reports.ts';
import { paths } from '../paths.ts';
import classes from './shell.module.css';

const places = [
  { id: 'home', icon: IconHome },
  { id: 'myLearning', icon: IconBooks },
  { id: 'centre', icon: IconSearch },
  { id: 'profile', icon: IconUserCircle },
] as const satisfies readonly { id: keyof typeof paths; icon: Icon }[];

/** The frame of every learner page but the player: a bar on top, on a phone the places to go at the bottom, the page. */
export function Shell() {
  const { t } = useTranslation(['learner', 'ui']);
  const connection = useConnection();
  const waiting = useWaitingReports(useViewer().personId);
  const { pathname } = useLocation();
  useTopOfNewPage(pathname);
  return (
    <div className={classes.root}>
      <SkipLinks />
      <header className={classes.header}>
        <div className={classes.bar}>
          <Link to={paths.home.to()} className={classes.brand}>
            <ProductMark />
          </Link>
          <nav id={landmarkIds.navigation} tabIndex={-1} className={classes.places} aria-label={t('ui:navigation.main')}>
            {places.map(({ id, icon: IconShown }) => (
              <NavLink key={id} to={paths[id].to()} end={id === 'home'} className={classes.place} data-place={id}>
                <IconShown size={22} stroke={1.7} aria-hidden />
                {t(`nav.${id}`)}
              </NavLink>
            ))}
          </nav>
          <span className={classes.person}>
            <InboxLink />
            <PersonMenu profilePath={paths.profile.to()} />
          </span>
        </div>
      </header>
      <OfflineBanner state={connection} queued={waiting} />
      <main id={landmarkIds.content} tabIndex={-1} className={classes.main}>
        <PageBoundary resetKey={pathname}>
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </PageBoundary>
      </main>
    </div>
  );
}

function useTopOfNewPage(pathname: string): void {
  const cause = useNavigationType();
  // Back and forward find the page where it was left; a link starts at its top.
  useEffect(() => {
    if (cause !== 'POP') window.scrollTo(0, 0);
  }, [pathname, cause]);
}
