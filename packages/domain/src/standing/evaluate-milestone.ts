import { compareDates, dateIn, type CalendarDate } from '../shared/calendar.ts';
import { fromScaled } from '../shared/decimal.ts';
import type { LearningObjectId, MilestoneKey } from '../shared/ids.ts';
import type { MilestoneChanges } from './in-force.ts';
import type { ItemMeasure, MilestoneMeasure } from './measure-milestone.ts';
import type { PreparedItem, PreparedMilestone } from './prepare-definition.ts';
import { cappedRatio } from './progress-ratio.ts';
import type { ItemLock, ItemStanding, MilestoneStanding, MilestoneStatus } from './standing.ts';
import type { ItemProgressState, ItemState } from './standing-input.ts';
import type { Release } from './step-release.ts';

/** What a milestone's standing is put together from. */
export interface MilestoneParts {
  readonly milestone: PreparedMilestone;
  readonly measure: MilestoneMeasure;
  readonly changes: MilestoneChanges;
  readonly release: Release;
  readonly lockedBy: readonly MilestoneKey[];
  readonly begun: BegunItems;
  readonly today: CalendarDate;
  readonly displayUnreleasedSteps: 'NONE' | 'TITLES' | 'DETAILS';
}

/** What is known of the beginnings of work. */
export interface BegunItems {
  /** States that belong to the time that counts, by object and exam instance. */
  readonly stateOf: (item: PreparedItem) => ItemState | undefined;
  /** Whether a revoked fact shows that the work was begun. */
  readonly wasBegun: (work: string) => boolean;
}

/** A milestone's standing but for its due date, which follows from those of others. */
export type UndatedMilestone = Omit<MilestoneStanding, 'effectiveDue'>;

/** Puts a milestone's standing together: of the states that hold, the one of highest precedence (2.2). */
export function standMilestone(parts: MilestoneParts): UndatedMilestone {
  const { milestone, measure, changes, release, lockedBy, displayUnreleasedSteps } = parts;
  const { definition, elective } = milestone;
  const items = standItems(parts);
  const waived = changes.waivedOn !== null;
  const earnsNothing = waived && measure.metOn === null;
  const satisfiedOn = elective ? null : firstDay(measure.metOn, changes.waivedOn);
  return {
    key: definition.key,
    status: statusOf(parts, items.some((item) => item.state !== 'NOT_STARTED')),
    elective,
    unitsRequired: fromScaled(measure.required),
    unitsEarned: fromScaled(earnsNothing ? 0n : measure.earned),
    progress: elective ? null : satisfiedOn !== null ? 1 : cappedRatio(measure.earned, measure.required),
    waived,
    satisfiedOn,
    metOn: measure.metOn,
    lockedBy,
    released: release.released,
    opensOn: release.opensOn,
    held: release.held,
    // What is done already does not vanish: it counts, and its learner did it.
    titleHidden: !release.released && displayUnreleasedSteps === 'NONE' && satisfiedOn === null && measure.metOn === null,
    detailsHidden: !release.released && displayUnreleasedSteps !== 'DETAILS',
    countedFacts: earnsNothing ? [] : measure.countedFacts,
    items,
  };
}

function statusOf({ milestone, measure, changes, release, lockedBy }: MilestoneParts, begun: boolean): MilestoneStatus {
  if (measure.metOn !== null) return milestone.elective ? 'ELECTIVE_DONE' : 'COMPLETED';
  if (changes.waivedOn !== null) return 'WAIVED';
  if (!release.released) return 'NOT_RELEASED';
  if (lockedBy.length > 0) return 'LOCKED';
  return begun || measure.earned > 0n ? 'IN_PROGRESS' : 'AVAILABLE';
}

/** The earlier of two days, of which null is never. */
function firstDay(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null || b === null) return a ?? b;
  return compareDates(a, b) <= 0 ? a : b;
}

function standItems(parts: MilestoneParts): readonly ItemStanding[] {
  const open: LearningObjectId[] = [];
  return parts.milestone.items.map((item, index) => {
    const measure = parts.measure.items[index] as ItemMeasure;
    const state = parts.begun.stateOf(item);
    const standing: ItemStanding = {
      learningObjectId: item.definition.learningObjectId,
      mandatory: item.definition.mandatory,
      state: itemState(item, measure, state, parts.begun),
      progress: itemProgress(item, measure, state),
      completedOn: measure.doneOn,
      factId: measure.factId,
      locked: measure.doneOn === null ? lockOf(item, state, parts, [...open]) : null,
      attemptsLeft: state?.attemptsLeft ?? null,
    };
    if (measure.doneOn === null) open.push(item.definition.learningObjectId);
    return standing;
  });
}

/** A state of COMPLETED without a fact that counts is work that was begun: its fact was revoked or is of another cycle. */
function itemState(item: PreparedItem, measure: ItemMeasure, state: ItemState | undefined, begun: BegunItems): ItemProgressState {
  if (measure.doneOn !== null) return 'COMPLETED';
  if (state?.state === 'FAILED') return 'FAILED';
  const isBegun = measure.partsDone > 0 || begun.wasBegun(item.work) || (state !== undefined && state.state !== 'NOT_STARTED');
  return isBegun ? 'IN_PROGRESS' : 'NOT_STARTED';
}

function itemProgress(item: PreparedItem, measure: ItemMeasure, state: ItemState | undefined): number {
  if (measure.doneOn !== null) return 1;
  if (measure.partsDone > 0) return cappedRatio(BigInt(measure.partsDone), BigInt(item.parts));
  return state === undefined || state.state === 'COMPLETED' ? 0 : cappedRatio(BigInt(Math.round(state.progress * 1e6)), 1_000_000n);
}

function lockOf(
  item: PreparedItem,
  state: ItemState | undefined,
  { release, lockedBy, milestone, today }: MilestoneParts,
  earlierOpen: readonly LearningObjectId[],
): ItemLock | null {
  if (!release.released) return { why: 'MILESTONE_NOT_RELEASED' };
  if (lockedBy.length > 0) return { why: 'MILESTONE_LOCKED', by: lockedBy };
  if (milestone.definition.itemOrderEnforced && earlierOpen.length > 0) return { why: 'EARLIER_ITEM', by: earlierOpen };
  const expiresOn = item.content?.expiresOn ?? null;
  if (expiresOn !== null && expiresOn < today) return { why: 'EXPIRED', on: expiresOn };
  if (state?.attemptsLeft === 0) return { why: 'NO_ATTEMPTS_LEFT' };
  return null;
}

/** The states of items that belong to the time that counts: those of an earlier cycle are no beginning of this one. */
export function statesThatCount(states: readonly ItemState[], from: CalendarDate | null, zone: string): readonly ItemState[] {
  if (from === null) return states;
  return states.filter(({ lastActivityAt, startedAt }) => {
    const touched = lastActivityAt ?? startedAt;
    return touched == null || dateIn(touched, zone) >= from;
  });
}
