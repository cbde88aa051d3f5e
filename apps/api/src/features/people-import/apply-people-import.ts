import { foldEmail, foldForSearch, foldIdentifier, sayRowProblem, type ImportedPerson, type RowProblem } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { UserProblem } from '../../platform/request/user-problem.ts';
import { changedSincePreview, moveOperation, registerOperationKind, type Operation, type OperationChunk } from '../operations/index.ts';
import { ensureDepartments, ensureNamed, lockPeople, markAsLeft, writePeople, type PersonToWrite } from '../people/index.ts';
import { importHash } from './analyse-people-import.job.ts';
import { groupsOfPeople } from './groups-of-people.ts';
import { fileProblemOf } from './list-problems.ts';
import { findOvertakenRows, isOtherImportRunning, lockImports, readPeopleStamp } from './people-import.queries.ts';
import { enqueueAnalysis } from './preview-people-import.ts';
import type { AbsentDetails, PeopleRowDetails } from './stored-row.ts';

/** Importing people, as a kind of operation. */
registerOperationKind({
  kind: 'IMPORT_PEOPLE',
  act: 'DIRECTORY_EDIT',
  ofOthers: ({ acts }, intent) => () => String(acts.has('DIRECTORY_EDIT') || (intent === 'SEE' && acts.has('AUDIT_READ'))),
  oneByOne: true,
  isOvertaken: async (transaction, operation) => {
    await lockImports(transaction);
    return isOtherImportRunning(transaction, operation.id);
  },
  // The file has not changed; what it was compared with may have.
  classify: async (transaction, operation) => ({
    hash: importHash(operation.previewHash!.split('.')[0]!, await readPeopleStamp(transaction)),
    counts: operation.counts,
    rowsTotal: operation.rowsTotal,
  }),
  renew: async (transaction, operation) => {
    if (await moveOperation(transaction, operation.id, 'PREVIEWED', 'ANALYSING')) await enqueueAnalysis(transaction, operation.id);
  },
  fills: ['person', 'person_revision', 'affiliation'],
  applyChunk,
  problemsOf,
});

/** Writes the rows of a chunk that are still what their preview showed; the others are left out, and the report says so. */
async function applyChunk(transaction: Transaction, operation: Operation, chunk: OperationChunk): Promise<readonly string[]> {
  const rows = chunk.details as readonly (PeopleRowDetails | AbsentDetails)[];
  const wanted = rows.flatMap((row, index) => ('person' in row && row.person ? [{ id: chunk.subjectIds[index]!, rowVersion: row.rowVersion ?? null, person: row.person }] : []));
  const joining = rows.flatMap((row, index) => ('joins' in row && row.joins ? [{ id: chunk.subjectIds[index]!, groups: row.joins.map(({ id }) => id), isAlone: !row.person }] : []));
  await lockImports(transaction);
  if (joining.length > 0) await groupsOfPeople().lock(transaction, [...new Set(joining.flatMap(({ groups }) => groups))]);
  const absent = rows.flatMap((row, index) => (chunk.classes[index] === 'ABSENT' ? [{ id: chunk.subjectIds[index]!, rowVersion: row.rowVersion! }] : []));
  await lockPeople(transaction, [...wanted.flatMap((row) => (row.rowVersion === null ? [] : [row.id])), ...absent.map(({ id }) => id)], 'TO_CHANGE');
  const applied = await withoutOvertaken(transaction, wanted);
  await writePeople(transaction, await withStructure(transaction, applied));
  const left = await markAsLeft(transaction, absent);
  const written = new Set(applied.map((row) => row.id));
  const joined = await joinGroups(transaction, operation, chunk.number, joining.filter(({ id, isAlone }) => isAlone || written.has(id)));
  if (applied.length + left.size > 0) await transaction.emit({ type: 'people.changed', ids: { operationId: operation.id, chunk: chunk.number } });
  // Open sockets of who has left ask again whether they may stay.
  if (left.size > 0) await transaction.emit({ type: 'access.changed', ids: {} });
  const imported = new Set([...written, ...joined]);
  return chunk.classes.map((each, index) => {
    if (each === 'ABSENT') return left.has(chunk.subjectIds[index]!) ? 'LEFT' : changedSincePreview;
    if (each !== 'NEW' && each !== 'CHANGED') return each;
    return imported.has(chunk.subjectIds[index]!) ? 'IMPORTED' : changedSincePreview;
  });
}

/** Answers who has joined a group. */
async function joinGroups(transaction: Transaction, operation: Operation, chunk: number, joining: readonly { readonly id: string; readonly groups: readonly string[] }[]): Promise<ReadonlySet<string>> {
  if (joining.length === 0) return new Set();
  const people = new Map<string, string[]>();
  for (const { id, groups } of joining) for (const group of groups) people.set(group, [...(people.get(group) ?? []), id]);
  return groupsOfPeople().join(transaction, { operationId: operation.id, chunk, people });
}

/** Leaves out what was overtaken, and then what rested on it, until nothing is. */
async function withoutOvertaken(transaction: Transaction, rows: readonly AppliedRow[]): Promise<readonly AppliedRow[]> {
  if (rows.length === 0) return rows;
  const overtaken = await findOvertakenRows(transaction, rows.map(({ id, rowVersion, person }) => ({ id, rowVersion, externalId: person.externalId ?? null, ...keysOf(person) })));
  return overtaken.size === 0 ? rows : withoutOvertaken(transaction, rows.filter(({ id }) => !overtaken.has(id)));
}

/** What people are found by, as it is compared. */
function keysOf({ employeeNumber, email, managerEmployeeNumber }: ImportedPerson): Pick<PersonToWrite, 'employeeNumberKey' | 'emailKey'> & { readonly managerKey: string | null } {
  return {
    employeeNumberKey: employeeNumber && foldIdentifier(employeeNumber),
    emailKey: email && foldEmail(email),
    managerKey: managerEmployeeNumber && foldIdentifier(managerEmployeeNumber),
  };
}

interface AppliedRow {
  readonly id: string;
  /** The version of the person that the preview saw; null: the person is new. */
  readonly rowVersion: number | null;
  readonly person: ImportedPerson;
}

/** Departments, positions, job roles and partner accounts that a file names come to be with the first row that needs them. */
async function withStructure(transaction: Transaction, rows: readonly AppliedRow[]): Promise<PersonToWrite[]> {
  const named = (pick: (person: ImportedPerson) => string | null): string[] => [...new Set(rows.flatMap(({ person }) => pick(person) ?? []))];
  const departments = await ensureDepartments(
    transaction,
    rows.map(({ person }) => person.departmentPath),
  );
  const positions = await ensureNamed(transaction, 'job_position', named((person) => person.position));
  const roles = await ensureNamed(transaction, 'job_role', named((person) => person.jobRole));
  const partners = await ensureNamed(transaction, 'partner_account', named((person) => person.partnerAccount));
  const [organization] = await transaction.query<{ locale: string; zone: string }>(
    'SELECT default_locale AS locale, default_time_zone AS zone FROM organization WHERE organization_id = $1',
    [transaction.organizationId],
  );
  return rows.map(({ id, rowVersion, person }) => ({
    ...keysOf(person),
    id,
    isNew: rowVersion === null,
    revisionId: newId(),
    affiliationId: newId(),
    employeeNumber: person.employeeNumber,
    email: person.email,
    // What was analysed before there were any says nothing of it.
    externalId: person.externalId ?? null,
    displayName: person.displayName,
    nameKey: foldForSearch(person.displayName),
    locale: person.language ?? organization!.locale,
    timeZone: person.timeZone ?? organization!.zone,
    hireDate: person.hireDate,
    departmentId: departments.get(JSON.stringify(person.departmentPath)) ?? null,
    positionId: person.position ? (positions.get(foldForSearch(person.position)) ?? null) : null,
    jobRoleId: person.jobRole ? (roles.get(foldForSearch(person.jobRole)) ?? null) : null,
    partnerAccountId: person.partnerAccount ? (partners.get(foldForSearch(person.partnerAccount)) ?? null) : null,
  }));
}

/** What is wrong with a row, or with the whole file. */
function problemsOf(details: unknown): readonly UserProblem[] {
  const ofFile = fileProblemOf(details);
  if (ofFile) return [ofFile];
  const { problems } = details as { problems?: readonly RowProblem[] };
  return (problems ?? []).map((each) => ({ code: each.code, field: each.column, say: (language) => sayRowProblem(each, language) }));
}
