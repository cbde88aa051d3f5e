import { createHash } from 'node:crypto';
import { findListColumns, findListedPeople, type ListCells, type ListedRow, type ListIdentifier, type ListProblem } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { JobHandler } from '../../platform/jobs/job-runner.ts';
import { failOperation, lockOperation, storePreview, type Operation } from '../operations/index.ts';
import type { PersonCondition } from '../people/index.ts';
import { UnusableHeaderError } from './classify-file.ts';
import { readClassedRows, readPeopleToFind } from './listed-people.queries.ts';
import { noteTable } from './note-table.queries.ts';
import { clearRows } from './people-import-rows.queries.ts';
import { hasContent, readTable, type FileTable } from './read-table.ts';
import { UnreadableTableError } from './unreadable-table.ts';

/** What an operation keeps of the list that it was begun with. */
export interface ListInput {
  readonly storageKey: string;
  readonly by: ListIdentifier;
}

/** What is kept of a row for the report. */
export interface ListRowDetails {
  readonly row: number;
  readonly name: string;
  readonly problems: readonly ListProblem[];
}

/** What a list of people is for: whom it may name, and what each of them comes to. */
export interface ListPurpose {
  readonly within: (transaction: Transaction, operation: Operation) => Promise<PersonCondition>;
  /** The class of each of some people as they are now; who has none can be given nothing any more. */
  readonly classesOf: (transaction: Transaction, operation: Operation, personIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** What is given to them, where something is. */
  readonly targetId?: (operation: Operation) => string;
}

const rowsPerChunk = 250;

/**
 * The job that analyses an uploaded list: whom each row means, and what they come to, or why it means nobody. Nothing is carried out by
 * it. Each chunk is classed in the transaction that stores it.
 */
export function analyseList(files: FileStore, purpose: ListPurpose): JobHandler {
  const { within } = purpose;
  return async ({ payload, database, organizationId, write }) => {
    const id = String(payload.operationId);
    const operation = await write((transaction) => lockOperation(transaction, id));
    if (operation?.state !== 'ANALYSING') return;
    const { storageKey, by } = operation.input as ListInput;
    try {
      const table = await readTable(files.pathOf(storageKey));
      const cells = readCells(table, by);
      if (cells.length === 0) throw new UnreadableTableError('TABLE_WITHOUT_ROWS');
      const people = await database.read({ organizationId }, async (transaction) => readPeopleToFind(transaction, by, await within(transaction, operation)));
      const found = findListedPeople(cells, people);
      await write((transaction) => clearRows(transaction, id));
      await write((transaction) => noteTable(transaction, id, table));
      const counts: Record<string, number> = {};
      for (let number = 0; number * rowsPerChunk < found.length; number++) {
        const rows = found.slice(number * rowsPerChunk, (number + 1) * rowsPerChunk);
        const classes = await write((transaction) => storeChunk(transaction, operation, number, rows, purpose));
        for (const each of classes) counts[each] = (counts[each] ?? 0) + 1;
      }
      await write(async (transaction) => {
        const stored = await readClassedRows(transaction, id);
        await storePreview(transaction, id, { hash: hashRows(stored.ids, stored.classes), counts, rowsTotal: found.length });
      });
    } catch (error) {
      if (error instanceof UnreadableTableError) await write((transaction) => failOperation(transaction, id, { code: error.code, params: error.params }));
      else if (error instanceof UnusableHeaderError) await write((transaction) => failOperation(transaction, id, error.problem as never));
      else throw error;
    }
  };
}

/** The token that an analysed list has at this moment: that of its preview unless something has changed for one of its people. */
export async function hashList(transaction: Transaction, operation: Operation, classesOf: ListPurpose['classesOf']): Promise<string> {
  const { ids } = await readClassedRows(transaction, operation.id);
  const classes = await classesOf(transaction, operation, ids);
  return hashRows(ids, ids.map((id) => classes.get(id) ?? ''));
}

function hashRows(ids: readonly string[], classes: readonly string[]): string {
  const hash = createHash('sha256');
  ids.forEach((id, index) => hash.update(`${id} ${classes[index]}\n`));
  return hash.digest('base64url');
}

function readCells({ rows, firstLine }: FileTable, by: ListIdentifier): readonly ListCells[] {
  const [firstRow = []] = rows;
  const columns = findListColumns(firstRow, by);
  if (!columns.ok) throw new UnusableHeaderError(columns.problem);
  const { identifier, email, hasHeader } = columns.value;
  const read: ListCells[] = [];
  let row = firstLine;
  for (const cells of rows) {
    const isHeader = hasHeader && row === firstLine;
    if (!isHeader && hasContent(cells)) read.push({ row, identifier: cells[identifier] ?? '', ...(email === undefined ? {} : { email: cells[email] ?? '' }) });
    row++;
  }
  return read;
}

/** Answers the class of each row, in order. */
async function storeChunk(transaction: Transaction, { id }: Operation, number: number, rows: readonly ListedRow[], { classesOf, targetId }: ListPurpose): Promise<readonly string[]> {
  const operation = await lockOperation(transaction, id);
  if (operation?.state !== 'ANALYSING') return [];
  const classed = await classesOf(transaction, operation, rows.flatMap(({ person }) => person?.id ?? []));
  const classes = rows.map(({ person }) => (person && classed.get(person.id)) ?? 'ERROR');
  const details = rows.map(({ row, value, person, problems }, index): ListRowDetails => {
    // Who is found and can be given nothing has left since.
    const left: readonly ListProblem[] = person && classes[index] === 'ERROR' ? [{ code: 'PERSON_LEFT', params: { value, name: person.displayName } }] : [];
    return { row, name: person?.displayName ?? label(value), problems: left.length > 0 ? left : problems };
  });
  await transaction.query(
    `INSERT INTO operation_chunk (organization_id, operation_id, number, state, subject_ids, classes, details, target_id) VALUES ($1, $2, $3, 'PENDING', $4, $5, $6, $7)`,
    [
      transaction.organizationId,
      id,
      number,
      rows.map(({ person }, index) => (person && classes[index] !== 'ERROR' ? person.id : newId())),
      classes,
      JSON.stringify(details),
      targetId?.(operation) ?? null,
    ],
  );
  return classes;
}

/** What stands in a cell, on one line that the database stores. */
function label(value: string): string {
  return value.replace(/\p{Cc}+/gu, ' ');
}
