import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate } from '../shared/calendar.ts';
import { NumberTable } from './number-table.ts';
import { RowsBefore } from './rows-before.ts';

describe('what rows have said before [2.2]', () => {
  test('is told as a list of all rows tells it', () => {
    const said = fc.record({ person: fc.nat(3), item: fc.nat(2), day: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(said, { maxLength: 60 }), fc.nat(3_000), (rows, offset) => {
        const before = new RowsBefore();
        rows.forEach(({ person, item, day }, index) => {
          const alike = rows.slice(0, index).map((each, place) => ({ ...each, row: place + 1 + offset })).filter((each) => each.person === person && each.item === item);
          const same = alike.find((each) => each.day === day);
          const wanted = alike.length === 0 ? undefined : { row: (same ?? alike[0]).row, isSame: same !== undefined };
          expect(before.note(index + 1 + offset, `person ${person}`, `item ${item}`, addDays(calendarDate('2026-02-27'), day))).toEqual(wanted);
        });
      }),
    );
  });
});

test('a table of numbers keeps what a map keeps', () => {
  const key = fc.oneof(fc.nat(50), fc.maxSafeNat(), fc.nat(2 ** 21).map((high) => high * 2 ** 32));
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.integer({ min: 1, max: 2 ** 32 - 1 })), { minLength: 1, maxLength: 3_000 }), (entries) => {
      const table = new NumberTable();
      const map = new Map<number, number>();
      for (const [at, value] of entries) {
        expect(table.get(at)).toBe(map.get(at));
        table.set(at, value);
        map.set(at, value);
      }
      expect([...map.keys()].map((at) => table.get(at))).toEqual([...map.values()]);
    }),
    { numRuns: 50 },
  );
});
