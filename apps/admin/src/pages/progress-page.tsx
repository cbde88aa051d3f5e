import { Stack, Title } from '@mantine/core';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { OperationList } from '../features/operations/operation-list.tsx';
import { PlansAtAGlance } from './plans-at-a-glance.tsx';

/** How people get on, plan by plan, and what works, waits or has ended in bulk. */
export function ProgressPage() {
  const { t } = useTranslation(['admin', 'operations']);
  return (
    <Stack gap="xl">
      <PageHeading title={t('nav.progress')} />
      <section>
        <Title order={2} mb="sm">
          {t('home.plans')}
        </Title>
        <PlansAtAGlance />
      </section>
      <section>
        <Title order={2} mb="sm">
          {t('operations:list.title')}
        </Title>
        <OperationList />
      </section>
    </Stack>
  );
}
