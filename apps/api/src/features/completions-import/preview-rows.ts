import { createHash } from 'node:crypto';
import type { Transaction } from '../../platform/database/transaction.ts';
import { noteAnalysed } from '../operations/index.ts';
import { storeRows, type StoredRow } from '../people-import/index.ts';
import type { CompletionRowDetails } from './completions-import.ts';

/** So many are carried out at a time: half a second in which their people wait for each other. */
const rowsPerChunk = 1_000;
/** After so many whoever waits is told how far the analysis is. */
const rowsPerWord = 10_000;

/** Writes the rows of a preview as they become known. */
export class PreviewRows {
  private readonly hash = createHash('sha256');
  private written = Promise.resolve();
  private chunks = 0;

  /** @param store as long as the operation is analysed still */
  constructor(
    private readonly operationId: string,
    private readonly store: (work: (transaction: Transaction) => Promise<unknown>) => Promise<void>,
  ) {}

  /** Begins to write the next rows of the file when those before are written. */
  async keep(rows: readonly StoredRow<CompletionRowDetails>[]): Promise<void> {
    await this.written;
    this.hash.update(rows.map((row) => `${row.subjectId} ${row.class} ${row.details.itemId ?? ''} ${row.details.completedOn}\n`).join(''));
    const first = this.chunks;
    this.chunks += Math.ceil(rows.length / rowsPerChunk);
    this.written = this.store((transaction) => this.write(transaction, first, rows));
    // Whoever waits for it next is told.
    this.written.catch(() => undefined);
  }

  /** Resolves when all is written, with what stands for all of it; undefined: there was no row. */
  async end(): Promise<string | undefined> {
    await this.written;
    return this.chunks === 0 ? undefined : this.hash.digest('base64url');
  }

  private async write(transaction: Transaction, firstChunk: number, rows: readonly StoredRow<CompletionRowDetails>[]): Promise<void> {
    for (let first = 0; first < rows.length; first += rowsPerChunk) {
      await storeRows(transaction, this.operationId, firstChunk + first / rowsPerChunk, rows.slice(first, first + rowsPerChunk));
    }
    const [from, to] = [rows[0]!.details.row, rows.at(-1)!.details.row];
    if (Math.floor(to / rowsPerWord) > Math.floor(from / rowsPerWord)) await noteAnalysed(transaction, this.operationId, to);
  }
}
