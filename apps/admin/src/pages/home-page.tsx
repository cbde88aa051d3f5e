import { Button, Group, Stack, Title } from '@mantine/core';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { IconUpload, IconUsers } from '@milepost/web/ui/icons.ts';
import { EmptyState } from '@milepost/web/ui/empty-state.tsx';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { CreatePlanButton } from '../features/learning-plans/create-plan-dialog.tsx';
import { OpenOperations } from '../features/operations/open-operations.tsx';
import { ExceptionCount } from '../features/tracking/exception-count.tsx';
import { paths } from '../paths.ts';
import { AssignButton } from './assign-drawer.tsx';
import { PlansAtAGlance } from './plans-at-a-glance.tsx';

/** What needs me: how plans get on and who is late, what runs or waits for a decision, and what is done most. */
export function HomePage() {
  const { t } = useTranslation(['admin', 'people']);
  const { permissions } = useViewer();
  const create = permissions.includes('PLAN_CREATE') ? <CreatePlanButton /> : undefined;
  return (
    <Stack gap="xl">
      <PageHeading
        title={t('nav.home')}
        action={
          <Group gap="xs">
            {permissions.includes('DIRECTORY_EDIT') && (
              <Button component={Link} to={paths.importPeople.to()} variant="default" leftSection={<IconUpload size={18} aria-hidden />}>
                {t('people:list.import')}
              </Button>
            )}
            {create}
          </Group>
        }
      />
      {!permissions.includes('PLAN_READ') && (
        <EmptyState
          icon={IconUsers}
          title={t('home.people')}
          text={t('home.peopleText')}
          action={
            <Group gap="xs" justify="center">
              <Button component={Link} to={paths.people.to()}>
                {t('home.toPeople')}
              </Button>
              {permissions.includes('PLAN_ASSIGN') && <AssignButton variant="default" />}
            </Group>
          }
        />
      )}
      <section>
        <Title order={2} mb="sm">
          {t('home.plans')}
        </Title>
        <PlansAtAGlance action={create} />
      </section>
      {permissions.includes('PROGRESS_OVERRIDE') && (
        <section>
          <Title order={2} mb="sm">
            {t('home.exceptions')}
          </Title>
          <ExceptionCount to={paths.exceptions.to()} />
        </section>
      )}
      <section>
        <Title order={2} mb="sm">
          {t('home.operations')}
        </Title>
        <OpenOperations />
      </section>
    </Stack>
  );
}
