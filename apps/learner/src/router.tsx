import { PageSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { HomePage } from './pages/home-page.tsx';
import { LostRoute } from './pages/lost-route.tsx';
import { paths } from './paths.ts';
import { Shell } from './shell/shell.tsx';

const WelcomeRoute = lazy(async () => ({ default: (await import('./pages/welcome-route.tsx')).WelcomeRoute }));
const MyLearningPage = lazy(async () => ({ default: (await import('./pages/my-learning-page.tsx')).MyLearningPage }));
const ProfilePage = lazy(async () => ({ default: (await import('@milepost/web/session/profile-page.tsx')).ProfilePage }));

/**
 * Every page by its path; all but the home are loaded when they are opened. Routes are plain elements, not a data router: its
 * loaders are not used here, and it costs a learner's first visit 17 kB.
 */
export function AppRoutes() {
  return (
    <Routes>
      <Route
        path={paths.welcome.pattern}
        element={
          <Suspense fallback={<PageSkeleton />}>
            <WelcomeRoute />
          </Suspense>
        }
      />
      <Route element={<Shell />}>
        <Route path={paths.home.pattern} element={<HomePage />} />
        <Route path={paths.myLearning.pattern} element={<MyLearningPage />} />
        <Route path={paths.profile.pattern} element={<ProfilePage />} />
        <Route path="*" element={<LostRoute />} />
      </Route>
    </Routes>
  );
}
