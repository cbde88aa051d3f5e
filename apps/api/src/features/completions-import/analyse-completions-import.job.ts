import { createHash } from 'node:crypto';
import { classifyImportedCompletion, CompletionRows, readCompletionsHeader, type CompletionFileProblem, type Instant, type MatchedRow } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { JobHandler } from '../../platform/jobs/job-runner.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { peopleScope } from '../access/index.ts';
import { readSituations, readTrainedItems } from '../completions/index.ts';
import { failOperation, lockOperation, storePreview, type Operation } from '../operations/index.ts';
import { clearRows, countRows, hasContent, noteTable, readPeopleToFind, readTable, storeRows, UnreadableTableError, type FileTable, type StoredRow } from '../people-import/index.ts';
import { isPlanType } from '../training-progress/index.ts';
import type { CompletionRowDetails, CompletionsImportInput } from './completions-import.ts';

/** The first row does not say what the file must have. */
class UnusableColumnsError extends Error {
  constructor(readonly problem: CompletionFileProblem) {
    super(problem.code);
  }
}

type Read = <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>;

/**
 * Analyses a file of completions: what each row comes to, with a reason for each that cannot be (U21, U22). Nothing is recorded by it. Cut off, it
 * begins again. Whoever its maker does not look after is as unknown to it as somebody elsewhere.
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
      const table = await readTable(files.pathOf((operation.input as CompletionsImportInput).storageKey));
      await store((transaction) => clearRows(transaction, id));
      const hash = createHash('sha256');
      let chunks = 0;
      for await (const rows of classifyParts(table, operation, read)) {
        for (const row of rows) hash.update(`${row.subjectId} ${row.class} ${row.details.itemId ?? ''} ${row.details.completedOn}\n`);
        await store((transaction) => storeRows(transaction, id, chunks++, rows));
      }
      if (chunks === 0) throw new UnreadableTableError('TABLE_WITHOUT_ROWS');
      await store(async (transaction) => {
        await noteTable(transaction, id, table);
        const counts = await countRows(transaction, id);
        const rowsTotal = Object.values(counts).reduce((sum, rows) => sum + rows, 0);
        await storePreview(transaction, id, { hash: hash.digest('base64url'), counts, rowsTotal });
      });
    } catch (error) {
      if (error instanceof UnreadableTableError) await store((transaction) => failOperation(transaction, id, { code: error.code, params: error.params }));
      else if (error instanceof UnusableColumnsError) await store((transaction) => failOperation(transaction, id, error.problem as never));
      else throw error;
    }
  };
}

/** What the rows of a file come to, a part at a time: neither the file nor what becomes of it is held as a whole. */
async function* classifyParts(table: FileTable, operation: Operation, read: Read): AsyncGenerator<readonly StoredRow<CompletionRowDetails>[]> {
  const { by, again, caller } = operation.input as CompletionsImportInput;
  const [firstRow = []] = table.rows;
  const header = readCompletionsHeader(firstRow, by);
  if (!header.ok) throw new UnusableColumnsError(header.problem);
  const { hasHeader, width } = header.value;
  const known = await read(async (transaction) => ({
    items: await readTrainedItems(transaction, ['CERTIFICATION', 'PLAN', 'MODULE', 'COURSE']),
    people: (await readPeopleToFind(transaction, by, peopleScope(caller as Caller, 'COMPLETIONS_CHANGE'))).people,
  }));
  const file = new CompletionRows({ by, again, ...known });
  let row = table.firstLine;
  for (const part of table.rows.parts()) {
    const matched: MatchedRow[] = [];
    for (const cells of part) {
      if (!(hasHeader && row === table.firstLine) && hasContent(cells)) matched.push(file.match(row, cells, width));
      row++;
    }
    if (matched.length > 0) yield read((transaction) => classifyPart(transaction, operation, matched));
  }
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
    return { subjectId: person?.id ?? newId(), class: name, details: { ...about, ...target } };
  });
}
