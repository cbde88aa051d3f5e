import { Anchor, Text, Title } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { ErrorState } from '@milepost/web/ui/error-state.tsx';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { SkeletonBar } from '@milepost/web/ui/skeletons.tsx';
import { statusLooks } from '@milepost/web/ui/status-badge.tsx';
import { StatusChart } from '@milepost/web/ui/status-chart.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { mainStatuses } from './statuses.ts';
import { usePlanTotalsQuery } from './tracking.generated.ts';
import classes from './tracking.module.css';

/** How the people of one plan get on, at a glance; who is late is the link to them. */
export function PlanProgressCard({ planId, name, to }: { planId: string; name: string; to: string }) {
  const { t } = useTranslation(['tracking', 'ui']);
  const format = useFormat();
  const query = usePlanTotalsQuery({ variables: { planId }, fetchPolicy: 'cache-and-network' });
  const state = queryState(query, query.data?.planProgress);
  const totals = query.data?.planProgress;
  return (
    <article className={classes.card}>
      <Title order={3} size="h4">
        <Anchor component={Link} to={`${to}?tab=people`} inherit>
          {name}
        </Anchor>
      </Title>
      {state.is === 'failed' && <ErrorState failure={state.failure} onRetry={state.retry} order={3} />}
      {state.is === 'loading' && <SkeletonBar height="2rem" />}
      {totals && (
        <>
          {totals.overdue > 0 ? (
            <Anchor component={Link} to={`${to}?tab=people&overdue=yes`} size="sm" c="var(--mp-danger-text)" fw={600}>
              {t('card.overdue', { count: totals.overdue, number: format.number(totals.overdue) })}
            </Anchor>
          ) : (
            <Text size="sm" c="dimmed">
              {t('card.onTime')}
            </Text>
          )}
          <StatusChart
            name={name}
            parts={mainStatuses.map((status) => ({
              id: status,
              word: t(`ui:enrollment.${status}`),
              count: totals.counts.find((each) => each.status === status)?.people ?? 0,
              ...statusLooks.enrollment[status],
            }))}
          />
        </>
      )}
    </article>
  );
}
