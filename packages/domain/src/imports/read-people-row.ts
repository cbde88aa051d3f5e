import { PERSON_LIMITS, type ImportedPerson } from '../people/person.ts';
import { isTimeZone, parseCalendarDate, type CalendarDate } from '../shared/calendar.ts';
import { refuse, succeed, type Result } from '../shared/result.ts';
import { hasControlCharacters, lengthBeyond, tidy } from '../shared/text.ts';
import { restoreCell } from './csv-cell.ts';
import type { PeopleColumn, PeopleColumnPlaces, PersonPatch, RowProblem, RowProblemShapes } from './people-import.ts';

/**
 * Reads one row: what it says of a person, column by column, tidied. An empty cell clears its field; a column that
 * the file does not have says nothing. Refuses with all that is wrong in it, each with its column.
 */
export function readPeopleRow(cells: readonly string[], places: PeopleColumnPlaces, width: number): Result<PersonPatch, readonly RowProblem[]> {
  // A file often ends its rows with empty cells that the header does not have.
  const found = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (found > width) return refuse([{ code: 'TOO_MANY_CELLS', params: { expected: width, found }, column: null }]);
  if (cells.length < width) return refuse([{ code: 'TOO_FEW_CELLS', params: { expected: width, found: cells.length }, column: null }]);
  const row = new RowReader(cells, places);
  const person = row.read();
  if (person.employeeNumber == null && person.email == null && row.problems.length === 0) row.report('MISSING_IDENTIFIER', null, {});
  return row.problems.length === 0 ? succeed(person) : refuse(row.problems);
}

/** Excel writes long numbers so: the number that was meant is lost. */
const SCIENTIFIC = /^\d+([.,]\d+)?E\+\d+$/i;
const EMAIL = /^[^\s@<>(),;:"\\[\]]{1,64}@[^\s@<>(),;:"\\[\]/.]+(\.[^\s@<>(),;:"\\[\]/.]+)+$/u;

class RowReader {
  readonly problems: RowProblem[] = [];
  private readonly cells: readonly string[];
  private readonly places: PeopleColumnPlaces;

  constructor(cells: readonly string[], places: PeopleColumnPlaces) {
    this.cells = cells;
    this.places = places;
  }

  read(): PersonPatch {
    const person: { -readonly [F in keyof ImportedPerson]?: ImportedPerson[F] } = {};
    if (this.has('employeeNumber')) person.employeeNumber = this.number('employeeNumber');
    if (this.has('email')) person.email = this.email();
    if (this.has('externalId')) person.externalId = this.number('externalId');
    if (this.has('name')) person.displayName = this.name();
    if (this.has('departmentPath')) person.departmentPath = this.departmentPath();
    if (this.has('position')) person.position = this.text('position', PERSON_LIMITS.positionName);
    if (this.has('jobRole')) person.jobRole = this.text('jobRole', PERSON_LIMITS.jobRoleName);
    if (this.has('managerEmployeeNumber')) person.managerEmployeeNumber = this.number('managerEmployeeNumber');
    if (this.has('language')) person.language = this.language();
    if (this.has('timeZone')) person.timeZone = this.timeZone();
    if (this.has('hireDate')) person.hireDate = this.hireDate();
    if (this.has('partnerAccount')) person.partnerAccount = this.text('partnerAccount', PERSON_LIMITS.partnerAccountName);
    return person;
  }

  report<Code extends keyof RowProblemShapes>(code: Code, column: PeopleColumn | null, params: RowProblemShapes[Code]): void {
    this.problems.push({ code, params, column } as RowProblem);
  }

  private has(column: PeopleColumn): boolean {
    return this.places[column] !== undefined;
  }

  private text(column: PeopleColumn, limit: number): string | null {
    const raw = restoreCell(this.cells[this.places[column] ?? -1] ?? '').normalize('NFC');
    const text = tidy(raw);
    if (hasControlCharacters(raw.trim(), 'ONE_LINE')) this.report('CONTROL_CHARACTERS', column, {});
    const length = lengthBeyond(text, limit);
    if (length !== undefined) this.report('TOO_LONG', column, { limit, length });
    return text === '' ? null : text;
  }

  private number(column: 'employeeNumber' | 'managerEmployeeNumber' | 'externalId'): string | null {
    const value = this.text(column, PERSON_LIMITS[column === 'externalId' ? column : 'employeeNumber']);
    if (value !== null && SCIENTIFIC.test(value)) this.report('SCIENTIFIC_NOTATION', column, { value });
    return value;
  }

  private email(): string | null {
    const value = this.text('email', PERSON_LIMITS.email);
    if (value !== null && !EMAIL.test(value)) this.report('INVALID_EMAIL', 'email', { value });
    return value;
  }

  private name(): string {
    const value = this.text('name', PERSON_LIMITS.displayName);
    if (value === null) this.report('NAME_MISSING', 'name', {});
    return value ?? '';
  }

  private departmentPath(): readonly string[] {
    const value = this.text('departmentPath', (PERSON_LIMITS.departmentName + 3) * PERSON_LIMITS.departmentDepth);
    if (value === null) return [];
    const names = value.split('/').map((name) => name.trim());
    const isBroken = names.includes('') || names.length > PERSON_LIMITS.departmentDepth;
    if (isBroken) this.report('DEPARTMENT_PATH_BROKEN', 'departmentPath', { value });
    for (const name of names) {
      const length = lengthBeyond(name, PERSON_LIMITS.departmentName);
      if (length !== undefined) this.report('TOO_LONG', 'departmentPath', { limit: PERSON_LIMITS.departmentName, length });
    }
    return names;
  }

  private language(): string | null {
    const value = this.text('language', PERSON_LIMITS.language);
    if (value === null) return null;
    const tag = knownLanguage(value);
    if (tag === undefined) this.report('UNKNOWN_LANGUAGE', 'language', { value });
    return tag ?? null;
  }

  private timeZone(): string | null {
    const value = this.text('timeZone', PERSON_LIMITS.timeZone);
    if (value === null) return null;
    if (!isTimeZone(value)) this.report('UNKNOWN_TIME_ZONE', 'timeZone', { value });
    return zonesByFold.get(value.toLowerCase()) ?? value;
  }

  private hireDate(): CalendarDate | null {
    const value = this.text('hireDate', PERSON_LIMITS.date);
    if (value === null) return null;
    const date = parseCalendarDate(value);
    if (date === undefined) this.report('BAD_DATE_FORMAT', 'hireDate', { value });
    return date ?? null;
  }
}

const zonesByFold = new Map(Intl.supportedValuesOf('timeZone').map((zone) => [zone.toLowerCase(), zone]));
const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** 'zh_cn' is 'zh-CN'; undefined for tags that nobody speaks. */
function knownLanguage(value: string): string | undefined {
  try {
    const [tag] = Intl.getCanonicalLocales(value.replace(/_/g, '-'));
    return tag !== undefined && languageNames.of(tag) !== undefined ? tag : undefined;
  } catch {
    return undefined;
  }
}
