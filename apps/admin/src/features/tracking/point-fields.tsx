import { Group, SegmentedControl, TextInput } from '@mantine/core';
import { parseCalendarDate } from '@milepost/domain';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useEffect, useState } from 'react';
import type { Knowledge } from '../../gql/schema-types.ts';
import type { Point } from './use-points.ts';

const knowledges = ['KNOWN_THEN', 'KNOWN_TODAY'] as const satisfies readonly Knowledge[];

interface PointFieldsProps {
  label: string;
  point: Point;
  today: string;
  onChange(next: Partial<Point>): void;
}

/** A day, and by which knowledge it is told of (ambition 5). */
export function PointFields({ label, point, today, onChange }: PointFieldsProps) {
  const { t } = useTranslation('past');
  const [typed, setTyped] = useState(point.date);
  // The address may change from elsewhere: one goes back.
  useEffect(() => setTyped(point.date), [point.date]);
  return (
    <Group gap="sm" align="flex-end">
      <TextInput
        type="date"
        label={label}
        value={typed}
        max={today}
        error={typed > today ? t('future') : undefined}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          if (parseCalendarDate(value) && value <= today) onChange({ date: value });
        }}
      />
      <SegmentedControl
        aria-label={t('knowledge.label')}
        value={point.knowledge}
        onChange={(knowledge) => onChange({ knowledge })}
        data={knowledges.map((value) => ({ value, label: t(`knowledge.${value}`) }))}
      />
    </Group>
  );
}
