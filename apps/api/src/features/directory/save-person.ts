import { findManagerCircle, foldEmail, foldForSearch, foldIdentifier, readTypedPerson, refuse, sayRowProblem, succeed, type GrantScope, type RowProblem } from '@milepost/domain';
import { newId } from '../../platform/database/new-id.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/request/caller.ts';
import { problem, refuseStale, refuseWith, type Outcome, type UserProblem } from '../../platform/request/user-problem.ts';
import { peopleScope, reachesEverybody } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import { findVisible, lockPeople, resolveMerged, writePeople } from '../people/index.ts';
import { lockImports } from '../people-import/index.ts';
import { findTaken, holdPlace, isHeld, readDefaults, readEditedPerson, readManagersUp, type EditedPerson, type PlaceField } from './person-edit.queries.ts';

/** What can be said of a person by hand; what is absent stays as it is, null clears it. */
export interface PersonChanges {
  readonly displayName?: string | null;
  readonly employeeNumber?: string | null;
  readonly email?: string | null;
  readonly externalId?: string | null;
  readonly locale?: string | null;
  readonly timeZone?: string | null;
  readonly hireDate?: string | null;
  readonly managerId?: string | null;
  readonly departmentId?: string | null;
  readonly positionId?: string | null;
  readonly jobRoleId?: string | null;
  readonly partnerAccountId?: string | null;
}

/** Which person, and which of its versions the caller saw. */
export interface PersonReference {
  readonly personId: string;
  readonly rowVersion: number;
}

/**
 * Creates a person. Who looks after some people only creates them among these: a partner's admin those of the partner (U41). Refuses
 * what an import would refuse in a row, and identifiers of somebody else (D26).
 */
export async function createPerson(transaction: Transaction, caller: Caller, input: PersonChanges): Promise<Outcome<{ id: string }>> {
  const defaults = await readDefaults(transaction);
  const nobody: EditedPerson = {
    id: newId(), rowVersion: 0, displayName: '', employeeNumber: null, email: null, externalId: null, ...defaults, hireDate: null, status: 'ACTIVE',
    managerId: null, departmentId: null, positionId: null, jobRoleId: null, partnerAccountId: ownPartner(caller),
  };
  const saved = await save(transaction, caller, nobody, input, true);
  if (!saved.ok) return saved;
  await recordAudit(transaction, { act: 'person.create', subject: { kind: 'person', id: nobody.id }, after: saved.value });
  return succeed({ id: nobody.id });
}

/** Changes what is known of a person, on the version that the caller saw; what it was stays, dated (2.1). Managers in a circle are refused by name. */
export async function updatePerson(transaction: Transaction, caller: Caller, input: PersonReference & PersonChanges): Promise<Outcome<{ id: string }>> {
  const found = await lockToEdit(transaction, caller, input);
  if (!found.ok) return found;
  const before = found.value;
  const saved = await save(transaction, caller, before, input, false);
  if (!saved.ok) return saved;
  const changed = (Object.keys(saved.value) as (keyof EditedPerson)[]).filter((field) => before[field] !== saved.value[field]);
  const pick = (person: EditedPerson): object => Object.fromEntries(changed.map((field) => [field, person[field]]));
  await recordAudit(transaction, { act: 'person.update', subject: { kind: 'person', id: before.id }, before: pick(before), after: pick(saved.value) });
  return succeed({ id: before.id });
}

/** A person whom the caller may change, locked, in the version that they saw. */
export async function lockToEdit(transaction: Transaction, caller: Caller, { personId, rowVersion }: PersonReference): Promise<Outcome<EditedPerson>> {
  const [visible] = await findVisible(transaction, peopleScope(caller, 'PEOPLE_READ'), personId);
  if (!visible) return refuseWith('NOT_FOUND');
  const [editable] = await findVisible(transaction, peopleScope(caller, 'PEOPLE_EDIT'), personId);
  if (!editable) return refuseWith('NOT_ALLOWED');
  // Managers are checked over everybody, so whoever writes people comes one after the other, as imports do.
  await lockImports(transaction);
  await lockPeople(transaction, [personId], 'TO_CHANGE');
  const person = (await readEditedPerson(transaction, personId))!;
  return person.rowVersion === rowVersion ? succeed(person) : refuseStale(person.rowVersion);
}

async function save(transaction: Transaction, caller: Caller, before: EditedPerson, changes: PersonChanges, isNew: boolean): Promise<Outcome<EditedPerson>> {
  if (isNew) await lockImports(transaction);
  const read = await readChanges(transaction, before, changes);
  if (!read.ok) return read;
  const after = read.value;
  const problems = [...(await checkIdentifiers(transaction, after)), ...(await checkManager(transaction, caller, before, after)), ...(await checkPlaces(transaction, caller, before, after))];
  if (problems.length > 0) return refuse(problems);
  await writePerson(transaction, after, isNew);
  // Asked of the person as they are now: nobody is put where the caller could not reach them.
  const [reached] = await findVisible(transaction, peopleScope(caller, 'PEOPLE_EDIT'), after.id);
  return reached ? succeed(after) : refuseWith('OUTSIDE_OWN_SCOPE');
}

/** Writes one person as imports write many, and says so. */
export async function writePerson(transaction: Transaction, person: EditedPerson, isNew = false): Promise<void> {
  await writePeople(transaction, [
    {
      ...person,
      isNew,
      revisionId: newId(),
      affiliationId: newId(),
      employeeNumberKey: person.employeeNumber && foldIdentifier(person.employeeNumber),
      emailKey: person.email && foldEmail(person.email),
      nameKey: foldForSearch(person.displayName),
    },
  ]);
  await transaction.emit({ type: 'people.changed', ids: { personId: person.id } });
}

async function readChanges(transaction: Transaction, before: EditedPerson, changes: PersonChanges): Promise<Outcome<EditedPerson>> {
  const said = withoutAbsent(changes);
  // What was merged away means the other.
  const wanted = { ...before, ...said, ...(said.managerId ? { managerId: await resolveMerged(transaction, said.managerId) } : {}) };
  const read = readTypedPerson({
    name: wanted.displayName,
    employeeNumber: wanted.employeeNumber,
    email: wanted.email,
    externalId: wanted.externalId,
    language: wanted.locale,
    timeZone: wanted.timeZone,
    hireDate: wanted.hireDate,
  });
  if (!read.ok) return refuse(read.problem.map(say));
  const defaults = await readDefaults(transaction);
  const { displayName, employeeNumber, email, externalId, language, timeZone, hireDate } = read.value;
  return succeed({
    ...wanted,
    displayName: displayName!,
    employeeNumber: employeeNumber ?? null,
    email: email ?? null,
    externalId: externalId ?? null,
    locale: language ?? defaults.locale,
    timeZone: timeZone ?? defaults.timeZone,
    hireDate: hireDate ?? null,
  });
}

function withoutAbsent(changes: PersonChanges): Partial<EditedPerson> {
  const fields = ['displayName', 'employeeNumber', 'email', 'externalId', 'locale', 'timeZone', 'hireDate', 'managerId', 'departmentId', 'positionId', 'jobRoleId', 'partnerAccountId'] as const;
  return Object.fromEntries(fields.flatMap((field) => (changes[field] === undefined ? [] : [[field, changes[field]]])));
}

/** What the columns of a file are called among the fields of the API. */
const fieldOf: Readonly<Record<string, string>> = { name: 'displayName', language: 'locale' };

function say(found: RowProblem): UserProblem {
  return { code: found.code, field: found.column && (fieldOf[found.column] ?? found.column), say: (language) => sayRowProblem(found, language) };
}

async function checkIdentifiers(transaction: Transaction, { id, employeeNumber, email, externalId }: EditedPerson): Promise<UserProblem[]> {
  const taken = await findTaken(transaction, id, { employeeNumber: employeeNumber && foldIdentifier(employeeNumber), email: email && foldEmail(email), externalId });
  const problems: UserProblem[] = [];
  if (taken.employeeNumber) problems.push(say({ code: 'IDENTIFIER_TAKEN', params: { field: 'employeeNumber', value: employeeNumber! }, column: 'employeeNumber' }));
  if (taken.email) problems.push(say({ code: 'IDENTIFIER_TAKEN', params: { field: 'email', value: email! }, column: 'email' }));
  if (taken.externalId) problems.push(say({ code: 'IDENTIFIER_TAKEN', params: { field: 'externalId', value: externalId! }, column: 'externalId' }));
  return problems;
}

/** A manager is somebody whom the caller may see, or who it was already, and nobody manages themselves through others. */
async function checkManager(transaction: Transaction, caller: Caller, before: EditedPerson, { id, managerId }: EditedPerson): Promise<UserProblem[]> {
  if (managerId === null || managerId === before.managerId) return [];
  const [visible] = await findVisible(transaction, peopleScope(caller, 'PEOPLE_READ'), managerId);
  if (!visible) return [problem('UNKNOWN_PERSON', 'managerId')];
  const circle = findManagerCircle(id, await readManagersUp(transaction, managerId));
  return circle ? [{ ...say({ code: 'MANAGER_CYCLE', params: { cycle: circle }, column: null }), field: 'managerId' }] : [];
}

const unknown: Readonly<Record<PlaceField, UserProblem>> = {
  departmentId: problem('UNKNOWN_DEPARTMENT', 'departmentId'),
  positionId: problem('UNKNOWN_POSITION', 'positionId'),
  jobRoleId: problem('UNKNOWN_JOB_ROLE', 'jobRoleId'),
  partnerAccountId: problem('UNKNOWN_PARTNER_ACCOUNT', 'partnerAccountId'),
};

/** People are put only where the caller could find the place: who sees some people only knows what these belong to, and their own scopes. */
async function checkPlaces(transaction: Transaction, caller: Caller, before: EditedPerson, after: EditedPerson): Promise<UserProblem[]> {
  const visible = reachesEverybody(caller, 'PEOPLE_READ') ? undefined : peopleScope(caller, 'PEOPLE_READ');
  const own = new Set(scopesOf(caller).flatMap((scope) => (scope.kind === 'DEPARTMENT' ? [String(scope.departmentId)] : scope.kind === 'PARTNER_ACCOUNT' ? [String(scope.partnerAccountId)] : [])));
  const problems: UserProblem[] = [];
  for (const field of Object.keys(unknown) as PlaceField[]) {
    const id = after[field];
    if (id === null || id === before[field]) continue;
    const isThere = await holdPlace(transaction, field, id);
    if (!isThere || (visible && !own.has(id) && !(await isHeld(transaction, visible, field, id)))) problems.push(unknown[field]);
  }
  return problems;
}

function scopesOf({ viewer }: Caller): readonly GrantScope[] {
  return viewer.kind === 'API_CLIENT' ? [viewer.people] : viewer.grants.map((grant) => grant.scope);
}

/** The partner account of who looks after the people of one and of nobody else. */
function ownPartner(caller: Caller): string | null {
  const [only, ...others] = scopesOf(caller);
  return only?.kind === 'PARTNER_ACCOUNT' && others.length === 0 ? only.partnerAccountId : null;
}
