import { SegmentedControl } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { EnrollmentFilterInput, EnrollmentReach } from '../../gql/schema-types.ts';
import { useTrackedPeopleCountsQuery } from './tracking.generated.ts';
import classes from './tracking.module.css';

type Reach = EnrollmentReach | 'ALL';

/** How many match in all, by assignment and by their own doing; undefined while unknown. */
export function useReachCounts(matching: EnrollmentFilterInput): Readonly<Record<Reach, number | undefined>> {
  const variables = { all: matching, assigned: { ...matching, reach: 'ASSIGNED' as const }, registered: { ...matching, reach: 'REGISTERED' as const } };
  const query = useTrackedPeopleCountsQuery({ variables, fetchPolicy: 'cache-and-network' });
  const data = query.data ?? query.previousData;
  return { ALL: data?.all, ASSIGNED: data?.assigned, REGISTERED: data?.registered };
}

interface ReachTabsProps {
  matching: EnrollmentFilterInput;
  /** Null: everybody. */
  reach: EnrollmentReach | null;
  onChange(next: EnrollmentReach | null): void;
}

/** Everybody, Assigned, Registered (L38), each with its count; who has the plan both ways is in both. */
export function ReachTabs({ matching, reach, onChange }: ReachTabsProps) {
  const { t } = useTranslation('tracking');
  const format = useFormat();
  const counts = useReachCounts(matching);
  const label = (each: Reach) => [t(`reach.${each}`), counts[each] === undefined ? '' : format.number(counts[each])].filter(Boolean).join(' ');
  return (
    <SegmentedControl
      aria-label={t('reach.label')}
      classNames={{ label: classes.reach }}
      value={reach ?? 'ALL'}
      onChange={(next) => onChange(next === 'ALL' ? null : next)}
      data={(['ALL', 'ASSIGNED', 'REGISTERED'] as const).map((each) => ({ value: each, label: label(each) }))}
    />
  );
}
