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
import { useCatalogListQuery } from './catalogs.generated.ts';
import { useFillCatalogs } from './use-fill-catalogs.ts';

const pageSize = 50;

interface CatalogPickerProps {
  how: 'ADD' | 'REMOVE';
  planIds: readonly string[];
  opened: boolean;
  onClose(): void;
  onDone(): void;
}

/** Chooses one or many catalogs for one or many plans (L45). */
export function CatalogPicker({ opened, ...rest }: CatalogPickerProps) {
  const { t } = useTranslation('catalogs');
  return (
    <Dialog opened={opened} onClose={rest.onClose} title={t(rest.how === 'ADD' ? 'addTitle' : 'takeTitle', { count: rest.planIds.length })}>
      {opened && <Picker {...rest} />}
    </Dialog>
  );
}

function Picker({ how, planIds, onClose, onDone }: Omit<CatalogPickerProps, 'opened'>) {
  const { t } = useTranslation(['catalogs', 'work']);
  const fill = useFillCatalogs();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text, 250);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const query = useCatalogListQuery({ variables: { first: pageSize, search: search || null }, fetchPolicy: 'cache-and-network' });
  const connection = (query.data ?? query.previousData)?.catalogs;
  const { rows, hasMore, loadingMore, onLoadMore } = usePages(query, connection);
  const state = queryState(query, connection);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const submit = async () => {
    if (await fill(how, { catalogIds: [...chosen], planIds })) onDone();
  };
  return (
    <DialogForm submitLabel={t(how === 'ADD' ? 'addSubmit' : 'takeSubmit', { count: chosen.size })} ready={chosen.size > 0} onSubmit={submit} onCancel={onClose}>
      <TextInput type="search" label={t('search')} data-autofocus value={text} onChange={(event) => setText(event.currentTarget.value)} />
      {state.is === 'loading' && <ListSkeleton rows={4} />}
      {state.is === 'failed' && <ErrorState failure={state.failure} onRetry={state.retry} order={3} />}
      {state.is === 'ready' && rows.length === 0 && <Text c="dimmed">{t(search ? 'nothingFound' : 'emptyTitle')}</Text>}
      <Stack gap="sm">
        {rows.map((catalog) => (
          <Checkbox
            key={catalog.id}
            checked={chosen.has(catalog.id)}
            onChange={() => toggle(catalog.id)}
            label={catalog.name}
            description={catalog.audienceSentence ?? t('nobody')}
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
