import { compareInstants, dateIn, type CalendarDate, type Instant } from '../shared/calendar.ts';
import { isAssignment } from './source-kinds.ts';
import type { CompletionClass, Source } from './standing-input.ts';

/** When something was completed: the day, and the moment where it is known. */
export interface CompletionTime {
  readonly on: CalendarDate;
  readonly at: Instant | null;
}

/**
 * Whether a completion is assigned study or self-learning (S1–S10): assigned, if an assignment that was made before
 * it was live when it became true. Valid time decides, not when either was recorded; on one calendar day the
 * assignment comes first, unless the moments of both are known (S7b).
 */
export function classifyCompletion(completed: CompletionTime, sources: readonly Source[], zone: string): CompletionClass {
  const assigned = sources.some((source) =>
    isAssignment(source.kind) && source.suppressed !== true && beganBy(source.from, completed, zone) && !endedBy(source.to ?? null, completed, zone));
  return assigned ? 'ASSIGNED' : 'SELF';
}

function beganBy(from: Instant, { on, at }: CompletionTime, zone: string): boolean {
  return at === null ? dateIn(from, zone) <= on : compareInstants(from, at) <= 0;
}

/** An assignment that ended on the very day was live on it, unless the moments tell otherwise. */
function endedBy(to: Instant | null, { on, at }: CompletionTime, zone: string): boolean {
  if (to === null) return false;
  return at === null ? dateIn(to, zone) < on : compareInstants(to, at) <= 0;
}
