import { compareDates, dateIn, parseCalendarDate, type CalendarDate, type Instant } from '../shared/calendar.ts';
import { sayMessage, type Catalog, type Language, type Message } from '../shared/message.ts';
import { refuse, succeed, type Result } from '../shared/result.ts';

/** What a day on which something is said to have been completed is held against. */
export interface CompletionDayContext {
  /** IANA time zone of the person: their day counts, not that of whoever records it (X9). */
  readonly zone: string;
  readonly hiredOn?: CalendarDate | null;
  /** The day on which the content or plan came to be, in UTC. */
  readonly existsSince?: CalendarDate | null;
  readonly now: Instant;
}

export type CompletionDayProblemShapes = {
  COMPLETION_DAY_INVALID: { readonly value: string };
  COMPLETION_DAY_AHEAD: { readonly date: string; readonly today: string };
};
export type CompletionDayProblem = Message<CompletionDayProblemShapes>;

/** What is odd about a day and may be right all the same. */
export type CompletionDayWarning = 'BEFORE_HIRE' | 'BEFORE_ITEM';

export interface CheckedCompletionDay {
  readonly on: CalendarDate;
  readonly warnings: readonly CompletionDayWarning[];
}

/**
 * Checks the day of a completion that somebody else records: a day that exists, not after the person's today (U11, X9). A day before
 * they were hired or before the thing existed is let through with a warning: records from before are what this is for.
 */
export function checkCompletionDay(value: string, { zone, hiredOn, existsSince, now }: CompletionDayContext): Result<CheckedCompletionDay, CompletionDayProblem> {
  const on = parseCalendarDate(value);
  if (on === undefined) return refuse({ code: 'COMPLETION_DAY_INVALID', params: { value } });
  const today = dateIn(now, zone);
  if (compareDates(on, today) > 0) return refuse({ code: 'COMPLETION_DAY_AHEAD', params: { date: on, today } });
  const isBefore = (day: CalendarDate | null | undefined): boolean => day != null && compareDates(on, day) < 0;
  return succeed({ on, warnings: [...(isBefore(hiredOn) ? (['BEFORE_HIRE'] as const) : []), ...(isBefore(existsSince) ? (['BEFORE_ITEM'] as const) : [])] });
}

/** Says what is wrong with the day of a completion. */
export function sayCompletionDayProblem(problem: CompletionDayProblem, language: Language): string {
  return sayMessage(completionDayProblemCatalog, problem, language);
}

/** What is wrong with the day of a completion. */
export const completionDayProblemCatalog: Catalog<CompletionDayProblemShapes> = {
  COMPLETION_DAY_INVALID: {
    en: ({ value }) => `“${value}” is not a day. Write it as year-month-day, such as 2026-03-31.`,
    'zh-CN': ({ value }) => `“${value}”不是有效日期。请按“年-月-日”填写，例如 2026-03-31。`,
  },
  COMPLETION_DAY_AHEAD: {
    en: ({ date, today }, say) => `${say.date(date)} lies ahead: where this person is, it is ${say.date(today)}. Choose that day or an earlier one.`,
    'zh-CN': ({ date, today }, say) => `${say.date(date)}是未来日期：此人所在时区今天是${say.date(today)}。请选择当天或更早的日期。`,
  },
};
