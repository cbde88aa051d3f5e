import { createHash } from 'node:crypto';
import {
  classifyPeople,
  findAbsent,
  findGroupsToJoin,
  foldIdentifier,
  matchHeader,
  readGroupNames,
  readPeopleRow,
  restoreCell,
  type ClassifiedRow,
  type HeaderProblem,
  type ImportedPerson,
  type PeopleColumnPlaces,
} from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { JobHandler } from '../../platform/jobs/job-runner.ts';
import { failOperation, lockOperation, storePreview } from '../operations/index.ts';
import { groupsOfPeople, noGroups, type KnownGroups } from './groups-of-people.ts';
import { noteTable } from './note-table.queries.ts';
import { readExistingPeople, readPeopleStamp, type ComparedPerson } from './people-import.queries.ts';
import type { PeopleImportInput } from './preview-people-import.ts';
import { hasContent, readTable, type FileTable } from './read-table.ts';
import { rowLimit, UnreadableTableError } from './unreadable-table.ts';

/** What is kept of a row for the report, and for carrying it out. */
export interface PeopleRowDetails {
  readonly row: number;
  readonly name: string;
  readonly person?: ImportedPerson;
  /** The version of the person that the row was compared with; absent for somebody new. */
  readonly rowVersion?: number;
  readonly changed?: readonly string[];
  /** The groups that the person is to join. */
  readonly joins?: readonly { readonly id: string; readonly name: string }[];
  readonly problems?: readonly unknown[];
}

const rowsPerChunk = 250;
const longestLabel = 200;

/** Analyses a file of people: what each row comes to, with a reason for each that cannot be. Nothing of it is carried out here. */
export function analysePeopleImport(files: FileStore): JobHandler {
  return async ({ payload, organizationId, database, write }) => {
    const id = String(payload.operationId);
    const operation = await database.read({ organizationId }, async (transaction) => {
      const [row] = await transaction.query<{ state: string; input: PeopleImportInput }>(
        'SELECT state, input FROM operation WHERE organization_id = $1 AND id = $2',
        [organizationId, id],
      );
      return row;
    });
    if (operation?.state !== 'ANALYSING') return;
    try {
      const table = await readTable(files.pathOf(operation.input.storageKey));
      const { existing, stamp } = await database.read({ organizationId }, async (transaction) => ({
        existing: await readExistingPeople(transaction),
        stamp: await readPeopleStamp(transaction),
      }));
      const analysed = analyse(table, existing, operation.input.complete ?? false);
      if ('header' in analysed) {
        const [first] = analysed.header;
        return await write((transaction) => failOperation(transaction, id, { code: first!.code, params: first!.params as never }));
      }
      const named = [...new Set([...analysed.groupNames.values()].flat())];
      const groups = named.length === 0 ? noGroups : await database.read({ organizationId }, (transaction) => groupsOfPeople().read(transaction, named));
      const versions = new Map<string, number>(existing.map((person) => [person.id, person.rowVersion]));
      const about: AboutRows = { versions, labelOf: analysed.labelOf, groupNames: analysed.groupNames, groups };
      await write((transaction) => noteTable(transaction, id, table));
      const counts = await storeRows(write, id, inOrderOfManagers(analysed.rows), (row) => toStoredRow(row, about), analysed.absent);
      const rowsTotal = Object.values(counts).reduce((sum, rows) => sum + rows, 0);
      await write((transaction) => storePreview(transaction, id, { hash: importHash(analysed.content, stamp), counts, rowsTotal }));
    } catch (error) {
      if (!(error instanceof UnreadableTableError)) throw error;
      await write((transaction) => failOperation(transaction, id, { code: error.code, params: { limit: rowLimit } }));
    }
  };
}

/** The token of an import's preview: what the file says, and the people whom it was compared with. */
export function importHash(content: string, stamp: string): string {
  return `${content}.${createHash('sha256').update(stamp).digest('base64url').slice(0, 16)}`;
}

type Analysed =
  | { readonly rows: readonly ClassifiedRow[]; readonly absent: readonly ComparedPerson[]; readonly content: string; readonly labelOf: (row: number) => string; readonly groupNames: ReadonlyMap<number, readonly string[]> }
  | { readonly header: readonly HeaderProblem[] };

function analyse({ rows: table, firstLine }: FileTable, existing: readonly ComparedPerson[], complete: boolean): Analysed {
  const [headers, ...body] = table;
  const header = matchHeader(headers ?? []);
  if (!header.ok) return { header: header.problem };
  if (body.length === 0) throw new UnreadableTableError('TABLE_WITHOUT_ROWS');
  const width = headers!.length;
  const read = body.flatMap((cells, index) => (hasContent(cells) ? [{ row: index + 1 + firstLine, read: readPeopleRow(cells, header.value.places, width) }] : []));
  const hash = createHash('sha256').update(complete ? 'complete' : '');
  for (const cells of table) hash.update(JSON.stringify(cells));
  const content = hash.digest('base64url').slice(0, 24);
  const absent = complete ? findAbsent(body, header.value.places, existing) : [];
  const { groups: place } = header.value.places;
  const groupNames = new Map(place === undefined ? [] : read.map(({ row }) => [row, readGroupNames(body[row - 1 - firstLine]?.[place] ?? '')] as const));
  return { rows: classifyPeople(read, existing), absent, content, groupNames, labelOf: (row) => labelOf(body[row - 1 - firstLine] ?? [], header.value.places) };
}

/** Whose a row is, as far as the file says so: a name, else what else the person is known by. */
function labelOf(cells: readonly string[], places: PeopleColumnPlaces): string {
  const said = ([places.name, places.employeeNumber, places.email] as const).map((place) =>
    // oxlint-disable-next-line no-control-regex -- PostgreSQL stores no NUL, and a label has one line
    restoreCell(cells[place ?? -1] ?? '').replace(/[\u0000-\u001f\u007f]+/g, ' ').trim().slice(0, longestLabel),
  );
  return said.find((text) => text !== '') ?? '';
}

/** Managers before those who report to them, so that each row finds its manager when it is carried out. */
function inOrderOfManagers(rows: readonly ClassifiedRow[]): ClassifiedRow[] {
  const byNumber = new Map<string, ClassifiedRow>();
  for (const row of rows) if ('person' in row && row.person.employeeNumber) byNumber.set(foldIdentifier(row.person.employeeNumber), row);
  const levels = new Map<ClassifiedRow, number>();
  const levelOf = (row: ClassifiedRow): number => {
    const path: ClassifiedRow[] = [];
    let current: ClassifiedRow | undefined = row;
    while (current && !levels.has(current) && !path.includes(current)) {
      path.push(current);
      const manager: string | null = 'person' in current ? current.person.managerEmployeeNumber : null;
      current = manager ? byNumber.get(foldIdentifier(manager)) : undefined;
    }
    let level = current ? (levels.get(current) ?? 0) + 1 : 0;
    for (const each of path.reverse()) levels.set(each, level++);
    return levels.get(row)!;
  };
  return [...rows].sort((a, b) => levelOf(a) - levelOf(b) || a.row - b.row);
}

/** What is kept of rows beside their classes. */
interface AboutRows {
  /** Of the people known, by id. */
  readonly versions: ReadonlyMap<string, number>;
  readonly labelOf: (row: number) => string;
  /** What the column of groups names, by row. */
  readonly groupNames: ReadonlyMap<number, readonly string[]>;
  readonly groups: KnownGroups;
}

/** Stores what rows come to, made as they are stored so that a large file is not kept twice; answers how many there are of each class. */
async function storeRows(
  write: Parameters<JobHandler>[0]['write'],
  id: string,
  rows: readonly ClassifiedRow[],
  toStored: (row: ClassifiedRow) => StoredRow,
  absent: readonly ComparedPerson[],
): Promise<Readonly<Record<string, number>>> {
  await write((transaction) =>
    transaction.query('DELETE FROM operation_chunk WHERE organization_id = $1 AND operation_id = $2', [transaction.organizationId, id]),
  );
  const counts: Record<string, number> = {};
  const total = rows.length + absent.length;
  for (let number = 0; number * rowsPerChunk < total; number++) {
    const places = Array.from({ length: Math.min(rowsPerChunk, total - number * rowsPerChunk) }, (_, index) => number * rowsPerChunk + index);
    const part = places.map((place) => (place < rows.length ? toStored(rows[place]!) : absentRow(absent[place - rows.length]!)));
    for (const row of part) counts[row.class] = (counts[row.class] ?? 0) + 1;
    await write((transaction) => storeChunk(transaction, id, number, part));
  }
  return counts;
}

async function storeChunk(transaction: Transaction, id: string, number: number, rows: readonly StoredRow[]): Promise<void> {
  const operation = await lockOperation(transaction, id);
  if (operation?.state !== 'ANALYSING') return;
  await transaction.query(
    `INSERT INTO operation_chunk (organization_id, operation_id, number, state, subject_ids, classes, details)
     VALUES ($1, $2, $3, 'PENDING', $4, $5, $6)`,
    [
      transaction.organizationId,
      id,
      number,
      rows.map((row) => row.subjectId),
      rows.map((row) => row.class),
      JSON.stringify(rows.map((row) => row.details)),
    ],
  );
}

/** A row of the preview: whom it concerns, its class, and what is kept of it. */
interface StoredRow {
  readonly subjectId: string;
  readonly class: string;
  readonly details: PeopleRowDetails | AbsentDetails;
}

/** What is kept of somebody whom a complete file leaves out. */
export interface AbsentDetails {
  readonly name: string;
  readonly rowVersion: number;
}

function toStoredRow(row: ClassifiedRow, about: AboutRows): StoredRow {
  const subjectId = 'personId' in row ? row.personId : newId();
  const details = toDetails(row, about);
  if (row.state === 'ERROR') return { subjectId, class: row.state, details };
  const { joins, warnings } = findGroupsToJoin(about.groupNames.get(row.row) ?? [], (name) => about.groups.find(name), (groupId) => about.groups.isIn(groupId, subjectId));
  const problems = [...(details.problems ?? []), ...warnings];
  if (joins.length === 0) return { subjectId, class: row.state, details: { ...details, ...told(problems) } };
  const joining = { ...details, joins: joins.map(({ id, name }) => ({ id, name })), problems, changed: [...(details.changed ?? []), 'groups'] };
  return { subjectId, class: row.state === 'UNCHANGED' ? 'CHANGED' : row.state, details: joining };
}

/** Admins are marked as having left by hand only: a file must not lock out those who look after the organization. */
function absentRow({ id, displayName, rowVersion, isAdmin }: ComparedPerson): StoredRow {
  return { subjectId: id, class: isAdmin ? 'ABSENT_KEPT' : 'ABSENT', details: { name: displayName, rowVersion } };
}

function toDetails(row: ClassifiedRow, about: AboutRows): PeopleRowDetails {
  switch (row.state) {
    case 'NEW':
      return { row: row.row, name: row.person.displayName, person: row.person };
    case 'CHANGED':
      return { row: row.row, name: row.person.displayName, person: row.person, rowVersion: about.versions.get(row.personId), changed: row.changed, ...told(row.notes) };
    case 'UNCHANGED':
      return { row: row.row, name: '', ...told(row.notes) };
    case 'ERROR':
      return { row: row.row, name: about.labelOf(row.row), problems: row.problems };
  }
}

/** What is to be known of a row that counts, where there is something. */
function told(notes: readonly unknown[] | undefined): Pick<PeopleRowDetails, 'problems'> {
  return notes && notes.length > 0 ? { problems: notes } : {};
}
