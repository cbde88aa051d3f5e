import { refuse, succeed, type Result } from '../shared/result.ts';
import { foldForSearch, foldIdentifier, hasControlCharacters, tidy } from '../shared/text.ts';
import { parseCalendarDate, type CalendarDate } from '../shared/calendar.ts';
import { restoreCell } from './csv-cell.ts';
import type { CompletionColumn, CompletionFileProblem, CompletionRowProblem } from './completion-import-messages.ts';
import { NearestTexts } from './find-nearest.ts';
import type { ListIdentifier } from './listed-people.ts';
import { COMPLETION_COLUMNS } from './mend-cells.ts';
import { suggestDays } from './suggest-day.ts';
import type { Language } from '../shared/message.ts';

/** Of what kind something is that can be completed. */
export type CompletedType = 'MODULE' | 'COURSE' | 'CERTIFICATION' | 'PLAN';

const TYPE_WORDS: { readonly [T in CompletedType]: readonly string[] } = {
  MODULE: ['module', '模块'],
  COURSE: ['course', '课程'],
  CERTIFICATION: ['certification', '认证'],
  PLAN: ['plan', 'learning plan', '计划', '学习计划'],
};
const TYPE_OF_WORD = new Map(Object.entries(TYPE_WORDS).flatMap(([type, words]) => words.map((word) => [word, type as CompletedType] as const)));

const NEAREST_TYPE = new NearestTexts([...TYPE_OF_WORD.keys()]);

/** The word for a type that a file takes. */
export const wordOfType = (type: CompletedType): string => TYPE_WORDS[type][0]!;

const IDENTIFIER_HEADERS: { readonly [I in ListIdentifier]: readonly string[] } = {
  EMAIL: ['E-mail', '邮箱', 'email', 'email address', 'e-mail address', 'mail', '电子邮箱', '电子邮件'],
  EMPLOYEE_NUMBER: ['Job number', '工号', 'employee number', 'employee no', 'employee id', 'personnel number', 'staff number', '员工编号', '员工号'],
  EXTERNAL_ID: ['External ID', '外部编号', 'external identifier', 'external number', 'user id', 'userid', '外部标识'],
};
const HEADERS = {
  type: ['Training type', '培训类型', 'type', '类型'],
  name: ['Name', '名称', 'module/course/certification name'],
  date: ['Date (yyyy-mm-dd)', '日期（yyyy-mm-dd）', 'date', '日期', 'completion date', 'completed on', '完成日期'],
  reason: ['What is wrong', '错误原因', 'reason', 'error', '原因', '错误'],
} as const;

/** The rows of a template that stand for real ones; they are recognised by their names. */
const PLACEHOLDERS: { readonly [L in Language]: readonly (readonly [type: string, name: string, date: string])[] } = {
  en: [['course', 'Name of a course (example)', '2026-01-31'], ['module', 'Name of a module (example)', '2026-02-28']],
  'zh-CN': [['课程', '课程名称（示例）', '2026-01-31'], ['模块', '模块名称（示例）', '2026-02-28']],
};
const PLACEHOLDER_NAMES = new Set(Object.values(PLACEHOLDERS).flatMap((rows) => rows.map(([, name]) => foldForSearch(name))));
const EXAMPLES: { readonly [I in ListIdentifier]: readonly [string, string] } = {
  EMAIL: ['ada@example.com', 'grace@example.com'],
  EMPLOYEE_NUMBER: ['00123', '00124'],
  EXTERNAL_ID: ['hr-123', 'hr-124'],
};

/** A file to fill in: the header, and two rows that show how (U19). */
export function completionsTemplate(by: ListIdentifier, language: Language): readonly (readonly string[])[] {
  const header = [IDENTIFIER_HEADERS[by], HEADERS.type, HEADERS.name, HEADERS.date].map(([en, zh]) => (language === 'en' ? en! : zh!));
  return [header, ...PLACEHOLDERS[language].map((row, index) => [EXAMPLES[by][index]!, ...row])];
}

/** What the first row of a file says about the others. */
export interface CompletionsHeader {
  readonly hasHeader: boolean;
  /** How many cells a row has at most: a fifth holds what was wrong before, and is ignored (X29). */
  readonly width: number;
}

const COLUMN_COUNT = 4;

/** Reads the first row of a file of completions: the four columns in their order (U15), in English or Chinese, in any case; a file may go without. */
export function readCompletionsHeader(cells: readonly string[], by: ListIdentifier): Result<CompletionsHeader, CompletionFileProblem> {
  if (completedTypeOf(cells[1] ?? '') !== undefined) return succeed({ hasHeader: false, width: COLUMN_COUNT + 1 });
  const filled = cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
  const [first = '', type = '', name = '', date = '', reason, ...more] = filled;
  const isReason = reason !== undefined && isCalled(reason, HEADERS.reason);
  const other = (Object.keys(IDENTIFIER_HEADERS) as ListIdentifier[]).find((each) => isCalled(first, IDENTIFIER_HEADERS[each]));
  const isKnown = other !== undefined && isCalled(type, HEADERS.type) && isCalled(name, HEADERS.name) && isCalled(date, HEADERS.date);
  if (!isKnown || (reason !== undefined && !isReason) || more.length > 0) {
    return refuse({ code: 'COMPLETION_COLUMNS', params: { found: filled.slice(0, COLUMN_COUNT + 2).map((cell) => tidy(cell).slice(0, 60)) } });
  }
  if (other !== by) return refuse({ code: 'OTHER_IDENTIFIER', params: { found: tidy(first) } });
  return succeed({ hasHeader: true, width: COLUMN_COUNT + (isReason ? 1 : 0) });
}

const headerKey = (text: string): string => foldIdentifier(text).replace(/[^\p{L}\p{N}]/gu, '');
const isCalled = (cell: string, names: readonly string[]): boolean => names.some((name) => headerKey(name) === headerKey(cell));

/** What a row of a file says, as far as it can be told from the row alone. */
export interface CompletionCells {
  readonly identifier: string;
  readonly type: CompletedType | undefined;
  readonly name: string;
  readonly day: CalendarDate | undefined;
  readonly problems: readonly CompletionRowProblem[];
}

/** How many characters a cell of each column may have. */
export const COMPLETION_CELL_LIMITS: { readonly [C in CompletionColumn]: number } = { identifier: 320, type: 100, name: 500, date: 100 };
const SHOWN = 100;

/** Reads a row of a file of completions (U15–U19). What its cells hold is told with its problems, at most one for each column. */
export function readCompletionCells(cells: readonly string[], width: number): CompletionCells {
  const problems: CompletionRowProblem[] = [];
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (filled > width) problems.push({ code: 'ROW_TOO_WIDE', params: { found: filled, expected: width } });
  const [identifier, type, name, date] = COMPLETION_COLUMNS.map((column, place) => {
    const raw = restoreCell(cells[place] ?? '').normalize('NFC');
    if (raw.length > COMPLETION_CELL_LIMITS[column]) problems.push({ code: 'CELL_TOO_LONG', params: { column, limit: COMPLETION_CELL_LIMITS[column] } });
    else if (/[\p{Cs}\ufffd]/u.test(raw) || hasControlCharacters(raw.trim(), 'ONE_LINE')) problems.push({ code: 'TEXT_UNREADABLE', params: { column } });
    else return tidy(raw);
    return undefined;
  });
  if (name !== undefined && PLACEHOLDER_NAMES.has(foldForSearch(name))) return { identifier: identifier ?? '', type: undefined, name, day: undefined, problems: [{ code: 'PLACEHOLDER_LEFT', params: {} }] };
  const meantType = type === undefined ? undefined : completedTypeOf(type);
  if (type === '') problems.push({ code: 'TYPE_MISSING', params: {} });
  else if (type !== undefined && !meantType) problems.push({ code: 'TYPE_UNKNOWN', params: { value: shown(type), meant: NEAREST_TYPE.find(type) ?? '' } });
  if (name === '') problems.push({ code: 'ITEM_NAME_MISSING', params: {} });
  const day = date === undefined ? undefined : parseCalendarDate(date);
  if (date !== undefined && !day) problems.push(dayProblem(date));
  return { identifier: identifier ?? '', type: meantType, name: name ?? '', day, problems };
}

/** What type a cell of a file names, in either language; undefined: none. */
export function completedTypeOf(cell: string): CompletedType | undefined {
  return TYPE_OF_WORD.get(foldIdentifier(tidy(restoreCell(cell))));
}

function dayProblem(value: string): CompletionRowProblem {
  if (value === '') return { code: 'DAY_MISSING', params: {} };
  const [day, other] = suggestDays(value);
  return other ? { code: 'DAY_AMBIGUOUS', params: { value: shown(value), candidates: [day!, other] } } : { code: 'DAY_UNREADABLE', params: { value: shown(value), meant: day ?? '' } };
}

/** What is said of a cell need not hold all of it. */
export function shown(value: string): string {
  return value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
}
