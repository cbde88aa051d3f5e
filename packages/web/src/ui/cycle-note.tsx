import { Text } from '@mantine/core';
import { useTranslation } from '../i18n/use-translation.tsx';

interface CycleNoteProps {
  cycle: number;
  isCurrent: boolean;
}

/** Tells two rows of one person and plan apart: which cycle each is, and which of them is over. Nothing where there is only the first. */
export function CycleNote({ cycle, isCurrent }: CycleNoteProps) {
  const { t } = useTranslation('work');
  if (cycle === 1 && isCurrent) return null;
  return (
    <Text size="xs" c="dimmed" component="div">
      {t(isCurrent ? 'cycle.current' : 'cycle.former', { number: cycle })}
    </Text>
  );
}
