import { Anchor, Button, Group, Tabs } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useAddressParams } from '@milepost/web/ui/address-params.ts';
import { ListPart, type Selection } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import type { ListColumn } from '@milepost/web/ui/list-table.tsx';
import { PageHeading } from '@milepost/web/ui/page-heading.tsx';
import { Badge, enrollmentLooks } from '@milepost/web/ui/status-badge.tsx';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { TrainingProgressFilterInput, TrainingType } from '../../gql/schema-types.ts';
import { paths } from '../../paths.ts';
import { readTrainingFilter } from './read-training-filter.ts';
import { useFreshRecords } from './use-fresh-records.ts';
import { useTrainingWords } from './use-training-words.ts';
import { WhyTraining } from './why-training.tsx';
import { narrowing, TrainingProgressNarrowing } from './training-progress-narrowing.tsx';
import { type TrainingRecordRowFragment, useTrainingProgressListQuery, useTrainingProgressTotalQuery } from './training-progress.generated.ts';

const pageSize = 50;
const types = ['MODULE', 'COURSE', 'ACTIVITY', 'CERTIFICATION', 'PLAN'] as const satisfies readonly TrainingType[];

/** Records that are selected: those ticked, or all that the filters let through. */
export interface SelectedRecords {
  readonly type: TrainingType;
  readonly records: readonly { readonly personId: string; readonly itemId: string }[] | null;
  readonly filter: TrainingProgressFilterInput | null;
  readonly count: number;
}

interface TrainingProgressListProps {
  /** Of one person or partner account only, as a part of a page that has its heading; absent: everybody's, as a page. */
  readonly of?: Pick<TrainingProgressFilterInput, 'personId' | 'partnerAccountId'>;
  /** Narrows by `?department=`. */
  readonly departmentFilter?: ReactNode;
  /** Under the heading. */
  readonly note?: ReactNode;
  /** Top right, for what the tab shows. */
  readonly action?: (type: TrainingType) => ReactNode;
  /** Acts on several records; without it none can be selected. */
  readonly bulkActions?: (selected: SelectedRecords, clear: () => void) => ReactNode;
}

/** Who takes or has taken what, the latest day first: a tab for each kind (U4–U6), narrowed together by what its address says (U7), which a change of the tab keeps. */
export function TrainingProgressList({ of, departmentFilter, note, action, bulkActions }: TrainingProgressListProps) {
  const { t } = useTranslation(['trainingProgress', 'ui']);
  const [address, changeAddress] = useAddressParams();
  const params = useListParams(['progress', 'origin', ...narrowing]);
  const type = types.find((each) => each === address.get('type')) ?? 'COURSE';
  const filter = { ...readTrainingFilter(params.search, params.filters), ...of };
  const query = useTrainingProgressListQuery({ variables: { type, first: pageSize, filter }, fetchPolicy: 'cache-and-network' });
  const counted = useTrainingProgressTotalQuery({ variables: { type, filter }, fetchPolicy: 'cache-and-network' });
  const words = useTrainingWords();
  const total = words.total(counted.data?.trainingProgressCount);
  // Rows of another kind are not shown under a tab while its own are on their way.
  const connection = query.data?.trainingProgress;
  const pages = usePages(query, connection);
  const fresh = useFreshRecords(type, filter, pages.rows, query.data !== undefined);
  const { refetch } = query;
  const columns = useColumns().filter(({ id }) => !(of?.personId && id === 'person') && !(of && id === 'partner'));
  return (
    <section>
      {!of && (
        <PageHeading title={t('title')} count={total.said} note={note} action={action?.(type)} />
      )}
      <Tabs value={type} onChange={(next) => changeAddress((params) => params.set('type', next ?? 'COURSE'))} mt={of ? 0 : 'md'} variant={of ? 'pills' : undefined}>
        <Tabs.List aria-label={t('types')} mb="md">
          {types.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`type.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={type}>
          <TrainingProgressNarrowing params={params} departmentFilter={departmentFilter} withPartner={!of} />
          <ListPart<TrainingRecordRowFragment>
            title={t(`type.${type}`)}
            params={params}
            searchLabel={of?.personId ? undefined : t('search')}
            filters={words.filters}
            columns={columns}
            rowId={(row) => row.id}
            rowName={(row) => t('rowName', { person: row.person.displayName, item: itemOf(row).name })}
            bulkActions={bulkActions && ((selection, clear) => bulkActions({ type, ...selected(selection, pages.rows, filter) }, clear))}
            state={queryState(query, connection)}
            total={total.exact}
            fresh={{ are: 'CHANGED', count: fresh.count, show: () => void Promise.all([refetch(), counted.refetch()]).then(fresh.clear, () => {}) }}
            empty={{
              title: t('emptyTitle'),
              text: t('emptyText'),
              action: (
                <Button component={Link} to={paths.assignments.to()}>
                  {t('assign')}
                </Button>
              ),
            }}
            {...pages}
          />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}

function selected(selection: Selection, rows: readonly TrainingRecordRowFragment[], filter: TrainingProgressFilterInput): Omit<SelectedRecords, 'type'> {
  if (selection.all) return { records: null, filter, count: selection.total };
  const ticked = rows.filter(({ id }) => selection.ids.includes(id));
  return { records: ticked.map(({ person, learningObject, plan }) => ({ personId: person.id, itemId: (learningObject ?? plan)!.id })), filter: null, count: ticked.length };
}

/** The name of what a record is about, and its page. */
export function itemOf({ learningObject, plan }: TrainingRecordRowFragment): { readonly name: string; readonly to: string } {
  if (plan) return { name: plan.name, to: paths.plan.to({ planId: plan.id }) };
  return { name: learningObject!.name, to: paths.contentItem.to({ contentId: learningObject!.id }) };
}

function useColumns(): ListColumn<TrainingRecordRowFragment>[] {
  const { t } = useTranslation(['trainingProgress', 'ui']);
  const format = useFormat();
  const words = useTrainingWords();
  return [
    {
      id: 'person',
      header: t('person'),
      cell: ({ person }) => (
        <Anchor component={Link} to={paths.person.to({ personId: person.id })} fw={600}>
          {person.displayName}
        </Anchor>
      ),
    },
    {
      id: 'item',
      header: t('item'),
      cell: (row) => (
        <Anchor component={Link} to={itemOf(row).to}>
          {itemOf(row).name}
        </Anchor>
      ),
    },
    {
      id: 'progress',
      header: t('progress'),
      cell: (row) => {
        const { state, progress, person, learningObject, plan } = row;
        return (
          <Group gap={4} wrap="nowrap">
            <Badge {...enrollmentLooks[state]} word={state === 'COMPLETED' ? t('ui:enrollment.COMPLETED') : t('inProgress', { percent: format.percent(progress) })} />
            <WhyTraining personId={person.id} itemId={(learningObject ?? plan)!.id} subject={t('rowName', { person: person.displayName, item: itemOf(row).name })} />
          </Group>
        );
      },
    },
    {
      id: 'date',
      header: t('date'),
      cell: words.day,
    },
    { id: 'origin', header: t('origin'), hideOnPhone: true, cell: ({ origin }) => (origin ? t(`origins.${origin}`) : '–') },
    { id: 'partner', header: t('partner'), hideOnPhone: true, cell: ({ person }) => person.partnerAccount?.name ?? '–' },
  ];
}
