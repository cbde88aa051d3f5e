import { Text } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { EnrollmentBadge } from '@milepost/web/ui/status-badge.tsx';
import type { TrackedPersonFragment } from './tracking.generated.ts';

/** How far somebody is, and which milestones an admin holds for them. */
export function StatusCell({ status, overdue, stepsHeld }: Pick<TrackedPersonFragment, 'status' | 'overdue' | 'stepsHeld'>) {
  const { t } = useTranslation('tracking');
  const format = useFormat();
  return (
    <>
      <EnrollmentBadge status={status} overdue={overdue} />
      {stepsHeld.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('release.heldSteps', { names: format.list(stepsHeld) })}
        </Text>
      )}
    </>
  );
}
