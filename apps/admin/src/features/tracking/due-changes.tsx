import { Text, Title } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { EnrollmentDetailPartsFragment } from './enrollment-detail.generated.ts';
import classes from './tracking.module.css';

type DueChange = EnrollmentDetailPartsFragment['dueChanges']['edges'][number]['node'];

/** How the due dates of a person in a plan moved, the newest first, each with why (2.4); nothing where none did. */
export function DueChanges({ changes }: { changes: readonly DueChange[] }) {
  const { t } = useTranslation('tracking');
  const format = useFormat();
  if (changes.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h4" mb="xs">
        {t('drawer.dueChanges')}
      </Title>
      <ul className={classes.sources}>
        {changes.map(({ id, milestoneName, sentence, at, by }) => {
          const time = format.dateTime(new Date(at));
          return (
            <li key={id}>
              <Text size="sm">{milestoneName ? `${milestoneName} · ${sentence}` : sentence}</Text>
              <Text size="xs" c="dimmed">
                {by ? t('drawer.dueChangeBy', { time, name: by.name }) : time}
              </Text>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
