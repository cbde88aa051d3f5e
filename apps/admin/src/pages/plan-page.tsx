import { Anchor, Group, Stack } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { CopyableId } from '@milepost/web/ui/copyable-id.tsx';
import { DetailPage, type DetailTab } from '@milepost/web/ui/detail-page.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { LostPage } from '@milepost/web/ui/lost-page.tsx';
import { PageSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { PlanBadge } from '@milepost/web/ui/plan-badge.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link, useParams } from 'react-router';
import { AssignmentList } from '../features/assignments/assignment-list.tsx';
import { PlanCatalogs } from '../features/catalogs/plan-catalogs.tsx';
import { DepartmentFilter } from '../features/directory/department-filter.tsx';
import { PlanActions } from '../features/learning-plans/plan-actions.tsx';
import { PlanLive } from '../features/learning-plans/plan-live.tsx';
import { PlanMenu } from '../features/learning-plans/plan-menu.tsx';
import { PlanOverview } from '../features/learning-plans/plan-overview.tsx';
import { usePlanPageQuery } from '../features/learning-plans/plan-page.generated.ts';
import { PlanVersions } from '../features/learning-plans/plan-versions.tsx';
import { isOver, VersionOperationNote } from '../features/learning-plans/version-operation-note.tsx';
import { OperationLive } from '../features/operations/operation-live.tsx';
import { PastLink } from '../features/tracking/past-link.tsx';
import { PlanTotals } from '../features/tracking/plan-totals.tsx';
import { TrackedPeople } from '../features/tracking/tracked-people.tsx';
import type { ChosenPeople } from '../features/tracking/use-plan-act-form.tsx';
import { WhyNot } from '../features/tracking/why-not.tsx';
import { paths } from '../paths.ts';
import { AssignButton } from './assign-drawer.tsx';
import { ManagePeople } from './manage-people.tsx';
import { ReleaseForEverybody } from './release-for-everybody.tsx';

const links = { person: (id: string) => paths.person.to({ personId: id }), assignment: (id: string) => paths.assignment.to({ assignmentId: id }) };

/** One plan: what it is, how its people get on (D28), and what was assigned. */
export function PlanPage() {
  const { t } = useTranslation(['plans', 'admin']);
  const { planId = '' } = useParams();
  const query = usePlanPageQuery({ variables: { id: planId }, fetchPolicy: 'cache-and-network' });
  const state = queryState(query);
  if (state.is === 'loading') return <PageSkeleton />;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={1} />;
  const plan = query.data?.learningPlan;
  if (!plan) return <LostPage home={paths.plans.to()} />;
  const { viewerCan, versionOperation: operation } = plan;
  const assign = viewerCan.assign && plan.lifecycle === 'ACTIVE' ? <AssignButton target={{ id: plan.id, kind: 'PLAN', name: plan.name, code: plan.code }} /> : undefined;
  const manage = viewerCan.assign || viewerCan.override ? (chosen: ChosenPeople, clear: () => void) => <ManagePeople subject={{ planId: plan.id }} viewerCan={viewerCan} chosen={chosen} onDone={clear} /> : undefined;
  const release = viewerCan.override && plan.publishedVersion ? (milestone: { key: string; name: string }) => <ReleaseForEverybody planId={plan.id} milestone={milestone} /> : undefined;
  const tabs: DetailTab[] = [{ id: 'overview', label: t('page.overview'), content: () => <PlanOverview plan={plan} catalogs={<PlanCatalogs planId={plan.id} editable={viewerCan.setVisibleRange} />} release={release} /> }];
  if (viewerCan.track && plan.publishedVersion) {
    tabs.push({
      id: 'people',
      label: t('page.track'),
      content: () => (
        <Stack gap="lg">
          <PlanTotals planId={plan.id} />
          <PastLink planId={plan.id} />
          <WhyNot planId={plan.id} />
          <TrackedPeople subject={{ planId: plan.id }} versions={plan.publishedVersion?.number} departmentFilter={<DepartmentFilter />} assign={assign} links={links} manage={manage} />
        </Stack>
      ),
    });
  }
  if (plan.publishedVersion) tabs.push({ id: 'versions', label: t('page.versions'), content: () => <PlanVersions planId={plan.id} /> });
  tabs.push({ id: 'assignments', label: t('page.assignments'), content: () => <AssignmentList planId={plan.id} assign={assign} /> });
  return (
    <DetailPage
      title={plan.name}
      trail={
        <Anchor component={Link} to={paths.plans.to()}>
          {t('admin:nav.plans')}
        </Anchor>
      }
      status={<PlanBadge lifecycle={plan.lifecycle} />}
      facts={<CopyableId value={plan.code} label={t('page.code')} />}
      actions={
        <Group gap="xs">
          <PlanActions plan={plan} />
          {assign}
          <PlanMenu plan={plan} />
        </Group>
      }
      notice={
        <>
          <PlanLive id={plan.id} />
          {operation?.state === 'APPLYING' && <OperationLive id={operation.id} />}
          {operation && !isOver(operation) && <VersionOperationNote operation={operation} />}
        </>
      }
      tabs={tabs}
    />
  );
}
