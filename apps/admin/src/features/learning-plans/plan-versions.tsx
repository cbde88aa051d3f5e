import { Anchor, Drawer, Stack, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { AddressLink } from '@milepost/web/ui/address-link.tsx';
import { useAddressParams } from '@milepost/web/ui/address-params.ts';
import { ListPart } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import { Badge } from '@milepost/web/ui/status-badge.tsx';
import { IconArchive, IconHistory, IconPencil, IconPlayerPlay } from '@milepost/web/ui/icons.ts';
import type { PlanVersionState } from '../../gql/schema-types.ts';
import { usePlanVersionsQuery, type PlanVersionsQuery } from './plan-versions.generated.ts';
import { VersionChanges } from './version-changes.tsx';

type Version = NonNullable<PlanVersionsQuery['planVersions']>[number];

const looks = {
  DRAFT: { tone: 'neutral', icon: IconPencil },
  PUBLISHED: { tone: 'success', icon: IconPlayerPlay },
  SUPERSEDED: { tone: 'warning', icon: IconHistory },
  RETIRED: { tone: 'neutral', icon: IconArchive },
} as const satisfies Record<PlanVersionState, unknown>;

/** The versions of a plan: what has become of each, who published it and when, who is on it, and what made it another than the one before. */
export function PlanVersions({ planId }: { planId: string }) {
  const { t } = useTranslation(['plans', 'ui']);
  const format = useFormat();
  const params = useListParams([]);
  const [address, change] = useAddressParams();
  const query = usePlanVersionsQuery({ variables: { planId }, fetchPolicy: 'cache-and-network' });
  const versions = query.data?.planVersions ?? [];
  const before = new Map(versions.map((version, place) => [version.id, versions[place + 1]]));
  const shown = versions.find(({ id }) => id === address.get('version-diff'));
  const earlier = shown && before.get(shown.id);
  return (
    <>
      <ListPart<Version>
        title={t('page.versions')}
        params={params}
        columns={[
          {
            id: 'version',
            header: t('page.version'),
            cell: ({ number, name, changeNote }) => (
              <>
                <Text span fw={600}>
                  {t('version.number', { number })}
                </Text>
                <Text size="xs" c="dimmed">
                  {changeNote || name}
                </Text>
              </>
            ),
          },
          { id: 'state', header: t('version.state'), cell: ({ state }) => <Badge {...looks[state]} word={t(`version.is.${state}`)} /> },
          {
            id: 'published',
            header: t('version.published'),
            cell: ({ publishedAt, publishedBy }) => (publishedAt ? [format.dateTime(new Date(publishedAt)), publishedBy?.name].filter(Boolean).join(' · ') : '–'),
          },
          {
            id: 'people',
            header: t('version.people'),
            align: 'end',
            cell: ({ number, people }) =>
              people === null || people === 0 ? (
                people === 0 ? '0' : '–'
              ) : (
                <Anchor component={AddressLink} edit={(next: URLSearchParams) => toPeople(next, number)} aria-label={t('version.toPeople', { count: people, number })}>
                  {format.number(people)}
                </Anchor>
              ),
          },
          {
            id: 'diff',
            header: t('step.changes'),
            cell: (version) => {
              const former = before.get(version.id);
              if (!former) return '–';
              return (
                <Anchor component={AddressLink} edit={(next: URLSearchParams) => next.set('version-diff', version.id)}>
                  {t('version.toChanges', { number: former.number })}
                </Anchor>
              );
            },
          },
        ]}
        rows={versions}
        rowId={({ id }) => id}
        rowName={({ number }) => t('version.number', { number })}
        state={queryState(query)}
        hasMore={false}
        onLoadMore={() => {}}
        empty={{ title: t('version.emptyTitle'), text: t('version.emptyText') }}
      />
      <Drawer
        opened={earlier !== undefined}
        onClose={() => change((next) => next.delete('version-diff'))}
        position="right"
        size="lg"
        title={shown && earlier ? t('version.changesOf', { from: earlier.number, to: shown.number }) : ''}
        closeButtonProps={{ 'aria-label': t('ui:action.close') }}
      >
        {shown && earlier && (
          <Stack>
            {shown.changeNote && <Text size="sm">{shown.changeNote}</Text>}
            <VersionChanges of={{ planId, fromVersionId: earlier.id, toVersionId: shown.id }} />
          </Stack>
        )}
      </Drawer>
    </>
  );
}

/** The tab of the people, narrowed to those on one version as well as by what it is narrowed by. */
function toPeople(params: URLSearchParams, number: number): void {
  params.set('tab', 'people');
  params.set('version', String(number));
}
