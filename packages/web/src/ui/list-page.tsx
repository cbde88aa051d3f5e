import { Button, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { RowSelectionState } from '@tanstack/react-table';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.tsx';
import { useFormat } from '../i18n/format.ts';
import { BulkBar } from './bulk-bar.tsx';
import { EmptyState } from './empty-state.tsx';
import { ErrorState, type Failure } from './error-state.tsx';
import { ListCards } from './list-cards.tsx';
import classes from './list-page.module.css';
import type { ListParamsControl } from './list-params.ts';
import { type ListColumn, ListTable } from './list-table.tsx';
import { type ListFilter, ListToolbar } from './list-toolbar.tsx';
import { useAnnounce } from './live-region.tsx';
import { PageHeading } from './page-heading.tsx';
import { ListSkeleton } from './skeletons.tsx';

/** What the selection holds: the rows ticked, or every row that matches the list's filters. */
export type Selection = { readonly all: false; readonly ids: readonly string[] } | { readonly all: true; readonly total: number };

export type ListState = { readonly is: 'loading' } | { readonly is: 'failed'; readonly failure: Failure; readonly retry: () => void } | { readonly is: 'ready' };

interface ListPageProps<Row> {
  title: string;
  /** How many match in all; undefined while unknown. */
  total?: number;
  /** Top right: the one act this list is for (D10). */
  primaryAction?: ReactNode;
  /** What the search field finds; without it there is none. */
  searchLabel?: string;
  params: ListParamsControl;
  filters?: readonly ListFilter[];
  toolbarEnd?: ReactNode;
  columns: readonly ListColumn<Row>[];
  rows: readonly Row[];
  rowId(row: Row): string;
  rowName(row: Row): string;
  rowActions?: (row: Row) => ReactNode;
  state: ListState;
  hasMore: boolean;
  loadingMore?: boolean;
  onLoadMore(): void;
  /** `SHOWN`: no more is selected than what is shown, for acts that name each row. */
  selects?: 'SHOWN';
  /** Acts on several rows; without it there are no checkboxes. */
  bulkActions?: (selection: Selection, clear: () => void) => ReactNode;
  /** Rows that arrived since and are not shown, or where they `are` CHANGED stand otherwise than is shown: offered, never pushed in. */
  fresh?: { readonly count: number; readonly show: () => void; readonly are?: 'CHANGED' };
  /** What to say and do when there is nothing at all. */
  empty: { readonly title: string; readonly text: ReactNode; readonly action?: ReactNode };
}

/** The list pattern: title and count, one primary act, search and filters in the address, rows, "load more", selection, and every state between. */
export function ListPage<Row extends object>(props: ListPageProps<Row>) {
  const { title, total, primaryAction } = props;
  const format = useFormat();
  return (
    <section className={classes.root}>
      <PageHeading title={title} count={total === undefined ? undefined : format.number(total)} action={primaryAction} />
      <ListBody {...props} />
    </section>
  );
}

/** The same list as a part of a page that has its heading already; `title` names its rows for screen readers. */
export function ListPart<Row extends object>(props: Omit<ListPageProps<Row>, 'primaryAction'>) {
  return (
    <div className={classes.root}>
      <ListBody {...props} />
    </div>
  );
}

function ListBody<Row extends object>(props: ListPageProps<Row>) {
  const { searchLabel, params, filters = [], toolbarEnd, state, rows, fresh } = props;
  return (
    <>
      <ListToolbar params={params} filters={filters} searchLabel={searchLabel} end={toolbarEnd} />
      {state.is === 'ready' && <FreshOffer fresh={fresh} />}
      {state.is === 'loading' && <ListSkeleton />}
      {state.is === 'failed' && <ErrorState failure={state.failure} onRetry={state.retry} />}
      {state.is === 'ready' && (rows.length === 0 ? <Nothing {...props} /> : <Rows {...props} />)}
    </>
  );
}

function FreshOffer({ fresh }: Pick<ListPageProps<object>, 'fresh'>) {
  const { t } = useTranslation('work');
  const announce = useAnnounce();
  const count = fresh?.count ?? 0;
  const isChange = fresh?.are === 'CHANGED';
  useEffect(() => {
    if (count > 0) announce(t(isChange ? 'list.changed' : 'list.fresh', { count }));
  }, [count, isChange, announce, t]);
  if (!fresh || count === 0) return null;
  return (
    <div className={classes.fresh}>
      <Button size="compact-sm" radius="xl" variant="light" onClick={fresh.show}>
        {t(isChange ? 'list.changedShow' : 'list.freshShow', { count })}
      </Button>
    </div>
  );
}

function Nothing<Row extends object>({ params, empty }: ListPageProps<Row>) {
  const { t } = useTranslation('work');
  if (!params.narrowed) return <EmptyState {...empty} />;
  return (
    <EmptyState
      title={t('list.nothingFound')}
      text={t('list.nothingFoundHint')}
      action={
        <Button variant="default" onClick={params.clear}>
          {t('list.clearFilters')}
        </Button>
      }
    />
  );
}

function Rows<Row extends object>(props: ListPageProps<Row>) {
  const { title, total, params, columns, rows, rowId, rowName, rowActions, bulkActions, selects, hasMore, loadingMore = false, onLoadMore } = props;
  const { t } = useTranslation('work');
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const [selected, setSelected] = useState<RowSelectionState>({});
  const [all, setAll] = useState(false);
  const clear = () => {
    setSelected({});
    setAll(false);
  };

  // Other filters mean other rows: a selection made under the old ones must not act on the new.
  const asked = JSON.stringify([params.search, params.filters]);
  const askedBefore = useRef(asked);
  useEffect(() => {
    if (askedBefore.current === asked) return;
    askedBefore.current = asked;
    setSelected({});
    setAll(false);
  }, [asked]);

  const ids = rows.map(rowId).filter((id) => selected[id]);
  const selection: Selection = all && total !== undefined ? { all: true, total } : { all: false, ids };
  const View = phone ? ListCards : ListTable;
  return (
    <>
      <View
        rows={rows}
        columns={columns}
        rowId={rowId}
        rowName={rowName}
        rowActions={rowActions}
        label={title}
        selected={selected}
        onSelect={
          bulkActions &&
          ((next) => {
            setSelected(next);
            setAll(false);
          })
        }
      />
      <div className={classes.foot}>
        <Text size="sm" c="dimmed">
          {hasMore ? t('list.shown', { count: rows.length }) : t('list.end')}
        </Text>
        {hasMore && (
          <Button variant="default" onClick={onLoadMore} loading={loadingMore}>
            {loadingMore ? t('list.loadingMore') : t('list.loadMore')}
          </Button>
        )}
      </div>
      {bulkActions && ids.length > 0 && (
        <BulkBar
          selection={selection}
          total={selects === 'SHOWN' ? undefined : total}
          everyShownSelected={ids.length === rows.length}
          onSelectAll={() => setAll(true)}
          onClear={clear}
          actions={bulkActions(selection, clear)}
        />
      )}
    </>
  );
}
