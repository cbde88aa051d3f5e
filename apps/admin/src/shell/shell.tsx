import { ApolloRoot } from '@milepost/web/apollo/apollo-root.tsx';
import { useConnection } from '@milepost/web/apollo/connection-store.ts';
import { PersonMenu } from '@milepost/web/session/person-menu.tsx';
import { RequireSession } from '@milepost/web/session/require-session.tsx';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { OfflineBanner } from '@milepost/web/ui/offline-banner.tsx';
import { AppNameProvider } from '@milepost/web/ui/page-title.tsx';
import { ProductMark } from '@milepost/web/ui/product-mark.tsx';
import { landmarkIds, SkipLinks } from '@milepost/web/ui/skip-links.tsx';
import { ActionIcon } from '@mantine/core';
import { IconMenu2 } from '@milepost/web/ui/icons.ts';
import { useEffect, useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { cachePolicies } from '../cache-policies.ts';
import { RunningOperations } from '../features/operations/running-operations.tsx';
import { paths } from '../paths.ts';
import { NoAccess } from './no-access.tsx';
import { NotYours } from './not-yours.tsx';
import { isOpenAt, sectionAt } from './sections.ts';
import classes from './shell.module.css';
import { SideNavigation } from './side-navigation.tsx';

/** The frame of every admin page: navigation at the side, the person's corner on top, the connection's state, the page. */
export function Shell() {
  const { t } = useTranslation('admin');
  return (
    <AppNameProvider name={t('app')}>
      <RequireSession>
        <Frame />
      </RequireSession>
      <ScrollRestoration />
    </AppNameProvider>
  );
}

function Frame() {
  const { t } = useTranslation(['admin', 'ui']);
  const viewer = useViewer();
  const connection = useConnection();
  const { pathname } = useLocation();
  const [openOnPhone, setOpenOnPhone] = useState(false);
  useEffect(() => setOpenOnPhone(false), [pathname]);
  const section = sectionAt(pathname);
  if (!viewer.isAdmin) return <NoAccess />;
  return (
    <ApolloRoot key={viewer.personId} typePolicies={cachePolicies}>
      <div className={classes.root}>
        <SkipLinks />
        <header className={classes.header}>
          <ActionIcon
            className={classes.burger}
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('ui:navigation.open')}
            aria-expanded={openOnPhone}
            aria-controls={landmarkIds.navigation}
            onClick={() => setOpenOnPhone(!openOnPhone)}
          >
            <IconMenu2 size={20} aria-hidden />
          </ActionIcon>
          <Link to={paths.home.to()} className={classes.brand}>
            <ProductMark name={t('app')} />
          </Link>
          <span className={classes.organization}>{viewer.organization.name}</span>
          <RunningOperations />
          <PersonMenu profilePath={paths.profile.to()} />
        </header>
        <SideNavigation openOnPhone={openOnPhone} />
        <div className={classes.body}>
          <OfflineBanner state={connection} />
          <main id={landmarkIds.content} tabIndex={-1} className={classes.main}>
            {section && !isOpenAt(pathname, viewer.permissions) ? <NotYours section={section.id as 'plans'} /> : <Outlet />}
          </main>
        </div>
      </div>
    </ApolloRoot>
  );
}
