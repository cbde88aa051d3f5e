import { Stack, Title } from '@mantine/core';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { OperationList } from '../features/operations/operation-list.tsx';
import { TrackedPlans } from '../features/tracking/tracked-plans.tsx';

/** How people get on, plan by plan, and what works, waits or has ended in bulk. */
export function ProgressPage() {
  const { permissions } = useViewer();
  const { t } = useTranslation(['admin', 'operations', 'plans']);
  return (
    <Stack gap="xl">
      <PageHeading title={t('nav.progress')} />
      {permissions.includes('PLAN_READ') && (
        <section>
          <Title order={2} mb="sm">
            {t('home.plans')}
          </Title>
          <TrackedPlans empty={<EmptyState order={3} title={t('plans:list.emptyTitle')} text={t('plans:list.emptyText')} />} />
        </section>
      )}
      <section>
        <Title order={2} mb="sm">
          {t('operations:list.title')}
        </Title>
        <OperationList />
      </section>
    </Stack>
  );
}
