import { Anchor, Tabs, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useAddressParams } from '@milepost/web/ui/address-params.ts';
import { ListPart } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import type { ListColumn } from '@milepost/web/ui/list-table.tsx';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { Badge, enrollmentLooks } from '@milepost/web/ui/status-badge.tsx';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { AsOfInput, TrainingType } from '../../gql/schema-types.ts';
import { paths } from '../../paths.ts';
import { type PastTrainingRowFragment, usePastTrainingQuery, usePastTrainingTotalQuery } from './past-training.generated.ts';
import { readTrainingFilter } from './read-training-filter.ts';
import { useTrainingWords } from './use-training-words.ts';
import { narrowing, TrainingProgressNarrowing } from './training-progress-narrowing.tsx';

const pageSize = 50;
/** Plans have a page of their own for each day. */
const types = ['MODULE', 'COURSE', 'ACTIVITY'] as const satisfies readonly TrainingType[];

interface PastTrainingListProps {
  asOf: AsOfInput;
  /** Which day, and what it says. */
  notice: ReactNode;
  /** Narrows by `?department=`: that of then. */
  departmentFilter: ReactNode;
}

/** Who had completed or begun which content at the end of a day, the latest day first, narrowed as the list of today is (ambition 5). */
export function PastTrainingList({ asOf, notice, departmentFilter }: PastTrainingListProps) {
  const { t } = useTranslation(['trainingProgress', 'past', 'ui']);
  const format = useFormat();
  const words = useTrainingWords();
  const [address, changeAddress] = useAddressParams();
  const params = useListParams(['progress', 'origin', ...narrowing]);
  const type = types.find((each) => each === address.get('type')) ?? 'COURSE';
  const filter = readTrainingFilter(params.search, params.filters);
  const query = usePastTrainingQuery({ variables: { type, asOf, first: pageSize, filter }, fetchPolicy: 'cache-and-network' });
  const total = usePastTrainingTotalQuery({ variables: { type, asOf, filter }, fetchPolicy: 'cache-and-network' }).data?.pastTrainingCount;
  const connection = query.data?.pastTraining;
  const pages = usePages(query, connection);
  const columns = useColumns();
  const date = format.date(asOf.date);
  return (
    <section>
      <PageHeading title={t('past:title', { name: t('title'), date })} count={words.total(total).said} />
      {notice}
      <Tabs value={type} onChange={(next) => changeAddress((address) => address.set('type', next ?? 'COURSE'))}>
        <Tabs.List aria-label={t('types')} mb="md">
          {types.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`type.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={type}>
          <TrainingProgressNarrowing params={params} departmentFilter={departmentFilter} withPartner />
          <ListPart<PastTrainingRowFragment>
            title={t(`type.${type}`)}
            params={params}
            searchLabel={t('search')}
            filters={words.filters}
            columns={columns}
            rowId={(row) => row.id}
            rowName={({ person, learningObject }) => t('rowName', { person: person.displayName, item: learningObject.name })}
            state={queryState(query, connection)}
            empty={{ title: t('pastEmptyTitle'), text: t('pastEmptyText', { date }) }}
            {...pages}
          />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}

function useColumns(): ListColumn<PastTrainingRowFragment>[] {
  const { t } = useTranslation(['trainingProgress', 'ui']);
  const words = useTrainingWords();
  return [
    {
      id: 'person',
      header: t('person'),
      cell: ({ person, department }) => (
        <span>
          <Anchor component={Link} to={paths.person.to({ personId: person.id })} fw={600}>
            {person.displayName}
          </Anchor>
          {department && (
            <Text size="xs" c="dimmed">
              {department.path.join(' › ')}
            </Text>
          )}
        </span>
      ),
    },
    {
      id: 'item',
      header: t('item'),
      cell: ({ learningObject: { id, name } }) => (
        <Anchor component={Link} to={paths.contentItem.to({ contentId: id })}>
          {name}
        </Anchor>
      ),
    },
    { id: 'progress', header: t('progress'), cell: ({ state }) => <Badge {...enrollmentLooks[state]} word={t(`ui:enrollment.${state}`)} /> },
    {
      id: 'date',
      header: t('date'),
      cell: words.day,
    },
    { id: 'origin', header: t('origin'), hideOnPhone: true, cell: ({ origin }) => (origin ? t(`origins.${origin}`) : '–') },
    { id: 'partner', header: t('partner'), hideOnPhone: true, cell: ({ person }) => person.partnerAccount?.name ?? '–' },
  ];
}
