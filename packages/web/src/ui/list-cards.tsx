import { Checkbox } from '@mantine/core';
import { useTranslation } from '../i18n/use-translation.tsx';
import classes from './list-page.module.css';
import { type ListRows, useRows } from './list-table.tsx';

/** The same list as cards, for a phone: the first column is the heading, the others are named lines. */
export function ListCards<Row extends object>(props: ListRows<Row>) {
  const { columns, rowName, onSelect, rowActions, label } = props;
  const { t } = useTranslation('work');
  const table = useRows(props);
  const [first, ...others] = columns;
  return (
    <ul className={classes.cards} aria-label={label}>
      {table.getRowModel().rows.map((row) => (
        <li key={row.id} className={classes.card} data-selected={row.getIsSelected() || undefined}>
          <div className={classes.cardHead}>
            {onSelect && (
              <Checkbox aria-label={t('list.select', { name: rowName(row.original) })} checked={row.getIsSelected()} onChange={row.getToggleSelectedHandler()} />
            )}
            <div className={classes.cardName}>{first?.cell(row.original)}</div>
            {rowActions?.(row.original)}
          </div>
          <dl className={classes.cardLines}>
            {others
              .filter((column) => !column.hideOnPhone)
              .map((column) => (
                <div key={column.id}>
                  <dt>{column.header}</dt>
                  <dd>{column.cell(row.original)}</dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
