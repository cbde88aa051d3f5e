import { describe, expect, test } from '@jest/globals';
import { expectCatalogIsComplete } from '../shared/catalog.testing.ts';
import type { PersonId } from '../shared/ids.ts';
import { refuse, succeed } from '../shared/result.ts';
import { findListedPeople, sayListProblem, type ListedPerson } from './listed-people.ts';
import { listProblemCatalog } from './listed-people-messages.ts';
import { findListColumns } from './match-header.ts';

const person = (identifier: string, status: ListedPerson['status'] = 'ACTIVE', displayName = `Person ${identifier}`): ListedPerson => ({
  id: `id ${identifier}` as PersonId, identifier, displayName, status,
});
const people = [person('00123'), person('N-77'), person('123004'), person('7'), person('0042'), person('042'), person('L1', 'LEFT'), person('S1', 'SUSPENDED')];
const find = (cells: readonly string[]) => findListedPeople(cells.map((identifier, index) => ({ row: index + 2, identifier })), { by: 'EMPLOYEE_NUMBER', people });
const read = (...cells: string[]) => find(cells).map(({ person: found, problems }) => [found?.identifier ?? null, ...problems.map((each) => each.code)]);

describe('a list of job numbers [D25, D26]', () => {
  test.each<[string, string, (string | null)[]]>([
    ['as it is written', '00123', ['00123']],
    ['in another case, in full width, with white space', ' ｎ-77 ', ['N-77']],
    ['as an exported cell', "'7", ['7']],
    ['without the zeros that a spreadsheet took, where one can be meant', '123', ['00123', 'ZEROS_RESTORED']],
    ['without zeros where two can be meant', '42', [null, 'NUMBER_AMBIGUOUS']],
    ['in scientific notation', '1.23E+05', [null, 'NUMBER_SHORTENED']],
    ['empty', '  ', [null, 'NUMBER_MISSING']],
    ['of nobody, and so of another organization', '999', [null, 'NUMBER_UNKNOWN']],
    ['of somebody who left', 'L1', [null, 'PERSON_LEFT']],
    ['of somebody who is away', 's1', ['S1', 'PERSON_AWAY']],
    ['with a sign that breaks rows', 'a\u0000b', [null, 'NUMBER_MISSING']],
  ])('%s: “%s”', (_, cell, expected) => {
    expect(read(cell)).toEqual([expected]);
  });

  test('one that stands twice counts once, however it is written', () => {
    expect(read('00123', '123', 'N-77', 'n-77')).toEqual([['00123'], [null, 'PERSON_DOUBLED'], ['N-77'], [null, 'PERSON_DOUBLED']]);
    expect(find(['7', '7'])[1]?.problems).toEqual([{ code: 'PERSON_DOUBLED', params: { value: '7', firstRow: 2 } }]);
  });

  test('what may have been meant is said, and only where one person can be meant', () => {
    const said = (cell: string) => find([cell]).flatMap(({ problems }) => problems.map((each) => sayListProblem(each, 'en'))).join();
    expect(said('1.23E+05')).toContain('It may be 123004 (Person 123004).');
    expect(said('9.99E+05')).not.toContain('It may be');
    expect(said('n77')).toContain('It may be N-77 (Person N-77).');
    expect(said('42')).toContain('0042 or 042');
  });

  test('a cell of any length is said in few words', () => {
    expect(find(['9'.repeat(5_000)])[0]?.value).toHaveLength(101);
  });

  test('every problem is said in both languages', () => {
    expectCatalogIsComplete(listProblemCatalog, {
      NUMBER_MISSING: {}, NUMBER_SHORTENED: { value: '1E+05', meant: '' }, PERSON_DOUBLED: { value: '7', firstRow: 2 }, NUMBER_UNKNOWN: { value: '9', meant: '' },
      NUMBER_AMBIGUOUS: { value: '42', candidates: ['042', '0042'] }, PERSON_LEFT: { value: '1', name: 'Mia' }, ZEROS_RESTORED: { value: '1', meant: '01' }, PERSON_AWAY: { name: 'Mia' },
      EMAIL_MISSING: {}, EMAIL_UNKNOWN: { value: 'a@b.c' }, PERSON_WITHOUT_NUMBER: { name: 'Mia' },
      EXTERNAL_ID_MISSING: {}, EXTERNAL_ID_UNKNOWN: { value: '9', meant: '' }, PERSON_WITHOUT_EXTERNAL_ID: { name: 'Mia' },
    });
  });
});

describe('a list of addresses [X5]', () => {
  const known = [person('mia@example.com'), person('Gone@example.com', 'LEFT')];
  const byEmail = (...cells: string[]) =>
    findListedPeople(cells.map((identifier, index) => ({ row: index + 2, identifier })), { by: 'EMAIL', people: known }).map(({ person: found, problems }) => [found?.identifier ?? null, ...problems.map((each) => each.code)]);

  test('finds people in any case, and says of the other rows what is wrong', () => {
    expect(byEmail(' MIA@Example.com', 'gone@example.com', 'mia@example.com', '', 'nobody@example.com')).toEqual([
      ['mia@example.com'], [null, 'PERSON_LEFT'], [null, 'PERSON_DOUBLED'], [null, 'EMAIL_MISSING'], [null, 'EMAIL_UNKNOWN'],
    ]);
  });

  test('in a list by job number says who has none, and finds nobody by it [D27]', () => {
    const numberless = new Map([['zoe@example.com', 'Zoe']]);
    const rows = [{ row: 2, identifier: '', email: 'Zoe@example.com' }, { row: 3, identifier: '', email: 'x@example.com' }, { row: 4, identifier: '9', email: 'zoe@example.com' }];
    expect(findListedPeople(rows, { by: 'EMPLOYEE_NUMBER', people, numberless }).map((row) => [row.person, row.problems[0]?.code])).toEqual([
      [null, 'PERSON_WITHOUT_NUMBER'], [null, 'NUMBER_MISSING'], [null, 'NUMBER_UNKNOWN'],
    ]);
  });
});

describe('a list of external ids [X5]', () => {
  const known = [person('00a1B'), person('00A1B'), person('00777'), person('123456789012')];
  const find = (...rows: [identifier: string, email?: string][]) =>
    findListedPeople(rows.map(([identifier, email], index) => ({ row: index + 2, identifier, email })), { by: 'EXTERNAL_ID', people: known, numberless: new Map([['zoe@example.com', 'Zoe']]) })
      .map(({ person: found, problems }) => [found?.identifier ?? null, ...problems.map((each) => each.code)]);

  test('finds people by what is written, case and all', () => {
    expect(find([' 00A1B '], ['00a1B'], ['00A1b'])).toEqual([['00A1B'], ['00a1B'], [null, 'EXTERNAL_ID_UNKNOWN']]);
  });

  test('puts back what a spreadsheet took away, and says what is wrong with the others', () => {
    expect(find(['777'], ['1.23457E+11'], [''], ['', 'ZOE@example.com'], ['nope'])).toEqual([
      ['00777', 'ZEROS_RESTORED'], [null, 'NUMBER_SHORTENED'], [null, 'EXTERNAL_ID_MISSING'], [null, 'PERSON_WITHOUT_EXTERNAL_ID'], [null, 'EXTERNAL_ID_UNKNOWN'],
    ]);
  });
});

describe('where a list names people', () => {
  test.each([
    ['in the column that says so', ['Name', 'Job number', 'E-mail'], 'EMPLOYEE_NUMBER', succeed({ identifier: 1, email: 2, hasHeader: true })],
    ['by address', ['工号', '邮箱'], 'EMAIL', succeed({ identifier: 1, email: undefined, hasHeader: true })],
    ['by external id', ['Name', 'External ID', 'E-mail'], 'EXTERNAL_ID', succeed({ identifier: 1, email: 2, hasHeader: true })],
    ['in the first column of a list without a header', ['00123', 'x'], 'EMPLOYEE_NUMBER', succeed({ identifier: 0, email: undefined, hasHeader: false })],
    ['behind columns that are empty', ['', ' ', '00123', 'x'], 'EMPLOYEE_NUMBER', succeed({ identifier: 2, email: undefined, hasHeader: false })],
    ['nowhere, when the header has no such column', ['Name', 'E-mail'], 'EMPLOYEE_NUMBER', refuse({ code: 'COLUMN_MISSING', params: { column: 'employeeNumber' } })],
  ] as const)('%s', (_, header, by, expected) => {
    expect(findListColumns(header, by)).toEqual(expected);
  });
});
