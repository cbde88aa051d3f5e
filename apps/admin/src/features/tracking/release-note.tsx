import { Text } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { StepReleasePartsFragment } from './enrollment-detail.generated.ts';

/** That a milestone is held, or was opened, by hand: by whom, when and why; nothing where its schedule decides. */
export function ReleaseNote({ release }: { release: StepReleasePartsFragment }) {
  const { t } = useTranslation('tracking');
  const format = useFormat();
  const { held, releasedByHand, changedAt, changedBy, reason } = release;
  if (!held && !releasedByHand) return null;
  const who = changedAt ? t('override.by', { name: changedBy?.name ?? '–', time: format.dateTime(new Date(changedAt)) }) : '';
  return (
    <Text size="xs" component="div">
      <span>{held ? t('release.held') : t('release.released')}</span>
      <div>{[who, reason].filter(Boolean).join(' · ')}</div>
    </Text>
  );
}
