import { useApolloClient } from '@apollo/client/react';
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { readAgain } from '@milepost/web/apollo/read-again.ts';
import { useLive } from '@milepost/web/apollo/use-live.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useViewer } from '@milepost/web/session/session-context.tsx';
import { DetailPage } from '@milepost/web/ui/detail-page.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { IconPlus, IconTrash } from '@milepost/web/ui/icons.ts';
import { LostPage } from '@milepost/web/ui/lost-page.tsx';
import { PageSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { type AudienceSlot, CatalogAudienceDialog } from './catalog-audience.tsx';
import { CatalogEntries } from './catalog-entries.tsx';
import { CatalogFormDialog } from './catalog-form.tsx';
import { CatalogMovesDocument, useCatalogPageQuery } from './catalogs.generated.ts';
import { PlanFinder } from './plan-finder.tsx';
import { RemoveCatalogDialog } from './remove-catalog.tsx';
import { useFillCatalogs } from './use-fill-catalogs.ts';

interface CatalogViewProps {
  id: string;
  audience: AudienceSlot;
  /** The finder by which milestones link content (L30). */
  courseFinder(finder: { opened: boolean; onAdd(ids: readonly string[]): void; onClose(): void }): ReactNode;
}

/** One catalog, live: for whom it is, what it lists, and what may be done with it. */
export function CatalogView({ id, audience, courseFinder }: CatalogViewProps) {
  const { t } = useTranslation(['catalogs', 'admin', 'ui']);
  const format = useFormat();
  const client = useApolloClient();
  const fill = useFillCatalogs();
  const { permissions } = useViewer();
  const [open, setOpen] = useState<'PLANS' | 'COURSES' | 'EDIT' | 'AUDIENCE' | 'REMOVE'>();
  const close = () => setOpen(undefined);
  const query = useCatalogPageQuery({ variables: { id }, fetchPolicy: 'cache-and-network' });
  // The catalog itself is an entity of the cache; what it lists is read again.
  useLive({ document: CatalogMovesDocument, variables: { id }, cursorOf: () => null, onEvent: () => readAgain(client, ['CatalogEntries']) });
  const state = queryState(query);
  if (state.is === 'loading') return <PageSkeleton />;
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={1} />;
  const catalog = query.data?.catalog;
  if (!catalog) return <LostPage home={paths.catalogs.to()} />;
  const { edit, fillCourses } = catalog.viewerCan;
  // Of each plan it is asked once more: here is who may for some.
  const fillPlans = permissions.includes('PLAN_SET_VISIBLE_RANGE');
  const actions = (
    <Group gap="xs">
      {fillPlans && (
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('PLANS')}>
          {t('addPlansOpen')}
        </Button>
      )}
      {fillCourses && (
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('COURSES')}>
          {t('addCoursesOpen')}
        </Button>
      )}
      {edit && (
        <>
          <Button variant="default" onClick={() => setOpen('EDIT')}>
            {t('edit')}
          </Button>
          <Button variant="default" color="red" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => setOpen('REMOVE')}>
            {t('remove')}
          </Button>
        </>
      )}
    </Group>
  );
  return (
    <>
      <DetailPage
        title={catalog.name}
        trail={
          <>
            <Anchor component={Link} to={paths.plans.to()}>
              {t('admin:nav.plans')}
            </Anchor>{' '}
            ›{' '}
            <Anchor component={Link} to={paths.catalogs.to()}>
              {t('title')}
            </Anchor>
          </>
        }
        actions={actions}
        notice={
          <Stack gap={4} mb="md">
            {catalog.description && <Text>{catalog.description}</Text>}
            <Group gap="xs">
              <Text fw={600}>{t('for', { audience: catalog.audienceSentence ?? t('nobody') })}</Text>
              {edit && (
                <Button size="compact-sm" variant="subtle" onClick={() => setOpen('AUDIENCE')}>
                  {t('audienceEdit')}
                </Button>
              )}
            </Group>
            <Text role="status" size="sm" c="dimmed">
              {t('size', {
                plans: t('countPlans', { count: catalog.planCount, number: format.number(catalog.planCount) }),
                courses: t('countCourses', { count: catalog.courseCount, number: format.number(catalog.courseCount) }),
              })}
            </Text>
          </Stack>
        }
        tabs={[{ id: 'entries', label: t('entries'), content: () => <CatalogEntries catalogId={id} /> }]}
      />
      <PlanFinder catalogId={id} opened={open === 'PLANS'} onClose={close} />
      {courseFinder({ opened: open === 'COURSES', onAdd: (learningObjectIds) => void fill('ADD', { catalogIds: [id], learningObjectIds }), onClose: close })}
      <CatalogFormDialog catalog={catalog} opened={open === 'EDIT'} onClose={close} />
      <CatalogAudienceDialog catalog={catalog} opened={open === 'AUDIENCE'} onClose={close} audience={audience} />
      <RemoveCatalogDialog catalog={catalog} opened={open === 'REMOVE'} onClose={close} />
    </>
  );
}
