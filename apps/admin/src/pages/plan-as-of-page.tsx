import { Alert, Anchor, Stack } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { DetailPage } from '@milepost/web/ui/detail-page.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { IconHistory } from '@milepost/web/ui/icons.ts';
import { LostPage } from '@milepost/web/ui/lost-page.tsx';
import { PageSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { Link, useParams } from 'react-router';
import { DepartmentFilter } from '../features/directory/department-filter.tsx';
import { PastChanges } from '../features/tracking/past-changes.tsx';
import { PastPeople } from '../features/tracking/past-people.tsx';
import { usePastSubjectQuery } from '../features/tracking/past.generated.ts';
import { PointFields } from '../features/tracking/point-fields.tsx';
import { usePoints } from '../features/tracking/use-points.ts';
import { paths } from '../paths.ts';

/** How the people of a plan stood at the end of a day, and what differs from another (ambition 5). */
export function PlanAsOfPage() {
  const { t } = useTranslation('past');
  const format = useFormat();
  const { planId = '' } = useParams();
  const { permissions } = useViewer();
  const { on, today, change } = usePoints();
  const query = usePastSubjectQuery({ variables: { planId } });
  const state = queryState(query);
  if (state.is === 'loading') return <PageSkeleton />;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={1} />;
  const plan = query.data?.trackedPlan;
  if (!plan) return <LostPage home={paths.progress.to()} />;
  const ofToday = permissions.includes('PLAN_READ') ? `${paths.plan.to({ planId })}?tab=people` : paths.trackedPlan.to({ planId });
  const date = format.date(on.date);
  return (
    <DetailPage
      title={t('title', { name: plan.name, date })}
      trail={
        <Anchor component={Link} to={ofToday}>
          {plan.name}
        </Anchor>
      }
      notice={
        <Stack gap="sm" mb="md">
          <PointFields label={t('day')} point={on} today={today} onChange={(next) => change('on', next)} />
          <Alert color="yellow" variant="light" icon={<IconHistory size={18} aria-hidden />}>
            {t(`says.${on.knowledge}`, { date })}{' '}
            <Anchor component={Link} to={ofToday} inherit underline="always">
              {t('toToday')}
            </Anchor>
          </Alert>
        </Stack>
      }
      tabs={[
        { id: 'people', label: t('people'), content: () => <PastPeople planId={planId} departmentFilter={<DepartmentFilter />} /> },
        { id: 'changes', label: t('changes'), content: () => <PastChanges planId={planId} departmentFilter={<DepartmentFilter />} /> },
      ]}
    />
  );
}
