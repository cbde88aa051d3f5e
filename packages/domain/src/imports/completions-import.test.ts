import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AddedCompletionSituation } from '../progress/classify-completions.ts';
import { calendarDate, instant, parseCalendarDate } from '../shared/calendar.ts';
import { expectCatalogIsComplete } from '../shared/catalog.testing.ts';
import type { PersonId } from '../shared/ids.ts';
import { classifyImportedCompletion, CompletionRows, type CompletedItem } from './classify-completion-rows.ts';
import { columnOfCompletionProblem, completionFileCatalog, fileOfCompletionsCatalog, type CompletionRowProblem } from './completion-import-messages.ts';
import type { ListedPerson } from './listed-people.ts';
import { completionsTemplate, readCompletionsHeader } from './read-completions-file.ts';
import { suggestDays } from './suggest-day.ts';

const person = (identifier: string, status: ListedPerson['status'] = 'ACTIVE'): ListedPerson => ({ id: `id ${identifier}` as PersonId, identifier, displayName: `Person ${identifier}`, status });
const people = [person('mia@firm.test'), person('bob@firm.test'), person('gone@firm.test', 'LEFT')];
const item = (id: string, type: CompletedItem['type'], name: string): CompletedItem => ({ id, type, name, existsSince: calendarDate('2020-01-01') });
const items = [item('c1', 'COURSE', 'Fire safety'), item('m1', 'MODULE', 'Extinguishers'), item('c2', 'COURSE', 'First aid'), item('c3', 'COURSE', 'First  Aid'), item('p1', 'PLAN', '新员工')];
const rows = (again = false) => new CompletionRows({ by: 'EMAIL', people, items, again });
const match = (...cells: string[]) => rows().match(2, cells, 5);
const told = (problems: readonly CompletionRowProblem[]) => problems.map(({ code, params }) => ('meant' in params && params.meant ? `${code} ${String(params.meant)}` : code));

describe('a row of a file of completions', () => {
  test.each<[string, string[], string]>([
    ['as the template says', ['mia@firm.test', 'course', 'Fire safety', '2026-03-05'], 'c1 2026-03-05'],
    ['in any case, with white space [U16]', [' MIA@firm.test ', ' Course ', 'fire  SAFETY', ' 2026-03-05 '], 'c1 2026-03-05'],
    ['with Chinese words', ['mia@firm.test', '计划', '新员工', '2026-03-05'], 'p1 2026-03-05'],
    ['by the id of what is completed', ['mia@firm.test', 'course', 'c2', '2026-03-05'], 'c2 2026-03-05'],
    ['with what was wrong before in column E [X29]', ['mia@firm.test', 'module', 'Extinguishers', '2026-03-05', 'The date is missing.'], 'm1 2026-03-05'],
  ])('%s is read', (_, cells, meant) => {
    const { meant: found, problems } = match(...cells);
    expect(problems).toEqual([]);
    expect(`${found?.item.id} ${found?.day}`).toBe(meant);
  });

  test.each<[string, string[], string[]]>([
    ['somebody unknown, with who is nearest', ['mja@firm.test', 'course', 'Fire safety', '2026-03-05'], ['PERSON_UNKNOWN mia@firm.test']],
    ['nobody', ['', 'course', 'Fire safety', '2026-03-05'], ['EMAIL_MISSING']],
    ['somebody who left', ['gone@firm.test', 'course', 'Fire safety', '2026-03-05'], ['PERSON_LEFT']],
    ['an unknown type', ['mia@firm.test', 'corse', 'Fire safety', '2026-03-05'], ['TYPE_UNKNOWN course']],
    ['no type', ['mia@firm.test', '', 'Fire safety', '2026-03-05'], ['TYPE_MISSING']],
    ['an unknown name', ['mia@firm.test', 'course', 'Fire safty', '2026-03-05'], ['ITEM_UNKNOWN Fire safety']],
    ['no name', ['mia@firm.test', 'course', '', '2026-03-05'], ['ITEM_NAME_MISSING']],
    ['another type', ['mia@firm.test', 'module', 'Fire safety', '2026-03-05'], ['ITEM_OF_OTHER_TYPE']],
    ['a name that two have', ['mia@firm.test', 'course', 'First aid', '2026-03-05'], ['ITEM_AMBIGUOUS']],
    ['no date', ['mia@firm.test', 'course', 'Fire safety'], ['DAY_MISSING']],
    ['slashes', ['mia@firm.test', 'course', 'Fire safety', '2026/3/5'], ['DAY_UNREADABLE 2026-03-05']],
    ['day and month that cannot be told apart', ['mia@firm.test', 'course', 'Fire safety', '5.3.2026'], ['DAY_AMBIGUOUS']],
    ['a spreadsheet’s number', ['mia@firm.test', 'course', 'Fire safety', '46086'], ['DAY_UNREADABLE 2026-03-05']],
    ['30 February', ['mia@firm.test', 'course', 'Fire safety', '2026-02-30'], ['DAY_UNREADABLE']],
    ['an example of the template [U19]', [...(completionsTemplate('EMAIL', 'zh-CN')[2] ?? [])], ['PLACEHOLDER_LEFT']],
    ['half a surrogate', ['mia@firm.test', 'course', 'Fire\ud83d', '2026-03-05'], ['TEXT_UNREADABLE']],
    ['an endless cell', ['mia@firm.test', 'course', 'x'.repeat(501), '2026-03-05'], ['CELL_TOO_LONG']],
    ['too many cells', ['mia@firm.test', 'course', 'Fire safety', '2026-03-05', '', 'x'], ['ROW_TOO_WIDE']],
    ['all at once', ['x', 'y', '', 'z'], ['PERSON_UNKNOWN', 'TYPE_UNKNOWN', 'ITEM_NAME_MISSING', 'DAY_UNREADABLE']],
  ])('with %s is an error that says so', (_, cells, problems) => {
    const found = match(...cells);
    expect(found.meant).toBeNull();
    expect(told(found.problems)).toEqual(problems);
  });

  test('what stands there a second time is an error, and with another day is completed by the first row [2.2]', () => {
    const cells = ['mia@firm.test', 'course', 'Fire safety'];
    const read = (again: boolean) => {
      const file = rows(again);
      return ['2026-03-05', '2026-03-06', '2026-03-05', '2026-03-06'].map((day, index) => {
        const { meant, follows, problems } = file.match(index + 2, [...cells, day], 4);
        return [meant !== null, follows, ...problems.map(({ code, params }) => `${code} ${'firstRow' in params ? params.firstRow : ''}`)];
      });
    };
    const doubled = [[false, false, 'ROW_DUPLICATED 2'], [false, false, 'ROW_DUPLICATED 3']];
    expect(read(false)).toEqual([[true, false], [true, true, 'COMPLETED_IN_ROW 2'], ...doubled]);
    expect(read(true)).toEqual([[true, false], [true, false], ...doubled]);
  });

  test('every problem that concerns a cell says which column it stands in', () => {
    const columns = match('x', 'y', '', 'z').problems.map(columnOfCompletionProblem);
    expect(columns).toEqual(['identifier', 'type', 'name', 'date']);
    expect(match('mia@firm.test', 'course', 'Fire\ud83d', '2026-03-05').problems.map(columnOfCompletionProblem)).toEqual(['name']);
  });
});

describe('what a row comes to [U22, U23, X9]', () => {
  const situation = (more: Partial<AddedCompletionSituation> = {}): AddedCompletionSituation => ({ zone: 'Europe/Berlin', hiredOn: null, completed: false, sameDay: false, ...more });
  const classify = (day: string, situated: AddedCompletionSituation | undefined, again = false) => {
    const { class: name, problems } = classifyImportedCompletion(match('mia@firm.test', 'course', 'Fire safety', day), situated, { again, now: instant('2026-03-05T23:30:00Z') });
    return [name, ...told(problems)];
  };

  test.each<[string, unknown, unknown[]]>([
    ['is new', classify('2026-03-05', situation()), ['NEW']],
    ['of today where the person is, is new [X9]', classify('2026-03-06', situation()), ['NEW']],
    ['of tomorrow where the person is, is an error [X9]', classify('2026-03-06', situation({ zone: 'America/New_York' })), ['ERROR', 'COMPLETION_DAY_AHEAD']],
    ['from before the person was hired is new, and says so', classify('2026-03-05', situation({ hiredOn: calendarDate('2026-04-01') })), ['NEW', 'BEFORE_HIRE']],
    ['from before there was the course is new, and says so', classify('2019-03-05', situation()), ['NEW', 'BEFORE_ITEM']],
    ['of who has completed it is no new one', classify('2026-03-05', situation({ completed: true })), ['ALREADY_COMPLETED']],
    ['of who has completed it is a further one where that is wanted', classify('2026-03-05', situation({ completed: true }), true), ['NEW']],
    ['of the same day never is', classify('2026-03-05', situation({ completed: true, sameDay: true }), true), ['ALREADY_COMPLETED']],
    ['of somebody who is gone meanwhile is an error', classify('2026-03-05', undefined), ['ERROR']],
  ])('a completion %s', (_, found, wanted) => expect(found).toEqual(wanted));
});

describe('the first row of a file', () => {
  test.each([
    ['our template by e-mail', completionsTemplate('EMAIL', 'en')[0], { hasHeader: true, width: 4 }],
    ['our template in Chinese', completionsTemplate('EMAIL', 'zh-CN')[0], { hasHeader: true, width: 4 }],
    ['with a column of reasons [X29]', ['EMAIL', 'Training Type', 'Name', 'DATE (yyyy-mm-dd)', 'What is wrong'], { hasHeader: true, width: 5 }],
    ['no header', ['mia@firm.test', 'course', 'Fire safety', '2026-03-05'], { hasHeader: false, width: 5 }],
  ])('is understood: %s', (_, cells, header) => expect(readCompletionsHeader(cells, 'EMAIL')).toEqual({ ok: true, value: header }));

  test.each([
    ['in another order [U15]', ['Email', 'Name', 'Training type', 'Date'], 'COMPLETION_COLUMNS'],
    ['with a column that nobody knows', ['Email', 'Training type', 'Name', 'Date', 'Notes'], 'COMPLETION_COLUMNS'],
    ['by another identifier [X5]', completionsTemplate('EMPLOYEE_NUMBER', 'en')[0], 'OTHER_IDENTIFIER'],
    ['empty', [''], 'COMPLETION_COLUMNS'],
  ])('is refused %s', (_, cells, code) => expect(readCompletionsHeader(cells, 'EMAIL')).toMatchObject({ ok: false, problem: { code } }));
});

test('a suggested day is a day, and year-month-day in other signs is always found again [U18]', () => {
  expect(suggestDays('31.12.2025')).toEqual(['2025-12-31']);
  expect(suggestDays('2026年3月5日')).toEqual(['2026-03-05']);
  fc.assert(fc.property(fc.string(), (text) => expect(suggestDays(text).every((day) => parseCalendarDate(day) === day)).toBe(true)));
  fc.assert(
    fc.property(fc.date({ min: new Date('1955-01-01'), max: new Date('2170-01-01'), noInvalidDate: true }), fc.constantFrom('/', '.'), (date, sign) => {
      const day = date.toISOString().slice(0, 10);
      expect(suggestDays(day.replaceAll('-', sign))).toEqual([day]);
      expect(suggestDays(`${day.slice(8)}${sign}${day.slice(5, 7)}${sign}${day.slice(0, 4)}`)).toContain(day);
    }),
  );
});

test('whatever stands in a row, it is read, and has a meaning or a reason', () => {
  const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('mia@firm.test', 'course', 'Fire safety', '2026-03-05', '=1+1', "'"));
  fc.assert(fc.property(fc.array(cell, { maxLength: 7 }), (cells) => expect(match(...cells).meant !== null).toBe(match(...cells).problems.length === 0)));
});

test('every problem is said in both languages', () => {
  const meant = (value: string) => [{ value, meant: '' }, { value, meant: 'y' }];
  const candidates = ['a', 'b'];
  expectCatalogIsComplete(fileOfCompletionsCatalog, {
    PERSON_UNKNOWN: meant('x'), TYPE_MISSING: {}, TYPE_UNKNOWN: meant('x'), ITEM_NAME_MISSING: {}, ITEM_UNKNOWN: meant('x'), ITEM_OF_OTHER_TYPE: { value: 'x', type: 'course' },
    ITEM_AMBIGUOUS: { value: 'x', candidates }, DAY_MISSING: {}, DAY_UNREADABLE: meant('x'), DAY_AMBIGUOUS: { value: 'x', candidates }, PLACEHOLDER_LEFT: {},
    ROW_DUPLICATED: { firstRow: 2 }, COMPLETED_IN_ROW: { firstRow: 2 }, TEXT_UNREADABLE: { column: 'name' }, CELL_TOO_LONG: { column: 'date', limit: 5 },
    ROW_TOO_WIDE: { found: 9, expected: 4 }, BEFORE_HIRE: {}, BEFORE_ITEM: {},
  });
  expectCatalogIsComplete(completionFileCatalog, { COMPLETION_COLUMNS: { found: ['a'] }, OTHER_IDENTIFIER: { found: 'a' } });
});
