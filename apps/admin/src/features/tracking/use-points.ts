import { parseCalendarDate } from '@milepost/domain';
import { calendarDateIn } from '@milepost/web/i18n/calendar-date.ts';
import { useReaderZone } from '@milepost/web/i18n/reader-zone.tsx';
import { useAddressParams } from '@milepost/web/ui/address-params.ts';
import type { Knowledge } from '../../gql/schema-types.ts';

/** Which of the two points of the page: the day that is looked at, or the one that it is compared with. */
export type PointName = 'on' | 'with';

/** The end of a day, and by which knowledge it is told of. */
export interface Point {
  readonly date: string;
  readonly knowledge: Knowledge;
}

export interface Points {
  /** The day that is looked at; without one in the address the end of last month. */
  readonly on: Point;
  /** What it is compared with; without one in the address today. */
  readonly with: Point;
  readonly today: string;
  change(point: PointName, next: Partial<Point>): void;
}

/** The days of the page as its address says them: `?on=2026-03-31&onKnown=today&with=…&withKnown=then`. */
export function usePoints(): Points {
  const zone = useReaderZone();
  const [address, change] = useAddressParams();
  const today = calendarDateIn(zone, new Date());
  const read = (name: PointName, date: string, knowledge: Knowledge): Point => {
    const asked = parseCalendarDate(address.get(name) ?? '');
    const known = address.get(`${name}Known`);
    return { date: asked && asked <= today ? asked : date, knowledge: known === 'today' ? 'KNOWN_TODAY' : known === 'then' ? 'KNOWN_THEN' : knowledge };
  };
  return {
    on: read('on', lastDayBefore(`${today.slice(0, 7)}-01`), 'KNOWN_THEN'),
    with: read('with', today, 'KNOWN_TODAY'),
    today,
    change: (name, { date, knowledge }) =>
      change((next) => {
        if (date) next.set(name, date);
        if (knowledge) next.set(`${name}Known`, knowledge === 'KNOWN_TODAY' ? 'today' : 'then');
      }),
  };
}

function lastDayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
