import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { expectCatalogIsComplete } from '../shared/catalog.testing.ts';
import { neutralizeCell, restoreCell } from './csv-cell.ts';
import { matchHeader } from './match-header.ts';
import { headerProblemCatalog, rowProblemCatalog, sayHeaderProblem, sayRowProblem } from './people-import-messages.ts';
import { PEOPLE_COLUMNS, type PeopleColumn } from './people-import.ts';
import { readPeopleRow } from './read-people-row.ts';

const all = Object.fromEntries(PEOPLE_COLUMNS.map((column, index) => [column, index]));
const problemsOf = (headers: readonly string[]) => { const matched = matchHeader(headers); return matched.ok ? [] : matched.problem; };

describe('the header of a people file', () => {
  test('its columns stand in any order, in English or Chinese, whatever the case and the signs', () => {
    expect(matchHeader(['\ufeffNAME', 'e-mail', 'Employee_No.', 'Hire-Date *', 'Shoe size'])).toEqual({ ok: true, value: { places: { name: 0, email: 1, employeeNumber: 2, hireDate: 3 }, ignored: ['Shoe size'] } });
    expect(matchHeader(['工号', '姓名', '邮箱', '部门路径', '岗位', '职务', '上级工号', '语言', '时区', '入职日期', '合作伙伴', '群组'])).toEqual({ ok: true, value: { places: { employeeNumber: 0, name: 1, email: 2, departmentPath: 3, position: 4, jobRole: 5, managerEmployeeNumber: 6, language: 7, timeZone: 8, hireDate: 9, partnerAccount: 10, groups: 11 }, ignored: [] } });
    expect(matchHeader([...PEOPLE_COLUMNS])).toEqual({ ok: true, value: { places: all, ignored: [] } });
  });
  test('a doubled column is named with both its headers', () => expect(problemsOf(['Name', 'E-Mail', '邮箱'])).toEqual([{ code: 'COLUMN_DOUBLED', params: { column: 'email', headers: ['E-Mail', '邮箱'] } }]));
  test('a missing column is named', () => {
    expect(problemsOf(['employeeNumber'])).toEqual([{ code: 'COLUMN_MISSING', params: { column: 'name' } }]);
    expect(problemsOf(['name', 'department'])).toEqual([{ code: 'IDENTIFIER_COLUMN_MISSING', params: {} }]);
    expect(problemsOf(['name', 'email'])).toEqual([]);
    expect(problemsOf(['', ' '])).toEqual([{ code: 'HEADER_EMPTY', params: {} }]);
  });
});

const good: { readonly [C in PeopleColumn]: string } = { employeeNumber: 'E-7', email: 'mia@example.com', name: 'Mia Chen', departmentPath: 'Sales / EMEA', position: 'Rep', jobRole: 'Seller', managerEmployeeNumber: 'E-1', language: 'zh_cn', timeZone: 'asia/shanghai', hireDate: '2026-05-03', partnerAccount: 'Acme', groups: 'First aiders', externalId: '00A1b' };
const readRow = (more: Partial<typeof good>) => readPeopleRow(PEOPLE_COLUMNS.map((column) => ({ ...good, ...more })[column]), all, PEOPLE_COLUMNS.length);
const problems = (more: Partial<typeof good>) => { const row = readRow(more); return row.ok ? [] : row.problem.map(({ code, column }) => `${code} ${column}`); };
const value = (more: Partial<typeof good>) => { const row = readRow(more); return row.ok ? row.value : row.problem; };

describe('a row of a people file', () => {
  test('is read and tidied', () => expect(value({ name: '  Mia   Chen ' })).toEqual({
    employeeNumber: 'E-7', email: 'mia@example.com', displayName: 'Mia Chen', departmentPath: ['Sales', 'EMEA'], position: 'Rep', jobRole: 'Seller',
    managerEmployeeNumber: 'E-1', language: 'zh-CN', timeZone: 'Asia/Shanghai', hireDate: '2026-05-03', partnerAccount: 'Acme', externalId: '00A1b',
  }));
  test('an empty cell clears its field, a column that is not there says nothing', () => {
    expect(value({ email: '', departmentPath: ' ', position: '', jobRole: '', managerEmployeeNumber: '', language: '', timeZone: '', hireDate: '', partnerAccount: '', externalId: '' })).toEqual({ employeeNumber: 'E-7', email: null, displayName: 'Mia Chen', departmentPath: [], position: null, jobRole: null, managerEmployeeNumber: null, language: null, timeZone: null, hireDate: null, partnerAccount: null, externalId: null });
    expect(readPeopleRow(['x@y.zz', 'Mia'], { email: 0, name: 1 }, 2)).toEqual({ ok: true, value: { email: 'x@y.zz', displayName: 'Mia' } });
  });

  test.each<[Partial<typeof good>, string[]]>([
    [{ employeeNumber: '', email: '' }, ['MISSING_IDENTIFIER null']], [{ name: '' }, ['NAME_MISSING name']],
    ...['mia', 'mia@', '@x.com', 'a b@x.com', 'mia@x', 'mia@x..com', 'a@b@c.de', 'mia@.com', '<mia@x.com>', `${'a'.repeat(65)}@x.com`].map((email): [Partial<typeof good>, string[]] => [{ email }, ['INVALID_EMAIL email']]),
    [{ email: 'o’neil+x@sub.example.co' }, []], [{ email: '用户@例子.公司' }, []],
    ...['03.05.2026', '2026-02-30', '2026-5-3', '46145', '2026-05-03T00:00:00'].map((hireDate): [Partial<typeof good>, string[]] => [{ hireDate }, ['BAD_DATE_FORMAT hireDate']]),
    [{ timeZone: 'Mars/Base' }, ['UNKNOWN_TIME_ZONE timeZone']], [{ timeZone: '+08:00' }, ['UNKNOWN_TIME_ZONE timeZone']], [{ timeZone: 'UTC' }, []],
    [{ language: 'Klingonisch' }, ['UNKNOWN_LANGUAGE language']], [{ language: 'qq' }, ['UNKNOWN_LANGUAGE language']], [{ language: '!' }, ['UNKNOWN_LANGUAGE language']], [{ language: 'de' }, []],
    [{ employeeNumber: '1.23E+15' }, ['SCIENTIFIC_NOTATION employeeNumber']], [{ employeeNumber: '1,23e+15' }, ['SCIENTIFIC_NOTATION employeeNumber']], [{ managerEmployeeNumber: '5E+10' }, ['SCIENTIFIC_NOTATION managerEmployeeNumber']],
    [{ employeeNumber: '1E5' }, []], [{ employeeNumber: 'x1E+5' }, []], [{ employeeNumber: '1E+5x' }, []],
    [{ employeeNumber: 'x'.repeat(64) }, []], [{ employeeNumber: 'x'.repeat(65) }, ['TOO_LONG employeeNumber']], [{ name: 'x'.repeat(200) }, []], [{ name: 'x'.repeat(201) }, ['TOO_LONG name']],
    [{ position: 'x'.repeat(201) }, ['TOO_LONG position']], [{ jobRole: 'x'.repeat(201) }, ['TOO_LONG jobRole']], [{ partnerAccount: 'x'.repeat(201) }, ['TOO_LONG partnerAccount']],
    [{ departmentPath: `A / ${'x'.repeat(201)}` }, ['TOO_LONG departmentPath']], [{ departmentPath: `A / ${'x'.repeat(200)}` }, []],
    [{ departmentPath: 'A / / B' }, ['DEPARTMENT_PATH_BROKEN departmentPath']], [{ departmentPath: 'A /' }, ['DEPARTMENT_PATH_BROKEN departmentPath']],
    [{ departmentPath: Array(20).fill('A').join('/') }, []], [{ departmentPath: Array(21).fill('A').join('/') }, ['DEPARTMENT_PATH_BROKEN departmentPath']],
    [{ name: 'Mia\nChen' }, ['CONTROL_CHARACTERS name']], [{ position: 'a\u0000b' }, ['CONTROL_CHARACTERS position']],
    [{ name: '', hireDate: 'soon' }, ['NAME_MISSING name', 'BAD_DATE_FORMAT hireDate']],
  ])('%j: %j', (more, codes) => expect(problems(more)).toEqual(codes));

  test('a number, a name or a formula that begins with = is a text like others, and our mark before it is taken away', () => {
    expect(value({ name: '=HYPERLINK("x")' })).toMatchObject({ displayName: '=HYPERLINK("x")' });
    expect(value({ name: "'=SUM(A1)" })).toMatchObject({ displayName: '=SUM(A1)' });
    expect(value({ name: "'t Hooft" })).toMatchObject({ displayName: "'t Hooft" });
  });

  test('too few or too many cells are told with their numbers; empty ones at the end do no harm', () => {
    const cells = PEOPLE_COLUMNS.map((column) => good[column]);
    expect(readPeopleRow(cells.slice(0, 11), all, 13)).toEqual({ ok: false, problem: [{ code: 'TOO_FEW_CELLS', params: { expected: 13, found: 11 }, column: null }] });
    expect(readPeopleRow([...cells, '', 'x'], all, 13)).toEqual({ ok: false, problem: [{ code: 'TOO_MANY_CELLS', params: { expected: 13, found: 15 }, column: null }] });
    expect(readPeopleRow([...cells, '', ' '], all, 13).ok).toBe(true);
  });
});

describe('cells of a file that spreadsheets open', () => {
  test.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '\0x', "'=x"])('%j is neutralised', (text) => expect(neutralizeCell(text)).toBe(`'${text}`));
  test.each(['x=1', '', "'t Hooft", '1-2'])('%j stays as it is', (text) => expect([neutralizeCell(text), restoreCell(text)]).toEqual([text, text]));
  test('whatever is written is read again [quality 1, files]', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\0', 'a', ' ') }), (text) => {
      expect(restoreCell(neutralizeCell(text))).toBe(text);
      expect(neutralizeCell(text)).not.toMatch(/^[=+\-@\t\r\0]/);
    }));
  });
});

test('every problem is there in both languages', () => {
  expectCatalogIsComplete(headerProblemCatalog, { HEADER_EMPTY: {}, COLUMN_DOUBLED: { column: 'email', headers: ['a', 'b'] }, COLUMN_MISSING: { column: 'name' }, IDENTIFIER_COLUMN_MISSING: {} });
  expectCatalogIsComplete(rowProblemCatalog, {
    MISSING_IDENTIFIER: {}, INVALID_EMAIL: { value: 'x' }, DUPLICATED: { field: 'email', value: 'x', firstRow: 2 }, BAD_DATE_FORMAT: { value: 'x' }, UNKNOWN_TIME_ZONE: { value: 'x' }, UNKNOWN_LANGUAGE: { value: 'x' }, NAME_MISSING: {},
    TOO_LONG: { limit: 1, length: 2 }, CONTROL_CHARACTERS: {}, DEPARTMENT_PATH_BROKEN: { value: 'x' }, UNKNOWN_MANAGER: { value: 'x' }, MANAGER_CYCLE: { cycle: ['a', 'b'] }, SCIENTIFIC_NOTATION: { value: 'x' },
    AMBIGUOUS_PERSON: { employeeNumber: '1', email: 'x' }, IDENTIFIER_TAKEN: { field: 'email', value: 'x' }, UNKNOWN_GROUP: { value: 'x' }, GROUP_BY_RULE: { value: 'x' }, TOO_FEW_CELLS: { expected: 2, found: 1 }, MERGED_RECORD: { value: 'E-7', name: 'Mia' }, TOO_MANY_CELLS: { expected: 2, found: 3 },
  });
  expect(sayHeaderProblem({ code: 'COLUMN_DOUBLED', params: { column: 'email', headers: ['Mail', '邮箱'] } }, 'en')).toBe('“Mail” and “邮箱” all stand for the column “E-mail”. Keep one.');
  expect(sayRowProblem({ code: 'DUPLICATED', params: { field: 'employeeNumber', value: 'E-7', firstRow: 3 }, column: 'employeeNumber' }, 'zh-CN')).toBe('工号“E-7”在第3行已出现。');
});
