import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findManagerCycles } from '../people/manager-cycles.ts';
import type { PersonId } from '../shared/ids.ts';
import { refuse, succeed } from '../shared/result.ts';
import { identifiersOf, PeopleClassification, type ReadRow } from './classify-people.ts';
import type { ClassifiedRow, ExistingPerson, PersonPatch } from './people-import.ts';
import { foldEmail, foldIdentifier } from '../shared/text.ts';

const person = (employeeNumber: string | null, more: Partial<ExistingPerson> = {}): ExistingPerson => ({
  id: `id-${employeeNumber ?? more.email}` as PersonId, employeeNumber, email: null, externalId: null, displayName: 'Mia', departmentPath: ['Sales'], position: 'Rep', jobRole: null,
  managerEmployeeNumber: null, language: null, timeZone: null, hireDate: null, partnerAccount: null, ...more,
});
const rows = (...patches: PersonPatch[]): ReadRow[] => patches.map((patch, index) => ({ row: index + 2, read: succeed(patch) }));
/** Two rows at a time, with no more people at hand than are asked for. */
function classifyPeople(file: readonly ReadRow[], existing: readonly ExistingPerson[]): readonly ClassifiedRow[] {
  const classification = new PeopleClassification();
  const classified = Array.from({ length: Math.ceil(file.length / 2) }, (_, part) => file.slice(part * 2, part * 2 + 2)).flatMap((part) => {
    const { employeeNumbers, emails, externalIds } = identifiersOf(part);
    const named = existing.filter(({ employeeNumber, email, externalId }) => (employeeNumber !== null && employeeNumbers.includes(foldIdentifier(employeeNumber))) || (email !== null && emails.includes(foldEmail(email))) || (externalId !== null && externalIds.includes(externalId)));
    return classification.classify(part, existing.filter((each) => named.some(({ id, mergedIntoId }) => each.id === id || each.id === mergedIntoId)));
  });
  const { problems } = classification.checkManagers(existing);
  return classified.map((row) => (problems.has(row.row) ? { row: row.row, state: 'ERROR', problems: [problems.get(row.row)!] } : row));
}
const summary = (file: readonly ReadRow[], existing: readonly ExistingPerson[] = []) => classifyPeople(file, existing).map((row) => (row.state === 'ERROR' ? row.problems.map(({ code }) => code).join() : row.state === 'CHANGED' ? `CHANGED ${row.changed.join()}` : row.state));
const one = (patch: PersonPatch, ...existing: ExistingPerson[]) => summary(rows(patch), existing)[0];

describe('rows against the people known', () => {
  test('nobody has the number: NEW, with what the file does not say left empty', () =>
    expect(classifyPeople(rows({ employeeNumber: 'E-7', displayName: 'Mia' }), [])).toEqual([{ row: 2, state: 'NEW', person: { employeeNumber: 'E-7', email: null, externalId: null, displayName: 'Mia', departmentPath: [], position: null, jobRole: null, managerEmployeeNumber: null, language: null, timeZone: null, hireDate: null, partnerAccount: null } }]));
  test('the same in all that the file says: UNCHANGED, whatever case and width the number has', () => {
    expect(one({ employeeNumber: ' ｅ-7', displayName: 'Mia' }, person('E-7'))).toBe('UNCHANGED');
    expect(one({ email: 'MIA@x.de', displayName: 'Mia' }, person('E-7', { email: 'mia@x.de' }))).toBe('UNCHANGED');
  });
  test('different: CHANGED, with the fields and the person as they will be', () => {
    expect(classifyPeople(rows({ employeeNumber: 'E-7', displayName: 'Mia C', departmentPath: ['Sales', 'EMEA'], position: null }), [person('E-7', { email: 'a@b.cd' })])).toEqual([{ row: 2, state: 'CHANGED', personId: 'id-E-7', changed: ['displayName', 'departmentPath', 'position'], person: { employeeNumber: 'E-7', email: 'a@b.cd', externalId: null, displayName: 'Mia C', departmentPath: ['Sales', 'EMEA'], position: null, jobRole: null, managerEmployeeNumber: null, language: null, timeZone: null, hireDate: null, partnerAccount: null } }]);
    for (const [field, value] of Object.entries({ jobRole: 'x', language: 'de', timeZone: 'UTC', hireDate: '2027-01-01', partnerAccount: 'Acme' })) expect(one({ employeeNumber: 'E-7', [field]: value }, person('E-7'))).toBe(`CHANGED ${field}`);
  });
  test('found by e-mail: an employee number is added, never replaced', () => {
    expect(one({ employeeNumber: 'E-7', email: 'mia@x.de' }, person(null, { email: 'mia@x.de' }))).toBe('CHANGED employeeNumber');
    expect(one({ employeeNumber: 'E-8', email: 'mia@x.de' }, person('E-7', { email: 'mia@x.de' }))).toBe('IDENTIFIER_TAKEN');
    expect(one({ employeeNumber: 'E-7', email: 'new@x.de' }, person('E-7', { email: 'mia@x.de' }))).toBe('CHANGED email');
  });
  test('number and e-mail of two people are an error', () => expect(one({ employeeNumber: 'E-7', email: 'bo@x.de' }, person('E-7'), person('E-8', { email: 'bo@x.de' }))).toBe('AMBIGUOUS_PERSON'));
  describe('of a record that was merged into another [2.1]', () => {
    const mia = person('E-8', { email: 'mia@x.de' });
    const old = person('E-7', { email: 'old@x.de', externalId: 'hr7', mergedIntoId: mia.id, displayName: 'Mia (old)' });

    test('the row counts for the survivor, whose identifiers stay, and says so', () => {
      const [row] = classifyPeople(rows({ employeeNumber: 'e-7', email: 'OLD@x.de', externalId: 'hr7', displayName: 'Mia Chen' }), [mia, old]);
      expect(row).toMatchObject({ state: 'CHANGED', personId: mia.id, changed: ['displayName'], person: { employeeNumber: 'E-8', email: 'mia@x.de', externalId: null, displayName: 'Mia Chen' } });
      expect(row && 'notes' in row && row.notes?.map(({ code, column }) => `${code} ${column}`)).toEqual(['MERGED_RECORD employeeNumber', 'MERGED_RECORD email', 'MERGED_RECORD externalId']);
      expect(one({ employeeNumber: 'E-7', displayName: 'Mia' }, mia, old)).toBe('UNCHANGED');
    });
    test('beside a row of the survivor it is their second one', () => {
      expect(summary(rows({ employeeNumber: 'E-8', displayName: 'Mia C' }, { employeeNumber: 'E-7', displayName: 'Mia D' }), [mia, old])).toEqual(['CHANGED displayName', 'DUPLICATED']);
    });
    test('a manager named so is the survivor, and nobody manages themselves by it', () => {
      const bo = person('E-9');
      expect(classifyPeople(rows({ employeeNumber: 'E-9', managerEmployeeNumber: 'E-7' }), [mia, old, bo])).toMatchObject([{ state: 'CHANGED', person: { managerEmployeeNumber: 'E-8' } }]);
      expect(one({ employeeNumber: 'E-8', managerEmployeeNumber: 'E-7' }, mia, old)).toBe('MANAGER_CYCLE');
    });
  });
  test('an external id is told by its case, belongs to one person, and finds nobody [X5]', () => {
    const [mia, bo] = [person('E-7', { externalId: '00a' }), person('E-8', { externalId: '00A' })];
    expect(one({ employeeNumber: 'E-7', externalId: '00a' }, mia, bo)).toBe('UNCHANGED');
    expect(one({ employeeNumber: 'E-7', externalId: '00b' }, mia, bo)).toBe('CHANGED externalId');
    expect(one({ employeeNumber: 'E-7', externalId: '00A' }, mia, bo)).toBe('IDENTIFIER_TAKEN');
    expect(one({ employeeNumber: 'E-9', displayName: 'New', externalId: '00A' }, mia, bo)).toBe('IDENTIFIER_TAKEN');
    expect(summary(rows({ employeeNumber: 'E-1', externalId: 'x' }, { employeeNumber: 'E-2', externalId: 'x' }, { employeeNumber: 'E-3', externalId: 'X' }))).toEqual(['NEW', 'DUPLICATED', 'NEW']);
  });
  test('nobody loses both identifiers', () => expect(one({ employeeNumber: null, email: 'mia@x.de' }, person('E-7', { email: 'mia@x.de' }))).toBe('CHANGED employeeNumber'));
  test('the second row of one person is an error that names the first [2.2]', () => {
    const file = rows({ employeeNumber: 'E-7', email: 'a@x.de' }, { employeeNumber: 'e-7' }, { email: 'A@x.de' }, { employeeNumber: 'E-9' });
    expect(summary(file)).toEqual(['NEW', 'DUPLICATED', 'DUPLICATED', 'NEW']);
    expect(classifyPeople(file, [])[2]).toEqual({ row: 4, state: 'ERROR', problems: [{ code: 'DUPLICATED', params: { field: 'email', value: 'A@x.de', firstRow: 2 }, column: 'email' }] });
  });
  test('a row that could not be read stays an error', () => expect(summary([{ row: 2, read: refuse([{ code: 'NAME_MISSING', params: {}, column: 'name' }]) }])).toEqual(['NAME_MISSING']));
});

describe('managers', () => {
  const reports = (employeeNumber: string, managerEmployeeNumber: string | null): PersonPatch => ({ employeeNumber, managerEmployeeNumber, displayName: 'Mia', departmentPath: ['Sales'], position: 'Rep' });
  test('stand in the file, before or after, or are known', () => {
    expect(summary(rows(reports('1', '2'), reports('2', 'X')), [person('x')])).toEqual(['NEW', 'NEW']);
    expect(one(reports('1', ' x '), person('X'), person('1', { managerEmployeeNumber: 'X' }))).toBe('UNCHANGED');
  });
  test('nobody knows are errors, and so are those who report to such a new person', () => expect(summary(rows(reports('1', '2'), reports('2', '3'), reports('4', null)))).toEqual(['UNKNOWN_MANAGER', 'UNKNOWN_MANAGER', 'NEW']));
  test('whose own row is an error are still known if they were before', () => expect(summary(rows(reports('1', '2'), reports('2', 'nobody')), [person('2')])).toEqual(['NEW', 'UNKNOWN_MANAGER']));
  test('in a circle are errors that name it; those below are too, for they would be under nobody', () => {
    const file = rows(reports('1', '2'), reports('2', '3'), reports('3', '1'), reports('4', '1'), reports('5', null));
    expect(summary(file)).toEqual(['MANAGER_CYCLE', 'MANAGER_CYCLE', 'MANAGER_CYCLE', 'UNKNOWN_MANAGER', 'NEW']);
    expect(classifyPeople(file, [])[0]).toMatchObject({ problems: [{ params: { cycle: ['1', '2', '3'] } }] });
    expect(summary(rows(reports('7', '7')))).toEqual(['MANAGER_CYCLE']);
  });
  test('in a circle over the file and the people known are found', () => {
    expect(summary(rows(reports('1', '2')), [person('1'), person('2', { managerEmployeeNumber: '1' })])).toEqual(['MANAGER_CYCLE']);
    expect(summary(rows(reports('1', '2'), reports('2', null)), [person('1'), person('2', { managerEmployeeNumber: '1' })])).toEqual(['CHANGED managerEmployeeNumber', 'CHANGED managerEmployeeNumber']);
  });
  test('come before those who report to them', () => {
    const classification = new PeopleClassification();
    classification.classify(rows(reports('1', '2'), reports('2', '3'), reports('3', 'x'), reports('4', '1')), []);
    expect(classification.checkManagers([person('X')]).levels).toEqual(new Map([[2, 2], [3, 1], [4, 0], [5, 3]]));
  });
  test('a circle that was there before is not the fault of the file', () => expect(summary(rows(reports('9', null)), [person('1', { managerEmployeeNumber: '2' }), person('2', { managerEmployeeNumber: '1' })])).toEqual(['NEW']));

  test('cycles are exactly those whom a walk upwards leads back to themselves', () => {
    fc.assert(fc.property(fc.array(fc.option(fc.nat(7), { nil: undefined }), { minLength: 8, maxLength: 8 }), (bosses) => {
      const managerOf = new Map(bosses.map((boss, index) => [String(index), boss === undefined ? undefined : String(boss)]));
      const returns = (start: string) => { let at = managerOf.get(start); for (let steps = 0; steps < 9 && at !== undefined; steps += 1) { if (at === start) return true; at = managerOf.get(at); } return false; };
      expect(findManagerCycles(managerOf.keys(), (person) => managerOf.get(person)).flat().sort()).toEqual([...managerOf.keys()].filter(returns).sort());
    }));
  });
});
