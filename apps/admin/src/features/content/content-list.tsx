import { Anchor } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { ListPage } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { LearningObjectFilterInput, LearningObjectKind, LearningObjectStatus } from '../../gql/schema-types.ts';
import { paths } from '../../paths.ts';
import { type ContentRowFragment, useContentListQuery } from './content.generated.ts';
import { ContentStatus } from './content-status.tsx';
import { useLibraryChoices } from './use-library-choices.ts';

const kinds = ['COURSE', 'MODULE', 'ACTIVITY'] as const satisfies readonly LearningObjectKind[];
const statuses = ['ACTIVE', 'DRAFT', 'RETIRED'] as const satisfies readonly LearningObjectStatus[];
const pageSize = 50;

/** The library: everything that can be linked to a plan, by name (D1). */
export function ContentList({ create }: { create: ReactNode }) {
  const { t } = useTranslation(['content', 'admin']);
  const format = useFormat();
  const params = useListParams(['kind', 'status', 'language', 'credits']);
  const filter: LearningObjectFilterInput = {
    search: params.search || null,
    kinds: (params.filters['kind'] as LearningObjectKind[] | undefined) ?? null,
    statuses: (params.filters['status'] as LearningObjectStatus[] | undefined) ?? null,
    languages: params.filters['language'] ? [...params.filters['language']] : null,
    creditTypes: params.filters['credits'] ? [...params.filters['credits']] : null,
  };
  const query = useContentListQuery({ variables: { first: pageSize, filter }, fetchPolicy: 'cache-and-network' });
  const choices = useLibraryChoices(filter);
  const connection = (query.data ?? query.previousData)?.learningObjects;
  const pages = usePages(query, connection);
  return (
    <ListPage<ContentRowFragment>
      title={t('admin:nav.content')}
      primaryAction={create}
      searchLabel={t('list.search')}
      params={params}
      filters={[
        { id: 'kind', label: t('list.kind'), options: kinds.map((value) => ({ value, label: t(`kind.${value}`) })) },
        { id: 'status', label: t('list.status'), options: statuses.map((value) => ({ value, label: t(`status.${value}`) })) },
        ...(choices.languages.length > 0 ? [{ id: 'language', label: t('finder.language'), options: choices.languages }] : []),
        ...(choices.creditTypes.length > 0 ? [{ id: 'credits', label: t('finder.credits'), options: choices.creditTypes }] : []),
      ]}
      columns={[
        {
          id: 'name',
          header: t('list.name'),
          cell: (row) => (
            <Anchor component={Link} to={paths.contentItem.to({ contentId: row.id })} fw={600}>
              {row.name}
            </Anchor>
          ),
        },
        { id: 'kind', header: t('list.kind'), cell: (row) => (row.contentKind ? t(`contentKind.${row.contentKind}`) : t(`kind.${row.kind}`)) },
        { id: 'status', header: t('list.status'), cell: (row) => <ContentStatus status={row.status} /> },
        { id: 'language', header: t('list.language'), hideOnPhone: true, cell: (row) => format.languageName(row.language) },
        { id: 'duration', header: t('list.duration'), align: 'end', cell: (row) => (row.durationMinutes ? format.duration(row.durationMinutes) : '–') },
      ]}
      rowId={(row) => row.id}
      rowName={(row) => row.name}
      state={queryState(query, connection)}
      empty={{ title: t('list.emptyTitle'), text: t('list.emptyText'), action: create }}
      {...pages}
    />
  );
}
