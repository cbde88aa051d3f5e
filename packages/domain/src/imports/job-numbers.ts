import type { PersonId } from '../shared/ids.ts';
import { sayMessage, type Catalog, type Language, type Message } from '../shared/message.ts';
import { foldIdentifier, hasControlCharacters, tidy } from '../shared/text.ts';
import { restoreCell } from './csv-cell.ts';

export type JobNumberProblemShapes = {
  NUMBER_MISSING: {};
  NUMBER_SHORTENED: { value: string; meant: string };
  NUMBER_DOUBLED: { value: string; firstRow: number };
  NUMBER_UNKNOWN: { value: string; meant: string };
  NUMBER_AMBIGUOUS: { value: string; candidates: readonly string[] };
  PERSON_LEFT: { value: string; name: string };
  ZEROS_RESTORED: { value: string; meant: string };
  PERSON_AWAY: { name: string };
};

/** What is wrong with a row, or was mended in it; which of the two, its state says. */
export type JobNumberProblem = Message<JobNumberProblemShapes>;

/** Somebody with a job number. */
export interface NumberedPerson {
  readonly id: PersonId;
  readonly employeeNumber: string;
  readonly displayName: string;
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'LEFT';
}

/** What a row of a list of job numbers comes to: whom it means, or why that cannot be told. */
export interface JobNumberRow {
  /** Its number in the file, from 1. */
  readonly row: number;
  readonly value: string;
  readonly person: NumberedPerson | null;
  /** An error where there is no person; else what was mended, and what is to be known of them. */
  readonly problems: readonly JobNumberProblem[];
}

/** Spreadsheets write long numbers so: the digits behind are lost. */
const SHORTENED = /^(\d)(?:[.,](\d+))?E\+?(\d{1,3})$/i;
const CANDIDATES_NAMED = 3;
const LONGEST = 100;

/**
 * Finds the people whom a list of job numbers means (D26). Case, width and white space do not matter; zeros that a spreadsheet took away
 * in front are put back where only one person can be meant. A number in scientific notation, an empty cell, a number that stands twice,
 * that nobody has, or of somebody who left is an error, with what may have been meant.
 *
 * @param firstRow the number that the first cell's row has in the file
 */
export function findByJobNumber(cells: readonly string[], people: readonly NumberedPerson[], firstRow: number): readonly JobNumberRow[] {
  const known = new KnownNumbers(people);
  const seen = new Map<PersonId, number>();
  return cells.map((cell, index) => {
    const row = index + firstRow;
    // An apostrophe in front is how spreadsheets are told that a number is text.
    const value = shorten(tidy(restoreCell(cell).normalize('NFC')).replace(/^'(?=.)/, ''));
    const found = known.find(value);
    if (!found.person) return { row, value, person: null, problems: found.problems };
    const { person } = found;
    const before = seen.get(person.id);
    if (before !== undefined) return { row, value, person: null, problems: [{ code: 'NUMBER_DOUBLED', params: { value, firstRow: before } }] };
    seen.set(person.id, row);
    if (person.status === 'LEFT') return { row, value, person: null, problems: [{ code: 'PERSON_LEFT', params: { value, name: person.displayName } }] };
    const away: JobNumberProblem[] = person.status === 'SUSPENDED' ? [{ code: 'PERSON_AWAY', params: { name: person.displayName } }] : [];
    return { row, value, person, problems: [...found.problems, ...away] };
  });
}

/** A problem of a row in words. */
export function sayJobNumberProblem(problem: JobNumberProblem, language: Language): string {
  return sayMessage(jobNumberCatalog, problem, language);
}

interface Found {
  readonly person: NumberedPerson | null;
  readonly problems: readonly JobNumberProblem[];
}

class KnownNumbers {
  private readonly exact = new Map<string, NumberedPerson>();
  private readonly withoutZeros = new Map<string, NumberedPerson[]>();
  private readonly bare = new Map<string, NumberedPerson[]>();

  constructor(people: readonly NumberedPerson[]) {
    for (const person of people) {
      const key = foldIdentifier(person.employeeNumber);
      this.exact.set(key, person);
      add(this.withoutZeros, stripZeros(key), person);
      add(this.bare, stripSigns(key), person);
    }
  }

  find(value: string): Found {
    if (value === '' || hasControlCharacters(value, 'ONE_LINE')) return refused({ code: 'NUMBER_MISSING', params: {} });
    const key = foldIdentifier(value);
    const person = this.exact.get(key);
    if (person) return { person, problems: [] };
    const shortened = SHORTENED.exec(value);
    if (shortened) return refused({ code: 'NUMBER_SHORTENED', params: { value, meant: nameOnly(this.startingWith(shortened)) } });
    const [restored, ...others] = /^\d+$/.test(key) ? (this.withoutZeros.get(stripZeros(key)) ?? []) : [];
    if (restored && others.length === 0) return { person: restored, problems: [{ code: 'ZEROS_RESTORED', params: { value, meant: restored.employeeNumber } }] };
    if (restored) return refused({ code: 'NUMBER_AMBIGUOUS', params: { value, candidates: [restored, ...others].slice(0, CANDIDATES_NAMED).map((each) => each.employeeNumber) } });
    return refused({ code: 'NUMBER_UNKNOWN', params: { value, meant: nameOnly(this.bare.get(stripSigns(key)) ?? []) } });
  }

  /** Those whose number a spreadsheet would have shortened to this. */
  private startingWith([, first = '', rest = '', exponent = '']: RegExpExecArray): NumberedPerson[] {
    const length = Number(exponent) + 1;
    const written = Number(`${first}.${rest}`);
    const isMeant = (key: string): boolean => key.length === length && Number((Number(key) / 10 ** Number(exponent)).toFixed(rest.length)) === written;
    return [...this.withoutZeros].flatMap(([key, people]) => (/^\d+$/.test(key) && isMeant(key) ? people : []));
  }
}

function refused(problem: JobNumberProblem): Found {
  return { person: null, problems: [problem] };
}

/** The number of the one who can be meant; '' where nobody or more than one can. */
function nameOnly(people: readonly NumberedPerson[]): string {
  const [only, second] = people;
  return only && !second ? `${only.employeeNumber} (${only.displayName})` : '';
}

/** No number is that long: what is said of such a cell need not hold all of it. */
function shorten(value: string): string {
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
}

function stripZeros(key: string): string {
  return key.replace(/^0+(?=.)/, '');
}

function stripSigns(key: string): string {
  return stripZeros(key.replace(/[^\p{L}\p{N}]/gu, ''));
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** What is wrong with a row of job numbers, and what to do about it. */
export const jobNumberCatalog: Catalog<JobNumberProblemShapes> = {
  NUMBER_MISSING: { en: () => 'This row has no job number. Fill it in, or delete the row.', 'zh-CN': () => '该行没有工号，请填写或删除该行。' },
  NUMBER_SHORTENED: {
    en: (p) => `“${p.value}” is a number that a spreadsheet has shortened. Format the column as text and enter it again.${p.meant ? ` It may be ${p.meant}.` : ''}`,
    'zh-CN': (p) => `“${p.value}”是被电子表格缩写的数字，请将该列设为文本格式后重新填写。${p.meant ? `可能是 ${p.meant}。` : ''}`,
  },
  NUMBER_DOUBLED: {
    en: (p, say) => `“${p.value}” stands in row ${say.number(p.firstRow)} already. That row counts; delete this one.`,
    'zh-CN': (p, say) => `“${p.value}”在第${say.number(p.firstRow)}行已出现，以该行为准，请删除此行。`,
  },
  NUMBER_UNKNOWN: {
    en: (p) => `Nobody in your organization has the job number “${p.value}”. ${p.meant ? `It may be ${p.meant}.` : 'Check it, or import the person first.'}`,
    'zh-CN': (p) => `贵组织中没有工号为“${p.value}”的人员。${p.meant ? `可能是 ${p.meant}。` : '请核对，或先导入该人员。'}`,
  },
  NUMBER_AMBIGUOUS: {
    en: (p, say) => `“${p.value}” may have lost zeros in front: it can be ${say.list(p.candidates, 'or')}. Write it in full.`,
    'zh-CN': (p, say) => `“${p.value}”可能丢失了前导零：可能是${say.list(p.candidates, 'or')}。请填写完整工号。`,
  },
  PERSON_LEFT: {
    en: (p) => `${p.name} (${p.value}) has left. Delete the row, or mark the person as active first.`,
    'zh-CN': (p) => `${p.name}（${p.value}）已离职。请删除该行，或先将该人员设为在职。`,
  },
  ZEROS_RESTORED: { en: (p) => `“${p.value}” was read as ${p.meant}: zeros in front were lost.`, 'zh-CN': (p) => `“${p.value}”丢失了前导零，已按 ${p.meant} 读取。` },
  PERSON_AWAY: { en: (p) => `${p.name} is away and matches no audience until they are back.`, 'zh-CN': (p) => `${p.name}目前停用，恢复之前不会被任何受众选中。` },
};
