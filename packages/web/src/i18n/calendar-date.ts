const dayMs = 86_400_000;

/** The calendar date (`YYYY-MM-DD`) that `instant` falls on in `timeZone` (IANA). */
export function calendarDateIn(timeZone: string, instant: Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(instant);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** What a clock in `timeZone` (IANA) shows at `instant`, as date fields write it: `YYYY-MM-DDTHH:MM`. */
export function clockIn(timeZone: string, instant: Date): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);
  return `${calendarDateIn(timeZone, instant)}T${time}`;
}

/** Whole days from one calendar date to another; negative if `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

/** Whether two zones show the same wall clock at `instant`, whatever they are called. */
export function sameClock(a: string, b: string, instant: Date): boolean {
  if (a === b) return true;
  const clock = (timeZone: string) =>
    new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' }).format(instant);
  return clock(a) === clock(b);
}
