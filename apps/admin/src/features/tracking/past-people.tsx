import { Anchor, Stack, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { IconClockExclamation, IconUsers } from '@milepost/web/ui/icons.ts';
import { ListPart } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import { ProgressBar } from '@milepost/web/ui/progress-bar.tsx';
import { StatTiles } from '@milepost/web/ui/stat-tiles.tsx';
import { EnrollmentBadge, enrollmentLooks } from '@milepost/web/ui/status-badge.tsx';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { EnrollmentStatus, PastStandingFilterInput } from '../../gql/schema-types.ts';
import { paths } from '../../paths.ts';
import { type PastPersonFragment, usePastPeopleQuery, usePastTotalsQuery } from './past.generated.ts';
import { mainStatuses, statuses } from './statuses.ts';
import classes from './tracking.module.css';
import { usePoints } from './use-points.ts';

const pageSize = 50;

/** How the people of a plan stood at the end of a day: figures, and everybody behind them. */
export function PastPeople({ planId, departmentFilter }: { planId: string; departmentFilter: ReactNode }) {
  const { t } = useTranslation(['past', 'tracking', 'ui']);
  const format = useFormat();
  const { on } = usePoints();
  const params = useListParams(['status', 'overdue', 'department']);
  const departmentId = params.filters['department']?.[0] ?? null;
  const filter: PastStandingFilterInput = {
    planId,
    departmentId,
    search: params.search || null,
    statuses: (params.filters['status'] as EnrollmentStatus[] | undefined) ?? null,
    overdue: params.filters['overdue'] ? true : null,
  };
  const query = usePastPeopleQuery({ variables: { first: pageSize, asOf: on, filter }, fetchPolicy: 'cache-and-network' });
  const connection = query.data?.pastStandings;
  const pages = usePages(query, connection);
  return (
    <Stack gap="lg">
      <PastFigures planId={planId} departmentId={departmentId} />
      <ListPart<PastPersonFragment>
        title={t('tracking:people.title')}
        searchLabel={t('tracking:people.search')}
        params={params}
        filters={[
          { id: 'status', label: t('tracking:people.status'), options: statuses.map((value) => ({ value, label: t(`ui:enrollment.${value}`) })) },
          { id: 'overdue', label: t('tracking:people.due'), options: [{ value: 'yes', label: t('ui:enrollment.overdue') }] },
        ]}
        toolbarEnd={departmentFilter}
        columns={[
          { id: 'person', header: t('tracking:people.person'), cell: (row) => <PastPerson row={row} /> },
          { id: 'status', header: t('tracking:people.status'), cell: ({ status, overdue }) => <EnrollmentBadge status={status} overdue={overdue} /> },
          {
            id: 'progress',
            header: t('ui:progress.label'),
            cell: ({ progress, person }) =>
              progress === null ? (
                '–'
              ) : (
                <span className={classes.progress}>
                  <ProgressBar value={progress} label={t('tracking:people.progressOf', { name: person.displayName })} withText />
                </span>
              ),
          },
          { id: 'due', header: t('tracking:people.due'), cell: ({ due }) => (due ? format.date(due.date) : '–') },
          { id: 'version', header: t('tracking:people.version'), hideOnPhone: true, cell: ({ planVersionNumber }) => planVersionNumber ?? '–' },
          { id: 'completed', header: t('tracking:people.completed'), cell: ({ completedOn }) => (completedOn ? format.date(completedOn) : '–') },
        ]}
        rowId={(row) => row.enrollmentId}
        rowName={(row) => row.person.displayName}
        state={queryState(query, connection)}
        empty={{ title: t('nobodyTitle'), text: t('nobodyText', { date: format.date(on.date) }) }}
        {...pages}
      />
    </Stack>
  );
}

/** A person, and in which department they were. */
export function PastPerson({ row: { person, department } }: { row: Pick<PastPersonFragment, 'person' | 'department'> }) {
  return (
    <span>
      <Anchor component={Link} to={paths.person.to({ personId: person.id })} fw={600}>
        {person.displayName}
      </Anchor>
      <Text size="xs" c="dimmed">
        {department?.path.join(' › ') ?? person.employeeNumber}
      </Text>
    </span>
  );
}

function PastFigures({ planId, departmentId }: { planId: string; departmentId: string | null }) {
  const { t } = useTranslation(['past', 'tracking', 'ui']);
  const { on } = usePoints();
  const query = usePastTotalsQuery({ variables: { asOf: on, filter: { planId, departmentId } }, fetchPolicy: 'cache-and-network' });
  const totals = query.data?.pastTotals;
  const state = queryState(query, totals);
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={3} />;
  const countOf = (status: EnrollmentStatus) => totals && (totals.counts.find((each) => each.status === status)?.people ?? 0);
  return (
    <StatTiles
      label={t('tracking:totals.label')}
      tiles={[
        { id: 'total', label: t('tracking:totals.total'), value: totals?.total, icon: IconUsers },
        ...mainStatuses.map((status) => ({ id: status, label: t(`ui:enrollment.${status}`), value: countOf(status), ...enrollmentLooks[status] })),
        { id: 'overdue', label: t('ui:enrollment.overdue'), value: totals?.overdue, tone: 'danger' as const, icon: IconClockExclamation },
      ]}
    />
  );
}
