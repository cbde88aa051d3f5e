import { Button, Group, Text } from '@mantine/core';
import { COMPLETION_COLUMNS } from '@milepost/domain';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { useState } from 'react';
import { MendDialog } from './mend-dialog.tsx';
import type { OperationRowPartsFragment } from './operation.generated.ts';
import { detailsOf, nameOf } from './row-details.ts';
import { useMendWords } from './use-mend-words.ts';
import type { MendControl } from './use-mends.ts';

interface MendRowProps {
  row: OperationRowPartsFragment;
  /** What the file says in the four columns. */
  said: readonly string[];
  mends: MendControl | undefined;
}

/** What a row of a file of completions is read as where that is not what it says, and what can be done about it: take what is suggested, for all that say the same, or correct it by hand (U24). */
export function MendRow({ row, said, mends }: MendRowProps) {
  const { t } = useTranslation('operations');
  const words = useMendWords();
  const [isOpen, setOpen] = useState(false);
  const { row: number = 0, mended = said, fixes = [] } = detailsOf(row);
  const read = mends?.read(number, said) ?? mended;
  const isAhead = mends !== undefined && COMPLETION_COLUMNS.some((_, place) => read[place] !== mended[place]);
  const differences = words.differences(said, read);
  const placeOf = (column: (typeof COMPLETION_COLUMNS)[number]) => COMPLETION_COLUMNS.indexOf(column);
  const open = fixes.filter(({ column }) => read[placeOf(column)] === mended[placeOf(column)]);
  return (
    <>
      {differences && (
        <Text size="sm" c="dimmed">
          {isAhead ? t('mend.willBe', { what: differences }) : t('mend.was', { what: differences })}
        </Text>
      )}
      {mends && (
        <Group gap="xs" mt={4}>
          {row.class === 'ERROR' &&
            open.map(({ column, to, whereSame }) => (
              <Button
                key={`${column} ${to}`}
                size="compact-xs"
                variant="light"
                onClick={() => mends.add([{ column, to, where: { column: whereSame, says: said[placeOf(whereSame)] ?? '' } }])}
              >
                {t('mend.use', { to })}
              </Button>
            ))}
          <Button size="compact-xs" variant="default" aria-label={t('mend.correctRow', { row: number, name: nameOf(row) })} onClick={() => setOpen(true)}>
            {t('mend.correct')}
          </Button>
        </Group>
      )}
      {mends && <MendDialog opened={isOpen} row={row} said={said} mends={mends} onClose={() => setOpen(false)} />}
    </>
  );
}
