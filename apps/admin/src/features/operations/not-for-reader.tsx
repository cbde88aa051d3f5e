import { Text } from '@mantine/core';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { OperationPartsFragment } from './operation.generated.ts';
import { saidAs } from './use-operation-words.ts';

/** Why there is no button: who could carry this out. */
export function NotForReader({ operation }: { operation: Pick<OperationPartsFragment, 'kind'> }) {
  const { t } = useTranslation('operations');
  return (
    <Text size="sm" c="dimmed">
      {t(`notForReader.${(saidAs[operation.kind] ?? operation.kind) as 'ASSIGN'}`, { defaultValue: t('notForReader.other') })}
    </Text>
  );
}
