import { classifyImportedCompletion, fixesOf, MendedCells, textsOfCells, type CompletionRowProblem, type Instant, type MatchedRow } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { JobHandler } from '../../platform/jobs/job-runner.ts';
import { readSituations } from '../completions/index.ts';
import { failOperation, lockOperation, storePreview, type Operation } from '../operations/index.ts';
import { clearRows, countRows, noteTable, openTable, UnreadableTableError, type StoredRow } from '../people-import/index.ts';
import { isPlanType } from '../training-progress/index.ts';
import type { CompletionRowDetails, CompletionsImportInput } from './completions-import.ts';
import { noteMendedRows } from './mends.queries.ts';
import { matchParts, UnusableColumnsError, type Read } from './match-parts.ts';
import { PreviewRows } from './preview-rows.ts';

/** A year of a large company, the header aside. */
const mostRows = 1_000_000;

/**
 * Analyses a file of completions: what each row comes to, with a reason for each that cannot be (U21, U22). Nothing is recorded by it. Cut off, it
 * begins again.
 */
export function analyseCompletionsImport(files: FileStore): JobHandler {
  return async ({ payload, organizationId, database, write }) => {
    const id = String(payload.operationId);
    const read: Read = (work) => database.read({ organizationId }, work);
    // What was given up meanwhile is no longer this job's.
    const store = (work: (transaction: Transaction) => Promise<unknown>): Promise<void> =>
      write(async (transaction) => {
        if ((await lockOperation(transaction, id))?.state === 'ANALYSING') await work(transaction);
      });
    const operation = await write((transaction) => lockOperation(transaction, id));
    if (operation?.state !== 'ANALYSING') return;
    try {
      const table = await openTable(files.pathOf((operation.input as CompletionsImportInput).storageKey), mostRows);
      await store((transaction) => clearRows(transaction, id));
      const rows = new PreviewRows(id, store);
      const mends = new MendedCells((operation.input as CompletionsImportInput).mends ?? []);
      await classify(matchParts(table, operation.input as CompletionsImportInput, mends, read), operation, read, (classified) => rows.keep(classified));
      const hash = await rows.end();
      if (hash === undefined) throw new UnreadableTableError('TABLE_WITHOUT_ROWS');
      await store(async (transaction) => {
        await noteTable(transaction, id, table.summary());
        await noteMendedRows(transaction, id, mends.counts());
        const counts = await countRows(transaction, id);
        const rowsTotal = Object.values(counts).reduce((sum, some) => sum + some, 0);
        await storePreview(transaction, id, { hash, counts, rowsTotal });
      });
    } catch (error) {
      const problem = problemOf(error);
      if (!problem) throw error;
      await store(async (transaction) => {
        await clearRows(transaction, id);
        await failOperation(transaction, id, problem as never);
      });
    }
  };
}

/** What whoever sent the file can mend. */
function problemOf(error: unknown): object | undefined {
  if (error instanceof UnreadableTableError) return { code: error.code, params: error.params };
  return error instanceof UnusableColumnsError ? error.problem : undefined;
}

/** Hands on what the rows come to, in their order: while some are taken, the next are looked up, and those behind them are read. */
async function classify(parts: AsyncIterable<readonly MatchedRow[]>, operation: Operation, read: Read, take: (rows: readonly StoredRow<CompletionRowDetails>[]) => Promise<void>): Promise<void> {
  let before: Promise<readonly StoredRow<CompletionRowDetails>[]> | undefined;
  for await (const matched of parts) {
    const classified = read((transaction) => classifyPart(transaction, operation, matched));
    // Whoever waits for it next is told.
    classified.catch(() => undefined);
    if (before) await take(await before);
    before = classified;
  }
  if (before) await take(await before);
}

async function classifyPart(transaction: Transaction, operation: Operation, matched: readonly MatchedRow[]): Promise<readonly StoredRow<CompletionRowDetails>[]> {
  const { again } = operation.input as CompletionsImportInput;
  const now = transaction.now.toISOString() as Instant;
  const meant = matched.flatMap((each) => each.meant ?? []);
  const situations = await readSituations(
    transaction,
    meant.map(({ person, item, day }) => ({ personId: person.id, itemId: item.id, isPlan: isPlanType(item.type), completedOn: day })),
    operation.id,
  );
  const situationOf = new Map(meant.map((each, index) => [each, situations[index]]));
  return matched.map((each) => {
    const { class: name, problems } = classifyImportedCompletion(each, each.meant ? situationOf.get(each.meant) : undefined, { again, now });
    const { cells, person } = each;
    const about = { row: each.row, name: person?.displayName ?? cells.identifier, item: each.meant?.item.name ?? cells.name, completedOn: cells.day ?? null, problems };
    const target = each.meant && name !== 'ERROR' ? { itemId: each.meant.item.id, isPlan: isPlanType(each.meant.item.type) } : {};
    return { subjectId: person?.id ?? newId(), class: name, details: { ...about, ...target, ...cellsOf(each, name === 'ERROR' ? problems : undefined) } };
  });
}

/** What is kept for mending a row: of errors, and of rows that were mended. */
function cellsOf({ raw, mended }: MatchedRow, problems: readonly CompletionRowProblem[] | undefined): Pick<CompletionRowDetails, 'said' | 'mended' | 'fixes'> {
  if (!problems && !mended) return {};
  return { said: textsOfCells(raw), ...(mended && { mended: textsOfCells(mended) }), ...(problems && { fixes: problems.flatMap(fixesOf) }) };
}
