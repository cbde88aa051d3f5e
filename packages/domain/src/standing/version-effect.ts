import type { PlanVersionDefinition } from '../learning-plans/plan-definition.ts';
import { dateIn, type CalendarDate } from '../shared/calendar.ts';
import { toScaled } from '../shared/decimal.ts';
import type { MilestoneKey, SourceId } from '../shared/ids.ts';
import { isInForce } from './in-force.ts';
import { isOpenStatus, type EnrollmentStatus, type MilestoneStanding, type Standing } from './standing.ts';
import type { Override, Situation } from './standing-input.ts';

/** Whom a new version of a plan takes along (V2–V5). */
export type MigrationChoice = 'PIN' | 'MOVE_NOT_STARTED' | 'MOVE_ALL_OPEN' | 'DELTA';

/** The same as a list. */
export const MIGRATION_CHOICES: readonly MigrationChoice[] = ['PIN', 'MOVE_NOT_STARTED', 'MOVE_ALL_OPEN', 'DELTA'];

/** What becomes of an enrollment when its plan gets another version: it stays on its own, is moved, or what is new is asked for in a cycle more. */
export type VersionMove = 'STAYS' | 'MOVES' | 'ASKED_ANEW';

/**
 * Who is taken along, by their status (2.10): whoever is complete or exempt stays on the version that they did, and whoever is in the plan no
 * more stays where they were. DELTA moves who is open, and asks those who completed it for what is new.
 */
export function decideVersionMove(choice: MigrationChoice, status: EnrollmentStatus): VersionMove {
  if (choice === 'PIN') return 'STAYS';
  if (choice === 'DELTA' && status === 'COMPLETED') return 'ASKED_ANEW';
  if (!isOpenStatus(status)) return 'STAYS';
  return choice === 'MOVE_NOT_STARTED' && status !== 'NOT_STARTED' ? 'STAYS' : 'MOVES';
}

/** What another version does to one person, told by its worst; each is in `effects` too. */
export type VersionEffectClass = 'COMPLETES_AT_ONCE' | 'LOSES_CREDIT' | 'GAINS_WORK' | 'OTHER_DUE_DATE' | 'NO_DIFFERENCE';
export type VersionEffectKind = Exclude<VersionEffectClass, 'NO_DIFFERENCE'>;

/** What another version does to one person. */
export interface VersionEffect {
  readonly class: VersionEffectClass;
  readonly effects: readonly VersionEffectKind[];
  readonly progressBefore: number;
  readonly progressAfter: number;
  readonly dueBefore: CalendarDate | null;
  readonly dueAfter: CalendarDate | null;
}

/** Compares what one person comes to on two versions, as the evaluator says: nothing here knows a rule of its own. */
export function compareVersions(before: Standing, after: Standing): VersionEffect {
  const effects: VersionEffectKind[] = [];
  if (isOpenStatus(before.status) && !isOpenStatus(after.status)) effects.push('COMPLETES_AT_ONCE');
  if (losesCredit(before, after)) effects.push('LOSES_CREDIT');
  if (isOpenStatus(after.status) && gainsWork(before, after)) effects.push('GAINS_WORK');
  if (isOpenStatus(after.status) && movesDueDate(before, after)) effects.push('OTHER_DUE_DATE');
  return {
    class: effects[0] ?? 'NO_DIFFERENCE',
    effects,
    progressBefore: before.progress,
    progressAfter: after.progress,
    dueBefore: before.effectiveDue?.date ?? null,
    dueAfter: after.effectiveDue?.date ?? null,
  };
}

/** Something that counted counts no more, was begun and is gone, or was satisfied and is open. */
function losesCredit(before: Standing, after: Standing): boolean {
  const counted = new Set<string>(after.milestones.flatMap((milestone) => milestone.countedFacts));
  const linked = new Set<string>(after.milestones.flatMap((milestone) => milestone.items.map((item) => item.learningObjectId)));
  const now = byKey(after);
  return before.milestones.some((milestone) => {
    const then = now.get(milestone.key);
    if (milestone.countedFacts.some((fact) => !counted.has(fact))) return true;
    if (milestone.items.some((item) => item.state !== 'NOT_STARTED' && !linked.has(item.learningObjectId))) return true;
    return isMet(milestone) && then !== undefined && !then.elective && then.satisfiedOn === null;
  });
}

/** A milestone is open that was not asked for, or had been met, or asks for more than was left of it. */
function gainsWork(before: Standing, after: Standing): boolean {
  const then = byKey(before);
  return after.milestones.some((milestone) => {
    if (milestone.elective || milestone.satisfiedOn !== null) return false;
    const was = then.get(milestone.key);
    if (was === undefined || was.elective || was.satisfiedOn !== null) return true;
    if (unitsLeft(milestone) > unitsLeft(was)) return true;
    const leftBefore = new Set(mandatoryLeft(was));
    return mandatoryLeft(milestone).some((item) => !leftBefore.has(item));
  });
}

function unitsLeft({ unitsRequired, unitsEarned }: MilestoneStanding): bigint {
  const left = toScaled(unitsRequired) - toScaled(unitsEarned);
  return left > 0n ? left : 0n;
}

function mandatoryLeft({ items }: MilestoneStanding): readonly string[] {
  return items.flatMap((item) => (item.mandatory && item.completedOn === null ? [item.learningObjectId] : []));
}

function movesDueDate(before: Standing, after: Standing): boolean {
  if ((before.effectiveDue?.date ?? null) !== (after.effectiveDue?.date ?? null)) return true;
  const then = byKey(before);
  return after.milestones.some((milestone) => {
    const was = then.get(milestone.key);
    return was !== undefined && milestone.satisfiedOn === null && (was.effectiveDue?.date ?? null) !== (milestone.effectiveDue?.date ?? null);
  });
}

function isMet({ elective, satisfiedOn }: MilestoneStanding): boolean {
  return !elective && satisfiedOn !== null;
}

function byKey(standing: Standing): ReadonlyMap<MilestoneKey, MilestoneStanding> {
  return new Map(standing.milestones.map((milestone) => [milestone.key, milestone]));
}

/** How the publishing of a version turns out for one of the plan's people; the first four are not moved, or not to the version as a whole. */
export type MigrationClass = 'STAYS_COMPLETE' | 'STAYS_ON_VERSION' | 'ASKED_FOR_NEW' | 'HAS_NEW_ALREADY' | VersionEffectClass;

/** The classes under which nothing changes for a person. */
export const STAYING_CLASSES: ReadonlySet<string> = new Set<MigrationClass>(['STAYS_COMPLETE', 'STAYS_ON_VERSION']);

/** The class of somebody who stays on the version that they are on (V1–V3). */
export function classifyStaying(status: EnrollmentStatus): 'STAYS_COMPLETE' | 'STAYS_ON_VERSION' {
  return status === 'COMPLETED' || status === 'EXEMPT' ? 'STAYS_COMPLETE' : 'STAYS_ON_VERSION';
}

/** The class of somebody who completed the plan and is asked for what is new, by what they come to in that (V5): done already, it is on record at once. */
export function classifyAskedAnew({ status }: Pick<Standing, 'status'>): 'ASKED_FOR_NEW' | 'HAS_NEW_ALREADY' {
  return isOpenStatus(status) ? 'ASKED_FOR_NEW' : 'HAS_NEW_ALREADY';
}

/** What decides whether the move of one person is taken back. */
export interface VersionUndoSituation {
  readonly status: EnrollmentStatus;
  /** What the move gave them, another version or a cycle more, is what they still have. */
  readonly isAsMoved: boolean;
}

/** How taking a move back turns out for one person (V6): who has completed what they were moved to stays, and who was moved on since is left alone. */
export function classifyVersionUndo({ status, isAsMoved }: VersionUndoSituation): 'TAKEN_BACK' | 'STAYS_COMPLETE' | 'LEFT_CHANGED_SINCE' {
  if (!isAsMoved) return 'LEFT_CHANGED_SINCE';
  return status === 'COMPLETED' || status === 'EXEMPT' ? 'STAYS_COMPLETE' : 'TAKEN_BACK';
}

/** What is held for one person about milestones that another version does not have: it ends when they are moved to that, and is listed (V4). */
export function overridesLost({ overrides, now }: Pick<Situation, 'overrides' | 'now'>, next: PlanVersionDefinition): readonly Override[] {
  const keys = new Set<string>(next.milestones.map(({ key }) => key));
  return overrides.filter((override) => override.milestoneKey != null && isInForce(override, now) && !keys.has(override.milestoneKey));
}

/**
 * The situation of somebody who completed a plan, in the cycle that asks them for what is new (V5): what they have done counts as it did, what was
 * held for them in the cycle before does not, and they have it individually from this moment on.
 */
export function situationAskedAnew(situation: Situation): Situation {
  const { enrollment, person, now } = situation;
  const source = { id: 'asked-anew' as SourceId, kind: 'INDIVIDUAL' as const, from: now };
  return {
    ...situation,
    enrollment: {
      enrolledOn: dateIn(now, person.zone),
      cycle: enrollment.cycle + 1,
      cycleStartsOn: enrollment.cycleStartsOn ?? null,
      cycleStartsAt: enrollment.cycleStartsAt ?? null,
      stepReleases: [],
    },
    planFacts: [],
    overrides: [],
    sources: [source],
  };
}
