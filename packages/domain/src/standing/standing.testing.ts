import type { ContentDefinition, MilestoneDefinition, PlanVersionDefinition } from '../learning-plans/plan-definition.ts';
import { newPlanVersion } from '../learning-plans/plan-presets.ts';
import { calendarDate, instant } from '../shared/calendar.ts';
import { decimal } from '../shared/decimal.ts';
import type { FactId, LearningObjectId, MilestoneKey, SessionId, SourceId } from '../shared/ids.ts';
import { evaluate } from './evaluate.ts';
import { prepareDefinition } from './prepare-definition.ts';
import type { Standing } from './standing.ts';
import type { CompletionFact, Override, PlanCompletionFact, Situation, Source } from './standing-input.ts';

export const id = (text: string): LearningObjectId => text as LearningObjectId;
export const key = (text: string): MilestoneKey => text as MilestoneKey;
export const day = calendarDate;
/** Noon in UTC of a day, or an instant as it is written. */
export const at = (text: string) => instant(text.length === 10 ? `${text}T12:00:00Z` : text);

export function course(name: string, more: Partial<ContentDefinition> = {}): ContentDefinition {
  return { id: id(name), kind: 'COURSE', name: `Course ${name}`, status: 'ACTIVE', moduleIds: [id(`${name}-module`)], ...more };
}

/** A course that gives credits: `credits({ CPE: '1.5' })`. */
export function credits(lines: { readonly [type: string]: string | number }): Partial<ContentDefinition> {
  return { creditLines: Object.entries(lines).map(([creditType, amount]) => ({ creditType, amount: decimal(amount) })) };
}

/** A milestone of so many sessions of these items; an item written 'A!' is mandatory. */
export function milestone(name: string, units: number | null, items: readonly string[], more: Partial<MilestoneDefinition> = {}): MilestoneDefinition {
  return {
    key: key(name), position: 0, name: `Milestone ${name}`, description: '', metric: units === null ? 'NONE' : 'SESSIONS',
    units: units === null ? null : decimal(units), itemOrderEnforced: false,
    items: items.map((item, position) => ({ learningObjectId: id(item.replace('!', '')), position, mandatory: item.endsWith('!') })),
    ...more,
  };
}

/** A milestone of so many credits. */
export function creditMilestone(name: string, units: string | number, items: readonly string[], more: Partial<MilestoneDefinition> = {}): MilestoneDefinition {
  return { ...milestone(name, 1, items), metric: 'CREDITS', units: decimal(units), ...more };
}

/** A plan of milestones in the order in which they are given. */
export function plan(milestones: readonly MilestoneDefinition[], more: Partial<PlanVersionDefinition> = {}): PlanVersionDefinition {
  return { ...newPlanVersion('LEARNING_PLAN', 'Plan'), milestones: milestones.map((entry, position) => ({ ...entry, position })), ...more };
}

/** A completion of a course, recorded at noon of its day; the id is that of the course and the day. */
export function fact(name: string, on: string, more: Partial<CompletionFact> = {}): CompletionFact {
  return { id: `${name}@${on}` as FactId, learningObjectId: id(name), completedOn: day(on), recordedAt: at(on), origin: 'AUTO', ...more };
}

export function planFact(on: string, more: Partial<PlanCompletionFact> = {}): PlanCompletionFact {
  return { id: `plan@${on}` as FactId, completedOn: day(on), recordedAt: at(on), origin: 'AUTO', ...more };
}

export function source(name: string, kind: Source['kind'], from: string, more: Partial<Source> = {}): Source {
  return { id: name as SourceId, kind, from: at(from), ...more };
}

export const waive = (milestoneKey: string, from: string, to?: string): Override => ({ act: 'WAIVE', milestoneKey: key(milestoneKey), from: at(from), to: to === undefined ? null : at(to) });
export const adjustUnits = (milestoneKey: string, units: number | string, from: string, to?: string): Override => ({ act: 'ADJUST_UNITS', milestoneKey: key(milestoneKey), units: decimal(units), from: at(from), to: to === undefined ? null : at(to) });
export const adjustDue = (milestoneKey: string | null, due: string | null, from: string): Override => ({ act: 'ADJUST_DUE', milestoneKey: milestoneKey === null ? null : key(milestoneKey), due: due === null ? null : day(due), from: at(from) });
export const session = (text: string): SessionId => text as SessionId;

/** Enrolled on 1 January 2027 by an assignment of that day, asked at noon on 1 June, in UTC. */
export function situation(more: Partial<Situation> = {}): Situation {
  return {
    enrollment: { enrolledOn: day('2027-01-01'), cycle: 1, stepReleases: [] },
    person: { zone: 'UTC' },
    facts: [], planFacts: [], revocations: [], itemStates: [], overrides: [],
    sources: [source('assignment', 'INDIVIDUAL', '2027-01-01')],
    plan: { findable: true },
    policies: { groupConflict: 'FIRST_WINS' },
    now: at('2027-06-01'),
    ...more,
  };
}

/** The courses that the milestones link, plain, unless they are given. */
export function contentsOf(definition: PlanVersionDefinition, given: readonly ContentDefinition[] = []): readonly ContentDefinition[] {
  const linked = new Set(definition.milestones.flatMap((entry) => entry.items.map((item) => item.learningObjectId)));
  for (const content of given) linked.delete(content.id);
  return [...given, ...[...linked].map((name) => course(name))];
}

/** Evaluates a plan for a situation. */
export function stand(definition: PlanVersionDefinition, input: Situation, given: readonly ContentDefinition[] = []): Standing {
  return evaluate(prepareDefinition(definition, contentsOf(definition, given)), input);
}
