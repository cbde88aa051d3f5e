import { Anchor, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { ListPage, ListPart } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import type { ListColumn } from '@milepost/web/ui/list-table.tsx';
import { RelativeTime } from '@milepost/web/ui/relative-time.tsx';
import type { ReactNode } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';
import { AssignmentState } from './assignment-state.tsx';
import { type AssignmentRowFragment, useAssignmentListQuery } from './assignments.generated.ts';

const pageSize = 50;
const states = ['SCHEDULED', 'APPLYING', 'ACTIVE', 'DONE', 'INACTIVE', 'ENDED', 'CANCELLED'] as const;

interface AssignmentListProps {
  /** Only those of this plan, as a part of its page; absent: all of them, as a page. */
  planId?: string;
  /** Only those of this content, given by itself. */
  learningObjectId?: string;
  /** "Assign": top right of the page, and the next step while there is none. */
  assign: ReactNode;
}

/** Assignments, the newest first: what was given to whom, by whom, and whom it reached. */
export function AssignmentList({ planId, learningObjectId, assign }: AssignmentListProps) {
  const { t } = useTranslation(['assignments', 'admin']);
  const format = useFormat();
  const params = useListParams(['state']);
  const isPart = planId !== undefined || learningObjectId !== undefined;
  const filter = isPart ? null : { search: params.search || null, states: params.filters['state'] ? [...params.filters['state']] : null };
  const query = useAssignmentListQuery({
    variables: { first: pageSize, planId: planId ?? null, learningObjectId: learningObjectId ?? null, filter },
    fetchPolicy: 'cache-and-network',
  });
  const connection = (query.data ?? query.previousData)?.assignments;
  const pages = usePages(query, connection);
  const columns: ListColumn<AssignmentRowFragment>[] = [
    {
      id: 'name',
      header: t('list.name'),
      cell: (row) => (
        <>
          <Anchor component={Link} to={paths.assignment.to({ assignmentId: row.id })} fw={600}>
            {t('numbered', { number: row.number, name: row.name })}
          </Anchor>
          {saysMore(row, isPart) && (
            <Text size="xs" c="dimmed">
              {format.list(row.targets.slice(0, namedTargets).map((target) => target.name).concat(row.targets.length > namedTargets ? t('list.more', { count: row.targets.length - namedTargets }) : []))}
            </Text>
          )}
        </>
      ),
    },
    { id: 'audience', header: t('list.audience'), cell: (row) => row.audienceSentence },
    { id: 'state', header: t('list.state'), cell: (row) => <StateOf row={row} /> },
    { id: 'people', header: t('list.people'), align: 'end', cell: (row) => format.number(row.people) },
    { id: 'by', header: t('list.by'), hideOnPhone: true, cell: (row) => row.madeBy?.name ?? '–' },
    { id: 'when', header: t('list.when'), cell: (row) => <RelativeTime instant={row.createdAt} /> },
  ];
  const list = {
    title: t('admin:nav.assignments'),
    params,
    columns,
    rowId: (row: AssignmentRowFragment) => row.id,
    rowName: (row: AssignmentRowFragment) => row.name,
    state: queryState(query, connection),
    empty: { title: t('list.emptyTitle'), text: t('list.emptyText'), action: assign },
    ...pages,
  };
  return isPart ? <ListPart<AssignmentRowFragment> {...list} /> : (
    <ListPage<AssignmentRowFragment>
      {...list}
      primaryAction={assign}
      searchLabel={t('list.search')}
      filters={[{ id: 'state', label: t('list.state'), options: states.map((value) => ({ value, label: t(`state.${value}`) })) }]}
    />
  );
}

const namedTargets = 3;

/** Whether what it gives is not told by its name, or by the page. */
function saysMore({ name, targets }: AssignmentRowFragment, isPart: boolean): boolean {
  return targets.length > 1 || (!isPart && targets.some((target) => target.name !== name));
}

/** What has become of it; of what is to come also when. */
function StateOf({ row: { state, startsAt } }: { row: AssignmentRowFragment }) {
  const format = useFormat();
  return (
    <>
      <AssignmentState state={state} />
      {state === 'SCHEDULED' && startsAt && (
        <Text size="xs" c="dimmed">
          {format.dateTime(new Date(startsAt), { withZone: true })}
        </Text>
      )}
    </>
  );
}
