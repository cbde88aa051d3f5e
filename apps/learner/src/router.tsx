import { FurtherWords } from '@milepost/web/i18n/further-words.tsx';
import { PageSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { lazy, Suspense } from 'react';
import { Outlet, Route, Routes } from 'react-router';
import { pageLoaders } from './i18n/loaders.ts';
import { HomePage } from './pages/home-page.tsx';
import { LostRoute } from './pages/lost-route.tsx';
import { paths } from './paths.ts';
import { Shell } from './shell/shell.tsx';
import { SignedIn } from './shell/signed-in.tsx';

const WelcomeRoute = lazy(async () => ({ default: (await import('./pages/welcome-route.tsx')).WelcomeRoute }));
const DataRoot = lazy(async () => ({ default: (await import('./shell/data-root.tsx')).DataRoot }));
const PlayerFrame = lazy(async () => ({ default: (await import('./shell/player-frame.tsx')).PlayerFrame }));
const MyLearningPage = lazy(async () => ({ default: (await import('./pages/my-learning-page.tsx')).MyLearningPage }));
const LearningCentrePage = lazy(async () => ({ default: (await import('./pages/learning-centre-page.tsx')).LearningCentrePage }));
const OfferPage = lazy(async () => ({ default: (await import('./pages/offer-page.tsx')).OfferPage }));
const InboxPage = lazy(async () => ({ default: (await import('./pages/inbox-page.tsx')).InboxPage }));
const PlanPage = lazy(async () => ({ default: (await import('./pages/plan-page.tsx')).PlanPage }));
const PlayerPage = lazy(async () => ({ default: (await import('./pages/player-page.tsx')).PlayerPage }));
const ProfilePage = lazy(async () => ({ default: (await import('@milepost/web/session/profile-page.tsx')).ProfilePage }));

/**
 * Every page by its path; all but the home are loaded when they are opened. Routes are plain elements, not a data router: its
 * loaders are not used here, and it costs a learner's first visit 17 kB.
 */
export function AppRoutes() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Routes>
        <Route element={<Words />}>
          <Route path={paths.welcome.pattern} element={<WelcomeRoute />} />
        </Route>
        <Route element={<SignedIn />}>
          <Route element={<Shell />}>
            <Route path={paths.home.pattern} element={<HomePage />} />
            <Route element={<Words />}>
              <Route element={<DataRoot />}>
                <Route path={paths.myLearning.pattern} element={<MyLearningPage />} />
                <Route path={paths.centre.pattern} element={<LearningCentrePage />} />
                <Route path={paths.offer.pattern} element={<OfferPage />} />
                <Route path={paths.plan.pattern} element={<PlanPage />} />
                <Route path={paths.inbox.pattern} element={<InboxPage />} />
              </Route>
              <Route path={paths.profile.pattern} element={<ProfilePage />} />
            </Route>
            <Route path="*" element={<LostRoute />} />
          </Route>
          <Route element={<PlayerFrame />}>
            <Route element={<Words />}>
              <Route element={<DataRoot />}>
                <Route path={paths.course.pattern} element={<PlayerPage />} />
              </Route>
            </Route>
          </Route>
        </Route>
      </Routes>
    </Suspense>
  );
}

const Words = () => (
  <FurtherWords loaders={pageLoaders}>
    <Outlet />
  </FurtherWords>
);
