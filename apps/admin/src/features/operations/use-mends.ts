import { skipToken } from '@apollo/client/react';
import { useSessionStorage } from '@mantine/hooks';
import { COMPLETION_COLUMNS, MendedCells, textsOfCells, type CellMend } from '@milepost/domain';
import { queryState } from '@milepost/web/apollo/list-state.ts';
import { problemsOf, useAct } from '@milepost/web/apollo/use-act.ts';
import { useTranslation } from '@milepost/web/i18n/use-translation.tsx';
import type { ListState } from '@milepost/web/ui/list-page.tsx';
import { useState } from 'react';
import type { CompletionColumn } from '../../gql/schema-types.ts';
import { type MendPartsFragment, MendImportedCompletionsDocument, useImportMendsQuery } from './mends.generated.ts';
import type { OperationPartsFragment } from './operation.generated.ts';

/** A correction, and in how many rows it was taken; null: the file was not checked with it yet. */
export interface ListedMend {
  readonly mend: CellMend;
  readonly rows: number | null;
}

/** The corrections of a file of completions that waits to be imported. They are kept in the tab until the file is checked with them. */
export interface MendControl {
  readonly list: readonly ListedMend[];
  /** Whether the rows shown are not those of the corrections listed. */
  readonly isChanged: boolean;
  /** By what the file names people. */
  readonly by: string;
  /** Why the file was not checked. */
  readonly problem: string | undefined;
  /** What a row is read as, once the file is checked. */
  read(row: number, said: readonly string[]): readonly string[];
  /** Adds corrections, each in place of one for the same cells. */
  add(mends: readonly CellMend[]): void;
  takeBack(mend: CellMend): void;
  /** Goes back to those with which the file was checked. */
  drop(): void;
  check(): Promise<void>;
}

const mayHaveMends = ({ kind, undoes }: OperationPartsFragment): boolean => kind === 'IMPORT_COMPLETIONS' && !undoes;

/** The corrections with which a file was checked; `list` is undefined while they are not known, and where there are none by nature. */
export function useKeptMends(operation: OperationPartsFragment): { readonly list: readonly ListedMend[] | undefined; readonly state: ListState } {
  const query = useImportMendsQuery(mayHaveMends(operation) ? { variables: { id: operation.id }, fetchPolicy: 'cache-and-network' } : skipToken);
  return { list: query.data?.operation?.mends?.map(fromApi), state: queryState(query) };
}

/** Lets whoever looks at a file of completions correct it; undefined where it cannot be corrected. */
export function useMends(operation: OperationPartsFragment): MendControl | undefined {
  const { t } = useTranslation('ui');
  const act = useAct();
  const { list: kept } = useKeptMends(operation);
  const [chosen, setChosen] = useSessionStorage<readonly CellMend[] | null>({ key: `milepost.mends.${operation.id}`, defaultValue: null, getInitialValueInEffect: false });
  const [problem, setProblem] = useState<string>();
  if (!kept || operation.state !== 'PREVIEWED' || !operation.viewerCan.discard) return undefined;
  const current = chosen ?? kept.map(({ mend }) => mend);
  const cells = new MendedCells(current);
  const keyOfAll = (mends: readonly CellMend[]): string => mends.map((each) => `${keyOf(each)} ${each.to}`).join('\n');
  const choose = (mends: readonly CellMend[]) => {
    setProblem(undefined);
    setChosen(keyOfAll(mends) === keyOfAll(kept.map(({ mend }) => mend)) ? null : mends);
  };
  return {
    list: current.map((mend) => ({ mend, rows: kept.find((each) => keyOf(each.mend) === keyOf(mend) && each.mend.to === mend.to)?.rows ?? null })),
    isChanged: chosen !== null,
    by: (operation.title as { by?: string }).by ?? 'EMAIL',
    problem,
    read: (row, said) => textsOfCells(cells.mend(row, said)),
    add: (mends) => choose([...current.filter((each) => !mends.some((added) => keyOf(added) === keyOf(each))), ...mends]),
    takeBack: (mend) => choose(current.filter((each) => keyOf(each) !== keyOf(mend))),
    drop: () => choose(kept.map(({ mend }) => mend)),
    check: async () => {
      setProblem(undefined);
      const answer = await act(MendImportedCompletionsDocument, { operationId: operation.id, mends: current.map(toApi) });
      if (answer.is === 'FAILED') return setProblem(t('error.networkText'));
      const result = answer.data.mendImportedCompletions;
      if (result.__typename === 'Operation') return setChosen(null);
      setProblem(problemsOf(result).map((each) => each.message).join(' '));
    },
  };
}

/** Tells the cells that a correction is for. */
export const keyOf = ({ column, row, where }: CellMend): string => JSON.stringify([column, row ?? [where?.column, where?.says]]);

const columnOf = (column: CompletionColumn) => COMPLETION_COLUMNS.find((each) => each.toUpperCase() === column)!;
const toColumn = (column: CellMend['column']) => column.toUpperCase() as CompletionColumn;

function fromApi({ column, to, row, where, rows }: MendPartsFragment): ListedMend {
  return { mend: { column: columnOf(column), to, ...(row !== null && { row }), ...(where && { where: { column: columnOf(where.column), says: where.says } }) }, rows };
}

function toApi({ column, to, row, where }: CellMend) {
  return { column: toColumn(column), to, row: row ?? null, where: where ? { column: toColumn(where.column), says: where.says } : null };
}
