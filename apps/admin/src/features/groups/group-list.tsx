import { Anchor } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ListPage } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { GroupKind } from '../../gql/schema-types.ts';
import { paths } from '../../paths.ts';
import { Freshness } from './freshness.tsx';
import { type GroupRowFragment, useGroupListQuery } from './groups.generated.ts';

const kinds = ['STATIC', 'DYNAMIC'] as const satisfies readonly GroupKind[];
const pageSize = 50;

/** Groups in the order of their names (L59); `create`: how one comes to be, for whoever may. */
export function GroupList({ create }: { create: ReactNode }) {
  const { t } = useTranslation('groups');
  const format = useFormat();
  const params = useListParams(['kind']);
  const variables = { first: pageSize, search: params.search || null, kinds: (params.filters['kind'] as GroupKind[] | undefined) ?? null };
  const query = useGroupListQuery({ variables, fetchPolicy: 'cache-and-network' });
  const data = query.data ?? query.previousData;
  const pages = usePages(query, data?.groups);
  return (
    <ListPage<GroupRowFragment>
      title={t('title')}
      total={data?.groupCount}
      primaryAction={create}
      searchLabel={t('search')}
      params={params}
      filters={[{ id: 'kind', label: t('kind.label'), options: kinds.map((value) => ({ value, label: t(`kind.${value}`) })) }]}
      columns={[
        {
          id: 'name',
          header: t('name'),
          cell: (group) => (
            <Anchor component={Link} to={paths.group.to({ groupId: group.id })} fw={600}>
              {group.name}
            </Anchor>
          ),
        },
        { id: 'kind', header: t('kind.label'), cell: (group) => t(`kind.${group.kind}`) },
        { id: 'members', header: t('members'), align: 'end', cell: (group) => format.number(group.memberCount) },
        { id: 'fresh', header: t('fresh'), hideOnPhone: true, cell: (group) => <Freshness group={group} /> },
      ]}
      rowId={(group) => group.id}
      rowName={(group) => group.name}
      state={queryState(query, data)}
      empty={{ title: t('emptyTitle'), text: t('emptyText'), action: create }}
      {...pages}
    />
  );
}
