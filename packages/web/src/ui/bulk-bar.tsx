import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { useFormat } from '../i18n/format.ts';
import classes from './bulk-bar.module.css';
import type { Selection } from './list-page.tsx';

interface BulkBarProps {
  selection: Selection;
  total: number | undefined;
  everyShownSelected: boolean;
  onSelectAll(): void;
  onClear(): void;
  actions: ReactNode;
}

/** Stands at the foot of the page while rows are selected: how many, all that match, what can be done with them. */
export function BulkBar({ selection, total, everyShownSelected, onSelectAll, onClear, actions }: BulkBarProps) {
  const { t } = useTranslation('work');
  const format = useFormat();
  const offerAll = !selection.all && everyShownSelected && total !== undefined && total > selection.ids.length;
  return (
    <div className={classes.root} role="region" aria-label={t('list.bulk')}>
      <span role="status" className={classes.count}>
        {selection.all ? t('list.allMatchingSelected', { total: format.number(selection.total) }) : t('list.selected', { count: selection.ids.length })}
      </span>
      {offerAll && (
        <Button variant="subtle" size="compact-sm" onClick={onSelectAll}>
          {t('list.selectAllMatching', { total: format.number(total) })}
        </Button>
      )}
      <Button variant="subtle" size="compact-sm" onClick={onClear}>
        {t('list.clearSelection')}
      </Button>
      <span className={classes.actions}>{actions}</span>
    </div>
  );
}
