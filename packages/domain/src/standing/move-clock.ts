import { compareDates, compareInstants, dateIn, instantAt, type CalendarDate, type Instant } from '../shared/calendar.ts';
import type { FactId, LearningObjectId } from '../shared/ids.ts';
import type { CompletionFact, Situation } from './standing-input.ts';

/**
 * A situation as it was or would be at another moment (ambition 10): what was done later is not done yet, and what is supposed to be done by then is.
 * Progress within an item that was begun earlier is kept as it is now: how far it was on that day nobody knows. At its own moment, with nothing supposed, it is
 * the very same, so that its standing is the one that the product shows. Overrides, sources and releases by hand carry their own dates.
 *
 * @param supposed content by the day on which it is supposed to be completed
 */
export function moveClock(situation: Situation, now: Instant, supposed: ReadonlyMap<string, CalendarDate>): Situation {
  if (now === situation.now && supposed.size === 0) return situation;
  const { zone } = situation.person;
  const day = dateIn(now, zone);
  const isBack = compareInstants(now, situation.now) < 0;
  const known = ({ completedOn }: { readonly completedOn: CalendarDate }): boolean => !isBack || compareDates(completedOn, day) <= 0;
  const begun = (at: Instant | null | undefined): boolean => !isBack || at == null || compareInstants(at, now) <= 0;
  return {
    ...situation,
    now,
    facts: [...situation.facts.filter(known), ...[...supposed].filter(([, on]) => compareDates(on, day) <= 0).map(([id, on]) => supposedFact(id, on, zone))],
    planFacts: situation.planFacts.filter(known),
    revocations: situation.revocations.filter(({ at }) => begun(at)),
    itemStates: situation.itemStates.filter(({ startedAt, lastActivityAt }) => begun(startedAt ?? lastActivityAt)),
  };
}

function supposedFact(id: string, completedOn: CalendarDate, zone: string): CompletionFact {
  const completedAt = instantAt(completedOn, '12:00', zone);
  return { id: `supposed ${id}` as FactId, learningObjectId: id as LearningObjectId, completedOn, completedAt, recordedAt: completedAt, origin: 'AUTO' };
}
