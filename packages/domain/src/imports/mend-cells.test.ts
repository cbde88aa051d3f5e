import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDate } from '../shared/calendar.ts';
import type { PersonId } from '../shared/ids.ts';
import { CompletionRows, type CompletedItem } from './classify-completion-rows.ts';
import { COMPLETION_COLUMNS, fixesOf, MendedCells, textOfCell, textsOfCells, type CellMend } from './mend-cells.ts';

const texts = fc.constantFrom('', 'a', ' a ', 'A', "'=a", '=a', 'e\u0301', 'é', 'b\0', 'x'.repeat(600));
const columns = fc.constantFrom(...COMPLETION_COLUMNS);
const mends: fc.Arbitrary<CellMend> = fc.oneof(
  fc.record({ column: columns, to: fc.constantFrom('one', 'two', 'a'), row: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ column: columns, to: fc.constantFrom('one', 'two', 'a'), where: fc.record({ column: columns, says: texts }) }),
);

/** The same, a cell at a time and all mends looked at for each. */
function mendOneByOne(given: readonly CellMend[], row: number, cells: readonly string[]): { readonly cells: readonly string[]; readonly taken: readonly CellMend[] } {
  const says = (column: string): string => textOfCell(cells[COMPLETION_COLUMNS.indexOf(column as 'type')] ?? '');
  const taken = COMPLETION_COLUMNS.map(
    (column) =>
      given.findLast((mend) => mend.column === column && mend.row === row) ??
      given.findLast((mend) => mend.column === column && mend.where && says(mend.where.column) === textOfCell(mend.where.says)),
  );
  return { cells: COMPLETION_COLUMNS.map((_, place) => taken[place]?.to ?? cells[place] ?? ''), taken: taken.filter((each) => each !== undefined) };
}

describe('cells that are mended', () => {
  test('are what the last mend of their row says, else the last for all that say the same, else what the file says; each mend is counted [U24]', () => {
    fc.assert(
      fc.property(fc.array(mends, { maxLength: 6 }), fc.array(fc.array(texts, { maxLength: 5 }), { minLength: 1, maxLength: 5 }), (given, rows) => {
        const mended = new MendedCells(given);
        const taken: CellMend[] = [];
        rows.forEach((cells, index) => {
          const read = mended.mend(index + 1, cells);
          const expected = mendOneByOne(given, index + 1, cells);
          taken.push(...expected.taken);
          expect(COMPLETION_COLUMNS.map((_, place) => read[place] ?? '')).toEqual(expected.cells);
          expect(read.slice(4)).toEqual(cells.slice(4));
          if (expected.taken.length === 0) expect(read).toBe(cells);
        });
        expect(mended.counts()).toEqual(given.map((mend) => taken.filter((each) => each === mend).length));
      }),
    );
  });

  test('say what a reader takes them to say, and nothing that no database keeps', () => {
    expect(textsOfCells([" '=1+1 ", 'a\0  b', 'e\u0301'])).toEqual(["'=1+1", 'a b', 'é', '']);
    expect(textOfCell(`${'x'.repeat(499)}😀`)).toBe(`${'x'.repeat(499)}\ufffd`);
  });
});

describe('what a problem points to', () => {
  const item = (id: string, type: CompletedItem['type'], name: string): CompletedItem => ({ id, type, name, existsSince: calendarDate('2020-01-01') });
  const known = {
    by: 'EMAIL',
    people: [{ id: 'mia' as PersonId, identifier: 'mia@firm.test', displayName: 'Mia', status: 'ACTIVE' }],
    items: [item('c1', 'COURSE', 'Fire safety'), item('c2', 'COURSE', 'First aid'), item('c3', 'COURSE', 'First aid')],
    again: false,
  } as const;

  test.each<[string, string[], number]>([
    ['somebody nearly known', ['mja@firm.test', 'course', 'Fire safety', '2026-03-05'], 1],
    ['a type nearly known', ['mia@firm.test', 'corse', 'Fire safety', '2026-03-05'], 1],
    ['a name nearly known', ['mia@firm.test', 'course', 'Fire safty', '2026-03-05'], 1],
    ['another type', ['mia@firm.test', 'module', 'Fire safety', '2026-03-05'], 1],
    ['a name that two have', ['mia@firm.test', 'course', 'First aid', '2026-03-05'], 2],
    ['a day with slashes', ['mia@firm.test', 'course', 'Fire safety', '2026/3/5'], 1],
    ['a day that can be two', ['mia@firm.test', 'course', 'Fire safety', '5.3.2026'], 2],
    ['nobody', ['', 'course', 'Fire safety', '2026-03-05'], 0],
    ['no day', ['mia@firm.test', 'course', 'Fire safety', ''], 0],
    ['a name like no other', ['mia@firm.test', 'course', 'Qqqqqqqqq', '2026-03-05'], 0],
  ])('%s: each of its fixes mends the row, and every other that says the same [U24]', (_, cells, count) => {
    const found = new CompletionRows(known).match(2, cells, 4);
    const fixes = found.problems.flatMap(fixesOf);
    expect([found.meant, fixes.length]).toEqual([null, count]);
    for (const { column, to, whereSame } of fixes) {
      const says = textsOfCells(cells)[COMPLETION_COLUMNS.indexOf(whereSame)];
      const again = new CompletionRows({ ...known, mends: new MendedCells([{ column, to, where: { column: whereSame, says } }]) });
      const mended = again.match(7, cells, 4);
      expect(mended).toMatchObject({ problems: [], raw: cells });
      expect(mended.meant).not.toBeNull();
      expect(mended.mended?.[COMPLETION_COLUMNS.indexOf(column)]).toBe(to);
    }
  });
});
