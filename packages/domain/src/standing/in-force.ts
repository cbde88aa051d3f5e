import { compareInstants, dateIn, type CalendarDate, type Instant } from '../shared/calendar.ts';
import type { Decimal } from '../shared/decimal.ts';
import type { Dated, Override, Situation, Source } from './standing-input.ts';

/** Whether something dated is in force at a moment: from its start on, up to but not at its end. */
export function isInForce({ from, to }: Dated, moment: Instant): boolean {
  return compareInstants(from, moment) <= 0 && (to == null || compareInstants(moment, to) < 0);
}

/** The sources that hold a person in the plan at a moment: those taken away by hand do not (2.5). */
export function liveSources(sources: readonly Source[], moment: Instant): readonly Source[] {
  return sources.filter((source) => source.suppressed !== true && isInForce(source, moment));
}

/** What an admin has changed about one milestone (L41–L43), as far as it is in force. */
export interface MilestoneChanges {
  readonly waivedOn: CalendarDate | null;
  readonly adjustedUnits: { readonly units: Decimal; readonly on: CalendarDate } | null;
}

export const NO_CHANGES: MilestoneChanges = { waivedOn: null, adjustedUnits: null };

/** The changes in force now, by milestone. Of several waivers the first counts, of several adjustments the latest. */
export function changesByMilestone({ overrides, person, now }: Situation): ReadonlyMap<string, MilestoneChanges> {
  const changes = new Map<string, MilestoneChanges>();
  for (const override of oldestFirst(overrides)) {
    if (!isInForce(override, now)) continue;
    const on = () => dateIn(override.from, person.zone);
    if (override.act === 'WAIVE') {
      const before = changes.get(override.milestoneKey) ?? NO_CHANGES;
      changes.set(override.milestoneKey, { ...before, waivedOn: before.waivedOn ?? on() });
    }
    if (override.act === 'ADJUST_UNITS') {
      const before = changes.get(override.milestoneKey) ?? NO_CHANGES;
      changes.set(override.milestoneKey, { ...before, adjustedUnits: { units: override.units, on: on() } });
    }
  }
  return changes;
}

/** A due date that an admin has set for this person. */
export type DueChange = Extract<Override, { act: 'ADJUST_DUE' }>;

/** The latest change of a due date in force at a moment; without a key: of the plan's. */
export function dueChange(overrides: readonly Override[], milestoneKey: string | null, moment: Instant): DueChange | undefined {
  let latest: DueChange | undefined;
  for (const override of oldestFirst(overrides)) {
    if (override.act === 'ADJUST_DUE' && (override.milestoneKey ?? null) === milestoneKey && isInForce(override, moment)) latest = override;
  }
  return latest;
}

function oldestFirst(overrides: readonly Override[]): readonly Override[] {
  if (overrides.length < 2) return overrides;
  // Equal moments are told apart by content, so that the order of the list means nothing.
  return [...overrides].sort((a, b) => compareInstants(a.from, b.from) || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
