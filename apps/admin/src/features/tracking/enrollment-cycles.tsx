import { Anchor, Text, Title } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { AddressLink } from '@milepost/web/ui/address-link.tsx';
import { EnrollmentBadge } from '@milepost/web/ui/status-badge.tsx';
import type { EnrollmentDetailPartsFragment } from './enrollment-detail.generated.ts';
import classes from './tracking.module.css';

/** The way to the other cycles of a person who had it assigned again, each with what became of it; nothing where there is only one. */
export function EnrollmentCycles({ cycles }: { cycles: EnrollmentDetailPartsFragment['otherCycles'] }) {
  const { t } = useTranslation('tracking');
  const format = useFormat();
  if (cycles.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h4" mb="xs">
        {t('drawer.otherCycles')}
      </Title>
      <ul className={classes.sources}>
        {cycles.map(({ id, cycle, status, overdue, completedOn }) => (
          <li key={id}>
            <Anchor component={AddressLink} edit={(next: URLSearchParams) => next.set('enrollment', id)} size="sm">
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
