import { Anchor, Button, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ListPart } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import { PlanBadge } from '@milepost/web/ui/plan-badge.tsx';
import { RelativeTime } from '@milepost/web/ui/relative-time.tsx';
import { Link } from 'react-router';
import type { CatalogEntryKind } from '../../gql/schema-types.ts';
import { paths } from '../../paths.ts';
import { type CatalogEntryRowFragment, useCatalogEntriesQuery } from './catalogs.generated.ts';
import { useFillCatalogs } from './use-fill-catalogs.ts';

const kinds = ['PLAN', 'COURSE'] as const satisfies readonly CatalogEntryKind[];
const pageSize = 50;

/** What a catalog lists; whoever may takes things out, one or several. */
export function CatalogEntries({ catalogId }: { catalogId: string }) {
  const { t } = useTranslation(['catalogs', 'plans']);
  const fill = useFillCatalogs();
  const params = useListParams(['kind']);
  const kind = params.filters['kind']?.length === 1 ? (params.filters['kind'][0] as CatalogEntryKind) : null;
  const query = useCatalogEntriesQuery({ variables: { id: catalogId, first: pageSize, search: params.search || null, kind }, fetchPolicy: 'cache-and-network' });
  const data = query.data ?? query.previousData;
  const pages = usePages(query, data?.catalog?.entries);
  const takeOut = (entries: readonly CatalogEntryRowFragment[]): Promise<boolean> => {
    const of = (wanted: CatalogEntryKind): string[] => entries.flatMap((entry) => (entry.kind === wanted ? [entry.subjectId] : []));
    return fill('REMOVE', { catalogIds: [catalogId], planIds: of('PLAN'), learningObjectIds: of('COURSE') });
  };
  return (
    <ListPart<CatalogEntryRowFragment>
      title={t('entries')}
      params={params}
      searchLabel={t('searchEntries')}
      filters={[{ id: 'kind', label: t('kind.label'), options: kinds.map((value) => ({ value, label: t(`kind.${value}`) })) }]}
      columns={[
        { id: 'name', header: t('name'), cell: (entry) => <EntryName entry={entry} /> },
        { id: 'kind', header: t('kind.label'), cell: (entry) => t(`kind.${entry.kind}`) },
        { id: 'status', header: t('plans:list.status'), cell: (entry) => entry.plan && <PlanBadge lifecycle={entry.plan.lifecycle} />, hideOnPhone: true },
        { id: 'added', header: t('addedAt'), cell: (entry) => <RelativeTime instant={entry.addedAt} /> },
      ]}
      rowId={(entry) => entry.id}
      rowName={(entry) => entry.name}
      rowActions={(entry) =>
        entry.viewerCanRemove && (
          <Button size="compact-sm" variant="subtle" color="red" c="var(--mp-danger-text)" aria-label={t('takeOutOne', { name: entry.name })} onClick={() => void takeOut([entry])}>
            {t('takeOut')}
          </Button>
        )
      }
      selects="SHOWN"
      bulkActions={(selection, clear) =>
        selection.all ? null : (
          <Button color="red" variant="light" onClick={() => void takeOut(pages.rows.filter(({ id }) => selection.ids.includes(id))).then((done) => done && clear())}>
            {t('takeOutMany', { count: selection.ids.length })}
          </Button>
        )
      }
      state={queryState(query, data)}
      empty={{ title: t('nothingTitle'), text: t('nothingText') }}
      {...pages}
    />
  );
}

function EntryName({ entry }: { entry: CatalogEntryRowFragment }) {
  const to = entry.kind === 'COURSE' ? paths.contentItem.to({ contentId: entry.subjectId }) : entry.plan && paths.plan.to({ planId: entry.plan.id });
  if (!to) return <Text fw={600}>{entry.name}</Text>;
  return (
    <Anchor component={Link} to={to} fw={600}>
      {entry.name}
    </Anchor>
  );
}
