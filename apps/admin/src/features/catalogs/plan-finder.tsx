import { Button, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { DialogForm } from '@milepost/web/ui/dialog-form.tsx';
import { Dialog } from '@milepost/web/ui/dialog.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { ListSkeleton } from '@milepost/web/ui/skeletons.tsx';
import { useState } from 'react';
import { useCatalogPlanFinderQuery } from './catalogs.generated.ts';
import { useFillCatalogs } from './use-fill-catalogs.ts';

const pageSize = 30;

interface PlanFinderProps {
  catalogId: string;
  opened: boolean;
  onClose(): void;
}

/** Finds plans by name or code, to list them in a catalog; several at once. */
export function PlanFinder({ opened, ...rest }: PlanFinderProps) {
  const { t } = useTranslation('catalogs');
  return (
    <Dialog opened={opened} onClose={rest.onClose} size="lg" title={t('findPlans')}>
      {opened && <Finder {...rest} />}
    </Dialog>
  );
}

function Finder({ catalogId, onClose }: Omit<PlanFinderProps, 'opened'>) {
  const { t } = useTranslation(['catalogs', 'plans', 'ui', 'work']);
  const fill = useFillCatalogs();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text, 250);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const query = useCatalogPlanFinderQuery({ variables: { first: pageSize, filter: { search: search || null } }, fetchPolicy: 'cache-and-network' });
  const connection = (query.data ?? query.previousData)?.learningPlans;
  const { rows, hasMore, loadingMore, onLoadMore } = usePages(query, connection);
  const state = queryState(query, connection);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const submit = async () => {
    if (await fill('ADD', { catalogIds: [catalogId], planIds: [...chosen] })) onClose();
  };
  return (
    <DialogForm submitLabel={t('addPlans', { count: chosen.size })} ready={chosen.size > 0} onSubmit={submit} onCancel={onClose}>
      <TextInput type="search" label={t('plans:list.search')} data-autofocus value={text} onChange={(event) => setText(event.currentTarget.value)} />
      {state.is === 'loading' && <ListSkeleton rows={5} />}
      {state.is === 'failed' && <ErrorState failure={state.failure} onRetry={state.retry} order={3} />}
      {state.is === 'ready' && rows.length === 0 && <Text c="dimmed">{t('nothingFound')}</Text>}
      <Stack gap="sm">
        {rows.map((plan) => (
          <Checkbox
            key={plan.id}
            checked={chosen.has(plan.id)}
            disabled={!plan.viewerCan.setVisibleRange}
            onChange={() => toggle(plan.id)}
            label={plan.name}
            description={`${plan.code} · ${t(`ui:plan.${plan.lifecycle}`)}`}
          />
        ))}
      </Stack>
      {hasMore && (
        <Button variant="default" onClick={onLoadMore} loading={loadingMore}>
          {t('work:list.loadMore')}
        </Button>
      )}
    </DialogForm>
  );
}
