import { Anchor, Text, Title } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { EnrollmentBadge } from '@milepost/web/ui/status-badge.tsx';
import { Link, useSearchParams } from 'react-router';
import type { EnrollmentDetailPartsFragment } from './enrollment-detail.generated.ts';
import classes from './tracking.module.css';

/** The way to the other cycles of a person who had it assigned again, each with what became of it; nothing where there is only one. */
export function EnrollmentCycles({ cycles }: { cycles: EnrollmentDetailPartsFragment['otherCycles'] }) {
  const { t } = useTranslation('tracking');
  const format = useFormat();
  const [address] = useSearchParams();
  if (cycles.length === 0) return null;
  const to = (id: string): string => {
    const next = new URLSearchParams(address);
    next.set('enrollment', id);
    return `?${next.toString()}`;
  };
  return (
    <section>
      <Title order={3} size="h4" mb="xs">
        {t('drawer.otherCycles')}
      </Title>
      <ul className={classes.sources}>
        {cycles.map(({ id, cycle, status, overdue, completedOn }) => (
          <li key={id}>
            <Anchor component={Link} to={to(id)} size="sm" preventScrollReset>
              {t('drawer.cycleNumber', { number: cycle })}
            </Anchor>{' '}
            <EnrollmentBadge status={status} overdue={overdue} />
            {completedOn && (
              <Text size="xs" c="dimmed">
                {t('drawer.done', { date: format.date(completedOn) })}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
