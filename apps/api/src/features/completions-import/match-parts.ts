import { setImmediate as nextTurn } from 'node:timers/promises';
import { CompletionRows, readCompletionsHeader, type MendedCells, type CompletionFileProblem, type CompletionsHeader, type KnownToImport, type ListIdentifier, type MatchedRow } from '@milepost/domain';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { peopleScope } from '../access/index.ts';
import { readTrainedItems } from '../completions/index.ts';
import { readPeopleToFind, type OpenTable } from '../people-import/index.ts';
import type { CompletionsImportInput } from './completions-import.ts';

/** So many rows are handed on at a time. */
const rowsAtATime = 2_000;
/** After so many milliseconds whoever else uses this process is answered. */
const longestTurn = 4;

/** The first row does not say what the file must have. */
export class UnusableColumnsError extends Error {
  constructor(readonly problem: CompletionFileProblem) {
    super(problem.code);
  }
}

/** Reads the database by a transaction of its own. */
export type Read = <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>;

/**
 * What the rows of a file mean, a part at a time: neither the file nor what becomes of it is held as a whole. Whoever its maker does not look after is
 * as unknown to it as somebody elsewhere. Throws {@link UnusableColumnsError}, and what reading the table throws.
 */
export async function* matchParts(table: OpenTable, input: CompletionsImportInput, mends: MendedCells, read: Read): AsyncGenerator<readonly MatchedRow[]> {
  const { by, again, caller } = input;
  let header: CompletionsHeader | undefined;
  let file: CompletionRows | undefined;
  let matched: MatchedRow[] = [];
  let turn = performance.now();
  for await (const part of table.parts) {
    const isFirst = header === undefined;
    header ??= headerOf(part[0]!.cells, by);
    file ??= new CompletionRows({ by, again, mends, ...(await readKnown(read, by, caller as Caller)) });
    for (const { row, cells } of isFirst && header.hasHeader ? part.slice(1) : part) {
      matched.push(file.match(row, cells, header.width));
      if (performance.now() - turn < longestTurn) continue;
      await nextTurn();
      turn = performance.now();
    }
    if (matched.length < rowsAtATime) continue;
    yield matched;
    matched = [];
  }
  if (matched.length > 0) yield matched;
}

function headerOf(firstRow: readonly string[], by: ListIdentifier): CompletionsHeader {
  const header = readCompletionsHeader(firstRow, by);
  if (!header.ok) throw new UnusableColumnsError(header.problem);
  return header.value;
}

function readKnown(read: Read, by: ListIdentifier, caller: Caller): Promise<Pick<KnownToImport, 'people' | 'items'>> {
  return read(async (transaction) => ({
    items: await readTrainedItems(transaction, ['CERTIFICATION', 'PLAN', 'MODULE', 'COURSE']),
    people: (await readPeopleToFind(transaction, by, peopleScope(caller, 'COMPLETIONS_CHANGE'))).people,
  }));
}
