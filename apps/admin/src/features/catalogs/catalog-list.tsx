import { Anchor } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ListPage } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { type CatalogRowFragment, useCatalogListQuery } from './catalogs.generated.ts';

const pageSize = 50;

/** Catalogs in the order of their names (L45); `create`: how one comes to be, for whoever may. */
export function CatalogList({ create }: { create: ReactNode }) {
  const { t } = useTranslation('catalogs');
  const format = useFormat();
  const params = useListParams([]);
  const query = useCatalogListQuery({ variables: { first: pageSize, search: params.search || null }, fetchPolicy: 'cache-and-network' });
  const connection = (query.data ?? query.previousData)?.catalogs;
  const pages = usePages(query, connection);
  return (
    <ListPage<CatalogRowFragment>
      title={t('title')}
      primaryAction={create}
      searchLabel={t('search')}
      params={params}
      columns={[
        {
          id: 'name',
          header: t('name'),
          cell: (catalog) => (
            <Anchor component={Link} to={paths.catalog.to({ catalogId: catalog.id })} fw={600}>
              {catalog.name}
            </Anchor>
          ),
        },
        { id: 'audience', header: t('audience'), cell: (catalog) => catalog.audienceSentence ?? t('nobody') },
        { id: 'plans', header: t('plans'), align: 'end', cell: (catalog) => format.number(catalog.planCount) },
        { id: 'courses', header: t('courses'), align: 'end', cell: (catalog) => format.number(catalog.courseCount) },
      ]}
      rowId={(catalog) => catalog.id}
      rowName={(catalog) => catalog.name}
      state={queryState(query, connection)}
      empty={{ title: t('emptyTitle'), text: t('emptyText'), action: create }}
      {...pages}
    />
  );
}
