import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { ListSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { CatalogPicker } from './catalog-picker.tsx';
import { useCatalogsOfPlanQuery } from './catalogs.generated.ts';
import { useFillCatalogs } from './use-fill-catalogs.ts';

/** The catalogs that list a plan, and the way into others (L45). */
export function PlanCatalogs({ planId, editable }: { planId: string; editable: boolean }) {
  const { t } = useTranslation('catalogs');
  const fill = useFillCatalogs();
  const [opened, setOpened] = useState(false);
  const query = useCatalogsOfPlanQuery({ variables: { id: planId }, fetchPolicy: 'cache-and-network' });
  const state = queryState(query);
  const catalogs = query.data?.learningPlan?.catalogs ?? [];
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {t('title')}
      </Title>
      {state.is === 'loading' && <ListSkeleton rows={1} />}
      {state.is === 'failed' && <ErrorState failure={state.failure} onRetry={state.retry} order={3} />}
      {state.is === 'ready' && catalogs.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('inNone')}
        </Text>
      )}
      {catalogs.map((catalog) => (
        <Group key={catalog.id} gap="xs">
          <Anchor component={Link} to={paths.catalog.to({ catalogId: catalog.id })}>
            {catalog.name}
          </Anchor>
          <Text size="sm" c="dimmed">
            {t('for', { audience: catalog.audienceSentence ?? t('nobody') })}
          </Text>
          {editable && (
            <Button size="compact-sm" variant="subtle" color="red" c="var(--mp-danger-text)" aria-label={t('takeOutOne', { name: catalog.name })} onClick={() => void fill('REMOVE', { catalogIds: [catalog.id], planIds: [planId] })}>
              {t('takeOut')}
            </Button>
          )}
        </Group>
      ))}
      {editable && (
        <Group>
          <Button size="compact-md" variant="default" onClick={() => setOpened(true)}>
            {t('addToCatalogs')}
          </Button>
        </Group>
      )}
      <CatalogPicker how="ADD" planIds={[planId]} opened={opened} onClose={() => setOpened(false)} onDone={() => setOpened(false)} />
    </Stack>
  );
}
