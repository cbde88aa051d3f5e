import { calendarDate, daysBetween, type CalendarDate } from '../shared/calendar.ts';
import { NumberTable } from './number-table.ts';

/** More days than there are up to the year 9999. */
const DAYS = 2 ** 22;
const FIRST_DAY = calendarDate('0001-01-01');
const ROWS_AT_FIRST = 1_024;

/** Which rows of a file have said what already, in some thirty bytes a row. */
export class RowsBefore {
  private readonly numbers = new Map<string, number>();
  /** By person and thing: the first row. */
  private readonly first = new NumberTable();
  private dayOfFirst = new Uint32Array(ROWS_AT_FIRST);
  /** By first row and day: the row, where it is not the first. */
  private readonly others = new NumberTable();

  /** The first row that says of the same person the same thing, and whether of the same day, when that row is told instead; undefined: this is the first. */
  note(row: number, personId: string, itemId: string, day: CalendarDate): { readonly row: number; readonly isSame: boolean } | undefined {
    const pair = this.numberOf(personId) * 2 ** 26 + this.numberOf(itemId);
    const dayNumber = daysBetween(FIRST_DAY, day);
    const first = this.first.get(pair);
    if (first === undefined) {
      this.first.set(pair, row);
      this.keepDay(row, dayNumber);
      return undefined;
    }
    if (this.dayOfFirst[first] === dayNumber) return { row: first, isSame: true };
    const same = this.others.get(first * DAYS + dayNumber);
    if (same !== undefined) return { row: same, isSame: true };
    this.others.set(first * DAYS + dayNumber, row);
    return { row: first, isSame: false };
  }

  private numberOf(id: string): number {
    const known = this.numbers.get(id) ?? this.numbers.size;
    this.numbers.set(id, known);
    return known;
  }

  private keepDay(row: number, day: number): void {
    if (row >= this.dayOfFirst.length) {
      const longer = new Uint32Array(Math.max(row + 1, this.dayOfFirst.length * 2));
      longer.set(this.dayOfFirst);
      this.dayOfFirst = longer;
    }
    this.dayOfFirst[row] = day;
  }
}
