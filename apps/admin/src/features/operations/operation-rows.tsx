import { Tabs, Text } from '@mantine/core';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { usePages } from '@milepost/web/apollo/use-pages.ts';
import { useFormat } from '@milepost/web/i18n/format.ts';
import { ListPart } from '@milepost/web/ui/list-page.tsx';
import { useListParams } from '@milepost/web/ui/list-params.ts';
import type { ListColumn } from '@milepost/web/ui/list-table.tsx';
import { useState } from 'react';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import { type OperationPartsFragment, type OperationRowPartsFragment, useOperationRowsQuery } from './operation.generated.ts';
import { RowsAsFile } from './import-notes.tsx';
import { MendRow } from './mend-row.tsx';
import { detailsOf, nameOf, type RowDetails } from './row-details.ts';
import type { MendControl } from './use-mends.ts';
import classes from './operations.module.css';
import { useMoveWords } from './use-move-words.ts';
import { inOrder, useOperationWords } from './use-operation-words.ts';
import { useVersionColumns } from './use-version-columns.tsx';

const pageSize = 50;

/** The rows of an operation, a tab for each class of its preview, each row with what is wrong with it or what came of it. */
export function OperationRows({ operation, mends }: { operation: OperationPartsFragment; mends?: MendControl }) {
  const { t } = useTranslation('operations');
  const words = useOperationWords();
  const format = useFormat();
  // Errors first: they are what one came for.
  const counts = inOrder(operation.counts).filter((count) => count.rows > 0).toSorted((a, b) => Number(b.class === 'ERROR') - Number(a.class === 'ERROR'));
  const [chosen, setChosen] = useState<string | null>(null);
  const current = counts.find((count) => count.class === chosen) ?? counts[0];
  if (!current) return <Text size="sm">{t('noRows')}</Text>;
  return (
    <Tabs classNames={{ tab: classes.tab, tabLabel: classes.tabLabel }} value={current.class} onChange={setChosen} keepMounted={false}>
      <Tabs.List aria-label={t('rows')}>
        {counts.map((count) => (
          <Tabs.Tab key={count.class} value={count.class}>
            {words.class(operation, count.class)} {format.number(count.rows)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {counts.map((count) => (
        <Tabs.Panel key={count.class} value={count.class} pt="sm">
          {count === current && <Rows operation={operation} rowClass={count.class} mends={mends} />}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function Rows({ operation, rowClass, mends }: { operation: OperationPartsFragment; rowClass: string; mends: MendControl | undefined }) {
  const format = useFormat();
  const { t } = useTranslation('operations');
  const words = useOperationWords();
  const params = useListParams([]);
  const query = useOperationRowsQuery({ variables: { id: operation.id, class: rowClass, first: pageSize }, fetchPolicy: 'cache-and-network' });
  const connection = query.data?.operation?.rows;
  const pages = usePages(query, connection);
  const about: ListColumn<OperationRowPartsFragment> = { id: 'what', header: rowClass === 'ERROR' ? t('row.reason') : t('row.details'), cell: (row) => <About row={row} mends={mends} /> };
  const columns: ListColumn<OperationRowPartsFragment>[] = [{ id: 'person', header: t('row.person'), cell: nameOf }, ...(useVersionColumns(operation, rowClass) ?? [about])];
  if (operation.kind === 'IMPORT_COMPLETIONS') {
    const dayOf = ({ completedOn }: RowDetails): string => (completedOn ? format.date(completedOn) : '–');
    columns.splice(1, 0, { id: 'item', header: t('row.item'), cell: (row) => detailsOf(row).item || '–' }, { id: 'day', header: t('row.day'), cell: (row) => dayOf(detailsOf(row)) });
  }
  if (operation.countsByTarget.length > 0) columns.splice(1, 0, { id: 'target', header: t('row.target'), cell: (row) => row.target?.name ?? '–' });
  if (operation.kind.startsWith('IMPORT_') && !operation.undoes) columns.unshift({ id: 'line', header: t('row.line'), width: '5rem', cell: (row) => String(detailsOf(row).row ?? row.ordinal + 1) });
  // Where every row came to what its class had said, a column would only repeat the tab.
  if (pages.rows.some((row) => row.outcome && row.outcome !== row.class && row.outcome !== 'IMPORTED' && row.outcome !== 'LEFT')) columns.push({ id: 'outcome', header: t('row.outcome'), cell: (row) => (row.outcome ? words.class(operation, row.outcome) : '–') });
  return (
    <>
      {!operation.undoes && (operation.kind === 'IMPORT_COMPLETIONS' || (rowClass === 'ERROR' && operation.kind.startsWith('IMPORT_'))) && <RowsAsFile operation={operation} rowClass={rowClass} />}
      <ListPart<OperationRowPartsFragment>
        title={words.class(operation, rowClass)}
        params={params}
        columns={columns}
        rowId={(row) => String(row.ordinal)}
        rowName={nameOf}
        state={queryState(query, connection)}
        empty={{ title: t('noRows'), text: '' }}
        {...pages}
      />
    </>
  );
}

function About({ row, mends }: { row: OperationRowPartsFragment; mends: MendControl | undefined }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const { changed = [], joins = [], use, what, said } = detailsOf(row);
  const move = useMoveWords()(row);
  if (row.problems.length === 0 && changed.length === 0) {
    if (move) return move;
    if (what) return t(`held.${what as 'GROUP'}`, { defaultValue: what });
  }
  if (use) return t(`use.${use as 'plans'}`, { defaultValue: use });
  const nameOfField = (field: string): string => {
    const name = t(`field.${field as 'displayName'}`, { defaultValue: field });
    return field === 'groups' ? t('joining', { field: name, groups: format.list(joins.map((group) => group.name)) }) : name;
  };
  if (row.problems.length === 0 && changed.length === 0 && !said) return row.person?.department?.path.join(' › ') ?? '';
  return (
    <>
      {changed.length > 0 && <Text size="sm">{format.list(changed.map(nameOfField))}</Text>}
      {row.problems.map((problem, index) => (
        <Text key={index} size="sm" component="div">
          {problem.message}
        </Text>
      ))}
      {said && <MendRow row={row} said={said} mends={mends} />}
    </>
  );
}
