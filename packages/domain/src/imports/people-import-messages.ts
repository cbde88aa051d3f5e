import { sayMessage, type Catalog, type Language } from '../shared/message.ts';
import type { HeaderProblem, HeaderProblemShapes, PeopleColumn, RowProblem, RowProblemShapes } from './people-import.ts';

/** What our columns are called. */
const COLUMNS: { readonly [C in PeopleColumn]: { readonly [L in Language]: string } } = {
  employeeNumber: { en: 'Employee number', 'zh-CN': '工号' },
  email: { en: 'E-mail', 'zh-CN': '邮箱' },
  name: { en: 'Name', 'zh-CN': '姓名' },
  departmentPath: { en: 'Department path', 'zh-CN': '部门路径' },
  position: { en: 'Position', 'zh-CN': '岗位' },
  jobRole: { en: 'Job role', 'zh-CN': '职务' },
  managerEmployeeNumber: { en: 'Manager’s employee number', 'zh-CN': '上级工号' },
  language: { en: 'Language', 'zh-CN': '语言' },
  timeZone: { en: 'Time zone', 'zh-CN': '时区' },
  hireDate: { en: 'Hire date', 'zh-CN': '入职日期' },
  partnerAccount: { en: 'Partner account', 'zh-CN': '合作伙伴' },
  groups: { en: 'Groups', 'zh-CN': '群组' },
  externalId: { en: 'External ID', 'zh-CN': '外部编号' },
};

/** The name of a column for readers; another field is said as it is. */
export function sayPeopleColumn(column: string, language: Language): string {
  return Object.hasOwn(COLUMNS, column) ? COLUMNS[column as PeopleColumn][language] : column;
}

export const headerProblemCatalog: Catalog<HeaderProblemShapes> = {
  HEADER_EMPTY: { en: () => 'The first row is empty. It must name the columns.', 'zh-CN': () => '第一行为空，应为各列的名称。' },
  COLUMN_DOUBLED: {
    en: (p, say) => `${say.list(p.headers.map((header) => `“${header}”`))} all stand for the column “${sayPeopleColumn(p.column, say.language)}”. Keep one.`,
    'zh-CN': (p, say) => `${say.list(p.headers.map((header) => `“${header}”`))}都表示“${sayPeopleColumn(p.column, say.language)}”列，请只保留一列。`,
  },
  COLUMN_MISSING: {
    en: (p, say) => `The column “${sayPeopleColumn(p.column, say.language)}” is missing.`,
    'zh-CN': (p, say) => `缺少“${sayPeopleColumn(p.column, say.language)}”列。`,
  },
  IDENTIFIER_COLUMN_MISSING: { en: () => 'The file needs a column for the employee number or the e-mail.', 'zh-CN': () => '文件中须有工号列或邮箱列。' },
};

/** What is wrong in a row, in words that say what to do. */
export const rowProblemCatalog: Catalog<RowProblemShapes> = {
  MISSING_IDENTIFIER: { en: () => 'Give an employee number or an e-mail.', 'zh-CN': () => '请填写工号或邮箱。' },
  INVALID_EMAIL: { en: (p) => `“${p.value}” is not an e-mail address.`, 'zh-CN': (p) => `“${p.value}”不是有效的邮箱地址。` },
  DUPLICATED: {
    en: (p, say) => `${sayPeopleColumn(p.field, say.language)} “${p.value}” stands in row ${say.number(p.firstRow)} already.`,
    'zh-CN': (p, say) => `${sayPeopleColumn(p.field, say.language)}“${p.value}”在第${say.number(p.firstRow)}行已出现。`,
  },
  BAD_DATE_FORMAT: { en: (p) => `“${p.value}” is not a date in the form YYYY-MM-DD.`, 'zh-CN': (p) => `“${p.value}”不是YYYY-MM-DD格式的有效日期。` },
  UNKNOWN_TIME_ZONE: { en: (p) => `“${p.value}” is not a time zone such as Europe/Berlin.`, 'zh-CN': (p) => `“${p.value}”不是Asia/Shanghai之类的时区。` },
  UNKNOWN_LANGUAGE: { en: (p) => `“${p.value}” is not a language such as en or zh-CN.`, 'zh-CN': (p) => `“${p.value}”不是en或zh-CN之类的语言。` },
  NAME_MISSING: { en: () => 'The name is missing.', 'zh-CN': () => '缺少姓名。' },
  TOO_LONG: {
    en: (p, say) => `Shorten this to ${say.number(p.limit)} characters; it has ${say.number(p.length)}.`,
    'zh-CN': (p, say) => `请缩短到${say.number(p.limit)}个字符以内，现有${say.number(p.length)}个。`,
  },
  CONTROL_CHARACTERS: { en: () => 'Remove line breaks and control characters.', 'zh-CN': () => '请删除换行符和控制字符。' },
  DEPARTMENT_PATH_BROKEN: { en: (p) => `“${p.value}” is not a path of departments such as Sales / EMEA.`, 'zh-CN': (p) => `“${p.value}”不是“销售 / 华东”之类的部门路径。` },
  UNKNOWN_MANAGER: { en: (p) => `Nobody has the employee number “${p.value}” of the manager.`, 'zh-CN': (p) => `没有工号为“${p.value}”的上级。` },
  MANAGER_CYCLE: {
    en: (p, say) => `These would manage each other in a circle: ${say.list(p.cycle)}.`,
    'zh-CN': (p, say) => `以下人员互为上级，形成循环：${say.list(p.cycle)}。`,
  },
  SCIENTIFIC_NOTATION: {
    en: (p) => `“${p.value}” is a number that a spreadsheet has shortened. Format the column as text and enter it again.`,
    'zh-CN': (p) => `“${p.value}”是被电子表格缩写的数字，请将该列设为文本格式后重新填写。`,
  },
  AMBIGUOUS_PERSON: {
    en: (p) => `Employee number “${p.employeeNumber}” and e-mail “${p.email}” belong to two different people.`,
    'zh-CN': (p) => `工号“${p.employeeNumber}”和邮箱“${p.email}”属于两个不同的人。`,
  },
  IDENTIFIER_TAKEN: {
    en: (p, say) => `${sayPeopleColumn(p.field, say.language)} “${p.value}” belongs to somebody with another employee number.`,
    'zh-CN': (p, say) => `${sayPeopleColumn(p.field, say.language)}“${p.value}”属于另一工号的人员。`,
  },
  MERGED_RECORD: {
    en: (p) => `“${p.value}” is of a record that was merged into ${p.name}: the row counts for them, and what they are known by stays as it is.`,
    'zh-CN': (p) => `“${p.value}”属于已并入${p.name}的记录：该行按此人处理，其标识保持不变。`,
  },
  UNKNOWN_GROUP: {
    en: (p) => `There is no group “${p.value}”. Everything else is imported; create the group, and import the row again.`,
    'zh-CN': (p) => `没有名为“${p.value}”的群组。其余内容照常导入；请创建该群组后重新导入此行。`,
  },
  GROUP_BY_RULE: {
    en: (p) => `The rule of the group “${p.value}” decides who is in it, so nobody is put into it. Everything else is imported.`,
    'zh-CN': (p) => `群组“${p.value}”的成员由规则决定，无法直接加入。其余内容照常导入。`,
  },
  TOO_FEW_CELLS: {
    en: (p, say) => `The row has ${say.number(p.found)} ${say.plural(p.found, { one: 'cell', other: 'cells' })} of ${say.number(p.expected)}.`,
    'zh-CN': (p, say) => `该行应有${say.number(p.expected)}个单元格，实有${say.number(p.found)}个。`,
  },
  TOO_MANY_CELLS: {
    en: (p, say) => `The row has ${say.number(p.found)} cells where the header has ${say.number(p.expected)}. Is a comma in it not quoted?`,
    'zh-CN': (p, say) => `该行有${say.number(p.found)}个单元格，而表头有${say.number(p.expected)}个。是否有未加引号的逗号？`,
  },
};

/** A problem of the file's header in words. */
export function sayHeaderProblem(problem: HeaderProblem, language: Language): string {
  return sayMessage(headerProblemCatalog, problem, language);
}

/** A problem of a row in words. */
export function sayRowProblem(problem: RowProblem, language: Language): string {
  return sayMessage(rowProblemCatalog, problem, language);
}
