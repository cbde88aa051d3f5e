import { Anchor, Text, Title } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { enrollmentLooks } from '@milepost/web/ui/status-badge.tsx';
import { StatusChart } from '@milepost/web/ui/status-chart.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { Link } from 'react-router';
import { mainStatuses } from './statuses.ts';
import type { PlanTotalsPartsFragment } from './tracking.generated.ts';
import classes from './tracking.module.css';

/** How the people of one plan get on, at a glance; who is late is the link to them. */
export function PlanProgressCard({ name, totals, toPeople }: { name: string; totals: PlanTotalsPartsFragment; toPeople(filter?: Record<string, string>): string }) {
  const { t } = useTranslation(['tracking', 'ui']);
  const format = useFormat();
  return (
    <article className={classes.card}>
      <Title order={3} size="h4">
        <Anchor component={Link} to={toPeople()} inherit>
          {name}
        </Anchor>
      </Title>
      {totals.overdue > 0 ? (
        <Anchor component={Link} to={toPeople({ overdue: 'yes' })} size="sm" c="var(--mp-danger-text)" fw={600}>
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
          ...enrollmentLooks[status],
        }))}
      />
    </article>
  );
}
