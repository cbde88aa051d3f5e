import { Anchor, Stack, Title } from '@mantine/core';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { OperationList } from '../features/operations/operation-list.tsx';
import { paths } from '../paths.ts';
import { PlansAtAGlance } from './plans-at-a-glance.tsx';

/** How people get on, plan by plan, and what works, waits or has ended in bulk. */
export function ProgressPage() {
  const { t } = useTranslation(['admin', 'operations', 'trainingProgress']);
  return (
    <Stack gap="xl">
      <PageHeading
        title={t('nav.progress')}
        note={
          <Anchor component={Link} to={paths.trainingProgress.to()}>
            {t('trainingProgress:open')}
          </Anchor>
        }
      />
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
