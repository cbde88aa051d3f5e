import { Text } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { OperationPartsFragment } from './operation.generated.ts';

/** Why there is no button: who could carry this out. */
export function NotForReader({ operation }: { operation: Pick<OperationPartsFragment, 'kind'> }) {
  const { t } = useTranslation('operations');
  return (
    <Text size="sm" c="dimmed">
      {t(`notForReader.${operation.kind as 'ASSIGN'}`, { defaultValue: t('notForReader.other') })}
    </Text>
  );
}
