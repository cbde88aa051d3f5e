import type { DueRule, MilestoneDefinition, PlanVersionDefinition } from '../learning-plans/plan-definition.ts';
import { addDays, compareInstants, dateIn, endOfDay, type CalendarDate, type Instant } from '../shared/calendar.ts';
import { dueChange, liveSources } from './in-force.ts';
import { groupConflictAt } from './policies.ts';
import { resolveDueRule, type DueAnchors, type ResolvedDue } from './resolve-due-rule.ts';
import type { DueOrigin, EffectiveDue } from './standing.ts';
import type { GroupConflictPolicy, Situation, Source } from './standing-input.ts';
import { assigningSource, winningGroup, winningIndividual, type DuePlace, type WinningDue } from './winning-source.ts';

/** All that due dates are decided by at one moment; made once for all places of a plan. */
export interface DueContext {
  readonly situation: Situation;
  readonly plan: PlanVersionDefinition;
  readonly live: readonly Source[];
  /** When it is asked; for a completed plan: the moment of completion, since its due dates change no more. */
  readonly moment: Instant;
  /** Which of several groups decides, at that moment. */
  readonly groupConflict: GroupConflictPolicy;
  readonly anchors: Omit<DueAnchors, 'previousStepOn'>;
}

/** Gathers what due dates follow from at a moment. */
export function dueContext(situation: Situation, plan: PlanVersionDefinition, moment: Instant): DueContext {
  const { person, enrollment, sources, policies } = situation;
  const live = liveSources(sources, moment);
  const groupConflict = groupConflictAt(policies, moment);
  const assigning = assigningSource(live, groupConflict);
  const anchors = {
    enrolledOn: enrollment.enrolledOn,
    assignedOn: assigning === undefined ? null : dateIn(assigning.from, person.zone),
    firstSignInOn: person.firstSignInAt == null ? null : dateIn(person.firstSignInAt, person.zone),
    hiredOn: person.hiredOn ?? null,
  };
  return { situation, plan, live, moment, groupConflict, anchors };
}

/** By when the plan is due (2.4): override › individual assignment › winning group › plan rule › none. */
export function planDue(context: DueContext): EffectiveDue | null {
  const { plan } = context;
  const anchors = { ...context.anchors, previousStepOn: undefined };
  const minimumDays = plan.minimumDays ?? 0;
  return overriddenDue(context, null)
    ?? assignedDue(context, null, anchors, minimumDays)
    ?? ruleDue(context, plan.dueRule, 'PLAN_RULE', anchors, minimumDays);
}

/**
 * By when a milestone is due (2.4): adjustment › individual assignment › winning group › its own rule › the plan's.
 * `previousStepOn` is the day on which the required step before it was satisfied; undefined where there is none.
 */
export function milestoneDue(
  context: DueContext,
  milestone: MilestoneDefinition,
  previousStepOn: CalendarDate | null | undefined,
  ofPlan: EffectiveDue | null,
): EffectiveDue | null {
  const anchors = { ...context.anchors, previousStepOn };
  return overriddenDue(context, milestone.key)
    ?? assignedDue(context, milestone.key, anchors, 0)
    ?? ruleDue(context, milestone.dueRule, 'MILESTONE_RULE', anchors, 0)
    ?? (ofPlan && { ...ofPlan, inherited: true });
}

function overriddenDue({ situation, moment }: DueContext, place: DuePlace): EffectiveDue | null {
  const change = dueChange(situation.overrides, place, moment);
  if (change === undefined) return null;
  const { zone } = situation.person;
  const rule: DueRule = change.due === null ? { kind: 'NONE' } : { kind: 'FIXED', date: change.due };
  const due: ResolvedDue = change.due === null ? { kind: 'NONE' } : { kind: 'DATE', date: change.due };
  return effective(due, { zone, origin: 'OVERRIDE', rule, sourceId: null, setOn: dateIn(change.from, zone), minimumDays: 0 });
}

function assignedDue({ situation, live, groupConflict }: DueContext, place: DuePlace, anchors: DueAnchors, minimumDays: number): EffectiveDue | null {
  if (live.length === 0) return null;
  const { zone } = situation.person;
  const say = (origin: DueOrigin, { source, rule, due }: WinningDue) =>
    effective(due, { zone, origin, rule, sourceId: source.id, setOn: dateIn(source.from, zone), minimumDays });
  const individual = winningIndividual(live, place, anchors, zone);
  if (individual !== undefined) return say('INDIVIDUAL_ASSIGNMENT', individual);
  const group = winningGroup(live, place, groupConflict, anchors, zone);
  return group === undefined ? null : say('GROUP_ASSIGNMENT', group);
}

function ruleDue(
  { situation }: DueContext,
  rule: DueRule | null | undefined,
  origin: DueOrigin,
  anchors: DueAnchors,
  minimumDays: number,
): EffectiveDue | null {
  if (rule == null || rule.kind === 'NONE') return null;
  const { person, enrollment } = situation;
  return effective(resolveDueRule(rule, anchors), { zone: person.zone, origin, rule, sourceId: null, setOn: enrollment.enrolledOn, minimumDays });
}

interface DueSetting {
  readonly zone: string;
  readonly origin: DueOrigin;
  readonly rule: DueRule;
  readonly sourceId: EffectiveDue['sourceId'];
  /** The day on which the date was set for this person: one before it, or too soon after it, is unrealistic. */
  readonly setOn: CalendarDate;
  readonly minimumDays: number;
}

function effective(due: ResolvedDue, { zone, origin, rule, sourceId, setOn, minimumDays }: DueSetting): EffectiveDue {
  const date = due.kind === 'DATE' ? due.date : null;
  const unrealistic = date !== null && isUnrealistic(date, setOn, minimumDays);
  return {
    date,
    zone,
    endsAt: date === null ? null : endOfDay(date, zone),
    origin,
    inherited: false,
    rule,
    sourceId,
    awaiting: due.kind === 'AWAITING' ? due.anchor : null,
    problem: due.kind === 'UNKNOWN' ? 'UNKNOWN_ANCHOR' : unrealistic ? 'UNREALISTIC' : null,
  };
}

/** Whether a due date had passed or left too little time on the day on which it was set (2.4). */
export function isUnrealistic(date: CalendarDate, setOn: CalendarDate, minimumDays: number): boolean {
  return date < addDays(setOn, minimumDays);
}

/** Whether a due date has passed at a moment; one that is awaited or unknown has not. */
export function isPastDue(due: EffectiveDue | null, moment: Instant): boolean {
  return due?.endsAt != null && compareInstants(due.endsAt, moment) < 0;
}
