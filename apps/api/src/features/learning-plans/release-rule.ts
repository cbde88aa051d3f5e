import { parseCalendarDate, PLAN_LIMITS, type ReleaseRule } from '@milepost/domain';

const counted = new Set(['AFTER_ENROLLMENT', 'AFTER_PREVIOUS_RELEASED', 'AFTER_PREVIOUS_COMPLETED']);

/** A release rule that came as JSON; undefined when it is none. */
export function checkReleaseRule(json: unknown): ReleaseRule | undefined {
  if (json === null || typeof json !== 'object') return undefined;
  const { kind, date, days } = json as { kind?: unknown; date?: unknown; days?: unknown };
  if (kind === 'IMMEDIATE' || kind === 'MANUAL') return { kind };
  if (kind === 'ON') {
    const day = typeof date === 'string' ? parseCalendarDate(date) : undefined;
    return day ? { kind, date: day } : undefined;
  }
  if (typeof kind !== 'string' || !counted.has(kind)) return undefined;
  const isCount = typeof days === 'number' && Number.isInteger(days) && days >= 0 && days <= PLAN_LIMITS.days;
  return isCount ? ({ kind, days } as ReleaseRule) : undefined;
}
