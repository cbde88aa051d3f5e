import { Button, Group, Text } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useLanguage } from '@milepost/web/i18n/language-context.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { IconDownload } from '@milepost/web/ui/icons.ts';
import type { OperationPartsFragment } from './operation.generated.ts';

/** That the same file was imported before; which sheet of a spreadsheet an import has read, and that formulas were not worked out. Nothing for other files. */
export function TableNote({ operation }: { operation: OperationPartsFragment }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const { sheet, sheets = 1, formulas = 0, importedAt } = operation.title as { sheet?: string; sheets?: number; formulas?: number; importedAt?: string };
  if (sheet === undefined && importedAt === undefined) return null;
  return (
    <Text size="sm">
      {importedAt !== undefined && `${t('table.importedAt', { time: format.dateTime(new Date(importedAt)) })} `}
      {sheet !== undefined && (sheets > 1 ? t('table.sheetOf', { sheet, number: format.number(sheets) }) : t('table.sheet', { sheet }))}
      {formulas > 0 && ` ${t('table.formulas', { count: formulas, number: format.number(formulas) })}`}
    </Text>
  );
}

/** The rows of an import that are of one class, as a file; those that were rejected to be mended and imported again (U22, U24, U25). */
export function RowsAsFile({ operation, rowClass }: { operation: OperationPartsFragment; rowClass: string }) {
  const { t } = useTranslation('operations');
  const { language } = useLanguage();
  return (
    <Group gap="sm" mb="sm">
      <Button component="a" href={`/files/rows/${operation.id}/${rowClass}?language=${language}`} download variant="default" size="xs" leftSection={<IconDownload size={16} aria-hidden />}>
        {t('download')}
      </Button>
      {rowClass === 'ERROR' && (
        <Text size="sm" c="dimmed">
          {t('rejected.text')}
        </Text>
      )}
    </Group>
  );
}
