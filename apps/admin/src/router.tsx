import { PageFailure } from '@milepost/web/ui/page-boundary.tsx';
import { createBrowserRouter, type RouteObject, useRouteError } from 'react-router';
import { LostRoute } from './pages/lost-route.tsx';
import { paths } from './paths.ts';
import { Shell } from './shell/shell.tsx';

function RouteFailure() {
  return <PageFailure error={useRouteError()} onRetry={() => window.location.reload()} />;
}

/** Every page by its path, each loaded when it is opened. */
export const routes: RouteObject[] = [
  {
    path: paths.welcome.pattern,
    lazy: async () => ({ Component: (await import('./pages/welcome-route.tsx')).WelcomeRoute }),
    ErrorBoundary: RouteFailure,
    HydrateFallback: () => null,
  },
  {
    Component: Shell,
    ErrorBoundary: RouteFailure,
    HydrateFallback: () => null,
    children: [
      {
        ErrorBoundary: RouteFailure,
        children: [
          { path: paths.home.pattern, lazy: async () => ({ Component: (await import('./pages/home-page.tsx')).HomePage }) },
          { path: paths.plans.pattern, lazy: async () => ({ Component: (await import('./pages/plans-page.tsx')).PlansPage }) },
          { path: paths.plan.pattern, lazy: async () => ({ Component: (await import('./pages/plan-page.tsx')).PlanPage }) },
          { path: paths.planEditor.pattern, lazy: async () => ({ Component: (await import('./pages/plan-editor-page.tsx')).PlanEditorPage }) },
          { path: paths.catalogs.pattern, lazy: async () => ({ Component: (await import('./pages/catalogs-page.tsx')).CatalogsPage }) },
          { path: paths.catalog.pattern, lazy: async () => ({ Component: (await import('./pages/catalog-page.tsx')).CatalogPage }) },
          { path: paths.content.pattern, lazy: async () => ({ Component: (await import('./pages/content-page.tsx')).ContentPage }) },
          { path: paths.contentItem.pattern, lazy: async () => ({ Component: (await import('./pages/content-item-page.tsx')).ContentItemPage }) },
          { path: paths.people.pattern, lazy: async () => ({ Component: (await import('./pages/people-page.tsx')).PeoplePage }) },
          { path: paths.importPeople.pattern, lazy: async () => ({ Component: (await import('./pages/import-people-page.tsx')).ImportPeoplePage }) },
          { path: paths.departments.pattern, lazy: async () => ({ Component: (await import('./pages/departments-page.tsx')).DepartmentsPage }) },
          { path: paths.positions.pattern, lazy: async () => ({ Component: (await import('./pages/named-places-page.tsx')).PositionsPage }) },
          { path: paths.jobRoles.pattern, lazy: async () => ({ Component: (await import('./pages/named-places-page.tsx')).JobRolesPage }) },
          { path: paths.partnerAccounts.pattern, lazy: async () => ({ Component: (await import('./pages/named-places-page.tsx')).PartnerAccountsPage }) },
          { path: paths.partnerAccount.pattern, lazy: async () => ({ Component: (await import('./pages/partner-account-page.tsx')).PartnerAccountPage }) },
          { path: paths.groups.pattern, lazy: async () => ({ Component: (await import('./pages/groups-page.tsx')).GroupsPage }) },
          { path: paths.group.pattern, lazy: async () => ({ Component: (await import('./pages/group-page.tsx')).GroupPage }) },
          { path: paths.importGroup.pattern, lazy: async () => ({ Component: (await import('./pages/import-group-page.tsx')).ImportGroupPage }) },
          { path: paths.person.pattern, lazy: async () => ({ Component: (await import('./pages/person-page.tsx')).PersonPage }) },
          { path: paths.assignments.pattern, lazy: async () => ({ Component: (await import('./pages/assignments-page.tsx')).AssignmentsPage }) },
          { path: paths.importAssignment.pattern, lazy: async () => ({ Component: (await import('./pages/import-assignment-page.tsx')).ImportAssignmentPage }) },
          { path: paths.assignment.pattern, lazy: async () => ({ Component: (await import('./pages/assignment-page.tsx')).AssignmentPage }) },
          { path: paths.exceptions.pattern, lazy: async () => ({ Component: (await import('./pages/exceptions-page.tsx')).ExceptionsPage }) },
          { path: paths.progress.pattern, lazy: async () => ({ Component: (await import('./pages/progress-page.tsx')).ProgressPage }) },
          { path: paths.importCompletions.pattern, lazy: async () => ({ Component: (await import('./pages/import-completions-page.tsx')).ImportCompletionsPage }) },
          { path: paths.trainingProgress.pattern, lazy: async () => ({ Component: (await import('./pages/training-progress-page.tsx')).TrainingProgressPage }) },
          { path: paths.trainingAsOf.pattern, lazy: async () => ({ Component: (await import('./pages/training-as-of-page.tsx')).TrainingAsOfPage }) },
          { path: paths.trackedPlan.pattern, lazy: async () => ({ Component: (await import('./pages/tracked-plan-page.tsx')).TrackedPlanPage }) },
          { path: paths.planAsOf.pattern, lazy: async () => ({ Component: (await import('./pages/plan-as-of-page.tsx')).PlanAsOfPage }) },
          { path: paths.operation.pattern, lazy: async () => ({ Component: (await import('./pages/operation-page.tsx')).OperationPage }) },
          { path: paths.settings.pattern, lazy: async () => ({ Component: (await import('./pages/settings-page.tsx')).SettingsPage }) },
          { path: paths.profile.pattern, lazy: async () => ({ Component: (await import('@milepost/web/session/profile-page.tsx')).ProfilePage }) },
          { path: '*', Component: LostRoute },
        ],
      },
    ],
  },
];

/** The router of the admin's app below `basename`. */
export const makeRouter = (basename: string) => createBrowserRouter(routes, { basename });
