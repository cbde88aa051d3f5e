import type { CalendarDate, Instant } from '../shared/calendar.ts';
import { checkCompletionDay } from './completion-day.ts';

/** What decides how a completion that somebody records comes out for one person. */
export interface AddedCompletionSituation {
  readonly zone: string;
  readonly hiredOn: CalendarDate | null;
  /** There is a completion that counts, in the cycle that the person is in. */
  readonly completed: boolean;
  /** There is one of that very day. */
  readonly sameDay: boolean;
}

/** The same for everybody whom an act is for. */
export interface AddedCompletion {
  readonly completedOn: CalendarDate;
  readonly existsSince: CalendarDate | null;
  /** Who has completed it already is to have a further completion. */
  readonly again: boolean;
  readonly now: Instant;
}

export type AddedCompletionClass = 'NEW' | 'NEW_EARLY' | 'ALREADY_COMPLETED' | 'DAY_AHEAD';

/**
 * What recording a completion comes to for one person (U10–U13, U23, X9): nobody completes in their future, who has completed it keeps that, and a day from
 * before they were hired or the thing existed is recorded and pointed out.
 */
export function classifyAddedCompletion(situation: AddedCompletionSituation, { completedOn, existsSince, again, now }: AddedCompletion): AddedCompletionClass {
  const checked = checkCompletionDay(completedOn, { zone: situation.zone, hiredOn: situation.hiredOn, existsSince, now });
  if (!checked.ok) return 'DAY_AHEAD';
  if (situation.sameDay || (situation.completed && !again)) return 'ALREADY_COMPLETED';
  return checked.value.warnings.length > 0 ? 'NEW_EARLY' : 'NEW';
}

export type RevokedCompletionClass = 'REVOKED' | 'NOT_COMPLETED';

/** What taking a completion back comes to for one person (U29): of what is not complete there is nothing to take back. */
export function classifyRevokedCompletion({ completed }: { readonly completed: boolean }): RevokedCompletionClass {
  return completed ? 'REVOKED' : 'NOT_COMPLETED';
}

/** The classes of recording and of taking back for which something is written. */
export const WRITTEN_COMPLETION_CLASSES: ReadonlySet<string> = new Set<AddedCompletionClass | RevokedCompletionClass>(['NEW', 'NEW_EARLY', 'REVOKED']);
