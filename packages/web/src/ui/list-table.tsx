import { Checkbox, Table } from '@mantine/core';
import { rowSelectionFeature, type RowSelectionState, tableFeatures, useTable } from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import classes from './list-page.module.css';

export interface ListColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the end of their column. */
  readonly align?: 'start' | 'end';
  /** CSS width, for columns whose content should not decide. */
  readonly width?: string;
  /** Left out of the card on a phone. */
  readonly hideOnPhone?: boolean;
}

export interface ListRows<Row> {
  rows: readonly Row[];
  /** The first column names the row and carries its link. */
  columns: readonly ListColumn<Row>[];
  rowId(row: Row): string;
  /** The row's name, for the checkbox that selects it. */
  rowName(row: Row): string;
  selected?: RowSelectionState;
  onSelect?: (next: RowSelectionState) => void;
  rowActions?: (row: Row) => ReactNode;
  label: string;
}

const features = tableFeatures({ rowSelectionFeature });
const noneSelected: RowSelectionState = {};

/** TanStack's table over one page's worth of rows: which rows and cells there are, and which are selected. */
export function useRows<Row extends object>({ rows, columns, rowId, selected = noneSelected, onSelect }: ListRows<Row>) {
  const definitions = useMemo(
    () => columns.map((column) => ({ id: column.id, header: column.header, cell: ({ row }: { row: { original: Row } }) => column.cell(row.original) })),
    [columns],
  );
  const data = useMemo(() => [...rows], [rows]);
  return useTable<typeof features, Row>({
    features,
    columns: definitions,
    data,
    getRowId: rowId,
    enableRowSelection: onSelect !== undefined,
    state: { rowSelection: selected },
    onRowSelectionChange: (update) => onSelect?.(typeof update === 'function' ? update(selected) : update),
  });
}

/** The list as a table, for screens that are wide enough. */
export function ListTable<Row extends object>(props: ListRows<Row>) {
  const { columns, rowName, onSelect, rowActions, label } = props;
  const { t } = useTranslation(['ui', 'work']);
  const table = useRows(props);
  const byId = new Map(columns.map((column) => [column.id, column]));
  return (
    <div className={classes.tableScroll} role="region" aria-label={label} tabIndex={0}>
      <Table highlightOnHover verticalSpacing="xs" horizontalSpacing="sm" className={classes.table} aria-label={label}>
        <Table.Thead>
          {table.getHeaderGroups().map((group) => (
            <Table.Tr key={group.id}>
              {onSelect && (
                <Table.Th className={classes.check}>
                  <Checkbox
                    aria-label={t('work:list.selectAll')}
                    checked={table.getIsAllRowsSelected()}
                    indeterminate={table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected()}
                    onChange={(event) => table.toggleAllRowsSelected(event.currentTarget.checked)}
                  />
                </Table.Th>
              )}
              {group.headers.map((header) => (
                <Table.Th key={header.id} scope="col" ta={byId.get(header.column.id)?.align ?? 'start'} w={byId.get(header.column.id)?.width}>
                  <table.FlexRender header={header} />
                </Table.Th>
              ))}
              {rowActions && (
                <Table.Th scope="col" className={classes.actions}>
                  <span className={classes.spoken}>{t('action.more')}</span>
                </Table.Th>
              )}
            </Table.Tr>
          ))}
        </Table.Thead>
        <Table.Tbody>
          {table.getRowModel().rows.map((row) => (
            <Table.Tr key={row.id} data-selected={row.getIsSelected() || undefined}>
              {onSelect && (
                <Table.Td className={classes.check}>
                  <Checkbox aria-label={t('work:list.select', { name: rowName(row.original) })} checked={row.getIsSelected()} onChange={row.getToggleSelectedHandler()} />
                </Table.Td>
              )}
              {row.getAllCells().map((cell, index) => {
                const align = byId.get(cell.column.id)?.align ?? 'start';
                const content = <table.FlexRender cell={cell} />;
                return index === 0 ? (
                  <Table.Th key={cell.id} scope="row" ta={align} className={classes.rowName}>
                    {content}
                  </Table.Th>
                ) : (
                  <Table.Td key={cell.id} ta={align}>
                    {content}
                  </Table.Td>
                );
              })}
              {rowActions && <Table.Td className={classes.actions}>{rowActions(row.original)}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
