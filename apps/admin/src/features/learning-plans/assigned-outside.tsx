import { Alert, Text } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { IconAlertTriangle } from '@milepost/web/ui/icons.ts';
import { useEffect, useRef } from 'react';
import { useAssignedOutsideQuery } from './assigned-outside.generated.ts';

/** Warns of people who have the plan assigned but do not find it (X3); counted again whenever the plan is saved. */
export function AssignedOutside({ planId, rowVersion }: { planId: string; rowVersion: number }) {
  const { t } = useTranslation('plans');
  const format = useFormat();
  const { data, refetch } = useAssignedOutsideQuery({ variables: { id: planId }, fetchPolicy: 'network-only' });
  const counted = useRef(rowVersion);
  useEffect(() => {
    if (counted.current === rowVersion) return;
    counted.current = rowVersion;
    void refetch().catch(() => {});
  }, [rowVersion, refetch]);
  const { people, sample } = data?.learningPlan?.assignedOutsideRange ?? { people: 0, sample: [] };
  const names = sample.map(({ displayName }) => displayName).join(' · ');
  const more = people - sample.length;
  return (
    <div role="status">
      {people > 0 && (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} role="presentation">
          <Text size="sm">{t('visibility.outside', { count: people, number: format.number(people) })}</Text>
          <Text size="sm">
            {more > 0 ? t('visibility.outsideMore', { names, count: more, number: format.number(more) }) : names}
          </Text>
        </Alert>
      )}
    </div>
  );
}
