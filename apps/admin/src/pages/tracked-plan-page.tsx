import { Anchor, Stack } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { LostPage } from '@milepost/web/ui/lost-page.tsx';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { PageSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { Link, useParams } from 'react-router';
import { DepartmentFilter } from '../features/directory/department-filter.tsx';
import { PastLink } from '../features/tracking/past-link.tsx';
import { PlanTotals } from '../features/tracking/plan-totals.tsx';
import { TrackedPeople } from '../features/tracking/tracked-people.tsx';
import { useTrackedPlanQuery } from '../features/tracking/tracking.generated.ts';
import type { ChosenPeople } from '../features/tracking/use-plan-act-form.tsx';
import { paths } from '../paths.ts';
import { AssignButton } from './assign-drawer.tsx';
import { ManagePeople } from './manage-people.tsx';

const links = { person: (id: string) => paths.person.to({ personId: id }) };

/** How one's own people get on with a plan that one does not read: a supervisor's reports, a partner's people (2.11, U41). */
export function TrackedPlanPage() {
  const { t } = useTranslation('admin');
  const { planId = '' } = useParams();
  const { permissions } = useViewer();
  const query = useTrackedPlanQuery({ variables: { id: planId }, fetchPolicy: 'cache-and-network' });
  const state = queryState(query);
  if (state.is === 'loading') return <PageSkeleton />;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={1} />;
  const plan = query.data?.trackedPlan;
  if (!plan) return <LostPage home={paths.progress.to()} />;
  const mayAssign = permissions.includes('PLAN_ASSIGN');
  const assign = mayAssign && plan.lifecycle === 'ACTIVE' ? <AssignButton target={{ id: plan.id, kind: 'PLAN', name: plan.name, code: plan.code }} /> : undefined;
  const manage = mayAssign
    ? (chosen: ChosenPeople, clear: () => void) => <ManagePeople subject={{ planId: plan.id }} viewerCan={{ assign: true, override: false }} chosen={chosen} onDone={clear} />
    : undefined;
  return (
    <Stack gap="lg">
      <div>
        <Anchor component={Link} size="sm" to={paths.progress.to()}>
          {t('nav.progress')}
        </Anchor>
        <PageHeading title={plan.name} action={assign} />
      </div>
      <PlanTotals planId={plan.id} />
      <PastLink planId={plan.id} />
      <TrackedPeople subject={{ planId: plan.id }} versions={plan.publishedVersion?.number} departmentFilter={<DepartmentFilter />} assign={assign} links={links} manage={manage} />
    </Stack>
  );
}
