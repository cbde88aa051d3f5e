import { queryState } from '@milepost/web/apollo/list-state.ts';
import { calendarDateIn } from '@milepost/web/i18n/calendar-date.ts';
import { useReaderZone } from '@milepost/web/i18n/reader-zone.tsx';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { IconClockExclamation, IconUsers } from '@milepost/web/ui/icons.ts';
import { type StatTile, StatTiles } from '@milepost/web/ui/stat-tiles.tsx';
import { enrollmentLooks } from '@milepost/web/ui/status-badge.tsx';
import { StatusChart } from '@milepost/web/ui/status-chart.tsx';
import { TrendChart } from '@milepost/web/ui/trend-chart.tsx';
import type { ReactNode } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link, useSearchParams } from 'react-router';
import type { EnrollmentStatus } from '../../gql/schema-types.ts';
import { mainStatuses, statuses } from './statuses.ts';
import classes from './tracking.module.css';
import { usePlanTotalsQuery } from './tracking.generated.ts';

const trendDays = 90;

/** How the people of a plan get on, in figures that move live; each leads to the people behind it. */
export function PlanTotals({ planId }: { planId: string }) {
  const { t } = useTranslation(['tracking', 'ui']);
  const zone = useReaderZone();
  const [params] = useSearchParams();
  const query = usePlanTotalsQuery({ variables: { planId }, fetchPolicy: 'cache-and-network' });
  const state = queryState(query, query.data?.planProgress);
  if (state.is === 'failed') return <ErrorState failure={state.failure} onRetry={state.retry} order={3} />;
  const totals = query.data?.planProgress ?? undefined;
  const countOf = (status: EnrollmentStatus) => totals && (totals.counts.find((each) => each.status === status)?.people ?? 0);
  const linkTo = (filter: Record<string, string>) => (content: ReactNode) => {
    const next = new URLSearchParams({ ...(params.get('tab') ? { tab: params.get('tab') ?? '' } : {}), ...filter });
    return (
      <Link to={{ search: next.toString() }} preventScrollReset className={classes.tileLink}>
        {content}
      </Link>
    );
  };
  const shown: StatTile[] = [
    { id: 'total', label: t('totals.total'), value: totals?.total, icon: IconUsers, link: linkTo({}) },
    ...mainStatuses.map((status) => ({ id: status, label: t(`ui:enrollment.${status}`), value: countOf(status), ...enrollmentLooks[status], link: linkTo({ status }) })),
    { id: 'overdue', label: t('ui:enrollment.overdue'), value: totals?.overdue, tone: 'danger', icon: IconClockExclamation, link: linkTo({ overdue: 'yes' }) },
  ];
  return (
    <div className={classes.totals}>
      <StatTiles label={t('totals.label')} tiles={shown} />
      {totals && (
        <div className={classes.charts}>
          <StatusChart
            name={t('totals.byStatus')}
            parts={statuses
              .map((status) => ({ id: status, word: t(`ui:enrollment.${status}`), count: countOf(status) ?? 0, ...enrollmentLooks[status] }))
              .filter((part) => part.count > 0 || mainStatuses.some((status) => status === part.id))}
          />
          <TrendChart
            name={t('totals.trend', { days: trendDays })}
            days={totals.completions.map(({ date, people }) => ({ date, count: people }))}
            length={trendDays}
            until={calendarDateIn(zone, new Date())}
          />
        </div>
      )}
    </div>
  );
}
