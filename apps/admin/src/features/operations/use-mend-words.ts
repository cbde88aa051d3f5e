import { COMPLETION_COLUMNS, type CellMend } from '@milepost/domain';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';

/** Says corrections of a file of completions. */
export function useMendWords() {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const column = (each: CellMend['column']): string => t(`mend.columns.${each}`);
  return {
    column,
    /** What is read as what, and where. */
    mend({ column: name, to, row, where }: CellMend): string {
      if (row !== undefined) return t('mend.inRow', { row: format.number(row), column: column(name), to });
      const { column: looked, says } = where!;
      if (looked === name) return says ? t('mend.all', { column: column(name), says, to }) : t('mend.allEmpty', { column: column(name), to });
      return t(says ? 'mend.where' : 'mend.whereEmpty', { looked: column(looked), says, column: column(name), to });
    },
    /** What differs between what the file says and what is read. */
    differences(said: readonly string[], read: readonly string[]): string | undefined {
      const changed = COMPLETION_COLUMNS.flatMap((name, place) => (said[place] === read[place] ? [] : [t('mend.readAs', { column: column(name), to: read[place] ?? '' })]));
      return changed.length > 0 ? format.list(changed) : undefined;
    },
  };
}
