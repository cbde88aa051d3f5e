import {
  addDays,
  type CalendarDate,
  type ContentDefinition,
  dateIn,
  endOfDay,
  evaluate,
  type MilestoneStanding,
  moveClock,
  newPlanVersion,
  prepareDefinition,
  type PlanPreset,
  type PlanVersionDefinition,
  type Situation,
  type Standing,
  startOfDay,
} from '@milepost/domain';
import { readDueRule } from '@milepost/web/ui/due-rule-fields.tsx';
import type { EditedVersionFragment } from './plan-draft.generated.ts';
import { readReleaseRule } from './release-rule-fields.tsx';

/** A made-up person. */
export interface MadeUpPerson {
  readonly enrolledOn: CalendarDate;
  readonly hiredOn: CalendarDate | null;
  readonly zone: string;
}

/** Whoever is simulated: what the evaluator asks for of them at a moment, from which the clock is moved. */
export interface SimulatedPerson {
  readonly situation: Situation;
  /** What is known of linked content beyond what the editor knows: of real people all that counts for it. */
  readonly contents: readonly ContentDefinition[];
}

/** Content that is supposed to be completed, by its day. */
export type Supposed = ReadonlyMap<string, CalendarDate>;

/** Where somebody stands on a day, by the evaluator of the product (2.0): at its end, and on the day of their own moment at that moment. Nothing of it is stored. */
export function simulatePlan(version: EditedVersionFragment, preset: PlanPreset, { situation, contents }: SimulatedPerson, supposed: Supposed, day: CalendarDate): Standing {
  const known = new Set<string>(contents.map(({ id }) => id));
  const all = [...contents, ...contentsOf(version).filter(({ id }) => !known.has(id))];
  const { zone } = situation.person;
  const now = day === dateIn(situation.now, zone) ? situation.now : endOfDay(day, zone);
  return evaluate(prepareDefinition(definitionOf(version, preset), all), moveClock(situation, now, supposed));
}

/** A made-up person as the evaluator sees them; they have done nothing yet. */
export function makeUp({ enrolledOn, hiredOn, zone }: MadeUpPerson): SimulatedPerson {
  const from = startOfDay(enrolledOn, zone);
  const situation: Situation = {
    enrollment: { enrolledOn, cycle: 1, stepReleases: [] },
    person: { zone, hiredOn, firstSignInAt: from },
    facts: [],
    planFacts: [],
    revocations: [],
    itemStates: [],
    overrides: [],
    sources: [{ id: 'made-up' as never, kind: 'INDIVIDUAL', from }],
    plan: { findable: true },
    policies: { groupConflict: 'FIRST_WINS' },
    now: endOfDay(enrolledOn, zone),
  };
  return { situation, contents: [] };
}

/** Something that happens to the person, as far as it is known on the day that was asked about. */
export interface SimulatedEvent {
  readonly on: CalendarDate;
  readonly what: 'START' | 'OPENS' | 'DONE' | 'DUE' | 'PLAN_DUE' | 'COMPLETED';
  /** Undefined: about the plan. */
  readonly milestone?: MilestoneStanding;
}

const order: readonly SimulatedEvent['what'][] = ['START', 'DONE', 'OPENS', 'COMPLETED', 'DUE', 'PLAN_DUE'];

/** What happens when, from the first day on. */
export function eventsOf(standing: Standing, enrolledOn: CalendarDate): readonly SimulatedEvent[] {
  const events: SimulatedEvent[] = [{ on: enrolledOn, what: 'START' }];
  for (const milestone of standing.milestones) {
    if (milestone.opensOn !== null && milestone.opensOn > enrolledOn) events.push({ on: milestone.opensOn, what: 'OPENS', milestone });
    if (milestone.satisfiedOn !== null) events.push({ on: milestone.satisfiedOn, what: 'DONE', milestone });
    else if (milestone.effectiveDue?.date != null && !milestone.effectiveDue.inherited) events.push({ on: milestone.effectiveDue.date, what: 'DUE', milestone });
  }
  if (standing.completedOn !== null) events.push({ on: standing.completedOn, what: 'COMPLETED' });
  if (standing.effectiveDue?.date != null) events.push({ on: standing.effectiveDue.date, what: 'PLAN_DUE' });
  return events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : order.indexOf(a.what) - order.indexOf(b.what)));
}

/** The last day that is worth looking at: a month after the last thing that is known, and 60 days at least. */
export function lastDayOf(events: readonly SimulatedEvent[], enrolledOn: CalendarDate): CalendarDate {
  const last = addDays(events.at(-1)?.on ?? enrolledOn, 30);
  const least = addDays(enrolledOn, 60);
  return last > least ? last : least;
}

function definitionOf(version: EditedVersionFragment, preset: PlanPreset): PlanVersionDefinition {
  const { name, description, startsAt, endsAt, endPolicy, graceDays, minimumDays, lookback, displayUnreleasedSteps, milestoneOrderEnforced } = version;
  const written = {
    name, description, startsAt, endsAt, endPolicy, graceDays, minimumDays, lookback, displayUnreleasedSteps, milestoneOrderEnforced,
    dueRule: readDueRule(version.dueRule),
    milestones: version.milestones.map(({ key, position, name: title, description: text, metric, units, creditType, dueRule, itemOrderEnforced, releaseRule, items }) => ({
      key, position, name: title, description: text, metric, units, creditType, itemOrderEnforced,
      dueRule: readDueRule(dueRule),
      releaseRule: readReleaseRule(releaseRule),
      items: items.map(({ learningObjectId, position: place, mandatory }) => ({ learningObjectId, position: place, mandatory })),
    })),
  };
  return { ...newPlanVersion(preset, name), ...(written as unknown as PlanVersionDefinition) };
}

function contentsOf(version: EditedVersionFragment): ContentDefinition[] {
  const linked = version.milestones.flatMap(({ items }) => items.flatMap(({ learningObject }) => learningObject ?? []));
  return linked.map(({ id, kind, name, status, expiresOn, credits }) => ({ id, kind, name, status, expiresOn, creditLines: credits }) as unknown as ContentDefinition);
}
