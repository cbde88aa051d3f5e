import { Button, Group, Text } from '@mantine/core';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useLanguage } from '@milepost/web/i18n/language-context.tsx';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { IconDownload } from '@milepost/web/ui/icons.ts';
import type { OperationPartsFragment } from './operation.generated.ts';

const encodingNames = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', gb18030: 'GB18030', 'windows-1252': 'Windows-1252' };

interface TableTitle {
  readonly sheet?: string;
  readonly sheets?: number;
  readonly formulas?: number;
  readonly encoding?: keyof typeof encodingNames;
  readonly separator?: ',' | ';' | '\t';
  readonly columns?: number;
  readonly importedAt?: string;
}

/** That the same file was imported before; which sheet of a spreadsheet was read, and that formulas were not worked out; as what a CSV file was read. */
export function TableNote({ operation }: { operation: OperationPartsFragment }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const { sheet, sheets = 1, formulas = 0, encoding, separator = ',', columns = 0, importedAt } = operation.title as TableTitle;
  if (sheet === undefined && encoding === undefined && importedAt === undefined) return null;
  return (
    <Text size="sm">
      {importedAt !== undefined && `${t('table.importedAt', { time: format.dateTime(new Date(importedAt)) })} `}
      {sheet !== undefined && (sheets > 1 ? t('table.sheetOf', { sheet, number: format.number(sheets) }) : t('table.sheet', { sheet }))}
      {encoding !== undefined && t('table.csv', { encoding: encodingNames[encoding], separator: t(`table.separators.${separator}`), count: columns, number: format.number(columns) })}
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
          {t(operation.kind === 'IMPORT_COMPLETIONS' && operation.state === 'PREVIEWED' ? 'rejected.orHere' : 'rejected.text')}
        </Text>
      )}
    </Group>
  );
}
