import { Button, Group, Text } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useLanguage } from '@milepost/web/i18n/language-context.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { IconDownload } from '@milepost/web/ui/icons.ts';
import type { OperationPartsFragment } from './operation.generated.ts';

/** Which sheet of a spreadsheet an import has read, and that formulas were not worked out. Nothing for other files. */
export function TableNote({ operation }: { operation: OperationPartsFragment }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const { sheet, sheets = 1, formulas = 0 } = operation.title as { sheet?: string; sheets?: number; formulas?: number };
  if (sheet === undefined) return null;
  return (
    <Text size="sm">
      {sheets > 1 ? t('table.sheetOf', { sheet, number: format.number(sheets) }) : t('table.sheet', { sheet })}
      {formulas > 0 && ` ${t('table.formulas', { count: formulas, number: format.number(formulas) })}`}
    </Text>
  );
}

/** The rows of an import that were rejected, as a file to mend and import again (U22, U24, U25). */
export function RejectedRows({ operation }: { operation: OperationPartsFragment }) {
  const { t } = useTranslation('operations');
  const { language } = useLanguage();
  return (
    <Group gap="sm" mb="sm">
      <Button component="a" href={`/files/rows/${operation.id}/ERROR?language=${language}`} download variant="default" size="xs" leftSection={<IconDownload size={16} aria-hidden />}>
        {t('rejected.download')}
      </Button>
      <Text size="sm" c="dimmed">
        {t('rejected.text')}
      </Text>
    </Group>
  );
}
