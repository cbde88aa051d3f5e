import { ActionIcon, Anchor, Button, Menu } from '@mantine/core';
import { foldForSearch } from '@milepost/domain';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { IconDots, IconPlus } from '@milepost/web/ui/icons.ts';
import { ListPage } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { NamedKind } from '../../gql/schema-types.ts';
import { NamedPlaceDialog } from './named-place-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { type NamedPlaceRowFragment, RemoveNamedPlaceDocument, useNamedPlacesQuery } from './structure.generated.ts';

interface NamedPlacesProps {
  kind: NamedKind;
  /** Whether the reader may change the directory. */
  mayEdit: boolean;
  /** Where each has a page of its own. */
  pageOf?: ((id: string) => string) | undefined;
  /** The flow that merges one into another, as the page gives it. */
  mergeFlow(merge: { readonly from: NamedPlaceRowFragment; readonly places: readonly NamedPlaceRowFragment[]; onClose(): void; onMerged(): void }): ReactNode;
}

/** Positions, job roles or partner accounts by name, with how many people have each; created, renamed, merged and removed here. */
export function NamedPlaces({ kind, mayEdit, pageOf, mergeFlow }: NamedPlacesProps) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const params = useListParams([]);
  const query = useNamedPlacesQuery({ variables: { kind }, fetchPolicy: 'cache-and-network' });
  const places = query.data?.namedPlaces ?? [];
  const shown = places.filter((each) => foldForSearch(each.name).includes(foldForSearch(params.search)));
  const [adding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<{ readonly place: NamedPlaceRowFragment; readonly act: 'RENAME' | 'MERGE' | 'REMOVE' }>();
  const close = () => setChosen(undefined);
  const reread = () => void query.refetch().catch(() => {});
  // Renamed meanwhile by somebody else, it is shown as it is now.
  const current = chosen && (places.find((each) => each.id === chosen.place.id) ?? chosen.place);
  const add = mayEdit && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {t(`kind.${kind}.add`)}
    </Button>
  );
  return (
    <>
      <ListPage<NamedPlaceRowFragment>
        title={t(`kind.${kind}.title`)}
        total={query.data ? shown.length : undefined}
        primaryAction={add}
        searchLabel={t(`kind.${kind}.search`)}
        params={params}
        columns={[
          { id: 'name', header: t('name'), cell: (place) => (pageOf ? <Anchor component={Link} to={pageOf(place.id)} fw={600}>{place.name}</Anchor> : place.name) },
          { id: 'people', header: t('count'), width: '9rem', cell: (place) => format.number(place.peopleCount) },
        ]}
        rows={shown}
        rowId={(place) => place.id}
        rowName={(place) => place.name}
        rowActions={
          mayEdit
            ? (place) => (
                <Menu position="bottom-end" withinPortal>
                  <Menu.Target>
                    <ActionIcon variant="subtle" color="gray" aria-label={t('actionsOf', { name: place.name })}>
                      <IconDots size={18} aria-hidden />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item onClick={() => setChosen({ place, act: 'RENAME' })}>{t('rename')}</Menu.Item>
                    <Menu.Item onClick={() => setChosen({ place, act: 'MERGE' })}>{t('merge')}</Menu.Item>
                    <Menu.Item color="var(--mp-danger-text)" onClick={() => setChosen({ place, act: 'REMOVE' })}>
                      {t('remove')}
                    </Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              )
            : undefined
        }
        state={queryState(query)}
        hasMore={false}
        onLoadMore={() => {}}
        empty={{ title: t(`kind.${kind}.emptyTitle`), text: t(`kind.${kind}.emptyText`), action: add }}
      />
      <NamedPlaceDialog kind={kind} opened={adding} onClose={() => setAdding(false)} onChanged={reread} />
      {current && (
        <>
          <NamedPlaceDialog kind={kind} opened={chosen?.act === 'RENAME'} place={current} onClose={close} onChanged={reread} />
          <RemoveDialog
            opened={chosen?.act === 'REMOVE'}
            title={t(`kind.${kind}.removeOf`, { name: current.name })}
            document={RemoveNamedPlaceDocument}
            input={{ kind, id: current.id, rowVersion: current.rowVersion }}
            onClose={close}
            onChanged={reread}
          />
          {chosen?.act === 'MERGE' && mergeFlow({ from: current, places, onClose: close, onMerged: reread })}
        </>
      )}
    </>
  );
}
