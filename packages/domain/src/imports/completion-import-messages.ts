import { completionDayProblemCatalog, type CompletionDayProblemShapes, type CompletionDayWarning } from '../progress/completion-day.ts';
import { sayMessage, type Catalog, type Language, type Message } from '../shared/message.ts';
import { listProblemCatalog, type ListProblemShapes } from './listed-people-messages.ts';

/** The columns of a file of completions, in their order (U15). */
export type CompletionColumn = 'identifier' | 'type' | 'name' | 'date';

type OwnShapes = {
  PERSON_UNKNOWN: { value: string; meant: string };
  TYPE_MISSING: {};
  TYPE_UNKNOWN: { value: string; meant: string };
  ITEM_NAME_MISSING: {};
  ITEM_UNKNOWN: { value: string; meant: string };
  ITEM_OF_OTHER_TYPE: { value: string; type: string };
  ITEM_AMBIGUOUS: { value: string; candidates: readonly string[] };
  DAY_MISSING: {};
  DAY_UNREADABLE: { value: string; meant: string };
  DAY_AMBIGUOUS: { value: string; candidates: readonly string[] };
  PLACEHOLDER_LEFT: {};
  ROW_DUPLICATED: { firstRow: number };
  COMPLETED_IN_ROW: { firstRow: number };
  TEXT_UNREADABLE: { column: string };
  CELL_TOO_LONG: { column: string; limit: number };
  ROW_TOO_WIDE: { found: number; expected: number };
} & { readonly [W in CompletionDayWarning]: {} };

/** What is wrong with a row of a file of completions, or is to be known of it; which of the two, its class says. */
export type CompletionRowProblem = Message<OwnShapes & ListProblemShapes & CompletionDayProblemShapes>;

/** What is wrong with a file of completions as a whole. */
type FileShapes = {
  COMPLETION_COLUMNS: { found: readonly string[] };
  OTHER_IDENTIFIER: { found: string };
};
export type CompletionFileProblem = Message<FileShapes>;

const COLUMNS: { readonly [C in CompletionColumn]: { readonly [L in Language]: string } } = {
  identifier: { en: 'Column A (person)', 'zh-CN': 'A 列（人员）' },
  type: { en: 'Column B (training type)', 'zh-CN': 'B 列（培训类型）' },
  name: { en: 'Column C (name)', 'zh-CN': 'C 列（名称）' },
  date: { en: 'Column D (date)', 'zh-CN': 'D 列（日期）' },
};

const sayColumn = (column: string, language: Language): string => COLUMNS[column as CompletionColumn][language];
const itMayBe = (meant: string, otherwise: string): string => (meant ? `It may be ${meant}.` : otherwise);
const canBe = (meant: string, otherwise: string): string => (meant ? `可能是 ${meant}。` : otherwise);

/** What a file of completions has of its own. */
export const fileOfCompletionsCatalog: Catalog<OwnShapes> = {
  PERSON_UNKNOWN: {
    en: (p) => `There is nobody “${p.value}” among the people whose progress you look after. ${itMayBe(p.meant, 'Check it, or import the person first.')}`,
    'zh-CN': (p) => `您负责的人员中没有“${p.value}”。${canBe(p.meant, '请核对，或先导入该人员。')}`,
  },
  TYPE_MISSING: { en: () => 'The training type is missing: module, course, certification or plan.', 'zh-CN': () => '缺少培训类型：模块、课程、认证或计划。' },
  TYPE_UNKNOWN: {
    en: (p) => `“${p.value}” is no training type. ${itMayBe(p.meant, 'Write module, course, certification or plan.')}`,
    'zh-CN': (p) => `“${p.value}”不是培训类型。${canBe(p.meant, '请填写模块、课程、认证或计划。')}`,
  },
  ITEM_NAME_MISSING: { en: () => 'The name is missing. Write it as it is listed.', 'zh-CN': () => '缺少名称，请按列表中的名称填写。' },
  ITEM_UNKNOWN: {
    en: (p) => `Nothing of this type is called “${p.value}”. ${itMayBe(p.meant, 'Write the name as it is listed, or its id.')}`,
    'zh-CN': (p) => `该类型中没有名为“${p.value}”的内容。${canBe(p.meant, '请按列表中的名称填写，或填写其 ID。')}`,
  },
  ITEM_OF_OTHER_TYPE: {
    en: (p) => `“${p.value}” is of another type: write “${p.type}” in column B.`,
    'zh-CN': (p) => `“${p.value}”属于其他类型：请在 B 列填写“${p.type}”。`,
  },
  ITEM_AMBIGUOUS: {
    en: (p, say) => `More than one is called “${p.value}”. Write the id of the one that is meant in place of the name: ${say.list(p.candidates, 'or')}.`,
    'zh-CN': (p, say) => `有多项内容名为“${p.value}”。请用其 ID 代替名称：${say.list(p.candidates, 'or')}。`,
  },
  DAY_MISSING: { en: () => 'The date is missing. Write it as year-month-day, such as 2026-03-31.', 'zh-CN': () => '缺少日期。请按“年-月-日”填写，例如 2026-03-31。' },
  DAY_UNREADABLE: {
    en: (p) => `“${p.value}” is not a date written as year-month-day. ${itMayBe(p.meant, 'Write it such as 2026-03-31.')}`,
    'zh-CN': (p) => `“${p.value}”不是按“年-月-日”填写的有效日期。${canBe(p.meant, '请按 2026-03-31 的格式填写。')}`,
  },
  DAY_AMBIGUOUS: {
    en: (p, say) => `“${p.value}” can be ${say.list(p.candidates, 'or')}. Write the one that is meant.`,
    'zh-CN': (p, say) => `“${p.value}”可能是${say.list(p.candidates, 'or')}。请填写正确的日期。`,
  },
  PLACEHOLDER_LEFT: { en: () => 'This is an example row of the template. Delete it.', 'zh-CN': () => '这是模板中的示例行，请删除。' },
  ROW_DUPLICATED: {
    en: (p, say) => `The same stands in row ${say.number(p.firstRow)} already. That row counts; delete this one.`,
    'zh-CN': (p, say) => `与第${say.number(p.firstRow)}行相同，以该行为准，请删除此行。`,
  },
  COMPLETED_IN_ROW: {
    en: (p, say) => `Row ${say.number(p.firstRow)} says with another date that it is completed. That row counts.`,
    'zh-CN': (p, say) => `第${say.number(p.firstRow)}行已以另一日期记录为完成，以该行为准。`,
  },
  TEXT_UNREADABLE: {
    en: (p, say) => `${sayColumn(p.column, say.language)} holds characters that cannot be read. Save the file as CSV UTF-8, and check the cell.`,
    'zh-CN': (p, say) => `${sayColumn(p.column, say.language)}含有无法读取的字符。请将文件另存为 CSV UTF-8 格式，并检查该单元格。`,
  },
  CELL_TOO_LONG: {
    en: (p, say) => `${sayColumn(p.column, say.language)} takes at most ${say.number(p.limit)} characters.`,
    'zh-CN': (p, say) => `${sayColumn(p.column, say.language)}最多${say.number(p.limit)}个字符。`,
  },
  ROW_TOO_WIDE: {
    en: (p, say) => `The row has ${say.number(p.found)} cells where at most ${say.number(p.expected)} belong. Is a comma in it not quoted?`,
    'zh-CN': (p, say) => `该行有${say.number(p.found)}个单元格，最多应有${say.number(p.expected)}个。是否有未加引号的逗号？`,
  },
  BEFORE_HIRE: { en: () => 'The date lies before the person was hired. It is recorded all the same.', 'zh-CN': () => '该日期早于此人的入职日期，仍会记录。' },
  BEFORE_ITEM: { en: () => 'The date lies before this was created here. It is recorded all the same.', 'zh-CN': () => '该日期早于此内容的创建日期，仍会记录。' },
};

/** What is wrong with a row of a file of completions, and what to do about it. */
const completionRowCatalog: Catalog<OwnShapes & ListProblemShapes & CompletionDayProblemShapes> = { ...listProblemCatalog, ...completionDayProblemCatalog, ...fileOfCompletionsCatalog };

/** What is wrong with a file of completions as a whole. */
export const completionFileCatalog: Catalog<FileShapes> = {
  COMPLETION_COLUMNS: {
    en: (p, say) => `The first row must name the columns in this order: person, training type, name, date. It says ${say.list(p.found.map((each) => `“${each}”`))}. Download the template to see them.`,
    'zh-CN': (p, say) => `第一行应依次为：人员、培训类型、名称、日期。现为${say.list(p.found.map((each) => `“${each}”`))}。请下载模板查看。`,
  },
  OTHER_IDENTIFIER: {
    en: (p) => `The file names people by “${p.found}”, which is not what you chose. Begin again, and choose that.`,
    'zh-CN': (p) => `文件按“${p.found}”识别人员，与您的选择不同。请重新开始并选择相应的标识。`,
  },
};

/** A problem of a row in words. */
export function sayCompletionRowProblem(problem: CompletionRowProblem, language: Language): string {
  return sayMessage(completionRowCatalog, problem, language);
}

/** A problem of the whole file in words. */
export function sayCompletionFileProblem(problem: CompletionFileProblem, language: Language): string {
  return sayMessage(completionFileCatalog, problem, language);
}

const COLUMN_OF: Readonly<Record<string, CompletionColumn>> = {
  TYPE_MISSING: 'type', TYPE_UNKNOWN: 'type', ITEM_OF_OTHER_TYPE: 'type', ITEM_NAME_MISSING: 'name', ITEM_UNKNOWN: 'name', ITEM_AMBIGUOUS: 'name',
  DAY_MISSING: 'date', DAY_UNREADABLE: 'date', DAY_AMBIGUOUS: 'date', COMPLETION_DAY_AHEAD: 'date', BEFORE_HIRE: 'date', BEFORE_ITEM: 'date',
};

/** The column that a problem is about; null: the whole row. */
export function columnOfCompletionProblem({ code, params }: CompletionRowProblem): CompletionColumn | null {
  if ('column' in params) return params.column as CompletionColumn;
  return COLUMN_OF[code] ?? (code === 'PERSON_UNKNOWN' || Object.hasOwn(listProblemCatalog, code) ? 'identifier' : null);
}
