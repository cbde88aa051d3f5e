import { refuse, succeed, type Result } from '../shared/result.ts';
import { foldIdentifier } from '../shared/text.ts';
import type { ListIdentifier } from './listed-people.ts';
import { PEOPLE_COLUMNS, type HeaderProblem, type MatchedHeader, type PeopleColumn } from './people-import.ts';

/** What each column may be called, beside its own name; in any case, with or without spaces and signs. */
const ALIASES: { readonly [C in PeopleColumn]: readonly string[] } = {
  employeeNumber: ['employee no', 'employee id', 'personnel number', 'staff number', 'job number', '工号', '员工编号', '员工号'],
  email: ['e-mail', 'email address', 'mail', '邮箱', '电子邮箱', '电子邮件'],
  name: ['display name', 'full name', 'employee name', '姓名', '名称'],
  departmentPath: ['department', 'departments', 'org unit', '部门', '部门路径', '所属部门'],
  position: ['job title', 'title', '岗位', '职位'],
  jobRole: ['role', '职务', '工作角色'],
  managerEmployeeNumber: ['manager', 'manager id', 'manager no', 'manager number', 'supervisor', 'supervisor number', '上级工号', '主管工号', '直属上级工号'],
  language: ['locale', '语言'],
  timeZone: ['zone', '时区'],
  hireDate: ['hired on', 'hire day', 'start date', 'date of hire', '入职日期', '入职时间'],
  partnerAccount: ['partner', 'partner company', '合作伙伴', '伙伴公司'],
  externalId: ['external number', 'external identifier', 'source id', 'source system id', 'hr id', '外部编号', '外部标识', '外部系统编号'],
  groups: ['group', '群组', '分组', '所属群组'],
};

const COLUMN_BY_HEADER = new Map(PEOPLE_COLUMNS.flatMap((column) =>
  [column, ...ALIASES[column]].map((header) => [foldHeader(header), column] as const)));

/**
 * Finds our columns among the headers of a file, in any order. Refuses a file without names, without any
 * identifier, or with two headers for one column, naming each. Other headers are ignored and named.
 */
export function matchHeader(headers: readonly string[]): Result<MatchedHeader, readonly HeaderProblem[]> {
  const found = new Map<PeopleColumn, number[]>();
  const ignored: string[] = [];
  headers.forEach((header, index) => {
    const column = COLUMN_BY_HEADER.get(foldHeader(header));
    if (column === undefined) ignored.push(header);
    else found.set(column, [...(found.get(column) ?? []), index]);
  });
  const problems = [...doubled(found, headers), ...missing(found, headers)];
  if (problems.length > 0) return refuse(problems);
  return succeed({ places: Object.fromEntries([...found].map(([column, [index]]) => [column, index])), ignored });
}

/** Where a list of people says whom it means, and whether its first row is a header. */
export interface ListColumns {
  /** From 0. */
  readonly identifier: number;
  /** In a list by another identifier: where addresses stand too. */
  readonly email: number | undefined;
  readonly hasHeader: boolean;
}

const columnOf: { readonly [I in ListIdentifier]: PeopleColumn } = { EMPLOYEE_NUMBER: 'employeeNumber', EMAIL: 'email', EXTERNAL_ID: 'externalId' };

/**
 * Where a list names people, by its first row: in the column whose header says so, or, where no header is known, in the first column of
 * a list without a header that is not empty. Refuses a list with a header that has no such column.
 */
export function findListColumns(firstRow: readonly string[], by: ListIdentifier): Result<ListColumns, HeaderProblem> {
  const columns = firstRow.map((header) => COLUMN_BY_HEADER.get(foldHeader(header)));
  const wanted = columnOf[by];
  const placeOf = (column: PeopleColumn): number | undefined => (columns.includes(column) ? columns.indexOf(column) : undefined);
  const identifier = placeOf(wanted);
  if (identifier !== undefined) return succeed({ identifier, email: wanted === 'email' ? undefined : placeOf('email'), hasHeader: true });
  if (columns.every((column) => column === undefined)) return succeed({ identifier: Math.max(0, firstRow.findIndex((cell) => cell.trim() !== '')), email: undefined, hasHeader: false });
  return refuse({ code: 'COLUMN_MISSING', params: { column: wanted } });
}

/** 'Employee_No. *' is 'employeeno'; the mark that some programs put before a file's first character is none of it. */
function foldHeader(header: string): string {
  return foldIdentifier(header).replace(/[\s_\-./*()（）:：\ufeff]/g, '');
}

function doubled(found: ReadonlyMap<PeopleColumn, readonly number[]>, headers: readonly string[]): HeaderProblem[] {
  return [...found].filter(([, places]) => places.length > 1).map(([column, places]) =>
    ({ code: 'COLUMN_DOUBLED', params: { column, headers: places.map((place) => headers[place] ?? '') } }));
}

function missing(found: ReadonlyMap<PeopleColumn, readonly number[]>, headers: readonly string[]): HeaderProblem[] {
  if (headers.every((header) => header.trim() === '')) return [{ code: 'HEADER_EMPTY', params: {} }];
  const problems: HeaderProblem[] = [];
  if (!found.has('employeeNumber') && !found.has('email')) problems.push({ code: 'IDENTIFIER_COLUMN_MISSING', params: {} });
  if (!found.has('name')) problems.push({ code: 'COLUMN_MISSING', params: { column: 'name' } });
  return problems;
}
